//! What stands around every page: its head, the ways to the other pages, and the bar that says that the ledger has changed.

use maud::{DOCTYPE, Markup, html};

use crate::layout::markup::Text;
use crate::serve::reply::Reply;
use crate::serve::state::State;

/// The ways to the pages: address, words.
const WAYS: [(&str, &str); 3] =
    [("/", "Overview"), ("/enter", "Enter an article"), ("/audit", "Check a draft")];

/// A page with its heading.
pub(in crate::serve) fn page(state: &State<'_>, title: &str, body: &Markup) -> Reply {
    let page = html! {
        (DOCTYPE)
        html lang="en" data-state=(state.hash) data-read-only[state.read_only] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (Text(title)) " – gainsay" }
                link rel="stylesheet" href="/style.css";
                script src="/script.js" defer {}
            }
            body {
                a class="skip" href="#main" { "To the page" }
                header class="top" {
                    nav aria-label="Pages" { ul { @for (address, words) in WAYS { li { a href=(address) { (words) } } } } }
                }
                p id="changed" role="status" hidden { "The ledger has changed. " a href="" { "Show it as it is now" } }
                main id="main" { h1 { (Text(title)) } (body) }
            }
        }
    };
    Reply::html(200, page.into_string() + "\n")
}
