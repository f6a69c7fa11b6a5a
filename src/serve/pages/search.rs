//! The search: the records in which some words stand, as `gainsay search` finds them.

use maud::{Markup, html};

use super::shell::{self, Place};
use super::subject::path_of;
use crate::layout::markup::Text;
use crate::ledger::words::counted;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::text::FileId;
use crate::views::listing::{Row, json, listing};

/// Largest number of records that are shown; of more it is said how many there are.
const MOST: usize = 200;

/// The page, or the records as JSON.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn search(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let ledger = state.case.ledger();
    let words = request.asked("q").unwrap_or_default().trim();
    // The first text is the built-in vocabulary, which is no file of the store.
    let files =
        (1..ledger.texts.len()).map(|at| ledger.texts.file(FileId(u32::try_from(at).unwrap_or(u32::MAX))));
    let files: Vec<(&str, Option<&str>)> = files.map(|file| (&*file.path, Some(&*file.text))).collect();
    let found = listing(&files, request.asked("kind"), words);
    if request.json {
        return Ok(Reply::json(200, json(&found.records)));
    }
    let title = if words.is_empty() { "All records".to_owned() } else { format!("Search: {words}") };
    let place = Place { path: "/search", title: &title, json: true };
    Ok(shell::page(state, request, &place, &listed(state, &found.records)))
}

fn listed(state: &State<'_>, records: &[Row]) -> Markup {
    let shown = &records[..records.len().min(MOST)];
    html! {
        p { (counted(records.len(), "record", "records")) "." @if records.len() > MOST { " The first " (MOST) " are shown." } }
        @for kind in shown.chunk_by(|one, other| one.kind == other.kind) {
            h2 { (kind[0].kind) }
            ul class="hits" { @for row in kind { li { (hit(state, row)) } } }
        }
    }
}

fn hit(state: &State<'_>, row: &Row) -> Markup {
    let id = row.id.as_deref().unwrap_or_default();
    let path = path_of(state.case.ledger(), row.kind, id);
    html! {
        @match path {
            Some(path) => { a href=(Text(path)) { (Text(&row.name)) } }
            None => { (Text(&row.name)) }
        }
        " " code { (Text(id)) } " " span class="place" { (Text(&row.file)) ":" (row.line) }
    }
}
