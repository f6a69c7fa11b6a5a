//! What hangs on each unverified link by itself, worked out within bounds, so that checks of many statements stay fast.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::what_if::{self, Change, Neighbours, OnRecord, Told, Touched};
use crate::ledger::Ledger;
use crate::ledger::model::id::PredicateId;
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::{Atom, HornRule, Predicate, Role, Term, Vocabulary};
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::PositionId;
use crate::rules::Sketch;
use crate::rules::finding::{Finding, Hanging, Level, Tells};

/// Largest number of positions around a link for which it is worked out.
const MOST_AROUND_ONE: usize = 500;
/// Largest number of positions looked at in all; links that come after are not worked out.
const MOST_IN_ALL: usize = 20_000;

/// Positions for which it counts to find that there are too many around a link.
const COST_OF_A_LOOK: usize = 20;

/// Largest number of links around which the same positions stand that one thread looks at.
const AT_ONCE: usize = 8;

/// Whether it is wanted what hangs on a finding's link.
pub type Wanted<'w> = dyn Fn(&Finding) -> bool + 'w;

/// Adds to those findings of unverified links of which it is wanted what hangs on them.
pub fn add(reasoning: &Reasoning<'_>, findings: &mut Vec<Finding>, wanted: &Wanted<'_>) {
    let links = findings.extract_if(.., |finding| finding.rule.tells == Tells::Link && wanted(finding));
    let mut sketches: Vec<Sketch<'_>> = links.map(|finding| Sketch::worded(finding.rule, finding)).collect();
    work_out(reasoning, &mut sketches);
    findings.par_extend(sketches.into_par_iter().map(Sketch::word));
}

/// Adds to each finding of an unverified link what hangs on it, and makes it a warning where anything does.
pub fn work_out<'r>(reasoning: &'r Reasoning<'_>, sketches: &mut [Sketch<'r>]) {
    let premises = premise_predicates(reasoning.ledger);
    let denials = Denials::new(reasoning);
    let links: Vec<(&mut Sketch<'_>, Proposition)> = sketches
        .iter_mut()
        .filter(|sketch| sketch.rule.tells == Tells::Link)
        .filter_map(|sketch| {
            let proposition = sketch.about?;
            let matters =
                premises.contains(&proposition.predicate) && denials.matter(reasoning, &proposition);
            matters.then_some((sketch, proposition))
        })
        .collect();
    if links.is_empty() {
        return;
    }
    let neighbours = Neighbours::new(reasoning);
    let touched = Touched::new(reasoning.ledger);
    let mut looked_at = 0;
    let mut around = |(_, proposition): &(&mut Sketch<'_>, Proposition)| {
        let more = looked_at <= MOST_IN_ALL;
        let around = if more { neighbours.of(reasoning, proposition, MOST_AROUND_ONE) } else { None };
        looked_at += around.as_ref().map_or(COST_OF_A_LOOK, Vec::len);
        around
    };
    let mut groups: FxHashMap<Option<Vec<PositionId>>, Vec<_>> = FxHashMap::default();
    for link in links {
        groups.entry(around(&link)).or_default().push(link);
    }
    groups.into_par_iter().for_each(|(around, mut links)| match around {
        Some(around) => {
            links.par_chunks_mut(AT_ONCE).for_each(|links| together(reasoning, &touched, &around, links));
        }
        None => links.into_iter().for_each(|(sketch, link)| refer(reasoning.ledger, sketch, link)),
    });
}

/// Adds what hangs on links around which the same positions stand.
fn together<'r>(
    reasoning: &'r Reasoning<'_>,
    touched: &Touched,
    around: &[PositionId],
    links: &mut [(&mut Sketch<'r>, Proposition)],
) {
    let held = |link: &Proposition| {
        let id = reasoning.propositions.find(link);
        id.is_some_and(|id| reasoning.on(id).iter().any(|hold| hold.sign() == Sign::Plus))
    };
    // Each link granted, and ruled out where somebody holds it.
    let premised = links.iter().flat_map(|(_, link)| {
        let link = std::slice::from_ref(link);
        std::iter::once((link, &[][..])).chain(held(&link[0]).then_some((&[][..], link)))
    });
    let premised: Vec<_> = premised.collect();
    let around = touched.of(reasoning, around, &premised);
    let mut changes = what_if::each(reasoning, &around, &premised, Told::News).into_iter();
    for (sketch, link) in links {
        let granted = changes.next().unwrap_or_default();
        let ruled_out = if held(link) { changes.next() } else { None };
        say(reasoning.ledger, sketch, &granted, &ruled_out.unwrap_or_default());
    }
}

/// Says where what hangs on a link can be had, where it is not worked out here.
fn refer<'r>(ledger: &'r Ledger, sketch: &mut Sketch<'r>, link: Proposition) {
    sketch.add(move |finding| {
        let named = words::canonical(ledger, &link);
        let ask = format!(" What hangs on it was not worked out here: `gainsay what-if '{named}'` does.");
        finding.message.push_str(&ask);
    });
}

/// The arguments of denied propositions, by predicate and place: a reading matters only where its conclusion is denied.
struct Denials(FxHashSet<(PredicateId, usize, Argument)>);

impl Denials {
    fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut denied = FxHashSet::default();
        for (id, holds) in reasoning.groups() {
            if holds.iter().any(|hold| hold.sign() == Sign::Minus) {
                let proposition = reasoning.propositions.get(id);
                for (at, argument) in proposition.arguments().iter().enumerate() {
                    denied.insert((proposition.predicate, at, *argument));
                }
            }
        }
        Self(denied)
    }

    /// True when a link can change what is found: it ties events or members, or it is a premise of a rule whose
    /// conclusion somebody denies of the arguments that the link binds.
    fn matter(&self, reasoning: &Reasoning<'_>, link: &Proposition) -> bool {
        let vocabulary = &reasoning.ledger.vocabulary;
        let ties = vocabulary.get(link.predicate).role.is_some_and(Role::joins);
        let id = reasoning.propositions.find(link);
        let consequences = id.map(|id| reasoning.consequences(id)).unwrap_or_default();
        let said: Vec<Proposition> = std::iter::once(*link)
            .chain(consequences.iter().map(|consequence| reasoning.propositions.get(consequence.to)))
            .collect();
        ties || vocabulary.rules.iter().any(|rule| {
            let fitting = rule.when.iter().flat_map(|atom| {
                said.iter().filter(|said| said.predicate == atom.predicate).map(move |said| (atom, said))
            });
            fitting.into_iter().any(|(atom, said)| self.concludes(vocabulary, rule, atom, said))
        })
    }

    /// True when somebody denies the conclusion of a rule of the arguments that one premise binds in it.
    fn concludes(&self, vocabulary: &Vocabulary, rule: &HornRule, atom: &Atom, said: &Proposition) -> bool {
        let predicates =
            std::iter::once(rule.then.predicate).chain(vocabulary.get(rule.then.predicate).implies.clone());
        let bound = |term: &Term| match term {
            Term::Fixed(argument) => Some(*argument),
            Term::Variable(_) => {
                let at = atom.terms.iter().position(|other| other == term)?;
                said.arguments().get(at).copied()
            }
        };
        predicates.into_iter().any(|predicate| {
            rule.then.terms.iter().enumerate().all(|(at, term)| {
                bound(term).is_none_or(|argument| self.0.contains(&(predicate, at, argument)))
            })
        })
    }
}

