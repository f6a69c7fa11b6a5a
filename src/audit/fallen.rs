//! Statements whose words are not to be quoted as they are: withdrawn or reversed since, disputed in their wording, or denied
//! ever to have been said.

use std::collections::{BTreeMap, BTreeSet};

use super::held::Held;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::stance::Stance;
use crate::ledger::vocabulary::Role;
use crate::reason::position::{Hold, PositionId};
use crate::reason::retraction::Retractions;
use crate::reason::time::Turn;

/// The statements that a draft quotes and should not quote as they are.
#[derive(Debug, Default)]
pub struct Fallen {
    /// Those that their own root withdrew, or that take a position which the same voice reversed since.
    pub superseded: BTreeSet<StatementId>,
    /// Those of whose words two reports differ.
    pub disputed: BTreeSet<StatementId>,
    /// Those of which somebody denies that they were ever said, with that party.
    pub denied: BTreeMap<StatementId, PartyId>,
}

impl Fallen {
    /// Those of some statements that fell in one way or another.
    #[must_use]
    pub fn new(ledger: &Ledger, held: &Held<'_>, quoted: &BTreeSet<StatementId>) -> Self {
        let superseded = Retractions::new(ledger).withdrawn().filter(|id| quoted.contains(id)).collect();
        let mut fallen = Self { superseded, ..Self::default() };
        if quoted.iter().any(|id| !ledger.statement(*id).positions.is_empty()) {
            fallen.by_positions(held, quoted);
        }
        if ledger.said().any(|(_, statement)| {
            statement.positions.iter().any(|position| {
                position.stance == Stance::Denies
                    && ledger
                        .vocabulary
                        .get(ledger.proposition(position.proposition).predicate)
                        .is(Role::Authenticity)
            })
        }) {
            fallen.by_denials(ledger, held, quoted);
        }
        fallen
    }

    /// Enters what their own positions tell.
    fn by_positions(&mut self, held: &Held<'_>, quoted: &BTreeSet<StatementId>) {
        let reasoning = held.get();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            if quoted.contains(&position.statement) && reasoning.state(id).taken_back() {
                self.superseded.insert(position.statement);
            }
        }
        let statement = |hold: &Hold| reasoning.position(hold.base).statement;
        let wordings = reasoning.changes.iter().filter(|change| change.turn == Turn::DisputedWording);
        for (one, other) in wordings.flat_map(|change| &change.pairs) {
            let both = std::iter::once(one).chain(other.as_ref()).map(statement);
            self.disputed.extend(both.filter(|id| quoted.contains(id)));
        }
    }

    /// Enters what others say of them.
    fn by_denials(&mut self, ledger: &Ledger, held: &Held<'_>, quoted: &BTreeSet<StatementId>) {
        let reasoning = held.get();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            let proposition = reasoning.propositions.get(position.proposition);
            let predicate = ledger.vocabulary.get(proposition.predicate);
            if position.stance == Stance::Denies
                && predicate.is(Role::Authenticity)
                && reasoning.stands(id)
                && let Some(of) = predicate.statement(&proposition, 0).filter(|of| quoted.contains(of))
            {
                self.denied.entry(of).or_insert(position.speaker);
            }
        }
    }
}
