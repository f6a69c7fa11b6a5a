//! What stands around every page: its head, the search, the ways to the other pages, and the bar that says that the ledger
//! has changed.

use maud::{DOCTYPE, Markup, html};

use super::asked::kept;
use super::views::VIEWS;
use crate::layout::markup::Text;
use crate::serve::reply::Reply;
use crate::serve::request::{Request, encoded};
use crate::serve::state::State;

/// The ways to what is entered: address, words.
const ENTRY: [(&str, &str); 2] = [("/enter", "Enter an article"), ("/audit", "Check a draft")];

/// The page to which the foot of every page leads.
const METHOD: &str = "/method";

/// A page as its reader finds it.
pub(in crate::serve) struct Place<'p> {
    /// Its path.
    pub path: &'p str,
    /// Its heading.
    pub title: &'p str,
    /// Whether there is JSON beside it.
    pub json: bool,
}

/// A page with its heading.
pub(in crate::serve) fn page(
    state: &State<'_>,
    request: &Request,
    place: &Place<'_>,
    body: &Markup,
) -> Reply {
    around(state, request, 200, place, body)
}

/// A page that says why there is nothing to see.
pub(super) fn wrong(state: &State<'_>, request: &Request, status: u16, words: &str) -> Reply {
    let place = Place { path: &request.path, title: "Not found", json: false };
    around(
        state,
        request,
        status,
        &place,
        &html! { p { (Text(words)) } p { a href="/" { "To the overview" } } },
    )
}

fn around(state: &State<'_>, request: &Request, status: u16, place: &Place<'_>, body: &Markup) -> Reply {
    let filters = kept(request);
    let beside = if place.path == "/" { "/index.json".to_owned() } else { format!("{}.json", place.path) };
    let page = html! {
        (DOCTYPE)
        html lang="en" data-state=(state.hash) data-read-only[state.read_only] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (Text(place.title)) " – gainsay" }
                link rel="icon" href="/icon.svg";
                link rel="stylesheet" href="/style.css";
                script src="/script.js" defer {}
            }
            body class="desk" {
                a class="skip" href="#main" { "To the page" }
                header class="top" {
                    (ways(place, &filters))
                    form class="search" role="search" action="/search" data-fleeting="" {
                        input type="search" name="q" id="q" aria-label="Search everything on file" placeholder="Search"
                            value=(Text(request.asked("q").unwrap_or_default())) autocomplete="off";
                        div id="found" aria-live="polite" {}
                    }
                }
                p id="changed" role="status" hidden { "The ledger has changed. " a href="" { "Show it as it is now" } }
                (way_back(state))
                main id="main" { h1 { (Text(place.title)) } (body) }
                footer {
                    p {
                        @if place.json { a href=(address(&beside, request)) { "This page as JSON" } ". " }
                        @if state.read_only { "Nothing can be changed here: the desk was opened with --read-only. " }
                        "It compares what is on record, and does not say who is right. "
                        a href=(METHOD) { "How to read this" } "."
                    }
                }
            }
        }
    };
    Reply::html(status, page.into_string() + "\n")
}

fn ways(place: &Place<'_>, filters: &str) -> Markup {
    html! {
        nav aria-label="Pages" {
            ul {
                @let views = VIEWS.iter().filter(|view| view.path != METHOD);
                @let views = views.map(|view| (format!("{}{filters}", view.path), view.path, view.title));
                @let entry = ENTRY.iter().map(|(path, words)| ((*path).to_owned(), *path, *words));
                @for (address, path, words) in views.chain(entry) {
                    li { a href=(address) aria-current=[(path == place.path).then_some("page")] { (words) } }
                }
            }
        }
    }
}

/// The field for the name of who changes something, which the browser remembers for the sitting.
pub(super) fn by() -> Markup {
    html! {
        div class="field" { label for="by" { "Your name or initials" } input id="by" name="by" autocomplete="off" data-fleeting; }
    }
}

/// The way back from the last change of this sitting.
fn way_back(state: &State<'_>) -> Markup {
    html! {
        @if let Some(what) = state.sitting.last() {
            p class="undo" {
                "Last change: " code { (Text(what)) } ". " button type="button" id="undo" { "Take it back" } " "
                span id="undone" role="status" {}
            }
        }
    }
}

/// A path with the query of a request behind it.
fn address(path: &str, request: &Request) -> String {
    let pairs = request.query.iter().map(|(key, value)| format!("{}={}", encoded(key), encoded(value)));
    let pairs: Vec<String> = pairs.collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}
