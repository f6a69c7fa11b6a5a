//! Fallen statements, of which no position stands, and the propositions that fall with them.

use rustc_hash::FxHashSet;

use super::position::{Position, PositionId};
use super::state::States;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PropositionId, StatementId};
use crate::ledger::model::proposition::{ArgumentKind, Propositions};
use crate::ledger::vocabulary::Role;

/// The statements of which a position was taken and none stands any more; tacit positions do not count.
pub(super) fn fallen(positions: &[Position], states: &States) -> FxHashSet<StatementId> {
    let ids = (0..).map(PositionId);
    let written = || positions.iter().zip(ids.clone()).filter(|(position, _)| !position.tacit);
    let touched = written().filter(|(_, id)| states.gone(*id)).map(|(position, _)| position.statement);
    let mut fallen: FxHashSet<StatementId> = touched.collect();
    for (position, _) in written().filter(|(_, id)| !states.gone(*id)) {
        fallen.remove(&position.statement);
    }
    fallen
}

/// True when a proposition says that a fallen statement is accurate or authentic, and so falls with it.
pub(super) fn on_fallen(
    ledger: &Ledger,
    propositions: &Propositions,
    proposition: PropositionId,
    fallen: &FxHashSet<StatementId>,
) -> bool {
    if fallen.is_empty() {
        return false;
    }
    let proposition = propositions.get(proposition);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let about = predicate.place_of(ArgumentKind::Statement);
    let about = about.and_then(|at| predicate.statement(&proposition, at));
    about.is_some_and(|id| fallen.contains(&id))
        && [Role::Accuracy, Role::Authenticity].iter().any(|role| predicate.is(*role))
}
