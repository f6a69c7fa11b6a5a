//! Look-ups of the denials against a proposition.

use super::Reasoning;
use super::position::{Hold, Reason};
use crate::ledger::model::id::PropositionId;

impl Reasoning<'_> {
    /// The holds with minus on a proposition or on a consequence of it by definition.
    pub fn against(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        std::iter::once(proposition)
            .chain(self.consequences(proposition).iter().map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// The holds with minus against a proposition, without those that deny only that its event happened.
    pub fn denying_deed(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let deed = self.consequences(proposition).iter().filter(|consequence| {
            self.ways.definitions.back(consequence).all(|one| one.reason != Reason::Happening)
        });
        std::iter::once(proposition)
            .chain(deed.map(|consequence| consequence.to))
            .flat_map(|id| self.denying(id))
    }

    /// The holds with minus on a proposition itself.
    pub fn denying(&self, proposition: PropositionId) -> impl Iterator<Item = &Hold> {
        let at = proposition.index();
        self.minus[self.minus_starts[at]..self.minus_starts[at + 1]].iter().map(|at| &self.holds[*at])
    }
}
