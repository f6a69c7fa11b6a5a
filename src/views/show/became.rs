//! The state of a position, in the words of a page.

use super::desk::Desk;
use crate::layout::position;
use crate::ledger::words;
use crate::reason::position::PositionId;
use crate::reason::state::State;

/// The word for a state: `stands`, `superseded`, `withdrawn` or `conditional`.
pub(super) fn key(state: &State) -> &'static str {
    match state {
        State::Stands => "stands",
        State::Superseded { .. } => "superseded",
        State::Withdrawn { .. } => "withdrawn",
        State::Conditional => "conditional",
    }
}

/// The state of a position in words, to be read after it; none where it stands.
pub(super) fn words(desk: &Desk<'_>, id: PositionId) -> Option<String> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let later = |id: PositionId| {
        let by = reasoning.position(id);
        let proposition = reasoning.propositions.get(by.proposition);
        let says =
            position::says(desk.ledger, by.root, by.stance, &proposition, by.value(ledger), by.long(ledger));
        format!("on {} by `{}`, which {says}", by.date.words(), ledger.statement(by.statement).id)
    };
    match reasoning.state(id) {
        State::Superseded { .. } => {
            let by: Vec<String> = reasoning.successors(id).map(later).collect();
            Some(format!("superseded {}", by.join("; and ")))
        }
        state => withdrawn(desk, &state),
    }
}

/// The statements that withdrew a position in words, to be read after it; none where none did.
pub(super) fn withdrawn(desk: &Desk<'_>, state: &State) -> Option<String> {
    let State::Withdrawn { by } = state else { return None };
    let named: Vec<String> = by
        .iter()
        .map(|id| desk.ledger.statement(*id))
        .map(|statement| format!("`{}` on {}", statement.id, statement.date.words()))
        .collect();
    Some(format!("withdrawn by {}", words::list(&named)))
}
