//! What a changed sheet would do to the ledger, for programs.

use serde::Serialize;

use super::Found;
use crate::entry::judging::Judged;
use crate::layout::said;

#[derive(Serialize)]
struct Document<'f, B> {
    version: u32,
    written: bool,
    changed: Vec<Cell<'f>>,
    new: Vec<New<'f>>,
    unchanged: usize,
    /// The rows that the ledger has changed, and the sheet has not.
    changed_in_ledger: &'f [usize],
    missing: usize,
    not_read: &'f [String],
    refused: Vec<Refused<'f>>,
    files: Vec<&'f str>,
    brings: Option<B>,
    settles: &'f [String],
}

#[derive(Serialize)]
struct Cell<'f> {
    row: usize,
    statement: &'f str,
    column: String,
    was: &'f str,
    now: &'f str,
}

#[derive(Serialize)]
struct New<'f> {
    row: usize,
    statement: Option<&'f str>,
    file: &'f str,
}

#[derive(Serialize)]
struct Refused<'f> {
    row: usize,
    column: Option<&'f str>,
    message: &'f str,
    help: &'f str,
}

/// What a sheet would do, or does, as a JSON document, ended by a line break.
pub fn json(found: &Found<'_>, written: bool) -> String {
    let cells = found.came.cells(found.sheet).map(|cell| Cell {
        row: cell.row,
        statement: cell.statement,
        column: cell.heading,
        was: cell.was,
        now: cell.now,
    });
    let plan = found.plan.as_ref();
    let new = plan.iter().flat_map(|plan| &plan.placed).map(|(row, placed)| New {
        row: *row,
        statement: placed.draft.values("id").first().map(String::as_str),
        file: &placed.path,
    });
    let refused = found.plan.as_ref().err().into_iter().flatten().map(|refusal| Refused {
        row: refusal.row,
        column: refusal.column.as_deref(),
        message: &refusal.message,
        help: &refusal.help,
    });
    let files = plan.iter().flat_map(|plan| &plan.changes).map(|(path, _)| path.as_str());
    said::write(&Document {
        version: 1,
        written,
        changed: cells.collect(),
        new: new.collect(),
        unchanged: found.came.unchanged,
        changed_in_ledger: &found.came.elsewhere,
        missing: found.came.missing,
        not_read: &found.came.strange,
        refused: refused.collect(),
        files: files.collect(),
        brings: found.judged.map(Judged::json),
        settles: found.gone,
    })
}
