//! A statement in the document: its grounds, and its positions with what is written beside them.

use crate::layout::position;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::statement::Written;
use crate::ledger::roots;
use crate::reason::spoken;

/// The lines below a statement's words: its grounds, and each position in the long form.
pub(super) fn beside(ledger: &Ledger, id: StatementId) -> Vec<String> {
    let statement = ledger.statement(id);
    let basis = position::basis(statement).map(|basis| format!("says it rests on {basis}"));
    let long = statement
        .long
        .iter()
        .flat_map(|long| positions(ledger, id, statement.positions.get(long.at as usize)));
    basis.into_iter().chain(long.map(|(_, says)| says)).collect()
}

/// Positions of a statement for each root that speaks in it: the proposition, and the position in words with its own
/// quote.
pub(super) fn positions<'l>(
    ledger: &'l Ledger,
    id: StatementId,
    all: impl IntoIterator<Item = &'l Written>,
) -> Vec<(Proposition, String)> {
    let statement = ledger.statement(id);
    let mut said: Vec<(Proposition, String)> = Vec::new();
    for written in all {
        let long = statement.long_written(written.span);
        let own = position::own_words(ledger, long).map_or(String::new(), |words| format!(": {words}"));
        for root in statement.by.iter().map(|by| roots::spoken_for(ledger, statement, *by)) {
            let proposition = spoken::resolve(ledger, ledger.proposition(written.proposition), root);
            let says =
                position::says(ledger, root, written.stance, &proposition, written.value(ledger), long);
            let one = (proposition, format!("{says}{own}"));
            if !said.contains(&one) {
                said.push(one);
            }
        }
    }
    said
}
