//! What came of the rows of a sheet: changed, new, as they were, or refused.

use super::Sheet;
use super::columns::Column;
use crate::ledger::model::id::StatementId;

/// A row that cannot be brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row, as a spreadsheet counts.
    pub row: usize,
    /// The heading of the column, where one cell is to blame.
    pub column: Option<String>,
    /// The reason.
    pub message: String,
    /// The remedy.
    pub help: String,
}

/// A cell that was changed in the sheet.
pub(super) struct Cell {
    pub row: usize,
    pub column: Column,
    pub was: String,
    pub now: String,
}

/// A statement of which cells were changed.
pub(super) struct Changed {
    /// The statement.
    pub statement: StatementId,
    /// The cells of the statement itself, each key once.
    pub keys: Vec<Cell>,
    /// Positions by their index, each with all its cells as they are now, and those that were changed.
    pub positions: Vec<(usize, Vec<String>, Vec<Cell>)>,
}

/// A row of the sheet that is none of the ledger: all its cells, in the order of the sheet's columns.
pub(super) struct Fresh {
    pub row: usize,
    pub cells: Vec<String>,
}

/// What came of the rows.
#[derive(Default)]
pub struct Came {
    /// Rows as they were.
    pub unchanged: usize,
    /// Rows of the ledger that the sheet has not.
    pub missing: usize,
    /// Rows that the ledger has changed, and the sheet has not.
    pub elsewhere: Vec<usize>,
    /// Rows that cannot be brought in.
    pub refused: Vec<Refusal>,
    /// Columns that are none of the sheet's.
    pub strange: Vec<String>,
    /// Statements that were changed, in the order of the sheet.
    pub(super) changed: Vec<Changed>,
    pub(super) fresh: Vec<Fresh>,
}

/// A cell that was changed, for people.
pub struct Shown<'c> {
    /// Its row.
    pub row: usize,
    /// The id of its statement.
    pub statement: &'c str,
    /// The heading of its column.
    pub heading: String,
    /// What it held.
    pub was: &'c str,
    /// What it holds now.
    pub now: &'c str,
}

impl Came {
    /// The cells that were changed, statement by statement.
    pub fn cells<'c>(&'c self, sheet: &'c Sheet<'_>) -> impl Iterator<Item = Shown<'c>> {
        self.changed.iter().flat_map(|changed| {
            let statement = sheet.ledger.statement(changed.statement).id.as_str();
            let own = changed.keys.iter().chain(changed.positions.iter().flat_map(|(_, _, cells)| cells));
            own.map(move |cell| Shown {
                row: cell.row,
                statement,
                heading: cell.column.heading(),
                was: &cell.was,
                now: &cell.now,
            })
        })
    }

    /// How many statements were changed: one that takes several positions has as many rows.
    #[must_use]
    pub fn changed_statements(&self) -> usize {
        self.changed.len()
    }

    /// How many rows are new.
    #[must_use]
    pub fn new_rows(&self) -> usize {
        self.fresh.len()
    }
}
