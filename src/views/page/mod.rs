//! A page on one subject: titled sections of rows, printed as text, Markdown, JSON and HTML.

mod html;

use serde::Serialize;

pub use html::{Leads, html};

pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{columns, tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::model::date::Date;
use crate::text::lines::Lines;
use crate::text::{Sources, Span};

/// The page on one subject.
#[derive(Clone, Debug)]
pub struct Page {
    /// The kind of subject: `party`, `event`, …, `proposition`.
    pub kind: &'static str,
    /// The id or canonical text.
    pub id: String,
    /// The name, or the subject in words.
    pub title: String,
    /// The sections; empty ones are not printed.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub struct Section {
    /// The name for programs.
    pub key: &'static str,
    /// The heading.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A line of prose, with words in a left column and at the right margin.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The depth: a row belongs to the nearest row above that is less deep.
    pub depth: usize,
    /// The words in the left column; empty where there are none.
    pub label: String,
    /// The text.
    pub text: String,
    /// The place in the ledger.
    pub at: Option<Span>,
    /// The canonical text of the proposition, where the row is about one.
    pub proposition: Option<String>,
    /// The id of the statement, where the row is about one.
    pub statement: Option<String>,
    /// The name of the finding, where the row is about one that counts.
    pub finding: Option<String>,
    /// The state of a position: `stands`, `superseded`, `withdrawn` or `conditional`.
    pub standing: Option<&'static str>,
}

impl Section {
    /// A section without rows yet.
    #[must_use]
    pub fn new(key: &'static str, heading: impl Into<String>) -> Self {
        Self { key, heading: heading.into(), rows: Vec::new() }
    }
}

impl Row {
    /// A row of text only.
    #[must_use]
    pub fn text(depth: usize, text: impl Into<String>) -> Self {
        Self { depth, text: text.into(), ..Self::default() }
    }

    /// A row with words in its left column.
    #[must_use]
    pub fn labelled(depth: usize, label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::text(depth, text) }
    }

    /// The row with a place in the ledger.
    #[must_use]
    pub fn at(self, span: Span) -> Self {
        Self { at: Some(span), ..self }
    }
}

/// Pages as text for a terminal.
#[must_use]
pub fn text(pages: &[Page], texts: &Sources, style: Style) -> String {
    let lines = Lines::new(texts);
    let mut blocks = Vec::new();
    for page in pages {
        let mut title = wrap(&safe::line(&page.title), style.columns(), 2);
        let name = safe::line(&format!("[{} {}]", page.kind, page.id)).into_owned();
        for row in &mut title {
            *row = paint(style.color, Role::Name, row);
        }
        tag(&mut title, &name, &paint(style.color, Role::Faint, &name), style.columns());
        blocks.push(title.join("\n"));
        for section in page.sections.iter().filter(|section| !section.rows.is_empty()) {
            let mut rows = vec![paint(style.color, Role::Name, &safe::line(&section.heading))];
            rows.extend(laid_out(&section.rows, &lines, style));
            blocks.push(rows.join("\n"));
        }
    }
    blocks.join("\n\n") + "\n"
}

/// The rows of a section, with a left column of one width.
fn laid_out(rows: &[Row], lines: &Lines<'_>, style: Style) -> Vec<String> {
    let longest = rows.iter().map(|row| columns(&safe::line(&row.label))).max().unwrap_or(0);
    let column = longest.min((style.columns() / 4).min(28));
    let mut under: Option<usize> = None;
    let mut out = Vec::new();
    for row in rows {
        if !row.label.is_empty() {
            under = Some(row.depth);
        } else if under.is_some_and(|depth| row.depth <= depth) {
            under = None;
        }
        let (indent, gap) = match under {
            Some(depth) if !row.label.is_empty() => (2 + 2 * depth, column + 3),
            Some(depth) => (2 + 2 * depth + column + 3 + 2 * (row.depth - depth - 1), 0),
            None => (2 + 2 * row.depth, 0),
        };
        let width = style.columns().saturating_sub(indent + gap).max(20);
        let mut body = wrap(&safe::line(&row.text), width, 2);
        if let Some(place) = row.at.map(|span| lines.place(span)).or_else(|| row.proposition.clone()) {
            let place = safe::line(&place).into_owned();
            tag(&mut body, &place, &paint(style.color, Role::Faint, &place), width);
        }
        let mut label = wrap(&safe::line(&row.label), column, 0);
        if label.iter().any(|line| columns(line) > column) {
            let whole = label.drain(..).map(|line| format!("{}{line}", " ".repeat(indent)));
            out.extend(whole);
        }
        for at in 0..label.len().max(body.len()) {
            let left = label.get(at).map_or("", String::as_str);
            let pad = " ".repeat(gap.saturating_sub(columns(left)));
            let shown = paint(style.color, Role::Name, left);
            let right = body.get(at).map_or("", String::as_str);
            out.push(format!("{}{shown}{pad}{right}", " ".repeat(indent)).trim_end().to_owned());
        }
    }
    out
}

