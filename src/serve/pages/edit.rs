//! The page on which a record is changed as it is written.

use maud::html;

use super::shell::{self, Place};
use crate::layout::markup::Text;
use crate::serve::change::edit::shown;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;

/// A record in a form: `/edit?kind=party&id=norland`.
pub(in crate::serve) fn edit(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let (Some(kind), Some(id)) = (request.asked("kind"), request.asked("id")) else {
        return Err(Refusal::new(400, "Say which: /edit?kind=party&id=norland"));
    };
    if state.read_only {
        return Err(Refusal::new(403, "This desk only shows: it was started with --read-only."));
    }
    let place = match shown(state, kind, id) {
        Ok(place) => place,
        Err(failure) => {
            let words = [failure.message, failure.help].join(". ");
            return Ok(shell::wrong(state, request, 404, &words));
        }
    };
    let rows = place.lines.lines().count().clamp(4, 30) + 1;
    let title = format!("Change the {kind} {id}");
    let body = html! {
        p { "The record as it stands in " code { (Text(&place.path)) } ". It is checked before it is saved, and can be taken back." }
        form id="edit" data-kind=(Text(kind)) data-id=(Text(id)) {
            div class="sides" {
                div {
                    label for="now" { "The record" }
                    textarea id="now" rows=(rows) spellcheck="false" { "\n" (place.lines) }
                }
                div id="there" hidden {
                    label for="other" { "What is there now" }
                    textarea id="other" rows=(rows) readonly {}
                    p { button type="button" id="take" { "Go on from what is there now" } }
                }
            }
            p {
                button type="submit" class="main" { "Save" } " "
                button type="button" id="look" { "What would it bring?" } " "
                a href={ "/" (kind) "/" (id) } { "Leave it as it is" }
            }
            p id="told" role="status" class="told" {}
            pre id="seen" class="seen" tabindex="0" hidden {}
        }
        script src="/edit.js" defer {}
    };
    Ok(shell::page(state, request, &Place { path: &request.path, title: &title, json: false }, &body))
}

/// The script of the page.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn script(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(include_str!("edit.js")))
}
