//! The pages: each lays out what a view has worked out, and decides nothing.

mod asked;
mod checks;
pub(super) mod edit;
mod marked;
pub(super) mod merge;
pub(super) mod search;
pub(super) mod settle;
pub(super) mod shell;
pub(super) mod subject;
pub(super) mod views;

use super::reply::{Refusal, Reply};
use super::request::Request;
use super::state::State;
use crate::views::document::formats::{SCRIPT, style as of_reports};

/// The style of all pages: that of reports, then what only the desk has.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn style(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::css(
        [of_reports().as_str(), include_str!("desk.css"), include_str!("../desk/desk.css")].concat(),
    ))
}

/// The script of all pages.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn script(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(concat!(include_str!("page.js"), include_str!("../desk/copy.js"))))
}

/// The script of forms that are looked at before they are saved.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn change(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(include_str!("change.js")))
}

/// The script of pages on which statements are checked.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn check(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(include_str!("check.js")))
}

/// The hash of what is there now: a page that shows something else says so.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn changed(state: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::json(200, format!("{{\"version\":1,\"state\":\"{}\"}}\n", state.hash)))
}

/// The script of pages with filters: that of reports.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn filters(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::script(SCRIPT))
}

/// The mark of the pages in the bar of a browser.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn icon(_: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(Reply::svg(include_str!("icon.svg")))
}
