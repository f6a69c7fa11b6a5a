//! Which address is answered by what: the one table of all pages and requests.

use super::change::{self, check, edit as edited, merge as merged, settle as settled};
use super::desk::page as desk;
use super::pages::{self, edit, merge, search, settle, subject, views};
use super::reply::{Refusal, Reply};
use super::request::{Method, Request};
use super::state::State;

/// Largest body in bytes.
const MOST: usize = 1024 * 1024;
/// Largest article, as a browser sends it.
const MOST_OF_ARTICLE: usize = 12 * 1024 * 1024;

/// An address, and what answers it.
pub struct Route {
    /// What a request to it may do.
    pub method: Method,
    /// The path; a star at its end stands for one name.
    pub path: &'static str,
    /// Largest body in bytes.
    pub most: usize,
    /// What answers it.
    pub answer: fn(&State<'_>, &Request) -> Result<Reply, Refusal>,
}

/// All addresses.
pub const ROUTES: &[Route] = &[
    get("/", views::view),
    get("/findings", views::view),
    get("/table", views::view),
    get("/timeline", views::view),
    get("/graph", views::view),
    get("/replies", views::view),
    get("/statements", views::view),
    get("/problems", views::view),
    get("/method", views::view),
    get("/party/*", subject::record),
    get("/event/*", subject::record),
    get("/place/*", subject::record),
    get("/topic/*", subject::record),
    get("/source/*", subject::record),
    get("/statement/*", subject::record),
    get("/proposition", subject::proposition),
    get("/search", search::search),
    get("/edit", edit::edit),
    post("/edit", edited::edit),
    post("/undo", change::undo),
    get("/edit.js", edit::script),
    get("/finding/*", settle::finding),
    post("/settle", settled::settle),
    get("/change.js", pages::change),
    post("/check", check::check),
    get("/merge", merge::merge),
    post("/merge", merged::merged),
    get("/check.js", pages::check),
    get("/state", pages::changed),
    get("/style.css", pages::style),
    get("/script.js", pages::script),
    get("/filters.js", pages::filters),
    get("/icon.svg", pages::icon),
    get("/enter", desk::enter),
    get("/audit", desk::hold),
    Route { method: Method::Post, path: "/audit", most: MOST_OF_ARTICLE, answer: desk::to_hold },
    get("/desk.js", desk::script),
    get("/vocabulary", desk::words),
    Route { method: Method::Post, path: "/article", most: MOST_OF_ARTICLE, answer: desk::to_read },
    post("/preview", desk::to_preview),
    post("/save", desk::to_save),
    post("/party", desk::to_make),
];

/// An address that is read.
const fn get(path: &'static str, answer: fn(&State<'_>, &Request) -> Result<Reply, Refusal>) -> Route {
    Route { method: Method::Get, path, most: 0, answer }
}

/// An address to which JSON is sent.
#[must_use]
pub const fn post(path: &'static str, answer: fn(&State<'_>, &Request) -> Result<Reply, Refusal>) -> Route {
    Route { method: Method::Post, path, most: MOST, answer }
}

impl Route {
    /// What stands at the star, where a path is of this route; empty where it has no star.
    #[must_use]
    pub fn named<'p>(&self, path: &'p str) -> Option<&'p str> {
        match self.path.strip_suffix('*') {
            Some(before) => path.strip_prefix(before).filter(|name| !name.is_empty() && !name.contains('/')),
            None => (path == self.path).then_some(""),
        }
    }
}

/// The path of a page, and whether what is asked for is the JSON beside it.
#[must_use]
pub fn beside(path: &str) -> (&str, bool) {
    match path.strip_suffix(".json") {
        // That of the front page is `/index.json`.
        Some("/index") => ("/", true),
        Some(page) => (page, true),
        None => (path, false),
    }
}

/// The route of a path, and what stands at its star.
///
/// # Errors
/// There is none, or none for this method.
pub fn find(method: Method, path: &str) -> Result<(&'static Route, &str), Refusal> {
    let mut found = ROUTES.iter().filter_map(|route| Some((route, route.named(path)?))).peekable();
    if found.peek().is_none() {
        return Err(Refusal::new(404, "There is no such page here."));
    }
    found
        .find(|(route, _)| route.method == method)
        .ok_or(Refusal::new(405, "This address is not asked in this way."))
}
