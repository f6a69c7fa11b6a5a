//! Where statements stand, and what each refers to: by that the words of findings are found again in the store.

use sha2::{Digest, Sha256};

use super::To;
use super::ids::{Ids, id, number};
use crate::ledger::model::id::StatementId;
use crate::ledger::model::statement::Cited;
use crate::reason::Reasoning;
use crate::text::FileId;
use crate::text::lines::Lines;

/// The number of a file's content, by which a changed file is known.
pub(crate) fn content(text: &str) -> i64 {
    number(Sha256::new_with_prefix(text))
}

/// The number of the file at a path.
pub(crate) fn file(path: &str) -> i64 {
    id("file", path)
}

pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, to: &To<'_, '_>) {
    let ledger = reasoning.ledger;
    let lines = Lines::new(&ledger.texts);
    let files: Vec<FileId> =
        (1..ledger.texts.len()).map(|at| FileId(u32::try_from(at).unwrap_or(u32::MAX))).collect();
    for file in files {
        let written = ledger.texts.file(file);
        let number = to.name("file", &written.path);
        to.row("file", &[&number, &content(&written.text), &u8::from(!statements_alone(&written.text))]);
    }
    for (at, statement) in ledger.said() {
        let (path, line) = (lines.file(statement.span).0, lines.position(statement.span).line);
        to.row("place", &[&ids.statement(at), &file(path), &line]);
        let cited = statement.citing.iter().filter_map(|cited| match cited {
            Cited::Statement(other) => Some(*other),
            Cited::Party(_) => None,
        });
        let named = statement.answers.iter().chain(&statement.retracts).chain(&statement.same_as).copied();
        let mut referred: Vec<StatementId> = named.chain(cited).collect();
        referred.sort_unstable();
        referred.dedup();
        for other in referred.into_iter().filter(|other| ledger.statement(*other).on_record()) {
            to.row("refers", &[&ids.statement(at), &ids.statement(other)]);
        }
    }
}

/// Whether a file holds statements and nothing else, as far as its lines at the margin tell; a file that is laid out in another way is
/// taken to hold more.
fn statements_alone(text: &str) -> bool {
    text.lines().all(|line| {
        let begins = line.chars().next();
        begins.is_none_or(|first| matches!(first, ' ' | '#' | '-'))
            || line.split('#').next().is_some_and(|line| line.trim_end() == "statements:")
    })
}
