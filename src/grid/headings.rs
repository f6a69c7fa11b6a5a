//! The columns of a sheet: their headings, told apart where two are the same.

use std::collections::{HashMap, HashSet};

use super::{Fault, MOST_COLUMNS, Row};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// A name that no other column has: its heading; with a number where an earlier one has the same heading (`Source 2`);
    /// `column C` where it has none.
    pub name: String,
    /// Its heading, as the sheet has it.
    pub heading: String,
}

/// The row of headings, taken from the rows: its number, and the columns.
///
/// # Errors
/// There is none, or a row above it cannot be read.
pub(super) fn of(
    rows: &mut dyn Iterator<Item = Result<Row, Fault>>,
    asked: Option<usize>,
) -> Result<(usize, Vec<Column>), Fault> {
    for row in rows {
        let row = row?;
        if asked.is_none_or(|asked| row.number == asked) {
            return Ok((row.number, named(row.cells.into_iter().map(|cell| cell.text))));
        }
    }
    Err(match asked {
        None => Fault::new("the file holds no row", "name a file whose first row names its columns"),
        Some(asked) => Fault::new(
            format!("row {asked} holds no headings"),
            "say with `headings` which row names the columns; the first row of the file is 1",
        ),
    })
}

/// Columns with these headings.
pub(super) fn named(headings: impl Iterator<Item = String>) -> Vec<Column> {
    let mut headings: Vec<String> =
        headings.map(|heading| heading.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    let own: HashSet<String> = headings.iter().cloned().collect();
    let mut taken = HashSet::new();
    let mut last: HashMap<(bool, String), usize> = HashMap::new();
    let mut columns = Vec::new();
    for (at, heading) in headings.into_iter().enumerate() {
        let first = if heading.is_empty() { format!("column {}", letters(at)) } else { heading.clone() };
        let number = last.entry((heading.is_empty(), first.clone())).or_insert(0);
        let name = loop {
            *number += 1;
            let name = if *number == 1 { first.clone() } else { format!("{first} {number}") };
            // `Source 2` may be the heading of another column.
            if !taken.contains(&name) && (name == heading || !own.contains(&name)) {
                break name;
            }
        };
        taken.insert(name.clone());
        columns.push(Column { name, heading });
    }
    columns
}

/// How a spreadsheet names the column at an index: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()));
        match at / 26 {
            0 => break,
            more => at = more - 1,
        }
    }
    name.iter().rev().collect()
}

/// The fault of a row with more columns than a sheet has.
pub(super) fn too_many(row: usize) -> Fault {
    Fault::at(
        row,
        MOST_COLUMNS,
        format!("the row has more than {MOST_COLUMNS} columns"),
        "a sheet has no more: look whether this is one",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_are_the_same_are_told_apart() {
        let of = |headings: &[&str]| -> Vec<String> {
            named(headings.iter().map(ToString::to_string)).into_iter().map(|column| column.name).collect()
        };
        assert_eq!(of(&["Date", "Source", "Source", "Source"]), ["Date", "Source", "Source 2", "Source 3"]);
        assert_eq!(of(&["Source", "Source 2", "Source"]), ["Source", "Source 2", "Source 3"]);
        assert_eq!(of(&["Source", "Source", "Source 2"]), ["Source", "Source 3", "Source 2"]);
        assert_eq!(of(&["", "column A"]), ["column A 2", "column A"]);
        assert_eq!(of(&["a", " ", "b\nc", ""]), ["a", "column B", "b c"]);
    }

    #[test]
    fn columns_are_named_as_a_spreadsheet_does() {
        let names: Vec<String> = [0, 25, 26, 701, 702, 16_383].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
