//! A page on one subject as HTML: its sections as lists, the names in them as links to the pages of the desk.

use maud::{Markup, html};

use super::{Page, Row};
use crate::layout::markup::Text;
use crate::text::Sources;
use crate::text::lines::Lines;

/// The sections of a page. `to_proposition` gives the address of a proposition by its canonical text, `query` stands behind
/// the address of a statement.
#[must_use]
pub fn html(page: &Page, texts: &Sources, query: &str, to_proposition: &dyn Fn(&str) -> String) -> Markup {
    let lines = Lines::new(texts);
    let frame = Frame { lines: &lines, query, to_proposition };
    html! {
        @for section in page.sections.iter().filter(|section| !section.rows.is_empty()) {
            section id=(section.key) {
                h2 { (Text(&section.heading)) }
                (rows(&frame, &section.rows))
            }
        }
    }
}

/// What all rows need.
struct Frame<'f> {
    lines: &'f Lines<'f>,
    query: &'f str,
    to_proposition: &'f dyn Fn(&str) -> String,
}

/// Rows as a list; those that belong to a row stand in a list below it.
fn rows(frame: &Frame<'_>, all: &[Row]) -> Markup {
    let depth = all.iter().map(|row| row.depth).min().unwrap_or(0);
    html! {
        ul class="rows" {
            @for group in all.chunk_by(|_, next| next.depth > depth) {
                @let (first, below) = (&group[0], &group[1..]);
                // A list may begin with a row that is deeper than a later one.
                @if first.depth > depth {
                    li { (rows(frame, group)) }
                } @else {
                    li class=[(!first.label.is_empty()).then_some("labelled")] {
                        (row(frame, first))
                        @if !below.is_empty() { (rows(frame, below)) }
                    }
                }
            }
        }
    }
}

fn row(frame: &Frame<'_>, row: &Row) -> Markup {
    let place = row.at.map(|span| frame.lines.place(span));
    html! {
        @if !row.label.is_empty() { strong { (Text(&row.label)) } " " }
        span {
            @match (&row.statement, &row.proposition) {
                (Some(id), _) => { a href=(Text(format!("/statement/{id}{}", frame.query))) { (Text(&row.text)) } }
                (None, Some(name)) => { a href=((frame.to_proposition)(name)) { (Text(&row.text)) } }
                (None, None) => { (Text(&row.text)) }
            }
            @if let Some(place) = place { " " span class="place" { (Text(place)) } }
        }
    }
}
