//! The table as a tally: a line for each row, how it stands and how many parties have a position on it.

use super::{Format, status};
use crate::layout::safe;
use crate::ledger::words;
use crate::views::table::{Row, Table};

/// See [`tally`].
pub const FORMAT: Format = Format {
    name: "tally",
    help: "For whoever needs a tally",
    file: None,
    wide: None,
    print: |_, table, _| Ok(tally(table).into_bytes()),
};

/// The table as a tally. Whatever a record says is made safe for where it will be pasted: see [`safe`].
fn tally(table: &Table) -> String {
    let line = |row: &Row| {
        let spoken = row.cells.iter().filter(|cell| !cell.entries.is_empty());
        let parties = words::counted(spoken.count(), "party", "parties");
        let said = words::capital(&row.reading);
        format!("{}: {}, {parties}\n", safe::line(&said), status(row.status))
    };
    table.rows.iter().map(line).collect()
}
