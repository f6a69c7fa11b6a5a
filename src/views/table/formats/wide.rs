//! The table as CSV with a row for each proposition and a column for each party, as programs for charts and tables take it.

use super::{heading, outcome, told};
use crate::check::Report;
use crate::layout::spread::{MARK, line};
use crate::ledger::model::id::PartyId;
use crate::ledger::{vocabulary, words};
use crate::views::table::{Row, Table};

/// The headings before those of the parties, and behind them.
const FIRST: [&str; 4] = ["Event", "Question", "What is said", "Status"];
const LAST: [&str; 2] = ["Only on a reading", "Canonical text"];

/// The rows of the table as CSV. A cell holds what the party does; of several positions each, the most telling first.
pub(super) fn wide(report: &Report<'_>, table: &Table) -> String {
    let ledger = report.ledger;
    let name = |root: &PartyId| {
        let party = ledger.party(*root);
        let alone = table.columns.iter().filter(|other| ledger.party(**other).name == party.name).count() < 2;
        // No two columns have one heading.
        let taken = FIRST.contains(&party.name.as_str()) || LAST.contains(&party.name.as_str());
        if alone && !taken { party.name.clone() } else { format!("{} ({})", party.name, party.id) }
    };
    let parties = table.columns.iter().map(name);
    let headings: Vec<String> =
        FIRST.map(str::to_owned).into_iter().chain(parties).chain(LAST.map(str::to_owned)).collect();
    let row = |row: &Row| {
        let said = |root: &PartyId| {
            let cells = row.cells.iter().filter(|cell| cell.root == *root);
            let entries = cells.flat_map(|cell| &cell.entries);
            let said: Vec<String> =
                entries.map(|entry| told(ledger, *root, row.proposition.predicate, entry)).collect();
            said.join("; ")
        };
        let first = [
            heading(ledger, row.event),
            vocabulary::question(&row.asks).to_owned(),
            words::capital(&row.reading),
            outcome(row.status, &row.cells).to_owned(),
        ];
        let last = [words::parties(ledger, &row.read_as), row.name.clone()];
        let cells: Vec<String> =
            first.into_iter().chain(table.columns.iter().map(said)).chain(last).collect();
        line(&cells, ',')
    };
    let rows = table.rows.iter().map(row);
    [MARK.to_owned(), line(&headings, ',')].into_iter().chain(rows).collect()
}
