//! The page of one record or proposition: all that is on file about it, each name with its own page.

use maud::{Markup, html};

use super::asked::{Sight, Wrong, kept, seen};
use super::checks;
use super::marked::text;
use super::shell::{self, Place};
use crate::ledger::Ledger;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::{Request, encoded};
use crate::serve::state::State;
use crate::views::page::{self, Page};
use crate::views::show::{Subject, find, pages};

/// The page of a record: `/party/norland`.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(in crate::serve) fn record(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let kind = request.path.split('/').nth(1).unwrap_or_default();
    let wanted = |subject: &Subject| kind_of(subject) == kind;
    Ok(subject(state, request, &request.named, &wanted))
}

/// The page of a proposition: `/proposition?is=killed(quay-fire)`.
pub(in crate::serve) fn proposition(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let Some(name) = request.asked("is") else {
        return Err(Refusal::new(400, "Say which: /proposition?is=killed(quay-fire)"));
    };
    Ok(subject(state, request, name, &|subject| matches!(subject, Subject::Proposition(_))))
}

fn subject(state: &State<'_>, request: &Request, name: &str, wanted: &dyn Fn(&Subject) -> bool) -> Reply {
    let made = seen(state, request, |sight| {
        let ledger = sight.found.ledger;
        let mut subjects =
            find(ledger, name).map_err(|unknown| Wrong(format!("{} ({})", unknown.message, unknown.help)))?;
        subjects.retain(wanted);
        let pages = pages(&sight.reasoned.reasoning, sight.found, &subjects);
        let (Some(page), Some(subject)) = (pages.first(), subjects.first()) else {
            return Err(Wrong(format!("No such record has the id {name}.")));
        };
        if request.json {
            return Ok(Reply::json(200, page::json(&pages, &ledger.texts, sight.options.as_of)));
        }
        Ok(shown(state, request, sight, page, subject))
    });
    made.and_then(|made| made).unwrap_or_else(|Wrong(words)| shell::wrong(state, request, 404, &words))
}

fn shown(state: &State<'_>, request: &Request, sight: &Sight<'_>, page: &Page, subject: &Subject) -> Reply {
    let ledger = sight.found.ledger;
    let query = kept(request);
    let leads = page::Leads {
        query: &query,
        to_proposition: &|name| to_proposition(name, &query),
        // What was there as of a day may be another now.
        change: !state.read_only && sight.options.as_of.is_none(),
    };
    let body = html! {
        p class="kind" {
            span class="tag" { (page.kind) } " " code { (page.id) }
            @if !state.read_only && !matches!(subject, Subject::Proposition(_)) {
                " " a href={ "/edit?kind=" (page.kind) "&id=" (page.id) } { "Change the record" }
                @if matches!(subject, Subject::Party(_)) { " " a href={ "/merge?party=" (page.id) } { "The same party as …" } }
            }
            (elsewhere(page, subject))
        }
        @if let Some(date) = sight.options.as_of { p class="limits" { "As of " (date.words()) ". " a href="?" { "As it is now" } } }
        @if let Subject::Source(id) = subject { (text(ledger, *id, &query)) }
        @if let Subject::Statement(id) = subject && leads.change { (checks::button(sight, *id)) }
        (page::html(page, &ledger.texts, &leads))
    };
    let place = Place { path: &request.path, title: &page.title, json: true };
    shell::page(state, request, &place, &body)
}

/// Ways to the views, narrowed to the subject.
fn elsewhere(page: &Page, subject: &Subject) -> Markup {
    let narrows =
        matches!(subject, Subject::Party(_) | Subject::Event(_) | Subject::Place(_) | Subject::Topic(_));
    html! {
        @if narrows {
            span class="ways" {
                @for (path, words) in [("/", "Overview"), ("/findings", "Findings"), ("/table", "Table"), ("/timeline", "Timeline"),
                    ("/replies", "Right of reply"), ("/graph", "Network")] {
                    " " a href={ (path) "?about=" (page.id) } { (words) }
                }
            }
        }
    }
}

/// The address of a proposition, behind which the filters of another page stand.
pub(super) fn to_proposition(name: &str, query: &str) -> String {
    let more = query.strip_prefix('?').map_or_else(String::new, |rest| format!("&{rest}"));
    format!("/proposition?is={}{more}", encoded(name))
}

/// The first part of the path of a record's page.
fn kind_of(subject: &Subject) -> &'static str {
    match subject {
        Subject::Party(_) => "party",
        Subject::Event(_) => "event",
        Subject::Place(_) => "place",
        Subject::Topic(_) => "topic",
        Subject::Source(_) => "source",
        Subject::Statement(_) => "statement",
        Subject::Proposition(_) => "proposition",
    }
}

/// The path of a record's page, by the word for its kind; none where such records have none.
pub(super) fn path_of(ledger: &Ledger, kind: &str, id: &str) -> Option<String> {
    let subjects = find(ledger, id).ok()?;
    subjects.iter().any(|subject| kind_of(subject) == kind).then(|| format!("/{kind}/{id}"))
}
