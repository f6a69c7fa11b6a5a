//! The document as one page of HTML that needs no network and no file beside it.
//!
//! Its policy allows its own style and its own script, by their digests, and nothing more. Without the script the page
//! is whole; with it, it can be filtered. Parts that are filtered away are printed all the same.

mod findings;
mod marks;
mod record;
mod views;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{cuts, method, narrowed, parts, problems, sentences, title};
use crate::layout::markup::{Text, head};
use crate::layout::picture;
use crate::ledger::model::id::StatementId;
use crate::ledger::words;
use crate::rules::finding::Finding;
use crate::text::lines::Lines;
use crate::views::document::{Document, Kind};
use crate::views::table::formats;
pub use marks::Leads;
use marks::{Marks, STANDINGS, event_token, party_token};

/// The page's own style, which follows that of its pictures.
pub const STYLE: &str = include_str!("page.css");
/// The page's script.
pub const SCRIPT: &str = include_str!("page.js");
/// The digest of [`style`] for the policy: SHA-256, in base 64.
pub const STYLE_DIGEST: &str = "9MPftnJZGxoztWf7nq+8EPTK6Vq/0/z8m99JmMuCgIY=";
/// The digest of [`SCRIPT`].
pub const SCRIPT_DIGEST: &str = "PY10c/3ix4Z6KxWLA9p87Zm/DTHSI1NLHJ+pcvJ09hQ=";

/// The whole style of the page: that of pictures, then its own, which may darken them.
#[must_use]
pub fn style() -> String {
    format!("{}{STYLE}", picture::STYLE)
}

