//! What can be part of what: circles are broken and reported, and nothing is part of a description.

use super::Lowering;
use crate::ledger::model::party::PartyKind;
use crate::read::problem::Problem;
use crate::text::Span;

impl Lowering<'_> {
    /// Takes out what cannot be: memberships in a class, and whatever leads back to where it began.
    pub(super) fn break_circles(&mut self) {
        self.nothing_in_a_class();
        self.parties_in_circles();
        let places: Vec<Vec<usize>> = self
            .ledger
            .places
            .iter()
            .map(|place| place.within.iter().map(|outer| outer.index()).collect())
            .collect();
        for at in in_circles(&places) {
            let place = self.ledger.places.at_mut(at);
            place.within.clear();
            let (id, span) = (place.id.clone(), place.span);
            self.circle(span, &format!("the place `{id}` is within itself, by way of other places"));
        }
        let topics: Vec<Vec<usize>> = self
            .ledger
            .topics
            .iter()
            .map(|topic| topic.within.iter().map(|wider| wider.index()).collect())
            .collect();
        for at in in_circles(&topics) {
            let topic = self.ledger.topics.at_mut(at);
            topic.within.clear();
            let (id, span) = (topic.id.clone(), topic.span);
            self.circle(span, &format!("the topic `{id}` is within itself, by way of other topics"));
        }
        let events: Vec<Vec<usize>> = self
            .ledger
            .events
            .iter()
            .map(|event| event.part_of.iter().map(|whole| whole.index()).collect())
            .collect();
        for at in in_circles(&events) {
            let event = self.ledger.events.at_mut(at);
            event.part_of = None;
            let (id, span) = (event.id.clone(), event.span);
            self.circle(span, &format!("the event `{id}` is part of itself, by way of other events"));
        }
    }

    fn circle(&mut self, span: Span, message: &str) {
        self.problems.push(Problem {
            rule: "part-of-cycle",
            span,
            message: message.to_owned(),
            help: "take out one of the links of the circle; until then none of them counts".to_owned(),
        });
    }

    fn nothing_in_a_class(&mut self) {
        let classes: Vec<bool> =
            self.ledger.parties.iter().map(|party| party.kind == PartyKind::Class).collect();
        for at in 0..self.ledger.parties.len() {
            let mut dropped = Vec::new();
            self.ledger.parties.at_mut(at).part_of.retain(|membership| {
                let class = classes[membership.party.index()];
                if class {
                    dropped.push((membership.span, membership.party));
                }
                !class
            });
            for (span, class) in dropped {
                let id = &self.ledger.party(class).id;
                self.problems.push(Problem {
                    rule: "wrong-argument",
                    span,
                    message: format!("`{id}` is a class, a description, and nothing is part of it"),
                    help: "who says that it is a member can say so: `asserts: member-of(…, …)`".to_owned(),
                });
            }
        }
    }

    /// A circle of memberships that hold on one day leaves nobody a root.
    fn parties_in_circles(&mut self) {
        let mut broken = vec![false; self.ledger.parties.len()];
        for start in 0..self.ledger.parties.len() {
            let Some(circle) = self.circle_from(start).filter(|_| !broken[start]) else { continue };
            let ids: Vec<String> = circle
                .iter()
                .chain([&start])
                .map(|at| format!("`{}`", self.ledger.parties.at(*at).id))
                .collect();
            for at in circle {
                broken[at] = true;
                self.ledger.parties.at_mut(at).part_of.clear();
            }
            let span = self.ledger.parties.at(start).span;
            self.circle(span, &format!("{} are part of one another in a circle", ids.join(", ")));
        }
    }

    /// The parties on a way that leads back to where it began, along memberships that hold on one day.
    fn circle_from(&self, start: usize) -> Option<Vec<usize>> {
        /// Longer ways than this are not followed: nobody writes them.
        const MOST_STEPS: usize = 10_000;
        let mut open = vec![(vec![start], (i32::MIN, i32::MAX))];
        let mut steps = 0;
        while let Some((way, days)) = open.pop() {
            steps += way.len();
            if steps > MOST_STEPS {
                return None;
            }
            for membership in &self.ledger.parties.at(*way.last()?).part_of {
                let (from, until) = membership.days();
                let days = (days.0.max(from), days.1.min(until));
                let next = membership.party.index();
                if days.0 > days.1 {
                    continue;
                }
                if next == start {
                    return Some(way);
                }
                if !way.contains(&next) {
                    let mut longer = way.clone();
                    longer.push(next);
                    open.push((longer, days));
                }
            }
        }
        None
    }
}

/// Every row from which following the links leads back to it.
fn in_circles(links: &[Vec<usize>]) -> Vec<usize> {
    // Rows without a way out are taken off again and again; what leads back to itself is among the rest.
    let mut left: Vec<usize> = links.iter().map(Vec::len).collect();
    let mut incoming = vec![Vec::new(); links.len()];
    for (from, to) in links.iter().enumerate() {
        for to in to {
            incoming[*to].push(from);
        }
    }
    let mut done: Vec<usize> = (0..links.len()).filter(|at| left[*at] == 0).collect();
    while let Some(at) = done.pop() {
        for from in &incoming[at] {
            left[*from] -= 1;
            if left[*from] == 0 {
                done.push(*from);
            }
        }
    }
    let rest: Vec<usize> = (0..links.len()).filter(|at| left[*at] > 0).collect();
    rest.into_iter().filter(|at| leads_back(links, &left, *at)).collect()
}

fn leads_back(links: &[Vec<usize>], left: &[usize], start: usize) -> bool {
    let mut seen = vec![false; links.len()];
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        for to in links[at].iter().filter(|to| left[**to] > 0) {
            if *to == start {
                return true;
            }
            if !std::mem::replace(&mut seen[*to], true) {
                open.push(*to);
            }
        }
    }
    false
}
