//! Counts that were only raised since: what a root had counted before, and never took back.

use std::collections::BTreeSet;

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
        let least = |position: &Position| {
            let plus = position.stance.sign() == Sign::Plus;
            position.value.filter(|_| plus).and_then(Value::counts).map(|(least, _)| least)
        };
        let raised = move |id: &&PositionId| {
            let Some(first) = least(self.position(**id)) else { return false };
            let (mut open, mut met) = (vec![**id], BTreeSet::new());
            while let Some(next) = open.pop() {
                let fell = least(self.position(next)).is_none_or(|least| least < first);
                if fell || matches!(self.state(next), State::Withdrawn { .. }) {
                    return false;
                }
                open.extend(self.successors(next).filter(|later| met.insert(*later)));
            }
            true
        };
        let all = self.replaced.get(&proposition).into_iter().flatten();
        all.filter(raised).map(|id| self.position(*id))
    }
}
