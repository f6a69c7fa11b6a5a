//! One statement in the public JSON of the reports that list statements, and any such document as text.

use serde::Serialize;

use super::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::text::Span;
use crate::text::lines::Lines;

/// A statement: who, when, in what words, and where it is written.
#[derive(Serialize)]
pub(crate) struct Said<'r> {
    statement: &'r str,
    by: Vec<&'r str>,
    anonymous: Option<&'r str>,
    date: String,
    quote: Vec<&'r str>,
    source: Option<&'r str>,
    place: Place<'r>,
}

/// A place in the ledger.
#[derive(Serialize)]
pub(crate) struct Place<'r> {
    file: &'r str,
    line: usize,
}

/// A statement of the ledger.
pub(crate) fn said<'r>(ledger: &'r Ledger, lines: &Lines<'r>, id: StatementId) -> Said<'r> {
    let statement = ledger.statement(id);
    Said {
        statement: &statement.id,
        by: statement.by.iter().map(|by| ledger.party(*by).id.as_str()).collect(),
        anonymous: statement.anonymous.as_deref(),
        date: statement.date.to_string(),
        quote: ledger.quotes(statement).collect(),
        source: statement.source.map(|source| ledger.source(source).id.as_str()),
        place: place(lines, statement.span),
    }
}

/// A place in the ledger.
pub(crate) fn place<'r>(lines: &Lines<'r>, span: Span) -> Place<'r> {
    Place { file: lines.file(span).0, line: lines.position(span).line }
}

/// The ids of statements.
pub(crate) fn ids<'r>(ledger: &'r Ledger, statements: &[StatementId]) -> Vec<&'r str> {
    statements.iter().map(|id| ledger.statement(*id).id.as_str()).collect()
}

/// A document as text, ended by a line break.
pub(crate) fn write(document: &impl Serialize) -> String {
    let document = serde_json::to_string_pretty(document).expect("texts, numbers and lists always serialise");
    safe::json(&document).into_owned() + "\n"
}
