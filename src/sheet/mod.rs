//! The sheet: a row for every position, names for ids, for a spreadsheet program; and the way back into the ledger.

mod back;
mod book;
mod came;
mod changes;
mod columns;
mod fresh;
mod lists;
mod meant;
mod names;
mod rows;

use crate::entry::desk::Change;
use crate::entry::placing::{self, Files, Placed};
use crate::ledger::Ledger;
use crate::read::Text;
use crate::write::store;
use columns::Column;
use names::Names;

pub use back::Back;
pub use book::{ROWS, book};
pub use came::{Came, Refusal};

/// The statements of a ledger as rows of a sheet.
pub struct Sheet<'l> {
    ledger: &'l Ledger,
    names: Names<'l>,
    columns: Vec<Column>,
}

impl<'l> Sheet<'l> {
    /// The sheet of a ledger.
    #[must_use]
    pub fn new(ledger: &'l Ledger) -> Self {
        Self { ledger, names: Names::new(ledger), columns: columns::all() }
    }

    /// The headings of its columns.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.heading()).collect()
    }
}

/// What a sheet would do to the files of a store.
pub struct Plan {
    /// The new texts of files.
    pub changes: Vec<Change>,
    /// The new statements, each with its row in the sheet.
    pub placed: Vec<(usize, Placed)>,
}

/// What the rows that came back would do to the files of a store, which is called `store`.
///
/// # Errors
/// The rows that cannot be brought in, in their order.
pub fn plan(sheet: &Sheet<'_>, came: &Came, store: &str, texts: &[Text]) -> Result<Plan, Vec<Refusal>> {
    let changes = changes::changes(sheet, &came.changed, texts);
    let drafts = fresh::drafts(sheet, &came.fresh);
    let (changes, drafts) = match (changes, drafts) {
        (Ok(changes), Ok(drafts)) if came.refused.is_empty() => (changes, drafts),
        (changes, drafts) => {
            let mut refused = came.refused.clone();
            refused.extend(changes.err().into_iter().flatten());
            refused.extend(drafts.err().into_iter().flatten());
            refused.sort_by_key(|refusal| refusal.row);
            return Err(refused);
        }
    };
    let (rows, drafts): (Vec<usize>, Vec<_>) = drafts.into_iter().unzip();
    let texts = store::with(texts, &changes);
    let files = Files { ledger: sheet.ledger, store: store.to_owned(), texts: &texts };
    let (placing, placed) = placing::place(&files, None, drafts).map_err(|failure| {
        let row = rows.first().copied().unwrap_or_default();
        vec![Refusal { row, column: None, message: failure.message, help: failure.help }]
    })?;
    let kept = changes.into_iter().filter(|(path, _)| !placing.iter().any(|(other, _)| other == path));
    let kept: Vec<Change> = kept.collect();
    Ok(Plan {
        changes: kept.into_iter().chain(placing).collect(),
        placed: rows.into_iter().zip(placed).collect(),
    })
}
