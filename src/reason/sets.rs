//! Clashes between two holds on one proposition. Where a predicate takes many values, those that a voice gives together
//! are one set, and sets are compared.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Reasoning;
use super::position::{Hold, Position, PositionId};
use super::values;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::proposition::Propositions;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;

/// The sets of values that voices list.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    /// The set of a position, as an index in `all`; no entry where the predicate takes one value only.
    of: FxHashMap<PositionId, usize>,
    all: Vec<Vec<Value>>,
    /// Pairs of long sets that were compared, and whether they conflict: each value of one stands with each of the
    /// other on one proposition, and would have the two compared again.
    compared: Mutex<FxHashMap<(usize, usize), bool>>,
}

/// Number of comparisons that are rather made again than remembered.
const FEW: usize = 16;

impl Reasoning<'_> {
    /// True when two holds on one proposition clash: they have one scope, and either what the plus asserts lies within
    /// what the minus denies, or both are plus and their values conflict.
    #[must_use]
    pub fn clash(&self, a: &Hold, b: &Hold) -> bool {
        self.sets.clash(self.ledger, a, b)
    }

    /// The set of values to which a hold belongs, which tells apart the holds of one root that give the same value;
    /// none where the predicate takes one value only.
    #[must_use]
    pub fn listed(&self, hold: &Hold) -> Option<usize> {
        self.sets.of(hold)
    }

    /// True when every value of the set to which a hold with plus belongs conflicts with a value. False where the
    /// predicate takes one value only, since the hold itself then says all.
    #[must_use]
    pub fn rules_out(&self, hold: &Hold, value: Value) -> bool {
        self.sets.rules_out(self.ledger, hold, value)
    }
}

impl Sets {
    /// Collects the sets of the positions that take part: the values that a voice gives on a proposition in one
    /// statement, or in several whose order is not known.
    pub(super) fn new(
        ledger: &Ledger,
        propositions: &Propositions,
        positions: &[Position],
        takes_part: impl Fn(PositionId) -> bool,
    ) -> Self {
        let mut voices: BTreeMap<_, BTreeMap<Date, Vec<(PositionId, Value)>>> = BTreeMap::new();
        for (at, position) in positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            let Some(value) = position.value(ledger).filter(|_| position.stance.sign() == Sign::Plus) else {
                continue;
            };
            if !ledger.vocabulary.get(propositions.get(position.proposition).predicate).many
                || !takes_part(id)
            {
                continue;
            }
            let Position { proposition, root, voice, scope, hearsay, disputed, .. } = *position;
            let one_voice = voices.entry((proposition, root, voice, scope, hearsay, disputed)).or_default();
            one_voice.entry(position.date).or_default().push((id, value));
        }
        let mut found = Self::default();
        for days in voices.values() {
            for (date, listed) in days {
                let beside =
                    days.iter().filter(|(other, _)| !other.later_than(date) && !date.later_than(other));
                let mut set: Vec<Value> =
                    beside.flat_map(|(_, said)| said).map(|(_, value)| *value).collect();
                set.sort_unstable();
                set.dedup();
                found.of.extend(listed.iter().map(|(id, _)| (*id, found.all.len())));
                found.all.push(set);
            }
        }
        found
    }

    /// The set to which a hold belongs, as an index; none where its predicate takes one value only.
    pub(crate) fn of(&self, hold: &Hold) -> Option<usize> {
        self.of.get(&hold.base).copied()
    }

    /// True when two holds on one proposition clash, as [`Reasoning::clash`] says.
    pub(super) fn clash(&self, ledger: &Ledger, a: &Hold, b: &Hold) -> bool {
        if a.scope != b.scope {
            return false;
        }
        match (a.sign(), b.sign()) {
            (Sign::Plus, Sign::Minus) => denied(ledger, a, b),
            (Sign::Minus, Sign::Plus) => denied(ledger, b, a),
            (Sign::Plus, Sign::Plus) => self.conflict(ledger, a, b),
            _ => false,
        }
    }

    /// True when a set leaves no room for a value, as [`Reasoning::rules_out`] says.
    pub(super) fn rules_out(&self, ledger: &Ledger, hold: &Hold, value: Value) -> bool {
        let list = self.of(hold).map(|set| &self.all[set]);
        list.is_some_and(|list| list.iter().all(|listed| values::conflict(ledger, *listed, value)))
    }

    /// True when the values of two pluses cannot both be so; of two sets, when no value of one fits any of the other.
    fn conflict(&self, ledger: &Ledger, a: &Hold, b: &Hold) -> bool {
        let Some((one, other)) = a.value(ledger).zip(b.value(ledger)) else { return false };
        match self.of(a).zip(self.of(b)) {
            Some((a, b)) => self.sets_conflict(ledger, a, b),
            None => values::conflict(ledger, one, other),
        }
    }

    /// True when no value of one set fits any of the other.
    fn sets_conflict(&self, ledger: &Ledger, a: usize, b: usize) -> bool {
        let compare = || {
            let (a, b) = (&self.all[a], &self.all[b]);
            a.iter().all(|one| b.iter().all(|other| values::conflict(ledger, *one, *other)))
        };
        if self.all[a].len() * self.all[b].len() <= FEW {
            return compare();
        }
        let pair = (a.min(b), a.max(b));
        // Whoever stopped while holding it left a sound table: an entry is put in whole.
        let known = || self.compared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(conflict) = known().get(&pair).copied() {
            return conflict;
        }
        let conflict = compare();
        known().insert(pair, conflict);
        conflict
    }
}

/// True when the asserted value lies within the denied one; a denial without a value denies them all.
fn denied(ledger: &Ledger, plus: &Hold, minus: &Hold) -> bool {
    match (plus.value(ledger), minus.value(ledger)) {
        (Some(asserted), Some(denied)) => values::contains(ledger, denied, asserted),
        _ => true,
    }
}
