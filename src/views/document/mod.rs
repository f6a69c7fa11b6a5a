//! One document on an event, a party or the whole store: findings, table, right of reply, timeline and links, with the
//! statements and sources on which all this rests.
//!
//! It is composed of other views and decides nothing. Parts that would make it too long to read are cut, and counted.

pub mod formats;
mod numbers;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::graph::{self, Graph};
use super::replies::{self, Replies};
use super::table::{self, Table};
use super::timeline::{self, Timeline};
use crate::check::options::Options;
use crate::check::{Case, Reasoned, Report};
use crate::ledger::model::id::{SourceId, StatementId};
use crate::rules::finding::{Family, Finding, Level};
pub use numbers::{Numbers, unanswered};

/// Largest number of findings of a kind that are shown; contradictions, unverified links, agreements and notes are one
/// kind each.
pub const MOST_FINDINGS: usize = 150;
/// Largest number of rows of the table that are shown.
pub const MOST_ROWS: usize = 200;
/// Largest number of accused parties that are shown.
pub const MOST_ACCUSED: usize = 60;
/// Largest number of statements of the timeline that are shown, the latest ones.
pub const MOST_ENTRIES: usize = 250;
/// Largest number of tolls that are shown.
pub const MOST_TOLLS: usize = 25;
/// Largest number of parties and events that are drawn with their links.
pub const MOST_NODES: usize = 100;

/// The document.
pub struct Document<'l> {
    /// The ids of its subjects; empty for the whole store.
    pub about: Vec<String>,
    /// The findings, narrowed to the subjects. The counts cover all of them, cut ones too.
    pub report: Report<'l>,
    /// The contradiction table.
    pub table: Table,
    /// The accusations and answers.
    pub replies: Replies,
    /// The positions by date, and the tolls.
    pub timeline: Timeline,
    /// The links between parties and events.
    pub graph: Graph,
    /// All statements on which any of this rests, by date.
    pub statements: Vec<StatementId>,
    /// The sources of these statements.
    pub sources: Vec<SourceId>,
    /// Numbers of all that there is, cut parts too.
    pub numbers: Numbers,
    /// The parts that were cut.
    pub cuts: Vec<Cut>,
}

/// A cut: how much of a part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The part.
    pub what: &'static str,
    /// The number shown.
    pub shown: usize,
    /// The number there are.
    pub of: usize,
}

/// The kinds of findings with their words.
pub const KINDS: [(Kind, &str); 4] = [
    (Kind::Contradictions, "contradictions"),
    (Kind::Unverified, "unverified links"),
    (Kind::Agreements, "agreements"),
    (Kind::Notes, "notes"),
];

/// A kind of finding in a document.
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

/// The kind of a finding; none where it is about the record or a draft, or does not count.
#[must_use]
pub fn kind(finding: &Finding) -> Option<Kind> {
    kind_of(finding).filter(|_| finding.counts())
}

/// The kind of a finding, whether it counts or not; none where it is about the record or a draft.
#[must_use]
pub fn kind_of(finding: &Finding) -> Option<Kind> {
    match (finding.family, finding.level) {
        (Family::Record | Family::Draft, _) => None,
        (Family::Agreement, _) => Some(Kind::Agreements),
        (_, Level::Note) => Some(Kind::Notes),
        (Family::Contradiction, _) => Some(Kind::Contradictions),
        (Family::UnverifiedLink, _) => Some(Kind::Unverified),
    }
}

/// The document on a case; nothing is cut where `all` is true.
#[must_use]
pub fn document(case: &Case, all: bool) -> Document<'_> {
    let reasoned = case.reason();
    composed(&reasoned, case.options(), Cow::Owned(reasoned.unfiltered()), all)
}

/// The document on a case that was reasoned over, from every finding about it, narrowed by these filters.
#[must_use]
pub fn composed<'l>(
    reasoned: &Reasoned<'l>,
    options: &Options,
    found: Cow<'_, Report<'l>>,
    all: bool,
) -> Document<'l> {
    let reasoning = &reasoned.reasoning;
    let asked =
        table::Options { about: options.about.clone(), since: options.since, ..table::Options::default() };
    let table = table::table(reasoning, &found, &asked);
    let mut document = Document {
        about: options.about.clone(),
        graph: graph::graph(reasoning, &table, (!all).then_some(MOST_NODES)),
        table,
        replies: replies::replies(reasoning, options),
        timeline: timeline::timeline(reasoning, options),
        report: reasoned.narrowed_to(found, options),
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

/// Cuts parts that are too long, and notes how much that is.
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

/// All statements on which a document rests, by date.
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
