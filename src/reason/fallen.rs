//! Statements that have fallen, with what is said of their accuracy.

use rustc_hash::FxHashSet;

use super::position::{Position, PositionId};
use super::state::States;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PropositionId, StatementId};
use crate::ledger::model::proposition::{ArgumentKind, Propositions};
use crate::ledger::vocabulary::Role;

/// Statements of which no position stands any more, though there were some.
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

/// Whether a proposition says that a fallen statement is accurate or authentic: it falls with the statement.
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
