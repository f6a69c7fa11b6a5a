//! The pages: each lays out what a view has worked out, and decides nothing.

pub(super) mod shell;

use maud::html;

use super::reply::{Refusal, Reply};
use super::request::Request;
use super::state::State;
use crate::check::formats::json;
use crate::views::document::formats::style as of_reports;

/// The style of all pages: that of reports, then what only the desk has.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn style(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::css(format!(
        "{}{}{}",
        of_reports(),
        include_str!("desk.css"),
        include_str!("../desk/desk.css")
    )))
}

/// The script of all pages.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn script(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(include_str!("page.js")))
}

/// The hash of what is there now: a page that shows something else says so.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn changed(state: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::json(200, format!("{{\"version\":1,\"state\":\"{}\"}}\n", state.hash)))
}

/// The front page: what is contradicted, unverified, unanswered and agreed.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn front(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    if request.json {
        let mut document = String::new();
        json::write(state.found, |part| document.push_str(part));
        return Ok(Reply::json(200, document));
    }
    Ok(shell::page(state, "Who said what", &html! { p { (state.found.findings.len()) } }))
}
