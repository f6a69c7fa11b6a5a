//! A row of a workbook as its cells come.

use super::super::{Cell, Fault, LARGEST_CELL, MOST_COLUMNS, Row, headings};

/// So many bytes in a row are more than any has: cells that share one text could make it as large as memory.
const LARGEST_ROW: usize = 16 * LARGEST_CELL;

/// A row that is being read.
#[derive(Default)]
pub struct Filling {
    number: usize,
    cells: Vec<Cell>,
    /// The column behind the last cell, also where that one is empty.
    next: usize,
    size: usize,
}

impl Filling {
    /// A row without cells yet.
    #[must_use]
    pub fn new(number: usize) -> Self {
        Self { number, ..Self::default() }
    }

    /// The column of the next cell, from 0.
    #[must_use]
    pub fn next(&self) -> usize {
        self.next
    }

    /// Puts a cell into a column.
    ///
    /// # Errors
    /// It is there already, or is more than a row has.
    pub fn put(&mut self, column: usize, cell: Cell) -> Result<(), Fault> {
        let at = |message: &str, help: &str| Fault::at(self.number, column + 1, message, help);
        if column >= MOST_COLUMNS {
            return Err(headings::too_many(self.number));
        }
        if column < self.cells.len() {
            return Err(at("the row has this cell twice", "save the workbook anew, or as CSV"));
        }
        self.next = column + 1;
        self.size += cell.text.len();
        if cell.text.len() > LARGEST_CELL || self.size > LARGEST_ROW {
            return Err(at(
                "the row is larger than 16 megabytes, or the cell than one",
                "look whether this is a sheet",
            ));
        }
        if !cell.text.is_empty() {
            self.cells.resize_with(column, Cell::default);
            self.cells.push(cell);
        }
        Ok(())
    }

    /// The row.
    #[must_use]
    pub fn done(self) -> Row {
        Row { number: self.number, cells: self.cells }
    }
}
