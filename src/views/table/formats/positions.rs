//! The table as a list: a row for each position, with the same columns in each, to sort, filter and count.

use super::{heading, outcome, stance};
use crate::layout::credit::{source, speaker};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::statement::Long;
use crate::ledger::{vocabulary, words};
use crate::views::table::{Entry, Row, Table};

/// The headings.
pub(super) const COLUMNS: [&str; 14] = [
    "Event",
    "Question",
    "What is said",
    "Status",
    "Party",
    "Position",
    "Value",
    "Said by",
    "Date",
    "Source",
    "Address",
    "Quote",
    "Statements",
    "Canonical text",
];

/// The position of a root whose words may only be read so.
const READ_AS: &str = "only on a reading: may be read as saying so, and has not said it";

/// The rows, not yet made safe.
pub(super) fn positions(ledger: &Ledger, table: &Table) -> Vec<[String; COLUMNS.len()]> {
    let of_row = |row| {
        let said = row_cells(row).map(move |(root, entry)| position(ledger, row, root, Some(entry)));
        said.chain(row.read_as.iter().map(move |root| position(ledger, row, *root, None)))
    };
    table.rows.iter().flat_map(of_row).collect()
}

fn row_cells(row: &Row) -> impl Iterator<Item = (PartyId, &Entry)> {
    row.cells.iter().flat_map(|cell| cell.entries.iter().map(|entry| (cell.root, entry)))
}

/// The row of a position; without an entry, that of a root whose words may only be read so.
fn position(ledger: &Ledger, row: &Row, root: PartyId, entry: Option<&Entry>) -> [String; COLUMNS.len()] {
    let statement = entry.and_then(|entry| entry.statements.last()).map(|id| ledger.statement(*id));
    let long = entry.and_then(|entry| entry.long.as_ref());
    let predicate = row.proposition.predicate;
    let value = entry.and_then(|entry| entry.value);
    let value = value.map(|value| words::amount(ledger, predicate, value) + &Long::bracketed(long));
    let url = entry.and_then(|entry| entry.source).and_then(|source| ledger.source(source).url.clone());
    let ids = entry.iter().flat_map(|entry| &entry.statements).map(|id| ledger.statement(*id).id.as_str());
    let or_none = Option::unwrap_or_default;
    [
        heading(ledger, row.event),
        vocabulary::question(&row.asks).to_owned(),
        words::capital(&row.reading),
        outcome(row.status, &row.cells).to_owned(),
        ledger.party(root).name.clone(),
        entry.map_or_else(|| READ_AS.to_owned(), |entry| stance(ledger, root, predicate, entry)),
        or_none(value),
        or_none(statement.map(|statement| speaker(ledger, statement, None))),
        or_none(entry.map(|entry| entry.date.to_string())),
        or_none(statement.and_then(|statement| source(ledger, statement)).map(str::to_owned)),
        or_none(url),
        or_none(entry.and_then(|entry| entry.quoted(ledger))),
        ids.collect::<Vec<_>>().join(", "),
        row.name.clone(),
    ]
}
