//! The events that one root holds to be one: what it says of the one, it says of the others.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::links::Links;
use super::spoken::in_id_order;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};

/// Of so many events that a root holds to be one, all that follows is drawn.
const MOST_DRAWN: usize = 8;

/// The events that one root holds to be one: each with the first of them.
#[derive(Debug, Default)]
pub struct OneEvent {
    pub(super) links: Links,
    pub(super) class: FxHashMap<Argument, Argument>,
    /// The first of each class with all of it.
    members: BTreeMap<Argument, Vec<Argument>>,
}

impl OneEvent {
    /// Joins what the links tie together.
    #[must_use]
    pub fn new(links: Links) -> Self {
        let class = links.classes();
        let mut members: BTreeMap<Argument, Vec<Argument>> = BTreeMap::new();
        for (event, first) in &class {
            members.entry(*first).or_default().push(*event);
        }
        for all in members.values_mut() {
            all.sort();
        }
        Self { links, class, members }
    }

    /// Whether the root holds any two events to be one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.class.is_empty()
    }

    /// A proposition with each event replaced by the first of those held to be one with it.
    #[must_use]
    pub fn plain(&self, ledger: &Ledger, mut proposition: Proposition) -> Proposition {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        for at in predicate.places_of(ArgumentKind::Event) {
            if let Some(first) = self.class.get(&proposition.arguments[at]) {
                proposition.arguments[at] = *first;
            }
        }
        in_id_order(ledger, proposition)
    }

    /// The propositions that say the same of events that the root holds to be one, itself among them.
    #[must_use]
    pub fn said_alike(&self, ledger: &Ledger, proposition: Proposition) -> Vec<Proposition> {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let mut alike = vec![proposition];
        for at in predicate.places_of(ArgumentKind::Event) {
            let Some(first) = self.class.get(&proposition.arguments[at]) else { continue };
            let others = self.members.get(first).into_iter().flatten();
            alike = others.flat_map(|event| alike.iter().map(|said| said.with(at, *event))).collect();
        }
        alike.into_iter().map(|said| in_id_order(ledger, said)).collect()
    }

    /// Whether the events of a proposition are each held to be one with only a few.
    pub(super) fn of_few(&self, ledger: &Ledger, proposition: &Proposition) -> bool {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        predicate.places_of(ArgumentKind::Event).all(|at| {
            let first = self.class.get(&proposition.arguments[at]);
            first.is_none_or(|first| self.members[first].len() <= MOST_DRAWN)
        })
    }

    pub(super) fn speaks_of(&self, ledger: &Ledger, proposition: &Proposition) -> bool {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        predicate.places_of(ArgumentKind::Event).any(|at| self.class.contains_key(&proposition.arguments[at]))
    }
}
