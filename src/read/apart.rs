//! Texts that are read by themselves and are no ledger files: drafts of records, the mapping of a sheet. The keys are
//! read as those of records are, and each fault is told at its line and column.

use super::records::Problem;
use super::yaml::build::build;
use super::yaml::syntax::explain;
use super::yaml::tree::{Node, Value};
use crate::text::{FileId, Sources, Span};

/// The text is the only one.
pub const HERE: FileId = FileId(0);

/// A fault of such a text, by line and column from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// The fault, in plain words.
    pub message: String,
    /// The remedy.
    pub help: String,
}

/// Reads a text by its first document, which is an empty mapping where there is none.
///
/// # Errors
/// All its faults, in the order of the text.
pub fn read<T>(text: &str, read: impl FnOnce(&Node<'_>, &mut Vec<Problem>) -> T) -> Result<T, Vec<Fault>> {
    let built = match build(HERE, text, 0..text.len()) {
        Ok(built) => built,
        Err(fault) => return Err(located(text, vec![explain(HERE, text, &fault)])),
    };
    let mut problems = built.problems;
    let nothing = Node { span: Span { file: HERE, start: 0, end: 0 }, value: Value::Mapping(Vec::new()) };
    let made = read(built.roots.first().unwrap_or(&nothing), &mut problems);
    if problems.is_empty() { Ok(made) } else { Err(located(text, problems)) }
}

/// Problems at their lines and columns, in the order of the text.
#[must_use]
pub fn located(text: &str, mut problems: Vec<Problem>) -> Vec<Fault> {
    problems.sort_by_key(|problem| problem.span);
    let mut sources = Sources::default();
    sources.add(String::new(), text.to_owned());
    let fault = |problem: Problem| {
        let place = sources.position(problem.span);
        Fault { line: place.line, column: place.column, message: problem.message, help: problem.help }
    };
    problems.into_iter().map(fault).collect()
}
