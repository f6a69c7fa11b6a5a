//! Parts of the public JSON that reports share: one statement, what is written beside a position, and any document as
//! text.

use serde::Serialize;

use super::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::statement::Long;
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
    /// The grounds that the speaker gives; left out where none are on file.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    basis: &'r [Box<str>],
    place: Place<'r>,
}

/// Facts written beside the proposition of a position; each is left out where it is not written.
#[derive(Serialize)]
pub(crate) struct Beside<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of_value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_quote: Option<&'r str>,
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
        basis: &statement.basis,
        place: place(lines, statement.span),
    }
}

/// The facts written beside a position.
pub(crate) fn beside<'r>(ledger: &'r Ledger, long: Option<&'r Long>) -> Beside<'r> {
    Beside {
        scope: long.and_then(|long| long.scope.as_deref()),
        as_of_value: long.and_then(|long| long.as_of).map(|day| day.to_string()),
        own_quote: long.and_then(|long| long.quote.as_ref()).map(|quote| quote.text(&ledger.texts)),
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
