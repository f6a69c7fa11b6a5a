//! A text of a mapping with cells in it: `carried-out({Accused}, {Incident})`.

use crate::grid::Row;

/// A text with cells in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the mapping.
    Words(String),
    /// The cell of a column.
    Cell(usize),
}

impl Template {
    /// Reads a text whose columns are looked up.
    ///
    /// # Errors
    /// The name of a column that the sheet does not have.
    pub fn read(text: &str, column: impl Fn(&str) -> Option<usize>) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, name, behind)) = next(rest) {
            if !before.is_empty() {
                pieces.push(Piece::Words(before.to_owned()));
            }
            pieces.push(Piece::Cell(column(name).ok_or_else(|| name.to_owned())?));
            rest = behind;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Self { pieces })
    }

    /// The text for a row; none where one of its cells says nothing.
    #[must_use]
    pub fn fill(&self, row: &Row, unknown: &[String]) -> Option<String> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Cell(column) => text.push_str(known(row, *column, unknown)?),
            }
        }
        Some(text).filter(|text| !text.trim().is_empty())
    }

    /// The columns that it names.
    pub fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Cell(column) => Some(*column),
            Piece::Words(_) => None,
        })
    }
}

/// What a cell says; none where it says that nothing is known.
#[must_use]
pub fn known<'r>(row: &'r Row, column: usize, unknown: &[String]) -> Option<&'r str> {
    let text = row.text(column);
    let lower = text.to_lowercase();
    (!text.is_empty() && !unknown.contains(&lower)).then_some(text)
}

/// What stands before the next `{…}`, its name, and what stands behind it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find('{')?;
    let close = open + text[open..].find('}')?;
    Some((&text[..open], text[open + 1..close].trim(), &text[close + 1..]))
}
