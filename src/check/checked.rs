//! The library's face: a store checked by one call, and the findings in words, which borrow nothing from the store.

use std::path::Path;

use super::options::Options;
use super::{Case, Status};
use crate::read::NoStore;
use crate::rules::finding::{Family, Finding, Level};
use crate::text::Span;
use crate::text::lines::Lines;

/// The result of checking a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The soundness of the store; as a number, the exit status of `gainsay check`.
    pub status: Status,
    /// Every finding of the ledger and of its record, in the order of reports.
    pub found: Vec<Told>,
}

/// A finding, as `gainsay check` tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The rule that found it, which `gainsay explain` describes.
    pub rule: &'static str,
    /// The family: a contradiction, an agreement.
    pub family: Family,
    /// The level.
    pub level: Level,
    /// The proposition that it is about, as a ledger writes it; none where it is about a record.
    pub about: Option<String>,
    /// The finding in one or more plain sentences.
    pub message: String,
    /// The advice to an editor; none where there is none.
    pub help: Option<String>,
    /// True when it is neither settled by an editor nor told in a line of another finding.
    pub counts: bool,
    /// The first place to look at; none where no record is meant.
    pub place: Option<Place>,
    /// The statements on which it rests.
    pub statements: Vec<Said>,
}

/// A statement on which a finding rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The id in the ledger.
    pub id: String,
    /// The names of the speakers.
    pub by: Vec<String>,
    /// The date in words: "5 Mar 2031".
    pub date: String,
    /// The words, piece by piece, as they were said.
    pub quotes: Vec<String>,
    /// The place in the store.
    pub place: Place,
}

/// A place in the files of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, from the folder of the store.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Checks the store in a folder, as `gainsay check` does without options.
///
/// # Errors
/// The reason for which the folder itself could not be read. A fault of a file in it is a finding.
pub fn check(store: &Path) -> Result<Checked, NoStore> {
    let case = Case::open(store, Options::default())?;
    let found = case.report().findings.iter().map(|finding| told(&case, finding)).collect();
    Ok(Checked { status: case.status(), found })
}

fn told(case: &Case, finding: &Finding) -> Told {
    let ledger = case.ledger();
    let said = finding.statements.iter().map(|id| {
        let statement = ledger.statement(*id);
        Said {
            id: statement.id.clone(),
            by: statement.by.iter().map(|party| ledger.party(*party).name.clone()).collect(),
            date: statement.date.words(),
            quotes: ledger.quotes(statement).map(str::to_owned).collect(),
            place: place(case, statement.span),
        }
    });
    Told {
        rule: finding.rule.id,
        family: finding.family,
        level: finding.level,
        about: finding.on(ledger),
        message: finding.told().into_owned(),
        help: finding.help.clone(),
        counts: finding.counts(),
        place: finding.labels.first().map(|label| place(case, label.span)),
        statements: said.collect(),
    }
}

fn place(case: &Case, span: Span) -> Place {
    let lines = Lines::new(&case.ledger().texts);
    let at = lines.position(span);
    Place { file: lines.file(span).0.to_owned(), line: at.line, column: at.column }
}
