//! What can be part of what: circles are broken and ways that lead too far up are cut, both reported, and nothing is part of
//! a description.

use super::Lowering;
use crate::ledger::Table;
use crate::ledger::model::id::PredicateId;
use crate::ledger::model::party::PartyKind;
use crate::read::problem::Problem;
use crate::text::Span;

impl Lowering<'_> {
    /// Takes out what cannot be: memberships in a class, and whatever leads back to where it began.
    pub(super) fn break_circles(&mut self) {
        self.nothing_in_a_class();
        self.parties_in_circles();
        let places =
            links(&self.ledger.places, |place| place.within.iter().map(|outer| outer.index()).collect());
        // Places are only walked through; nothing is kept for each step, and any depth will do.
        for at in in_circles(&places) {
            let place = self.ledger.places.at_mut(at);
            place.within.clear();
            let (id, span) = (place.id.clone(), place.span);
            self.cut(Cut::Circle, span, &format!("the place `{id}` is within"), "places");
        }
        let topics =
            links(&self.ledger.topics, |topic| topic.within.iter().map(|wider| wider.index()).collect());
        for (at, why) in cut(&topics) {
            let topic = self.ledger.topics.at_mut(at);
            topic.within.clear();
            let (id, span) = (topic.id.clone(), topic.span);
            self.cut(why, span, &format!("the topic `{id}` is within"), "topics");
        }
        let events =
            links(&self.ledger.events, |event| event.part_of.iter().map(|whole| whole.index()).collect());
        for (at, why) in cut(&events) {
            let event = self.ledger.events.at_mut(at);
            event.part_of = None;
            let (id, span) = (event.id.clone(), event.span);
            self.cut(why, span, &format!("the event `{id}` is part of"), "events");
        }
        let implied: Vec<Vec<usize>> = self
            .ledger
            .vocabulary
            .iter()
            .map(|(_, predicate)| predicate.implies.iter().map(|id| id.index()).collect())
            .collect();
        let cuts = cut(&implied);
        // Predicates that imply one another mean the same, and are no fault unless they are very many.
        let few = cuts.iter().filter(|(_, why)| *why == Cut::Circle).count() <= MOST_DEEP;
        for (at, _) in cuts.into_iter().filter(|(_, why)| *why == Cut::TooDeep || !few) {
            let predicate = self.ledger.vocabulary.get_mut(PredicateId::from(at));
            predicate.implies.clear();
            let (id, span) = (predicate.id.clone(), predicate.span);
            self.cut(Cut::TooDeep, span, &format!("the predicate `{id}` implies"), "predicates");
        }
    }

    fn cut(&mut self, why: Cut, span: Span, which: &str, others: &str) {
        match why {
            Cut::Circle => self.circle(span, &format!("{which} itself, by way of other {others}")),
            Cut::TooDeep => self.problems.push(Problem {
                rule: "bad-value",
                span,
                message: format!(
                    "{which} more than {MOST_DEEP} other {others}, one above the other; the way up ends here"
                ),
                help: format!("leave out {others} between this one and the last of them"),
            }),
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

/// Largest number of steps upwards from a row: what holds of it holds of every row above, and would be kept for each.
const MOST_DEEP: usize = 64;

/// Why the links of a row are taken out.
#[derive(Clone, Copy, PartialEq)]
enum Cut {
    /// They lead back to it.
    Circle,
    /// They lead further up than is followed.
    TooDeep,
}

/// The links of each row of a table, as numbers of rows.
fn links<T>(rows: &Table<T>, of: impl Fn(&T) -> Vec<usize>) -> Vec<Vec<usize>> {
    rows.iter().map(of).collect()
}

/// The rows whose links cannot stay, in order.
fn cut(links: &[Vec<usize>]) -> Vec<(usize, Cut)> {
    let circles = in_circles(links);
    let mut all: Vec<(usize, Cut)> = circles.iter().map(|at| (*at, Cut::Circle)).collect();
    all.extend(too_deep(links, &circles).into_iter().map(|at| (at, Cut::TooDeep)));
    all.sort_unstable_by_key(|(at, _)| *at);
    all
}

/// The rows one step further below the top than is followed, or below another such row: with their links taken out, none
/// lies deeper. Those in circles count as tops.
fn too_deep(links: &[Vec<usize>], circles: &[usize]) -> Vec<usize> {
    let mut depth: Vec<Option<usize>> = vec![None; links.len()];
    for at in circles {
        depth[*at] = Some(0);
    }
    let mut cut = Vec::new();
    for start in 0..links.len() {
        let mut open = vec![start];
        while let Some(at) = open.last().copied() {
            let unknown = links[at].iter().copied().find(|up| depth[*up].is_none());
            if let (None, Some(up)) = (depth[at], unknown) {
                open.push(up);
                continue;
            }
            open.pop();
            if depth[at].is_none() {
                let deep = links[at].iter().filter_map(|up| depth[*up]).map(|up| up + 1).max().unwrap_or(0);
                if deep > MOST_DEEP {
                    cut.push(at);
                }
                depth[at] = Some(if deep > MOST_DEEP { 0 } else { deep });
            }
        }
    }
    cut
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
