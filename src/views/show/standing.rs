//! Whether a position stands, and if not, what became of it.

use super::desk::Desk;
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::position::PositionId;

/// What became of a position.
pub(super) struct Standing {
    /// `stands`, `superseded` or `withdrawn`.
    pub(super) key: &'static str,
    /// The same in words, to be read after the position; empty where it stands.
    pub(super) words: String,
}

/// What became of a position of the run.
pub(super) fn of(desk: &Desk<'_>, id: PositionId) -> Standing {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    if reasoning.stands(id) {
        return Standing { key: "stands", words: String::new() };
    }
    let position = reasoning.position(id);
    let later = reasoning.superseded.get(&id).into_iter().flatten();
    let later = later.min_by_key(|id| (reasoning.position(**id).date.order(), **id));
    if let Some(later) = later {
        let by = reasoning.position(*later);
        let proposition = reasoning.propositions.get(by.proposition);
        let words = format!(
            "superseded on {} by `{}`, which {}",
            by.date.words(),
            ledger.statement(by.statement).id,
            desk.says(by.stance, &proposition, by.value)
        );
        return Standing { key: "superseded", words };
    }
    let withdraws = |at: &usize| {
        let statement = ledger.statements.at(*at);
        statement.retracts.contains(&position.statement)
            && statement.by.iter().any(|by| roots::root(ledger, *by, &statement.date) == position.root)
    };
    let by: Vec<String> = (0..ledger.statements.len())
        .filter(withdraws)
        .map(|at| {
            let statement = ledger.statements.at(at);
            format!("`{}` on {}", statement.id, statement.date.words())
        })
        .collect();
    Standing { key: "withdrawn", words: format!("withdrawn by {}", words::list(&by)) }
}