/// Predicates that can be a premise for reading anybody's words, by themselves or by a consequence by definition.
fn premise_predicates(ledger: &Ledger) -> Vec<PredicateId> {
    let vocabulary = &ledger.vocabulary;
    let joining = |(_, predicate): &(PredicateId, &Predicate)| predicate.role.is_some_and(Role::joins);
    let mut premises: Vec<PredicateId> = vocabulary.iter().filter(joining).map(|(id, _)| id).collect();
    for rule in vocabulary.rules.iter().filter(|rule| !ledger.settings.readings_off.contains(&rule.id)) {
        premises.extend(rule.when.iter().map(|atom| atom.predicate));
    }
    let mut before = 0;
    while before < premises.len() {
        before = premises.len();
        for (id, predicate) in vocabulary.iter() {
            if !premises.contains(&id) && predicate.implies.iter().any(|implied| premises.contains(implied)) {
                premises.push(id);
            }
        }
    }
    premises
}

/// The subject of a finding between marks.
fn what(finding: &Finding) -> String {
    format!("“{}”", finding.reading)
}

/// Adds to a sketch what hangs on its link.
fn say(ledger: &Ledger, sketch: &mut Sketch<'_>, granted: &Change, ruled_out: &Change) {
    let mut sentences = Vec::new();
    let mut deeds: Vec<_> = granted.on_record.iter().filter(|row| row.deed && !row.reading).collect();
    // Deeds of a root itself come first, then what it says of others.
    let own = |row: &OnRecord| {
        let predicate = ledger.vocabulary.get(row.proposition.predicate);
        predicate.party(&row.proposition, 0) == Some(row.root) && row.proposition.arguments().len() > 1
    };
    deeds.sort_by_key(|row| (row.stance.sign() != Sign::Plus, !own(row)));
    for row in deeds.iter().take(3) {
        sentences.push(format!("it would be on record that {} {}", ledger.party(row.root).name, row.words));
    }
    let more = granted.on_record.iter().filter(|row| !row.reading).count().saturating_sub(deeds.len().min(3));
    if more > 0 {
        sentences.push(format!(
            "{} more would follow from what is said",
            words::counted(more, "position", "positions")
        ));
    }
    let news = |found: &Finding| Told::News.finding(found.rule);
    for appears in granted.appear.iter().filter(|found| news(found)).take(3) {
        sentences.push(format!("it would give a finding [{}] on {}", appears.rule.id, what(appears)));
    }
    for gone in ruled_out.disappear.iter().filter(|found| news(found)).take(3) {
        sentences.push(format!("without it there would be no finding [{}] on {}", gone.rule.id, what(gone)));
    }
    let hanging = |appears: bool, found: &Finding| Hanging { appears, rule: found.rule, about: found.about };
    let mut hangs_on: Vec<Hanging> = granted
        .appear
        .iter()
        .map(|found| hanging(true, found))
        .chain(granted.disappear.iter().chain(&ruled_out.disappear).map(|found| hanging(false, found)))
        .collect();
    hangs_on.sort_by_cached_key(|hanging| {
        let on = hanging.about.map(|about| words::canonical(ledger, &about));
        (hanging.appears, hanging.rule.id, on)
    });
    hangs_on.dedup();
    if !sentences.is_empty() {
        sketch.level = Level::Warning;
    }
    sketch.add(move |finding| {
        hangs_on.retain(|hanging| hanging.about != finding.about || hanging.rule != finding.rule);
        finding.hangs_on = hangs_on;
        finding.hanging = sentences;
    });
}
