//! The cells of files that are no ledger, row by row: CSV and its like, JSON Lines, workbooks

mod delimited;
mod delimiter;
mod encoding;
mod headings;
mod json_lines;
#[cfg(feature = "xlsx")]
mod workbook;

use std::borrow::Cow;

pub use headings::{Column, letters};

/// More columns than any sheet has; more are a file that was not understood.
pub const MOST_COLUMNS: usize = 16_384;
/// More bytes than any cell has; more are a quotation mark that was never closed.
pub const LARGEST_CELL: usize = 1024 * 1024;
/// Larger files are refused, and what unfolds into more: they are held in memory.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// The rows of a sheet below its headings. It holds one row at a time.
pub struct Grid<'b> {
    /// How the file was read, where that was found out and not known: sentences for the person who named it.
    pub said: Vec<String>,
    /// Its columns, by the headings.
    pub columns: Vec<Column>,
    /// The number of the row of headings; 0 where the file has none, as JSON Lines.
    pub heading: usize,
    rows: Rows<'b>,
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Opening<'o> {
    /// The ending of its name, in small letters.
    pub ending: &'o str,
    /// The number of the row of headings; none where it is the first that holds anything.
    pub heading: Option<usize>,
    /// The name of the sheet of a workbook; none for the first.
    pub sheet: Option<&'o str>,
    /// What divides the cells of a row of text; none where it is to be found.
    pub delimiter: Option<char>,
    /// The name of the encoding of a text; none where it is to be found.
    pub encoding: Option<&'o str>,
}

/// A row that holds anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, as a spreadsheet counts: the first row of the file is 1. Of JSON Lines it is the line.
    pub number: usize,
    /// Its cells from the first column on. Those behind the last that holds anything may be left out.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it shows: a number in digits, a date of a workbook as `2031-05-04` or `2031-05-04T18:30`.
    pub text: String,
    /// What the file says that it is.
    pub kind: Kind,
}

/// What a file says that a cell is. CSV says nothing: all its cells are texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day, or a day with a time.
    Date,
    /// `true` or `false`.
    Flag,
    /// A formula without a result, or with an error for one.
    Failed,
}

/// Why a file, or the rest of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row and the column, as a spreadsheet counts, where the fault has a place.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

type Rows<'b> = Box<dyn Iterator<Item = Result<Row, Fault>> + 'b>;

impl<'b> Grid<'b> {
    /// Opens the bytes of a file.
    ///
    /// # Errors
    /// Why it cannot be read. What is wrong in a row comes with the rows.
    pub fn open(bytes: &'b [u8], opening: Opening<'_>) -> Result<Self, Fault> {
        let mut said = Vec::new();
        if bytes.starts_with(b"PK\x03\x04") {
            let mut rows = workbook(bytes, opening, &mut said)?;
            let (heading, columns) = headings::of(&mut rows, opening.heading)?;
            return Ok(Self { said, columns, heading, rows });
        }
        let text = encoding::decode(bytes, opening.encoding, &mut said)?;
        if matches!(opening.ending, "jsonl" | "ndjson") {
            let (columns, rows) = json_lines::open(text)?;
            return Ok(Self { said, columns, heading: 0, rows });
        }
        let mut rows = delimited(text, opening, &mut said);
        let (heading, columns) = headings::of(&mut rows, opening.heading)?;
        Ok(Self { said, columns, heading, rows })
    }
}

#[cfg(feature = "xlsx")]
fn workbook<'b>(bytes: &'b [u8], opening: Opening<'_>, said: &mut Vec<String>) -> Result<Rows<'b>, Fault> {
    Ok(Box::new(workbook::open(bytes, opening.sheet, said)?.filter(Row::holds)))
}

#[cfg(not(feature = "xlsx"))]
fn workbook<'b>(_: &'b [u8], _: Opening<'_>, _: &mut Vec<String>) -> Result<Rows<'b>, Fault> {
    let help = "save the sheet as CSV, or build gainsay with them: `cargo install --path .` does";
    Err(Fault::new("this gainsay was built without workbooks", help))
}

fn delimited<'b>(text: Cow<'b, str>, opening: Opening<'_>, said: &mut Vec<String>) -> Rows<'b> {
    let (delimiter, start) = match opening.delimiter {
        Some(delimiter) => (delimiter, 0),
        None => delimiter::find(&text, opening.ending, said),
    };
    Box::new(delimited::Delimited::new(text, delimiter, start).filter(Row::holds))
}

impl Iterator for Grid<'_> {
    type Item = Result<Row, Fault>;

    /// The next row that holds anything. Behind a fault there is none.
    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}

impl Row {
    /// The text of a cell, without space around it; empty where there is none.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    fn holds(row: &Result<Self, Fault>) -> bool {
        row.as_ref().map_or(true, |row| row.cells.iter().any(|cell| !cell.text.trim().is_empty()))
    }
}

/// That a sheet holds more than can be held in memory.
#[must_use]
pub fn too_much(row: usize) -> Fault {
    Fault::at(row, 1, "up to this row the sheet holds more than 256 megabytes of text", "divide it")
}

impl Fault {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: None, message: message.into(), help: help.into() }
    }

    fn at(row: usize, column: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: Some((row, column)), ..Self::new(message, help) }
    }

    /// Its place in words: `row 7, column C`; empty where it has none.
    #[must_use]
    pub fn shown(&self) -> String {
        self.place.map_or_else(String::new, |(row, column)| {
            format!("row {row}, column {}", letters(column.saturating_sub(1)))
        })
    }
}