/// The document as a page.
#[must_use]
pub fn html(document: &Document<'_>) -> String {
    let ledger = document.report.ledger;
    let lines = Lines::new(&ledger.texts);
    let marks = Marks::new(document, Leads::Within);
    let parts = body(document, &lines, &marks, &|_| true);
    let answers = findings::answers(document, &marks);
    let title = title(document);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; script-src 'sha256-{SCRIPT_DIGEST}'; \
         base-uri 'none'; form-action 'none'"
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&format!("{title} – who said what"), &policy, &style()))
            body {
                a class="skip" href="#answers" { "To the answers" }
                header {
                    h1 { (Text(&title)) }
                    p { (Text(sentences::scope(document))) " " (Text(sentences::found(document))) }
                    @for line in narrowed(document) { p { (Text(line)) } }
                    @if let Some(cuts) = cuts(document) { p class="cuts" { (Text(cuts)) } }
                }
                main {
                    section id="answers" aria-label="Answers" { (answers) }
                    nav aria-label="Parts of this report" {
                        ul { @for part in &parts { li { a href={ "#" (part.id) } { (part.heading) } } } }
                    }
                    (filters(document, &marks))
                    @for part in &parts {
                        section id=(part.id) data-part=[part.filtered.then_some("")] {
                            h2 { (part.heading) }
                            (part.body)
                            p class="up" { a href="#answers" { "Up to the answers" } }
                        }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
}

/// Some parts of a document, for pages of their own: the answers, the filters and the parts that have these ids.
#[must_use]
pub fn apart(document: &Document<'_>, leads: Leads, wanted: &[&str]) -> Apart {
    let lines = Lines::new(&document.report.ledger.texts);
    let marks = Marks::new(document, leads);
    let parts = body(document, &lines, &marks, &|id| wanted.contains(&id));
    Apart { answers: findings::answers(document, &marks), filters: filters(document, &marks), parts }
}

/// One finding of the ledger of a document, for a page of its own.
#[must_use]
pub fn alone(document: &Document<'_>, leads: Leads, finding: &Finding) -> Markup {
    let lines = Lines::new(&document.report.ledger.texts);
    findings::finding(&document.report, &lines, &Marks::new(document, leads), finding)
}

/// Some statements of the ledger of a document, for a page of their own.
#[must_use]
pub fn recorded(document: &Document<'_>, leads: Leads, statements: &[StatementId]) -> Markup {
    let ledger = document.report.ledger;
    record::statements(ledger, &Lines::new(&ledger.texts), &Marks::new(document, leads), statements)
}

/// Parts of a document.
pub struct Apart {
    /// What is contradicted, unverified, unanswered and agreed, in sentences.
    pub answers: Markup,
    /// The choices of the filters.
    pub filters: Markup,
    /// The parts that were asked for, without empty ones.
    pub parts: Vec<Part>,
}

/// A part of the page.
pub struct Part {
    /// Its name.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What stands in it.
    pub body: Markup,
    /// True when filters apply to it.
    pub filtered: bool,
}

/// The parts of the page that are wanted, without empty ones.
fn body(
    document: &Document<'_>,
    lines: &Lines<'_>,
    marks: &Marks<'_>,
    wanted: &dyn Fn(&str) -> bool,
) -> Vec<Part> {
    let report = &document.report;
    let ledger = report.ledger;
    let list = |findings: &[&Finding]| {
        html! { @for finding in findings { (findings::finding(report, lines, marks, finding)) } }
    };
    let kinds = |kinds: &[(Kind, &'static str)]| -> Vec<Part> {
        let of = |(kind, id): &(Kind, &'static str)| {
            let found = parts(document, &[*kind]).pop();
            found.map(|(heading, findings)| Part { id, heading, body: list(&findings), filtered: true })
        };
        kinds.iter().filter(|(_, id)| wanted(id)).filter_map(of).collect()
    };
    let hooks = formats::Hooks {
        statement: &|id| marks.to_statement(id),
        marks: &|event, line| marks.line(event, line),
    };
    let part = |there: bool, id, heading, filtered, body: &dyn Fn() -> Markup| {
        (there && wanted(id)).then(|| Part { id, heading, filtered, body: body() })
    };
    let wrong = problems(document);
    let dealt_with = findings::dealt_with(report, marks);
    let timeline = &document.timeline;
    let mut all: Vec<Part> = Vec::new();
    all.extend(part(!wrong.is_empty(), "problems", "Problems in the record", false, &|| {
        html! { ul { @for finding in &wrong { (findings::problem(lines, marks, finding)) } } }
    }));
    all.extend(kinds(&[(Kind::Contradictions, "contradictions")]));
    all.extend(part(!document.table.rows.is_empty(), "table", "The contradiction table", true, &|| {
        formats::page(ledger, &document.table, &hooks)
    }));
    all.extend(kinds(&[(Kind::Unverified, "unverified")]));
    all.extend(part(!document.replies.accused.is_empty(), "replies", "Right of reply", true, &|| {
        views::replies(document, marks)
    }));
    all.extend(kinds(&[(Kind::Agreements, "agreements"), (Kind::Notes, "notes")]));
    all.extend(part(!dealt_with.0.is_empty(), "settled", "Dealt with by an editor", true, &|| {
        dealt_with.clone()
    }));
    all.extend(part(true, "links", "Links between parties and events", true, &|| {
        views::links(document, marks)
    }));
    all.extend(part(!timeline.entries.is_empty(), "timeline", "Timeline", true, &|| {
        views::timeline(document, marks)
    }));
    all.extend(part(!timeline.ladders.is_empty(), "tolls", "Tolls", true, &|| views::tolls(document, marks)));
    all.extend(part(!document.statements.is_empty(), "statements", "Statements", true, &|| {
        record::statements(ledger, lines, marks, &document.statements)
    }));
    all.extend(part(!document.sources.is_empty(), "sources", "Sources", false, &|| {
        record::sources(document)
    }));
    all.extend(part(true, "method", "How to read this", false, &|| {
        html! { @for line in method(document) { p { (Text(line)) } } }
    }));
    all
}

/// The choices of the filters, which only the script makes visible.
fn filters(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    let ledger = document.report.ledger;
    let mut parties: Vec<(String, String)> = marks
        .parties
        .borrow()
        .iter()
        .map(|party| (words::capital(&ledger.party(*party).name), party_token(*party)))
        .collect();
    parties.sort();
    let mut events: Vec<(String, String)> = marks
        .events
        .borrow()
        .iter()
        .map(|event| (words::capital(&ledger.event(*event).name), event_token(*event)))
        .collect();
    events.sort();
    let standings = STANDINGS.map(|(token, words)| (words.to_owned(), token.to_owned()));
    html! {
        form id="filters" hidden {
            fieldset {
                legend { "Show only" }
                @for (id, label, options) in [
                    ("party", "Party", parties.as_slice()),
                    ("event", "Event", events.as_slice()),
                    ("standing", "How it stands", standings.as_slice()),
                ] {
                    div class="choice" {
                        label for=(id) { (label) } " "
                        select id=(id) {
                            option value="" { "all" }
                            @for (words, token) in options { option value=(token) { (Text(words)) } }
                        }
                    }
                }
                button type="reset" { "Show all" }
                p id="told" role="status" {}
            }
        }
    }
}
