//! A page on one subject as HTML: its sections as lists, the names in them as links to the pages of the desk.

use maud::{Markup, html};

use super::{Page, Row};
use crate::layout::markup::Text;
use crate::text::Sources;
use crate::text::lines::Lines;

/// The addresses to which the rows of a page lead.
pub struct Leads<'l> {
    /// What stands behind the address of a statement.
    pub query: &'l str,
    /// The address of a proposition, by its canonical text.
    pub to_proposition: &'l dyn Fn(&str) -> String,
    /// Whether what is shown can be changed from here.
    pub change: bool,
}

/// The sections of a page.
#[must_use]
pub fn html(page: &Page, texts: &Sources, leads: &Leads<'_>) -> Markup {
    let lines = Lines::new(texts);
    let frame = Frame { lines: &lines, leads };
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
    leads: &'f Leads<'f>,
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
                (Some(id), _) => { a href=(Text(format!("/statement/{id}{}", frame.leads.query))) { (Text(&row.text)) } }
                (None, Some(name)) => { a href=((frame.leads.to_proposition)(name)) { (Text(&row.text)) } }
                (None, None) => { (Text(&row.text)) }
            }
            @if let Some(place) = place { " " span class="place" { (Text(place)) } }
            @if let Some(name) = row.finding.as_ref().filter(|_| frame.leads.change) {
                " " a class="settle" href={ "/finding/" (name) } { "Deal with it" }
            }
        }
    }
}
