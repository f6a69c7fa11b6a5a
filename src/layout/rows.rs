//! Rows of text: a name in a left column with its text beside it, and places at the right margin.

use super::paint::{Role, paint};
use super::wrap::{columns, tag, wrap};
use super::{Style, safe};

/// The measures of rows that have left columns of one width.
pub(crate) struct Rows {
    style: Style,
    indent: usize,
    column: usize,
}

impl Rows {
    /// Rows whose left column fits the longest name, up to a quarter of the width.
    pub(crate) fn new<'n>(style: Style, indent: usize, names: impl Iterator<Item = &'n str>) -> Self {
        let longest = names.map(|name| columns(&safe::line(name))).max().unwrap_or(0);
        Self { style, indent, column: longest.min((style.columns() / 4).min(28)) }
    }

    /// The number of columns beside a name.
    pub(super) fn width(&self) -> usize {
        self.style.columns() - self.indent - self.column - 3
    }

    /// A name with rows beside it.
    pub(crate) fn beside(&self, name: &str, body: &[String]) -> Vec<String> {
        let name = wrap(&safe::line(name), self.column, 0);
        let shown = |name: &str| paint(self.style.color, Role::Name, name);
        let mut rows: Vec<String> = Vec::new();
        let wide = name.iter().any(|line| columns(line) > self.column);
        let left: &[String] = if wide { &[] } else { &name };
        if wide {
            rows.extend(name.iter().map(|line| format!("{}{}", " ".repeat(self.indent), shown(line))));
        }
        for at in 0..left.len().max(body.len()) {
            let left = left.get(at).map_or("", String::as_str);
            let pad = " ".repeat(self.column + 3 - columns(left));
            let body = body.get(at).map_or("", String::as_str);
            let row = format!("{}{}{pad}{body}", " ".repeat(self.indent), shown(left));
            rows.push(row.trim_end().to_owned());
        }
        rows
    }

    /// A text beside a name, its later lines indented by `hang`.
    pub(crate) fn text(&self, text: &str, hang: usize) -> Vec<String> {
        wrap(&safe::line(text), self.width(), hang)
    }

    /// A text beside a name, with the place of its record at the right margin.
    pub(crate) fn placed(&self, text: &str, place: &str) -> Vec<String> {
        let mut rows = self.text(text, 2);
        self.margin(&mut rows, place);
        rows
    }

    /// Puts a place at the right margin, behind the last row or below it.
    pub(crate) fn margin(&self, rows: &mut Vec<String>, place: &str) {
        let place = safe::line(place);
        tag(rows, &place, &paint(self.style.color, Role::Faint, &place), self.width());
    }
}

/// The heading of a part of a report.
pub(crate) fn heading(style: Style, text: &str) -> String {
    paint(style.color, Role::Name, &safe::line(text))
}

/// A paragraph, each of its lines after `indent` spaces.
pub(crate) fn paragraph(style: Style, indent: usize, text: &str, hang: usize) -> Vec<String> {
    let rows = wrap(&safe::line(text), style.columns() - indent, hang);
    rows.into_iter().map(|row| format!("{}{row}", " ".repeat(indent))).collect()
}
