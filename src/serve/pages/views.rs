//! The pages that show a view of the store: the overview, the findings, the table, the replies, the timeline, the network, the
//! problems; each a part of the report, with its JSON beside it.

use std::borrow::Cow;

use maud::{Markup, html};

use super::asked::{self, Sight, kept, seen};
use super::checks;
use super::shell::{self, Place};
use crate::check::Report;
use crate::check::formats::json as findings;
use crate::layout::markup::Text;
use crate::rules::finding::Family;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::since::Since;
use crate::serve::state::State;
use crate::views::checks::{json as of_statements, statements};
use crate::views::compare;
use crate::views::document::formats::{Apart, Leads, apart, cuts, found, method, narrowed, scope};
use crate::views::document::{Document, composed};
use crate::views::{replies, table, timeline};

/// The page of the statements.
const STATEMENTS: &str = "/statements";
/// Largest number of changes that are shown unfolded.
const MOST_CHANGES: usize = 10;

/// A view: its address, what it is called, the parts of a report that it shows, what it says where there are none.
pub(in crate::serve) struct View {
    /// The address.
    pub path: &'static str,
    /// The heading, and the words of the way to it.
    pub title: &'static str,
    parts: &'static [&'static str],
    none: &'static str,
    /// The JSON beside it; none where there is no such format.
    json: Option<fn(&State<'_>, &Sight<'_>) -> String>,
}

/// The views, in the order of the ways to them.
pub(in crate::serve) const VIEWS: [View; 9] = [
    View { path: "/", title: "Overview", parts: &[], none: "", json: Some(|_, sight| whole(&narrow(sight))) },
    View {
        path: "/findings",
        title: "Findings",
        parts: &["contradictions", "unverified", "agreements", "notes", "settled"],
        none: "Nothing is contradicted, unverified or agreed here.",
        json: Some(|_, sight| whole(&narrow(sight))),
    },
    View {
        path: "/table",
        title: "Table",
        parts: &["table"],
        none: "No position is on file here.",
        json: Some(|_, sight| {
            let options = sight.options;
            let asked = table::Options {
                about: options.about.clone(),
                since: options.since,
                ..table::Options::default()
            };
            table::formats::json::json(
                sight.found,
                &table::table(&sight.reasoned.reasoning, sight.found, &asked),
            )
        }),
    },
    View {
        path: "/timeline",
        title: "Timeline",
        parts: &["timeline", "tolls"],
        none: "Nobody has spoken here.",
        json: Some(|_, sight| {
            let found = timeline::timeline(&sight.reasoned.reasoning, sight.options);
            timeline::formats::json(sight.found.ledger, &found, sight.options.as_of)
        }),
    },
    View {
        path: "/graph",
        title: "Network",
        parts: &["links"],
        none: "No link between parties and events is on file here.",
        json: None,
    },
    View {
        path: "/replies",
        title: "Right of reply",
        parts: &["replies"],
        none: "Nobody is accused here.",
        json: Some(|_, sight| {
            let found = replies::replies(&sight.reasoned.reasoning, sight.options);
            replies::formats::json(sight.found.ledger, &found, sight.options.as_of)
        }),
    },
    View {
        path: STATEMENTS,
        title: "Statements",
        parts: &["statements", "sources"],
        none: "No statement is on file here.",
        json: Some(|_, sight| {
            let asked = statements(&sight.reasoned.reasoning, sight.options, sight.unchecked);
            of_statements(sight.found.ledger, &asked, sight.options.as_of)
        }),
    },
    View {
        path: "/problems",
        title: "Problems",
        parts: &["problems"],
        none: "The record has no problems: every file and every record could be read, and nothing in them is doubtful.",
        json: Some(|_, sight| {
            let mut report = narrow(sight);
            report.findings.retain(|finding| finding.family == Family::Record);
            whole(&report)
        }),
    },
    View { path: "/method", title: "How to read this", parts: &[], none: "", json: None },
];

