//! The copy of a sheet that is kept: the same cells as plain text, in which quotes are looked up and rows are found again by
//! their numbers, whatever the sheet was.

use std::collections::BTreeMap;

use crate::grid::{self, Fault, Grid, Kind, Opening, letters};

/// A copy of a sheet.
pub struct Copy {
    /// Its text: cells divided by commas.
    pub text: String,
    /// Rows that cannot be used, with the reason: a cell of theirs is a formula without a result.
    pub failed: BTreeMap<usize, String>,
    /// How many rows it has.
    pub rows: usize,
}

/// How a copy is opened.
pub const OPENING: Opening<'static> =
    Opening { ending: "csv", heading: None, sheet: None, delimiter: Some(','), encoding: Some("utf-8") };

/// The copy of a sheet. Each row stands where its number says: of JSON Lines, a line below, since the names of the
/// columns stand above.
///
/// # Errors
/// A row that cannot be read.
pub fn copy(mut grid: Grid<'_>) -> Result<Copy, Fault> {
    let mut copy = Copy { text: String::new(), failed: BTreeMap::new(), rows: 0 };
    let before = grid.heading.max(1);
    let shift = usize::from(grid.heading == 0);
    copy.text.push_str(&"\n".repeat(before - 1));
    line(&mut copy.text, grid.columns.iter().map(|column| column.name.as_str()));
    let mut last = before;
    for row in grid.by_ref() {
        let row = row?;
        let number = row.number + shift;
        if copy.text.len() as u64 > grid::LARGEST {
            return Err(grid::too_much(number));
        }
        copy.text.push_str(&"\n".repeat(number.saturating_sub(last + 1)));
        last = number;
        copy.rows += 1;
        line(&mut copy.text, row.cells.iter().map(|cell| cell.text.as_str()));
        if let Some(at) = row.cells.iter().position(|cell| cell.kind == Kind::Failed) {
            let shown = format!("column {} holds {}", letters(at), row.cells[at].text);
            copy.failed.insert(
                number,
                format!("{shown}: open the workbook and save it, so that its formulas have results"),
            );
        }
    }
    Ok(copy)
}

/// A row as text. Every cell stands between quotation marks, so that no sentence goes on in the next.
fn line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        if !cell.is_empty() {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
    }
    text.push('\n');
}
