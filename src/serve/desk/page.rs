//! The page of the desk, and the addresses behind which its requests are answered.

use maud::{Markup, html};

use super::{Answer, Store, article, audit, make, preview, save, vocabulary};
use crate::serve::pages::shell::{self, Place};
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use serde_json::Value;

/// What stands in the place of a page to which something would be sent.
const SHOWS: &str = "This desk only shows: it was started with --read-only. Start it without that to enter articles and check drafts.";

/// The page on which an article becomes records.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn enter(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let body = if state.read_only {
        html! { p { (SHOWS) } }
    } else {
        html! {
            div id="desk" {
                (keys())
                p id="told" role="status" {}
                (begin())
                (columns())
            }
            script src="/desk.js" defer {}
        }
    };
    Ok(shell::page(state, request, &Place { path: "/enter", title: "Enter an article", json: false }, &body))
}

/// The keys of the page.
fn keys() -> Markup {
    html! {
        details {
            summary { "All of it by keyboard" }
            ul {
                li { kbd { "Tab" } " goes from one field to the next, " kbd { "Enter" } " or the space bar presses a button." }
                li { kbd { "↓" } " and " kbd { "↑" } " choose in a list of names, " kbd { "Enter" } " takes one, " kbd { "Esc" } " closes it." }
                li { kbd { "Alt" } " + " kbd { "↓" } " goes to the next statement that is open, " kbd { "Alt" } " + " kbd { "↑" } " to the one before." }
                li { kbd { "Ctrl" } " + " kbd { "Enter" } " saves the statement at hand." }
            }
        }
    }
}

/// The article, and where it is from.
fn begin() -> Markup {
    html! {
        section id="begin" aria-label="The article" hidden {
        p {
            "Paste an article. Whoever says something in it is found; you say who that is, when it was said, and what it comes to. "
            "What it would contradict stands below before anything is saved."
        }
            div class="field" {
                label for="text" { "The article’s text" }
                textarea id="text" rows="12" {}
            }
            div class="field" {
                label for="file" { "or a file: text, HTML, DOCX, PDF (it may be dropped here)" }
                input id="file" type="file";
                p id="dropped" class="hint" {}
            }
            div class="field" {
                label for="kept" { "or one whose text is kept already" }
                select id="kept" {}
            }
            fieldset {
                legend { "Where it is from" }
                div class="field" { label for="outlet" { "Who published it" } input id="outlet" list="outlets" autocomplete="off"; datalist id="outlets" {} }
                div class="field" { label for="published" { "When" } input id="published" placeholder="29 January 2024" autocomplete="off"; }
                div class="field" { label for="title" { "Title" } input id="title" autocomplete="off"; }
                div class="field" { label for="url" { "Address" } input id="url" autocomplete="off"; }
            }
            div class="field" {
                label for="about" { "The event that it is about" }
                select id="about" {}
            }
            p { button id="read" type="button" { "Read it" } }
            section id="first" aria-label="The source" hidden {}
        }
    }
}

/// The article on one side, the statement at hand on the other.
fn columns() -> Markup {
    html! {
        div id="columns" hidden {
            p class="bar" {
                strong id="progress" {} " "
                button id="by-hand" type="button" { "A statement of the selected words" } " "
                button id="other" type="button" { "Another article" }
            }
            ul class="legend" aria-label="Marks in the article" {
                li { span class="said" data-state="open" { "not yet looked at" } }
                li { span class="said" data-state="looked" { "proposed" } }
                li { span class="said" data-state="saved" { "saved or on file" } }
                li { span class="said" data-state="skipped" { "skipped" } }
            }
            div class="two" {
                section id="article" aria-label="Article" tabindex="0" {}
                section id="form" aria-label="The statement at hand" {}
            }
        }
    }
}

/// The page on which a draft is held against the ledger.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn hold(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let place = Place { path: "/audit", title: "Check a draft", json: false };
    if state.read_only {
        return Ok(shell::page(state, request, &place, &html! { p { (SHOWS) } }));
    }
    let body = html! {
        div id="audit" {
            p id="told" role="status" {}
            section aria-label="The draft" {
                p {
                    "Paste a draft before it is published. Each quotation in it is compared with the words on file, and what is to be "
                    "looked at stands beside it. Nothing is kept of the draft."
                }
                div class="field" { label for="text" { "The draft’s text" } textarea id="text" rows="10" data-fleeting {} }
                div class="field" {
                    label for="file" { "or a file: text, Markdown, HTML, DOCX (it may be dropped here)" }
                    input id="file" type="file" data-fleeting;
                    p id="dropped" class="hint" {}
                }
                p { button id="hold" type="button" { "Compare it" } " " button id="enter" type="button" hidden { "Enter what it says" } }
            }
            div id="remarks" {}
        }
        script src="/desk.js" defer {}
    };
    Ok(shell::page(state, request, &place, &body))
}

/// A draft to be held against the ledger.
pub(in crate::serve) fn to_hold(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    with_body(state, request, audit)
}

/// The script of the page.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn script(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(include_str!("desk.js")))
}

/// What can be said, and of whom.
pub(in crate::serve) fn words(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    if !request.json {
        return Err(Refusal::new(404, "There is no such page here."));
    }
    Ok(asked(state, |store| Answer::ok(vocabulary(store))))
}

/// An article to be read.
pub(in crate::serve) fn to_read(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    with_body(state, request, article)
}

/// A statement to be looked at.
pub(in crate::serve) fn to_preview(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    with_body(state, request, preview)
}

/// A statement to be saved.
pub(in crate::serve) fn to_save(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    with_body(state, request, save)
}

/// A record that statements need, to be made.
pub(in crate::serve) fn to_make(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    with_body(state, request, make)
}

fn with_body(
    state: &State<'_>,
    request: &Request,
    answer: fn(&Store<'_>, &Value) -> Answer,
) -> Result<Reply, Refusal> {
    let body = request.body()?;
    Ok(asked(state, |store| answer(store, &body)))
}

/// The reply to what is asked of the desk. What was written can be taken back in this sitting.
fn asked(state: &State<'_>, answer: impl Fn(&Store<'_>) -> Answer) -> Reply {
    let Answer { status, body, change } =
        answer(&Store { folder: state.folder, ledger: state.case.ledger(), known: state.known() });
    if let Some(change) = change {
        state.sitting.made(&change);
    }
    Reply::json(status, format!("{body}\n"))
}
