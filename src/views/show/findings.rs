//! The findings in which a subject takes part, a line each.

use super::desk::{self, Desk};
use super::{Subject, extent};
use crate::check::formats::text::{in_question, word};
use crate::check::identity;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::statement::Statement;
use crate::ledger::model::value::ValueKind;
use crate::ledger::{Ledger, ids, roots};
use crate::rules::finding::{Family, Finding};
use crate::text::Span;
use crate::views::page::{Row, Section};

/// The section of the findings that `wanted` picks, and of those about the record itself that lie in `record`.
pub(super) fn section(desk: &Desk<'_>, record: Option<Span>, wanted: impl Fn(&Finding) -> bool) -> Section {
    let mut section = Section::new("findings", "What gainsay finds");
    for finding in &desk.report.findings {
        let here = |span: Span| record.is_some_and(|record| extent::within(desk.ledger, record, span));
        let picked = if finding.family == Family::Record {
            finding.labels.iter().any(|label| here(label.span))
        } else {
            wanted(finding)
        };
        if picked {
            section.rows.push(row(desk, finding));
        }
    }
    section
}

fn row(desk: &Desk<'_>, finding: &Finding) -> Row {
    let about = if finding.family == Family::Record { finding.message.clone() } else { in_question(finding) };
    let settled = match &finding.reconciled {
        Some(reason) => format!("reconciled ({reason}), "),
        None if finding.accepted => "seen and left, ".to_owned(),
        None => String::new(),
    };
    let folded = finding.folding.into.as_ref().map(|into| format!(", told with [{}]", into.rule.id));
    let folded = folded.unwrap_or_default();
    let text = format!("{settled}{}: {about} [{}]{folded}", word(finding), finding.rule.id);
    let name = finding.counts().then(|| identity::name(desk.ledger, finding));
    let row = Row { proposition: finding.on(desk.ledger), finding: name, ..Row::text(0, text) };
    match finding.labels.first() {
        Some(label) => row.at(label.span),
        None => row,
    }
}

/// Whether a finding of a link may be on the page of a subject.
#[must_use]
pub fn may_show(ledger: &Ledger, subject: Subject, finding: &Finding) -> bool {
    let named = |kind, at, id: &str| names(ledger, finding, kind, at, id);
    let said = |wanted: &dyn Fn(&Statement) -> bool| {
        finding.statements.iter().any(|statement| wanted(ledger.statement(*statement)))
    };
    match subject {
        Subject::Party(id) => {
            let whole = |statement: &Statement| {
                statement.by.iter().any(|by| roots::speaking(ledger, statement, *by).any(|at| at == id))
            };
            finding.parties.contains(&id)
                || named(ArgumentKind::Party, id.index(), &ledger.party(id).id)
                || said(&whole)
        }
        Subject::Event(id) => named(ArgumentKind::Event, id.index(), &ledger.event(id).id),
        Subject::Place(id) => named(ArgumentKind::Place, id.index(), &ledger.place(id).id),
        Subject::Topic(id) => named(ArgumentKind::Topic, id.index(), &ledger.topic(id).id),
        Subject::Source(id) => {
            said(&|statement| statement.source == Some(id) || statement.evidence.contains(&id))
        }
        Subject::Statement(id) => rests_on(finding, id),
        Subject::Proposition(proposition) => about(finding, &proposition),
    }
}

/// True when a finding is about a proposition that names a record, or about values of which that record is one.
pub(super) fn names(ledger: &Ledger, finding: &Finding, kind: ArgumentKind, named: usize, id: &str) -> bool {
    let Some(about) = finding.about else { return false };
    let predicate = ledger.vocabulary.get(about.predicate);
    let value = match kind {
        ArgumentKind::Party => Some(ValueKind::Party),
        ArgumentKind::Place => Some(ValueKind::Place),
        ArgumentKind::Topic => Some(ValueKind::Topic),
        _ => None,
    };
    let valued = value.is_some_and(|value| predicate.value.contains(&value));
    desk::names(ledger, &about, kind, named)
        || valued
            && finding
                .sides
                .iter()
                .any(|side| side.values.iter().any(|value| ids::value_id(ledger, *value) == Some(id)))
}

/// True when a finding is about a proposition; `?` and `self` in the finding stand for what they may mean.
pub(super) fn about(finding: &Finding, wanted: &Proposition) -> bool {
    let Some(about) = finding.about else { return false };
    let mine = |argument: Argument| finding.parties.iter().any(|party| argument == (*party).into());
    about.predicate == wanted.predicate
        && about.arguments().len() == wanted.arguments().len()
        && about
            .arguments()
            .iter()
            .zip(wanted.arguments())
            .all(|(a, b)| a == b || *a == Argument::UNKNOWN || *a == Argument::SPEAKER && mine(*b))
}

/// True when a finding rests on a statement.
pub(super) fn rests_on(finding: &Finding, statement: StatementId) -> bool {
    finding.statements.contains(&statement)
}
