//! Propositions that are granted or ruled out, to see what hangs on them. A granted proposition is nobody's position:
//! it agrees and clashes with nothing, and is a premise for reading everybody's words.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Reasoning;
use super::definition::Definitions;
use super::own::Own;
use super::readings::readings;
use super::record::Record;
use super::spoken::in_id_order;
use crate::ledger::Ledger;
use crate::ledger::ids::argument_id;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition, Propositions};
use crate::ledger::model::stance::Stance;
use crate::ledger::vocabulary::Role;

/// The propositions that are granted, and those that are ruled out.
#[derive(Clone, Debug, Default)]
pub struct Premises {
    granted: Vec<Proposition>,
    ruled_out: BTreeSet<Proposition>,
    /// For each event that is granted to be one with others, the one of them whose id sorts first.
    first: FxHashMap<Argument, Argument>,
}

impl Premises {
    /// Premises that grant and rule out these propositions.
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

    /// True when nothing is granted and nothing ruled out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.granted.is_empty() && self.ruled_out.is_empty()
    }

    /// The granted propositions, as [`Premises::written`] writes them.
    #[must_use]
    pub fn granted(&self) -> &[Proposition] {
        &self.granted
    }

    /// True when any proposition is ruled out.
    #[must_use]
    pub fn rules_any_out(&self) -> bool {
        !self.ruled_out.is_empty()
    }

    /// True when a proposition is ruled out.
    #[must_use]
    pub fn rules_out(&self, proposition: &Proposition) -> bool {
        self.ruled_out.contains(proposition)
    }

    /// A proposition with each event replaced by the first, by id, of those that are granted to be one with it. A
    /// proposition that would then tie an event to itself is returned as it is.
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

/// True when a proposition ties an event to itself. Arguments of two kinds are never one, even with one number.
#[must_use]
pub fn ties_to_itself(ledger: &Ledger, proposition: &Proposition) -> bool {
    let kinds = &ledger.vocabulary.get(proposition.predicate).arguments;
    let events = kinds.iter().all(|(kind, _)| *kind == ArgumentKind::Event);
    events && matches!(proposition.arguments(), [a, b] if a == b)
}

/// The granted propositions and their consequences by definition as of the latest date on record.
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

impl Reasoning<'_> {
    /// True when nobody would hold or be read as saying anything else with these premises: they tie nothing to anything
    /// by which words are taken further, and no rule of reading finds more or less with them.
    #[must_use]
    pub fn unmoved_by(&self, premises: &Premises) -> bool {
        let ledger = self.ledger;
        let mut propositions = Propositions::default();
        let mut definitions = Definitions::new(ledger);
        let granted = close(ledger, &mut propositions, &mut definitions, premises, &self.record);
        let ties = |said: &Proposition| ledger.vocabulary.get(said.predicate).transitive;
        let certain = |said: &Proposition| {
            let id = self.propositions.find(said);
            id.is_some_and(|id| self.on(id).iter().any(|hold| hold.stance == Stance::Asserts))
        };
        if granted.iter().any(ties) || premises.ruled_out.iter().any(|said| ties(said) && certain(said)) {
            return false;
        }
        let own = Own { ledger, positions: &self.positions, premises, granted: &granted };
        let found = readings(&own, &self.propositions, &self.ways, &self.holds, &self.one_event);
        found == self.readings
    }
}
