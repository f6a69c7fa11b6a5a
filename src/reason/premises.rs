//! What is granted or ruled out, to see what hangs on it. A granted proposition is nobody's position: it agrees and
//! clashes with nothing, and is a premise for reading everybody's words.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::definition::Definitions;
use super::record::Record;
use super::spoken::in_id_order;
use crate::ledger::Ledger;
use crate::ledger::ids::argument_id;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::ledger::vocabulary::Role;

/// What is granted and what is ruled out.
#[derive(Clone, Debug, Default)]
pub struct Premises {
    granted: Vec<Proposition>,
    ruled_out: BTreeSet<Proposition>,
    /// Each event that is granted to be one with others, with that of them whose id sorts first.
    first: FxHashMap<Argument, Argument>,
}

impl Premises {
    /// Takes what is granted and what is ruled out.
    #[must_use]
    pub fn new(ledger: &Ledger, granted: &[Proposition], ruled_out: &[Proposition]) -> Self {
        let mut premises = Self::default();
        for proposition in granted {
            let joins = ledger.vocabulary.get(proposition.predicate).is(Role::SameEvent);
            if let (true, [a, b]) = (joins, proposition.arguments()) {
                premises.join(ledger, *a, *b);
            }
        }
        premises.granted = granted.iter().map(|proposition| premises.written(ledger, *proposition)).collect();
        premises.ruled_out =
            ruled_out.iter().map(|proposition| premises.written(ledger, *proposition)).collect();
        premises
    }

    fn join(&mut self, ledger: &Ledger, a: Argument, b: Argument) {
        let first = |at: Argument| self.first.get(&at).copied().unwrap_or(at);
        let (one, other) = (first(a), first(b));
        let id = |at: Argument| argument_id(ledger, ArgumentKind::Event, at);
        let (low, high) = if id(one) <= id(other) { (one, other) } else { (other, one) };
        self.first.entry(low).or_insert(low);
        self.first.entry(high).or_insert(high);
        for at in self.first.values_mut().filter(|at| **at == high) {
            *at = low;
        }
    }

    /// Whether nothing is granted and nothing ruled out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.granted.is_empty() && self.ruled_out.is_empty()
    }

    /// What is granted, events held the same written by the id that sorts first.
    #[must_use]
    pub fn granted(&self) -> &[Proposition] {
        &self.granted
    }

    /// Whether a proposition is taken away as a premise.
    #[must_use]
    pub fn rules_out(&self, proposition: &Proposition) -> bool {
        self.ruled_out.contains(proposition)
    }

    /// A proposition as it is to be read: events that are granted to be one are written by the id that sorts first.
    /// What would then tie an event to itself is left as it is.
    #[must_use]
    pub fn written(&self, ledger: &Ledger, proposition: Proposition) -> Proposition {
        if self.first.is_empty() {
            return proposition;
        }
        let mut read = proposition;
        let predicate = ledger.vocabulary.get(proposition.predicate);
        for at in predicate.places_of(ArgumentKind::Event) {
            if let Some(first) = self.first.get(&read.arguments[at]) {
                read.arguments[at] = *first;
            }
        }
        if ties_to_itself(ledger, &read) && !ties_to_itself(ledger, &proposition) {
            return proposition;
        }
        in_id_order(ledger, read)
    }

    /// All events that are granted to be one with an event, itself among them.
    #[must_use]
    pub fn one_with(&self, event: Argument) -> Vec<Argument> {
        let Some(first) = self.first.get(&event) else { return vec![event] };
        let mut all: Vec<Argument> =
            self.first.iter().filter(|(_, other)| *other == first).map(|(at, _)| *at).collect();
        all.sort();
        all
    }
}

/// Whether a proposition ties an event to itself. A party and an event of the same place in their tables are two.
#[must_use]
pub fn ties_to_itself(ledger: &Ledger, proposition: &Proposition) -> bool {
    let kinds = &ledger.vocabulary.get(proposition.predicate).arguments;
    let events = kinds.iter().all(|(kind, _)| *kind == ArgumentKind::Event);
    events && matches!(proposition.arguments(), [a, b] if a == b)
}

/// What is granted, with all that it says by definition as of the latest date on record.
pub fn close(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    premises: &Premises,
    record: &Record,
) -> Vec<Proposition> {
    let mut all = Vec::new();
    for granted in premises.granted() {
        let id = propositions.intern(*granted);
        all.push(*granted);
        let row = definitions.of(ledger, propositions, id, &record.latest);
        all.extend(definitions.row(row).iter().map(|consequence| propositions.get(consequence.to)));
    }
    all
}
