//! Withdrawn statements: their positions take no further part.

use std::collections::BTreeMap;

use super::position::{Position, PositionId};
use super::time::{Change, Outcome, Turn, stated};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::roots;

/// For each statement and root that spoke in it, the statements by which that root withdraws it, by date. Hearsay,
/// conditional words and earlier statements withdraw nothing.
#[derive(Debug, Default)]
pub struct Retractions(BTreeMap<(StatementId, PartyId), Vec<StatementId>>);

impl Retractions {
    /// Collects the withdrawals on record.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let mut by: BTreeMap<(StatementId, PartyId), Vec<StatementId>> = BTreeMap::new();
        for (id, statement) in ledger.said() {
            if statement.condition.is_some() || statement.retracts.is_empty() {
                continue;
            }
            let mut roots: Vec<PartyId> =
                statement.by.iter().map(|speaker| roots::spoken_for(ledger, statement, *speaker)).collect();
            roots.sort_unstable();
            roots.dedup();
            roots.retain(|root| !super::spoken::hearsay(ledger, statement, *root));
            for target in &statement.retracts {
                let other = ledger.statement(*target);
                let spoke =
                    |root: &PartyId| other.by.iter().any(|by| roots::spoken_for(ledger, other, *by) == *root);
                if other.date.later_than(&statement.date) {
                    continue;
                }
                for root in roots.iter().copied().filter(spoke) {
                    by.entry((*target, root)).or_default().push(id);
                }
            }
        }
        for list in by.values_mut() {
            list.sort_by_cached_key(|id| {
                (ledger.statement(*id).date.order(), ledger.statement(*id).id.clone())
            });
            list.dedup();
        }
        Self(by)
    }

    /// The statements by which a root withdraws a statement of its own, by date; empty where it does not.
    #[must_use]
    pub fn of(&self, statement: StatementId, root: PartyId) -> &[StatementId] {
        self.0.get(&(statement, root)).map_or(&[], Vec::as_slice)
    }

    /// The withdrawn statements, one that several roots withdrew once for each.
    pub fn withdrawn(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.0.keys().map(|(statement, _)| *statement)
    }

    /// The withdrawn positions and the changes to report; tacit positions and hearsay are not reported.
    #[must_use]
    pub fn outcome(&self, positions: &[Position]) -> Outcome {
        if self.0.is_empty() {
            return Outcome::default();
        }
        let mut outcome = Outcome::default();
        let mut changes: BTreeMap<(PropositionId, PartyId), Change> = BTreeMap::new();
        for (at, position) in positions.iter().enumerate() {
            let by = self.of(position.statement, position.root);
            if by.is_empty() {
                continue;
            }
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            outcome.states.withdrawn.insert(id, by.to_vec());
            if position.tacit || position.hearsay {
                continue;
            }
            let change = changes.entry((position.proposition, position.root)).or_insert_with(|| Change {
                turn: Turn::Retraction,
                root: position.root,
                proposition: position.proposition,
                pairs: Vec::new(),
            });
            change.pairs.push((stated(id, position), None));
        }
        outcome.changes.extend(changes.into_values());
        outcome
    }
}