fn narrow<'r>(sight: &Sight<'r>) -> Report<'r> {
    sight.reasoned.narrowed_to(Cow::Borrowed(sight.found), sight.options)
}

pub(super) fn whole(report: &Report<'_>) -> String {
    let mut document = String::new();
    findings::write(report, |part| document.push_str(part));
    document
}

/// The page of a view, or the JSON beside it.
pub(in crate::serve) fn view(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let view = VIEWS.iter().find(|view| view.path == request.path);
    let view = view.ok_or(Refusal::new(404, "There is no such page here."))?;
    let made = seen(state, request, |sight| match (request.json, view.json) {
        (true, Some(json)) => Ok(Reply::json(200, json(state, sight))),
        (true, None) => Err(Refusal::new(404, "There is no JSON beside this page.")),
        (false, _) => Ok(page(state, request, sight, view)),
    });
    made.unwrap_or_else(|asked::Wrong(words)| Ok(shell::wrong(state, request, 404, &words)))
}

fn page(state: &State<'_>, request: &Request, sight: &Sight<'_>, view: &View) -> Reply {
    let narrowed = sight.narrowed();
    let own = narrowed.then(|| composed(sight.reasoned, sight.options, Cow::Borrowed(sight.found), false));
    let document = own.as_ref().unwrap_or_else(|| state.document());
    // What was there as of a day may be another now.
    let change = !state.read_only && sight.options.as_of.is_none();
    let leads = |change| Leads::Pages { query: kept(request), change };
    // A button stands for what it shows, which takes time: only the list of those that nobody has checked has them, and it is short.
    let listed = leads(change && view.path != STATEMENTS);
    let apart = apart(document, listed, if sight.unchecked { &[] } else { view.parts });
    let place = Place { path: view.path, title: view.title, json: view.json.is_some() };
    let body = match view.path {
        "/" => overview(state, document, &apart, &checks::counts(request, sight)),
        STATEMENTS => html! {
            @if sight.unchecked { (checks::open(state, sight, leads(change))) } @else {
                (checks::counts(request, sight))
                (parts(view, document, &apart))
            }
        },
        "/method" => html! { @for line in method(document) { p { (Text(line)) } } },
        _ => parts(view, document, &apart),
    };
    shell::page(state, request, &place, &body)
}

/// The first screen: how much there is, what changed, the answers.
fn overview(state: &State<'_>, document: &Document<'_>, apart: &Apart, checks: &Markup) -> Markup {
    html! {
        p { (Text(scope(document))) " " (Text(found(document))) }
        (limits(document))
        (since(state))
        (apart.answers)
        (checks)
    }
}

fn parts(view: &View, document: &Document<'_>, apart: &Apart) -> Markup {
    html! {
        (limits(document))
        @if apart.parts.is_empty() { p { (view.none) } }
        @if apart.parts.iter().any(|part| part.filtered) {
            (apart.filters)
            script src="/filters.js" defer {}
        }
        @for part in &apart.parts {
            section id=(part.id) data-part=[part.filtered.then_some("")] {
                @if apart.parts.len() > 1 { h2 { (part.heading) } }
                (part.body)
            }
        }
    }
}

/// What narrows a page, and what was cut from it.
fn limits(document: &Document<'_>) -> Markup {
    html! {
        @for line in narrowed(document) { p class="limits" { (Text(line)) " " a href="?" { "Show all" } } }
        @if let Some(cuts) = cuts(document) { p class="cuts" { (Text(cuts)) } }
    }
}

/// What has changed since yesterday, or since the desk was opened; nothing where nothing has. A long list is folded.
fn since(state: &State<'_>) -> Markup {
    let Some(Since { ends, diff }) = state.changes() else { return html! {} };
    let many = diff.new.len() + diff.settled.len() + diff.reversed.len() + diff.changed.len();
    html! {
        section class="since" aria-label="What has changed" {
            details open[many <= MOST_CHANGES] {
                summary { "What has changed since " (Text(&ends.before)) }
                (compare::formats::html(diff, ends))
            }
        }
    }
}
