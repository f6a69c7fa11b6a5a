//! Withdrawn statements: their positions take no further part.

use std::collections::BTreeMap;

use super::position::{Position, PositionId};
use super::time::{Change, Outcome, Turn, stated};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::roots;

/// Which statements withdraw which: those of the same root, not hearsay and not earlier.
#[derive(Debug, Default)]
pub struct Retractions(BTreeMap<StatementId, Vec<StatementId>>);

impl Retractions {
    /// Reads off the record what withdraws what.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let mut by: BTreeMap<StatementId, Vec<StatementId>> = BTreeMap::new();
        for (at, statement) in ledger.statements.iter().enumerate() {
            if statement.condition.is_some() {
                continue;
            }
            let own = |party: &PartyId| roots::root(ledger, *party, &statement.date);
            for target in &statement.retracts {
                let other = ledger.statement(*target);
                let shares = statement.by.iter().any(|speaker| {
                    !super::spoken::hearsay(ledger, statement, own(speaker))
                        && other
                            .by
                            .iter()
                            .any(|spoke| roots::root(ledger, *spoke, &other.date) == own(speaker))
                });
                if shares && !other.date.later_than(&statement.date) {
                    by.entry(*target).or_default().push(StatementId::from(at));
                }
            }
        }
        Self(by)
    }

    /// What the withdrawals leave of positions.
    #[must_use]
    pub fn outcome(&self, ledger: &Ledger, positions: &[Position]) -> Outcome {
        if self.0.is_empty() {
            return Outcome::default();
        }
        let mut outcome = Outcome::default();
        let mut changes: BTreeMap<(PropositionId, PartyId), Change> = BTreeMap::new();
        for (at, position) in positions.iter().enumerate() {
            let Some(withdrawing) = self.0.get(&position.statement) else { continue };
            let withdraws = |id: &&StatementId| {
                let statement = ledger.statement(**id);
                statement
                    .by
                    .iter()
                    .any(|speaker| roots::root(ledger, *speaker, &statement.date) == position.root)
            };
            let withdrawing: Vec<StatementId> = withdrawing.iter().filter(withdraws).copied().collect();
            if withdrawing.is_empty() {
                continue;
            }
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            outcome.gone.insert(id);
            if position.tacit || position.hearsay {
                continue;
            }
            let change = changes.entry((position.proposition, position.root)).or_insert_with(|| Change {
                turn: Turn::Retraction,
                root: position.root,
                proposition: position.proposition,
                pairs: Vec::new(),
                withdrawn_by: Vec::new(),
            });
            change.pairs.push((stated(id, position), None));
            change.withdrawn_by.extend(withdrawing);
        }
        outcome.changes.extend(changes.into_values());
        outcome
    }
}
