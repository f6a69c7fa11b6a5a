//! The rows of a sheet of an XLSX workbook, one at a time.

use quick_xml::events::{BytesStart, Event};

use super::super::{Cell, Fault, Kind, LARGEST_CELL, MOST_COLUMNS, Row, headings};
use super::filling::Filling;
use super::stream::{Stream, text};
use super::{MOST_ROWS, shared, styles};
use crate::read::files::xml::attribute;

/// The rows of a sheet.
pub struct Cells<'b> {
    part: Stream<'b>,
    shared: Vec<Box<str>>,
    /// For each format of cells whether it shows a date.
    dates: Vec<bool>,
    /// Whether days are counted from 1904.
    late: bool,
    /// The number of the last row.
    row: usize,
    done: bool,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    column: usize,
    kind: String,
    date: bool,
    formula: bool,
    /// What is read now goes into its text.
    value: bool,
    text: String,
}

impl<'b> Cells<'b> {
    /// The rows of a part, with what its cells share.
    #[must_use]
    pub fn new(part: Stream<'b>, shared: Vec<Box<str>>, dates: Vec<bool>, late: bool) -> Self {
        Self { part, shared, dates, late, row: 0, done: false }
    }

    fn row(&mut self) -> Result<Option<Row>, Fault> {
        let mut filling = None;
        let mut open: Option<Open> = None;
        let mut phonetic = false;
        loop {
            let event = self.part.next()?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let empty = matches!(event, Event::Empty(_));
                    match element.local_name().as_ref() {
                        "row" => {
                            self.row = number_of(element, self.row)?;
                            if !empty {
                                filling = Some(Filling::new(self.row));
                            }
                        }
                        "c" => {
                            if let Some(filling) = &mut filling {
                                let cell = Open::of(element, filling, self.row, &self.dates)?;
                                if empty {
                                    filling.put(cell.column, Cell::default())?;
                                } else {
                                    open = Some(cell);
                                }
                            }
                        }
                        "f" => {
                            if let Some(cell) = &mut open {
                                cell.formula = true;
                            }
                        }
                        "v" | "t" if !empty => {
                            if let Some(cell) = &mut open {
                                cell.value = !phonetic;
                            }
                        }
                        "rPh" => phonetic = !empty,
                        _ => {}
                    }
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "row" => {
                        if let Some(filling) = filling.take() {
                            return Ok(Some(filling.done()));
                        }
                    }
                    "c" => {
                        if let (Some(filling), Some(cell)) = (&mut filling, open.take()) {
                            let column = cell.column;
                            filling.put(column, cell.done(&self.shared, self.late, self.row)?)?;
                        }
                    }
                    "v" | "t" => {
                        if let Some(cell) = &mut open {
                            cell.value = false;
                        }
                    }
                    "rPh" => phonetic = false,
                    "sheetData" => return Ok(None),
                    _ => {}
                },
                Event::Eof => return Ok(None),
                event => {
                    if let Some(cell) = open.as_mut().filter(|cell| cell.value) {
                        cell.text.extend(text(event));
                        if cell.text.len() > LARGEST_CELL {
                            let help = "look whether this is a sheet";
                            return Err(Fault::at(
                                self.row,
                                cell.column + 1,
                                "the cell is larger than a megabyte",
                                help,
                            ));
                        }
                    }
                }
            }
        }
    }
}

impl Iterator for Cells<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = self.row();
        self.done = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}

impl Open {
    fn of(element: &BytesStart<'_>, filling: &Filling, row: usize, dates: &[bool]) -> Result<Self, Fault> {
        let column = match attribute(element, "r") {
            Some(place) => column(&place).ok_or_else(|| headings::too_many(row))?,
            None => filling.next(),
        };
        let style = attribute(element, "s").and_then(|style| style.parse::<usize>().ok());
        let date = style.and_then(|style| dates.get(style).copied()).unwrap_or_default();
        Ok(Self { column, kind: attribute(element, "t").unwrap_or_default(), date, ..Self::default() })
    }

    fn done(self, shared: &[Box<str>], late: bool, row: usize) -> Result<Cell, Fault> {
        let of = |text: String, kind| Cell { text, kind };
        if self.formula && self.text.is_empty() && self.kind != "str" {
            return Ok(of("(a formula without its result)".to_owned(), Kind::Failed));
        }
        if self.text.is_empty() {
            return Ok(Cell::default());
        }
        Ok(match self.kind.as_str() {
            "s" => {
                let at = self.text.trim().parse::<usize>().ok();
                let text = at.and_then(|at| shared.get(at)).ok_or_else(|| {
                    let help = "open it in a spreadsheet program and save it anew, or as CSV";
                    Fault::at(
                        row,
                        self.column + 1,
                        "the cell names a text that the workbook does not hold",
                        help,
                    )
                })?;
                of(text.to_string(), Kind::Text)
            }
            "str" | "inlineStr" => of(shared::unescaped(&self.text), Kind::Text),
            "b" => of((self.text.trim() == "1").to_string(), Kind::Flag),
            "e" => of(self.text, Kind::Failed),
            "d" => of(self.text, Kind::Date),
            _ if self.date => styles::date(&self.text, late),
            _ => styles::number(&self.text),
        })
    }
}

/// The number of a row; without one of its own, the one behind the last.
fn number_of(element: &BytesStart<'_>, last: usize) -> Result<usize, Fault> {
    let number = match attribute(element, "r") {
        Some(text) => text.trim().parse().unwrap_or(usize::MAX),
        None => last + 1,
    };
    let help = "open it in a spreadsheet program and save it anew, or as CSV";
    if number <= last {
        return Err(Fault::at(number, 1, format!("the row stands behind row {last}"), help));
    }
    if number > MOST_ROWS {
        return Err(Fault::at(last, 1, format!("behind this row comes one beyond row {MOST_ROWS}"), help));
    }
    Ok(number)
}

/// The column of a place such as `AB12`, from 0; none where a sheet has no such column.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_uppercase());
    let number = letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1).filter(|column| *column < MOST_COLUMNS)
}