/// Pages as a Markdown document.
#[must_use]
pub fn markdown(pages: &[Page], texts: &Sources) -> String {
    let lines = Lines::new(texts);
    let mut blocks = Vec::new();
    for page in pages {
        let name = safe::markdown(&format!("{} {}", page.kind, page.id));
        blocks.push(format!("# {} ({name})", safe::markdown(&page.title)));
        for section in page.sections.iter().filter(|section| !section.rows.is_empty()) {
            blocks.push(format!("## {}", safe::markdown(&section.heading)));
            blocks.push(section.rows.iter().map(|row| item(row, &lines)).collect::<Vec<_>>().join("\n"));
        }
    }
    blocks.join("\n\n") + "\n"
}

/// A row as an item of a nested list.
fn item(row: &Row, lines: &Lines<'_>) -> String {
    let mut item = format!("{}-", "  ".repeat(row.depth));
    if !row.label.is_empty() {
        item.push_str(&format!(" **{}**:", safe::markdown(&row.label)));
    }
    item.push_str(&format!(" {}", safe::markdown(&row.text)));
    if let Some(place) = row.at.map(|span| lines.place(span)).or_else(|| row.proposition.clone()) {
        item.push_str(&format!(" ({})", safe::markdown(&place)));
    }
    item
}

#[derive(Serialize)]
struct Document<'p> {
    version: u8,
    as_of: Option<String>,
    pages: Vec<JsonPage<'p>>,
}

#[derive(Serialize)]
struct JsonPage<'p> {
    kind: &'static str,
    id: &'p str,
    title: &'p str,
    sections: Vec<JsonSection<'p>>,
}

#[derive(Serialize)]
struct JsonSection<'p> {
    key: &'static str,
    heading: &'p str,
    rows: Vec<JsonRow<'p>>,
}

#[derive(Serialize)]
struct JsonRow<'p> {
    depth: usize,
    label: &'p str,
    text: &'p str,
    file: Option<&'p str>,
    line: Option<usize>,
    column: Option<usize>,
    proposition: Option<&'p str>,
    statement: Option<&'p str>,
    standing: Option<&'static str>,
}

/// Pages as a JSON document, version 1, ended by a line break. Empty sections are in it too.
///
/// # Panics
/// Never: texts, numbers and lists always serialise.
#[must_use]
pub fn json(pages: &[Page], texts: &Sources, as_of: Option<Date>) -> String {
    let lines = Lines::new(texts);
    let pages = pages
        .iter()
        .map(|page| JsonPage {
            kind: page.kind,
            id: &page.id,
            title: &page.title,
            sections: page.sections.iter().map(|section| json_section(section, &lines)).collect(),
        })
        .collect();
    let document = Document { version: 1, as_of: as_of.map(|date| date.to_string()), pages };
    let document =
        serde_json::to_string_pretty(&document).expect("texts, numbers and lists always serialise");
    safe::json(&document).into_owned() + "\n"
}

fn json_section<'p>(section: &'p Section, lines: &Lines<'p>) -> JsonSection<'p> {
    let row = |row: &'p Row| {
        let position = row.at.map(|span| lines.position(span));
        JsonRow {
            depth: row.depth,
            label: &row.label,
            text: &row.text,
            file: row.at.map(|span| lines.file(span).0),
            line: position.map(|at| at.line),
            column: position.map(|at| at.column),
            proposition: row.proposition.as_deref(),
            statement: row.statement.as_deref(),
            standing: row.standing,
        }
    };
    JsonSection { key: section.key, heading: &section.heading, rows: section.rows.iter().map(row).collect() }
}
