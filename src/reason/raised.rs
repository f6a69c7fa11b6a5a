//! Counts that were only raised since: what a root had counted before, and never took back.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::Reasoning;
use super::position::{Position, PositionId};
use super::state::State;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;

impl Reasoning<'_> {
    /// The superseded counts that state a proposition in so many words and that were only raised since: nothing that
    /// took their place, or the place of that, is less or no count.
    pub fn raised_on(&self, proposition: PropositionId) -> impl Iterator<Item = &Position> {
        let mut lowest = FxHashMap::default();
        let raised = move |id: &&PositionId| {
            let first = self.least(**id);
            first.is_some() && self.lowest(**id, &mut lowest) >= first
        };
        let all = self.replaced.get(&proposition).into_iter().flatten();
        all.filter(raised).map(|id| self.position(*id))
    }

    /// True when a position is a count that a named voice gave with certainty, so that number, root and day say all of it.
    #[must_use]
    pub fn plain_count(&self, position: &Position) -> bool {
        let unnamed = self.ledger.statement(position.statement).anonymous.is_some();
        let count = position.value(self.ledger).and_then(Value::counts);
        position.stance.certain() && !unnamed && count.is_some()
    }

    /// The least that a position counts; none where it is no count.
    fn least(&self, id: PositionId) -> Option<u64> {
        let position = self.position(id);
        let plus = position.stance.sign() == Sign::Plus;
        position.value(self.ledger).filter(|_| plus).and_then(Value::counts).map(|(least, _)| least)
    }

    /// The least that a position, or any that took its place or the place of that, counts; none where one of them is no count or was
    /// withdrawn. Each is looked at once, since of a toll of many days each day's figure takes the place of the one before.
    fn lowest(&self, of: PositionId, known: &mut FxHashMap<PositionId, Option<u64>>) -> Option<u64> {
        let mut open = vec![(of, false)];
        while let Some((id, behind)) = open.pop() {
            // None is less than any count.
            if behind {
                let all = std::iter::once(id).chain(self.successors(id));
                let lowest = all.map(|one| known.get(&one).copied().flatten()).min().flatten();
                known.insert(id, lowest);
            } else if let Entry::Vacant(unknown) = known.entry(id) {
                let stands = !matches!(self.state(id), State::Withdrawn { .. });
                unknown.insert(self.least(id).filter(|_| stands));
                open.push((id, true));
                open.extend(self.successors(id).map(|later| (later, false)));
            }
        }
        known.get(&of).copied().flatten()
    }
}
