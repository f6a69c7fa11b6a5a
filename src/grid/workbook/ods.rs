//! The rows of a sheet of an ODS workbook, one at a time. What repeats is bounded as sheets are.

use quick_xml::events::{BytesStart, Event};

use super::super::{Cell, Fault, Kind, LARGEST_CELL, MOST_COLUMNS, Row};
use super::filling::Filling;
use super::package::Package;
use super::stream::{Stream, text};
use super::{MOST_ROWS, chosen};
use crate::read::files::xml::attribute;

/// The rows of a sheet.
pub struct Rows<'b> {
    part: Stream<'b>,
    /// The number of the last row.
    row: usize,
    /// A row that repeats, and how often it is still to come.
    again: Option<(Row, usize)>,
    done: bool,
}

/// A cell that is being read.
struct Open {
    kind: String,
    value: Option<String>,
    /// Whether it is a formula, and whether that has an error for a result.
    formula: bool,
    error: bool,
    times: usize,
    text: String,
    /// Whether a paragraph was read: the next begins a line.
    begun: bool,
}

/// The rows of a sheet.
///
/// # Errors
/// It has no such sheet, or cannot be read.
pub fn open<'b>(
    package: &mut Package<'b>,
    sheet: Option<&str>,
    said: &mut Vec<String>,
) -> Result<Rows<'b>, Fault> {
    let none = || Fault::new("the package holds no workbook", "save it anew as ODS, or as CSV");
    let mut names = Vec::new();
    let mut part = package.part("content.xml")?.ok_or_else(none)?;
    loop {
        match part.next()? {
            Event::Start(element) | Event::Empty(element) if is(&element, "table") => {
                names.push(attribute(&element, "name").unwrap_or_default());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let at = chosen(&names, sheet, said)?;
    let mut part = package.part("content.xml")?.ok_or_else(none)?;
    let mut before = at;
    loop {
        match part.next()? {
            Event::Start(element) if is(&element, "table") => {
                if before == 0 {
                    return Ok(Rows { part, row: 0, again: None, done: false });
                }
                before -= 1;
            }
            Event::Eof => return Err(none()),
            _ => {}
        }
    }
}

impl Rows<'_> {
    fn row(&mut self) -> Result<Option<Row>, Fault> {
        let mut filling: Option<(Filling, usize, usize)> = None;
        let mut open: Option<Open> = None;
        let (mut note, mut words) = (0usize, 0usize);
        loop {
            let event = self.part.next()?;
            match &event {
                Event::Start(element) | Event::Empty(element) => {
                    let empty = matches!(event, Event::Empty(_));
                    match element.local_name().as_ref() {
                        "annotation" => note += usize::from(!empty),
                        _ if note > 0 => {}
                        "table-row" => {
                            self.row += 1;
                            let times = repeated(element, "number-rows-repeated");
                            if empty {
                                self.row += times - 1;
                            } else {
                                filling = Some((Filling::new(self.row), 0, times));
                            }
                        }
                        "table-cell" | "covered-table-cell" => {
                            let cell = Open::of(element);
                            if empty {
                                put(&mut filling, cell)?;
                            } else {
                                open = Some(cell);
                            }
                        }
                        "p" => {
                            if let Some(cell) = &mut open {
                                cell.paragraph();
                                words += usize::from(!empty);
                            }
                        }
                        "s" => {
                            let spaces =
                                attribute(element, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                            if let Some(cell) = &mut open {
                                cell.text.extend(std::iter::repeat_n(' ', spaces.min(LARGEST_CELL)));
                            }
                        }
                        "tab" | "line-break" => {
                            if let Some(cell) = &mut open {
                                cell.text.push(if element.local_name().as_ref() == "tab" {
                                    '\t'
                                } else {
                                    '\n'
                                });
                            }
                        }
                        _ => {}
                    }
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "annotation" => note = note.saturating_sub(1),
                    _ if note > 0 => {}
                    "p" => words = words.saturating_sub(1),
                    "table-cell" | "covered-table-cell" => {
                        if let Some(cell) = open.take() {
                            put(&mut filling, cell)?;
                        }
                    }
                    "table-row" => {
                        if let Some((filling, _, times)) = filling.take() {
                            let row = filling.done();
                            if !row.cells.is_empty() && self.row + times - 1 > MOST_ROWS {
                                let message = format!("at this row the sheet goes on beyond row {MOST_ROWS}");
                                let help = "open it in a spreadsheet program and save it anew, or as CSV";
                                return Err(Fault::at(self.row, 1, message, help));
                            }
                            self.again = Some((row.clone(), times - 1)).filter(|_| !row.cells.is_empty());
                            if self.again.is_none() {
                                self.row += times - 1;
                            }
                            return Ok(Some(row));
                        }
                    }
                    "table" => return Ok(None),
                    _ => {}
                },
                Event::Eof => return Ok(None),
                event if note == 0 && words > 0 => {
                    if let Some(cell) = &mut open {
                        cell.text.extend(text(event));
                    }
                }
                _ => {}
            }
            if open.as_ref().is_some_and(|cell| cell.text.len() > LARGEST_CELL) {
                let column = filling.as_ref().map_or(0, |(_, column, _)| *column) + 1;
                return Err(Fault::at(
                    self.row,
                    column,
                    "the cell is larger than a megabyte",
                    "look whether this is a sheet",
                ));
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some((row, times)) = self.again.as_mut().filter(|(_, times)| *times > 0) {
            *times -= 1;
            self.row += 1;
            row.number = self.row;
            return Some(Ok(row.clone()));
        }
        if self.done {
            return None;
        }
        let row = self.row();
        self.done = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}

impl Open {
    fn of(element: &BytesStart<'_>) -> Self {
        let kind = attribute(element, "value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "percentage" | "currency" => attribute(element, "value"),
            "date" => attribute(element, "date-value"),
            "boolean" => attribute(element, "boolean-value"),
            "string" => attribute(element, "string-value"),
            _ => None,
        };
        let times = repeated(element, "number-columns-repeated");
        let formula = attribute(element, "formula").is_some();
        // What one attribute calls a text or a number, another calls an error.
        let error = element
            .attributes()
            .flatten()
            .any(|it| it.key.local_name().as_ref() == "value-type" && it.value.as_ref() == "error");
        Self { kind, value, formula, error, times, text: String::new(), begun: false }
    }

    fn paragraph(&mut self) {
        if self.begun {
            self.text.push('\n');
        }
        self.begun = true;
    }

    fn done(self) -> Cell {
        if self.error {
            let text = if self.text.is_empty() { "(an error)".to_owned() } else { self.text };
            return Cell { text, kind: Kind::Failed };
        }
        if self.formula && self.kind.is_empty() && self.text.is_empty() {
            return Cell { text: "(a formula without its result)".to_owned(), kind: Kind::Failed };
        }
        let text = self.value.unwrap_or(self.text);
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => Cell { text, kind: Kind::Number },
            "date" => Cell { text, kind: Kind::Date },
            "boolean" => Cell { text, kind: Kind::Flag },
            _ => Cell { text, kind: Kind::Text },
        }
    }
}

/// Puts a cell into a row as often as it repeats. Empty ones only move on.
fn put(filling: &mut Option<(Filling, usize, usize)>, cell: Open) -> Result<(), Fault> {
    let Some((row, column, _)) = filling else { return Ok(()) };
    let times = cell.times;
    let cell = cell.done();
    if cell.text.is_empty() {
        *column += times;
        return Ok(());
    }
    for _ in 0..times {
        row.put(*column, cell.clone())?;
        *column += 1;
    }
    Ok(())
}

/// How often a row or a cell stands there.
fn repeated(element: &BytesStart<'_>, key: &str) -> usize {
    let most = if key == "number-rows-repeated" { MOST_ROWS } else { MOST_COLUMNS + 1 };
    attribute(element, key).and_then(|times| times.parse::<usize>().ok()).unwrap_or(1).clamp(1, most)
}

fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}
