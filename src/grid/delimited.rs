//! Rows of text whose cells are divided by a character: CSV, TSV and their like.

use std::borrow::Cow;

use super::{Cell, Fault, LARGEST_CELL, MOST_COLUMNS, Row, headings};

/// The rows of a text, empty ones too.
pub struct Delimited<'b> {
    text: Cow<'b, str>,
    delimiter: char,
    /// The byte at which the next row begins.
    at: usize,
    /// The number of the last row.
    row: usize,
    /// The number of the line at which the next row begins.
    line: usize,
    failed: bool,
}

/// How a cell ended.
enum End {
    Cell,
    Row,
    Text,
}

impl<'b> Delimited<'b> {
    /// The rows from a byte on, where a row begins.
    #[must_use]
    pub fn new(text: Cow<'b, str>, delimiter: char, start: usize) -> Self {
        let before = text[..start].matches('\n').count();
        Self { text, delimiter, at: start, row: before, line: before + 1, failed: false }
    }

    fn row(&mut self) -> Result<Row, Fault> {
        self.row += 1;
        let mut cells = Vec::new();
        loop {
            if cells.len() == MOST_COLUMNS {
                return Err(headings::too_many(self.row));
            }
            let (text, end) = self.cell(cells.len() + 1)?;
            cells.push(Cell { text, ..Cell::default() });
            match end {
                End::Cell => {}
                End::Row => {
                    self.line += 1;
                    break;
                }
                End::Text => break,
            }
        }
        Ok(Row { number: self.row, cells })
    }

    /// The cell that begins here.
    fn cell(&mut self, column: usize) -> Result<(String, End), Fault> {
        let quoted = self.text[self.at..].starts_with('"');
        let mut text = String::new();
        if quoted {
            text = self.quoted(column)?;
        }
        let rest = &self.text[self.at..];
        let stop = |letter: char| letter == self.delimiter || letter == '\n' || letter == '\r';
        let until = rest.find(stop).unwrap_or(rest.len());
        let more = &rest[..until];
        if !quoted {
            text.push_str(more);
        } else if !more.trim().is_empty() {
            let shown: String = more.trim().chars().take(20).collect();
            return Err(Fault::at(
                self.row,
                column,
                format!(
                    "behind the closing quotation mark of this cell stands `{shown}` (line {})",
                    self.line
                ),
                "a quotation mark within a quoted cell is written twice; look whether an earlier one was left open",
            ));
        }
        if text.len() > LARGEST_CELL {
            return Err(too_large(self.row, column));
        }
        let rest = &rest[until..];
        let (end, length) = match rest.chars().next() {
            None => (End::Text, 0),
            Some('\r') if rest.starts_with("\r\n") => (End::Row, 2),
            Some('\n' | '\r') => (End::Row, 1),
            Some(delimiter) => (End::Cell, delimiter.len_utf8()),
        };
        self.at += until + length;
        Ok((text, end))
    }

    /// What stands between the quotation marks that open here and the next that closes.
    fn quoted(&mut self, column: usize) -> Result<String, Fault> {
        let (row, line) = (self.row, self.line);
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(mark) = rest.find('"') else {
                return Err(Fault::at(
                    row,
                    column,
                    format!("the quotation mark that opens this cell is never closed (line {line})"),
                    "close it, or delete it; behind it no row can be told from the cell",
                ));
            };
            text.push_str(&rest[..mark]);
            self.line += rest[..mark].matches('\n').count();
            self.at += mark + 1;
            if text.len() > LARGEST_CELL {
                return Err(too_large(row, column));
            }
            if !self.text[self.at..].starts_with('"') {
                return Ok(text);
            }
            text.push('"');
            self.at += 1;
        }
    }
}

impl Iterator for Delimited<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed || self.at >= self.text.len() {
            return None;
        }
        let row = self.row();
        self.failed = row.is_err();
        Some(row)
    }
}

fn too_large(row: usize, column: usize) -> Fault {
    Fault::at(
        row,
        column,
        "the cell is larger than a megabyte",
        "look whether a quotation mark before it was left open",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Result<Vec<String>, (usize, usize)>> {
        let texts = |row: Row| row.cells.into_iter().map(|cell| cell.text).collect();
        Delimited::new(Cow::Borrowed(text), ',', 0)
            .map(|row| row.map(texts).map_err(|fault| fault.place.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn rows_end_as_any_system_ends_them() {
        for text in ["a,b\nc,d\n", "a,b\r\nc,d", "a,b\rc,d\r"] {
            assert_eq!(
                rows(text),
                [Ok(vec!["a".into(), "b".into()]), Ok(vec!["c".into(), "d".into()])],
                "{text:?}"
            );
        }
        assert_eq!(rows("a,\n"), [Ok(vec!["a".into(), String::new()])]);
        assert_eq!(rows(""), []);
    }

    #[test]
    fn quotation_marks_hold_what_divides() {
        assert_eq!(
            rows("\"a, \"\"b\"\"\nc\",say \"d\"\n"),
            [Ok(vec!["a, \"b\"\nc".into(), "say \"d\"".into()])]
        );
    }

    #[test]
    fn a_mark_that_is_not_closed_has_a_place_and_ends_the_rows() {
        assert_eq!(rows("a,b\nc,\"d\ne,f\n")[1], Err((2, 2)));
        assert_eq!(rows("a\n\"b,c\nd,\"e\"\nf\n"), [Ok(vec!["a".into()]), Err((2, 1))]);
    }
}
