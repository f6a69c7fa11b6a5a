//! The events that one root holds to be one, so that what it says of one, it says of the others.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::links::Links;
use super::spoken::in_id_order;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};

/// Largest number of events held to be one of which every consequence is drawn; of more, only those of which somebody
/// speaks.
const MOST_DRAWN: usize = 8;

/// The events that one root holds to be one, in classes with a first event each.
#[derive(Debug, Default)]
pub struct OneEvent {
    pub(super) links: Links,
    pub(super) class: FxHashMap<Argument, Argument>,
    /// The first event of each class with all events of the class.
    members: BTreeMap<Argument, Vec<Argument>>,
}

impl OneEvent {
    /// Joins the events that are connected by links.
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

    /// A proposition with each event replaced by the first of its class, so that propositions that say the same are
    /// equal.
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

    /// The propositions that say the same of events of the same classes, the given one among them.
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

    /// True when every event of a proposition is in a class of at most [`MOST_DRAWN`] events, or in none.
    pub(super) fn of_few(&self, ledger: &Ledger, proposition: &Proposition) -> bool {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        predicate.places_of(ArgumentKind::Event).all(|at| {
            let first = self.class.get(&proposition.arguments[at]);
            first.is_none_or(|first| self.members[first].len() <= MOST_DRAWN)
        })
    }

    /// True when a proposition names an event that the root holds to be one with another.
    pub(super) fn speaks_of(&self, ledger: &Ledger, proposition: &Proposition) -> bool {
        let predicate = ledger.vocabulary.get(proposition.predicate);
        predicate.places_of(ArgumentKind::Event).any(|at| self.class.contains_key(&proposition.arguments[at]))
    }
}
