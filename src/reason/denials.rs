//! What is held with minus against a proposition, looked up.

use super::Reasoning;
use super::position::{Hold, Reason};
use crate::ledger::model::id::PropositionId;

impl Reasoning<'_> {
    /// All that is held with minus against a proposition, on it or on what it says by definition.
    pub fn against(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        std::iter::once(proposition)
            .chain(self.consequences(proposition).iter().map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// All that is held with minus against a proposition, but what says only that its event did not happen.
    pub fn denying_deed(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let deed = self.consequences(proposition).iter().filter(|consequence| {
            self.definitions.steps(consequence).iter().all(|(reason, _)| *reason != Reason::Happening)
        });
        std::iter::once(proposition)
            .chain(deed.map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// What is held with minus on a proposition itself.
    pub fn denying(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let [from, to] = [proposition.index(), proposition.index() + 1]
            .map(|at| self.minus.partition_point(|place| *place < self.starts[at]));
        self.minus[from..to].iter().map(|at| &self.holds[*at])
    }
}
