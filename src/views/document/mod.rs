//! One document on an event, a party or the whole store: what was found, the table, the right of reply, the timeline,
//! the links, and the statements and sources that all this rests on.
//!
//! A composition of views that exist: nothing is decided here. What would make it too long to read is cut, and counted.

pub mod formats;
mod numbers;

use std::collections::BTreeSet;

use super::graph::{self, Graph};
use super::replies::{self, Replies};
use super::table::{self, Table};
use super::timeline::{self, Timeline};
use crate::check::{Case, Report};
use crate::ledger::model::id::{SourceId, StatementId};
use crate::rules::finding::{Family, Finding, Level};
pub use numbers::{Numbers, unanswered};

/// How many findings of a kind are shown; contradictions, unverified links, agreements and notes are one kind each.
pub const MOST_FINDINGS: usize = 150;
/// How many rows of the table are shown.
pub const MOST_ROWS: usize = 200;
/// How many accused parties are shown.
pub const MOST_ACCUSED: usize = 60;
/// How many statements of the timeline are shown: the latest.
pub const MOST_ENTRIES: usize = 250;
/// How many tolls are shown.
pub const MOST_TOLLS: usize = 25;
/// How many parties and events are drawn with their links.
pub const MOST_NODES: usize = 100;

/// The document.
pub struct Document<'l> {
    /// The ids that it is about; none: the whole store.
    pub about: Vec<String>,
    /// What was found, narrowed to what it is about. The counts are of all of that, also of what is cut.
    pub report: Report<'l>,
    /// The contradiction table.
    pub table: Table,
    /// Accusations and answers.
    pub replies: Replies,
    /// Positions by date, and tolls.
    pub timeline: Timeline,
    /// The links between parties and events.
    pub graph: Graph,
    /// All statements that any of this rests on, by date.
    pub statements: Vec<StatementId>,
    /// Where those were found.
    pub sources: Vec<SourceId>,
    /// How many of what there is, also of what was left out.
    pub numbers: Numbers,
    /// What was left out for length.
    pub cuts: Vec<Cut>,
}

/// How much of something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Of what.
    pub what: &'static str,
    /// How many are shown.
    pub shown: usize,
    /// How many there are.
    pub of: usize,
}

/// The kinds of findings that a document tells apart, and what they are called.
pub const KINDS: [(Kind, &str); 4] = [
    (Kind::Contradictions, "contradictions"),
    (Kind::Unverified, "unverified links"),
    (Kind::Agreements, "agreements"),
    (Kind::Notes, "notes"),
];

/// A kind of finding, as a document tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Contradictions that count.
    Contradictions,
    /// Unverified links, unanswered accusations and the like that count.
    Unverified,
    /// Agreements and shared positions.
    Agreements,
    /// Contradictions and unverified links that are notes.
    Notes,
}

/// The kind of a finding; nothing where it is about the record, or an editor has dealt with it.
#[must_use]
pub fn kind(finding: &Finding) -> Option<Kind> {
    match (finding.counts(), finding.family, finding.level) {
        (false, ..) | (_, Family::Record | Family::Draft, _) => None,
        (_, Family::Agreement, _) => Some(Kind::Agreements),
        (_, _, Level::Note) => Some(Kind::Notes),
        (_, Family::Contradiction, _) => Some(Kind::Contradictions),
        (_, Family::UnverifiedLink, _) => Some(Kind::Unverified),
    }
}

/// Puts a document together; with `all`, nothing is cut.
#[must_use]
pub fn document(case: &Case, all: bool) -> Document<'_> {
    let reasoned = case.reason();
    let (reasoning, options) = (&reasoned.reasoning, case.options());
    let found = reasoned.unfiltered();
    let asked =
        table::Options { about: options.about.clone(), since: options.since, ..table::Options::default() };
    let table = table::table(reasoning, &found, &asked);
    let mut document = Document {
        about: options.about.clone(),
        graph: graph::graph(reasoning, &table, (!all).then_some(MOST_NODES)),
        table,
        replies: replies::replies(reasoning, options),
        timeline: timeline::timeline(reasoning, options),
        report: reasoned.narrowed(found),
        statements: Vec::new(),
        sources: Vec::new(),
        numbers: Numbers::default(),
        cuts: Vec::new(),
    };
    document.numbers = Numbers::of(&document.report, &document.timeline);
    if !all {
        cut(&mut document);
    }
    document.statements = statements(&document);
    let ledger = reasoning.ledger;
    let sources: BTreeSet<SourceId> =
        document.statements.iter().filter_map(|id| ledger.statement(*id).source).collect();
    document.sources = sources.into_iter().collect();
    document.sources.sort_by_key(|id| &ledger.source(*id).id);
    document
}

/// Leaves out what is too much, and says how much that is.
fn cut(document: &mut Document<'_>) {
    let mut cuts = Vec::new();
    let mut note = |what, shown: usize, of: usize| {
        if shown < of {
            cuts.push(Cut { what, shown, of });
        }
    };
    for (of_kind, what) in KINDS {
        let mut count = 0;
        document.report.findings.retain(|finding| {
            let counted = kind(finding) == Some(of_kind);
            count += usize::from(counted);
            !counted || count <= MOST_FINDINGS
        });
        note(what, count.min(MOST_FINDINGS), count);
    }
    let rows = document.table.rows.len();
    document.table.rows.truncate(MOST_ROWS);
    note("rows of the table", document.table.rows.len(), rows);
    let accused = document.replies.accused.len();
    document.replies.accused.truncate(MOST_ACCUSED);
    note("accused parties", document.replies.accused.len(), accused);
    let entries = document.timeline.entries.len();
    document.timeline.entries.drain(..entries.saturating_sub(MOST_ENTRIES));
    note("statements of the timeline, the latest", document.timeline.entries.len(), entries);
    let tolls = document.timeline.ladders.len();
    document.timeline.ladders.truncate(MOST_TOLLS);
    note("tolls", document.timeline.ladders.len(), tolls);
    let links = document.graph.links.len();
    note("links", links, links + document.graph.left_out);
    document.cuts = cuts;
}

/// All statements that a document rests on, by date.
fn statements(document: &Document<'_>) -> Vec<StatementId> {
    let mut all: BTreeSet<StatementId> = BTreeSet::new();
    for finding in &document.report.findings {
        all.extend(&finding.statements);
        all.extend(finding.sides.iter().flat_map(|side| &side.statements));
    }
    let cells = document.table.rows.iter().flat_map(|row| &row.cells);
    all.extend(cells.flat_map(|cell| &cell.entries).flat_map(|entry| &entry.statements));
    for accusation in document.replies.accused.iter().flat_map(|accused| &accused.accusations) {
        let words = accusation.accusers.iter().chain(&accusation.answers).chain(&accusation.hearsay);
        all.extend(words.map(|word| word.statement));
    }
    for entry in &document.timeline.entries {
        all.insert(entry.statement);
        all.extend(&entry.withdraws);
        all.extend(entry.said.iter().flat_map(|said| said.state.by()));
    }
    for rung in document.timeline.ladders.iter().flat_map(|ladder| &ladder.parties).flat_map(|one| &one.rungs)
    {
        all.insert(rung.statement);
        all.extend(rung.state.by());
    }
    let ledger = document.report.ledger;
    let mut all: Vec<StatementId> = all.into_iter().collect();
    all.sort_by_cached_key(|id| (ledger.statement(*id).date.order(), ledger.statement(*id).id.clone()));
    all
}
