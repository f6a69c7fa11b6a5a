//! What became of a position: it stands, or its own root took it back or said otherwise since.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::stance::Stance;
use crate::reason::Reasoning;
use crate::reason::position::PositionId;
use crate::reason::time::Turn;
use crate::reason::values;

/// What became of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Stands,
    /// A later word of the same root took its place.
    Superseded {
        /// Which statements; none where the record does not show it.
        by: Vec<StatementId>,
        /// The two clash.
        reversal: bool,
    },
    /// Its root withdrew the statement.
    Retracted {
        /// The statements that withdraw it.
        by: Vec<StatementId>,
    },
    /// Said under a condition: listed, never compared.
    Conditional,
}

/// The fate of every position that does not stand.
pub(super) fn fates(reasoning: &Reasoning<'_>) -> FxHashMap<PositionId, Fate> {
    let mut fates: FxHashMap<PositionId, Fate> = FxHashMap::default();
    for change in &reasoning.changes {
        for (earlier, later) in &change.pairs {
            match (change.turn, later) {
                (Turn::Retraction, _) => {
                    let by = in_order(reasoning, change.withdrawn_by.clone());
                    fates.insert(earlier.base, Fate::Retracted { by });
                }
                (Turn::Reversal, Some(later)) => {
                    let statement = reasoning.position(later.base).statement;
                    let fate = fates
                        .entry(earlier.base)
                        .or_insert_with(|| Fate::Superseded { by: Vec::new(), reversal: true });
                    if let Fate::Superseded { by, .. } = fate {
                        by.push(statement);
                        *by = in_order(reasoning, std::mem::take(by));
                    }
                }
                _ => {}
            }
        }
    }
    let mut by_root: BTreeMap<PartyId, Vec<PositionId>> = BTreeMap::new();
    for (at, position) in reasoning.positions.iter().enumerate() {
        by_root.entry(position.root).or_default().push(PositionId(u32::try_from(at).unwrap_or(u32::MAX)));
    }
    for own in by_root.values() {
        for id in own.iter().filter(|id| !reasoning.stands(**id)) {
            if !fates.contains_key(id) {
                let by = quietly(reasoning, own, *id);
                fates.insert(*id, Fate::Superseded { by, reversal: false });
            }
        }
    }
    fates
}

/// The next word that took a position's place without a clash: a revision, a hedge, leaving it open.
fn quietly(reasoning: &Reasoning<'_>, own: &[PositionId], id: PositionId) -> Vec<StatementId> {
    let earlier = reasoning.position(id);
    let about = |position: &crate::reason::position::Position| {
        position.proposition == earlier.proposition
            || reasoning
                .consequences(earlier.proposition)
                .iter()
                .any(|consequence| consequence.to == position.proposition)
    };
    let next = own
        .iter()
        .map(|other| reasoning.position(*other))
        .filter(|later| {
            let raised = earlier.value.zip(later.value).is_some_and(|(a, b)| values::rises(a, b));
            later.date.later_than(&earlier.date)
                && !later.hearsay
                && !later.tacit
                && later.stance != Stance::Declines
                && (later.voice == earlier.voice || raised)
                && (later.stance != earlier.stance || later.value != earlier.value)
                && about(later)
        })
        .min_by_key(|later| (later.date.order(), &reasoning.ledger.statement(later.statement).id));
    next.map(|later| later.statement).into_iter().collect()
}

/// Statements by date, each once.
fn in_order(reasoning: &Reasoning<'_>, mut ids: Vec<StatementId>) -> Vec<StatementId> {
    let statement = |id: &StatementId| reasoning.ledger.statement(*id);
    ids.sort_by_cached_key(|id| (statement(id).date.order(), statement(id).id.clone()));
    ids.dedup();
    ids
}
