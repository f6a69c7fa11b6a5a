//! The findings that a subject takes part in, a line each.

use super::desk::Desk;
use super::extent;
use crate::check::formats::text::{in_question, word};
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{self, ArgumentKind, Proposition};
use crate::ledger::model::value::ValueKind;
use crate::ledger::words;
use crate::rules::finding::{Family, Finding};
use crate::text::Span;
use crate::views::page::{Row, Section};

/// The section of the findings that `wanted` picks; findings about the record itself where they lie in `record`.
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
            section.rows.push(row(finding));
        }
    }
    section
}

fn row(finding: &Finding) -> Row {
    let about = if finding.family == Family::Record { finding.message.clone() } else { in_question(finding) };
    let settled = match &finding.reconciled {
        Some(reason) => format!("reconciled ({reason}), "),
        None if finding.accepted => "seen and left, ".to_owned(),
        None => String::new(),
    };
    let text = format!("{settled}{}: {about} [{}]", word(finding), finding.rule.id);
    let row = Row { proposition: finding.proposition.clone(), ..Row::text(0, text) };
    match finding.labels.first() {
        Some(label) => row.at(label.span),
        None => row,
    }
}

/// Whether a finding is about a proposition with an id of that kind in it, or a value that is one.
pub(super) fn names(desk: &Desk<'_>, finding: &Finding, kind: ArgumentKind, id: &str) -> bool {
    let Some(parsed) = finding.proposition.as_deref().and_then(|text| proposition::parse(text).ok()) else {
        return false;
    };
    let Some(predicate) = desk.ledger.vocabulary.find(parsed.name) else { return false };
    let predicate = desk.ledger.vocabulary.get(predicate);
    let value = match kind {
        ArgumentKind::Party => Some(ValueKind::Party),
        ArgumentKind::Place => Some(ValueKind::Place),
        ArgumentKind::Topic => Some(ValueKind::Topic),
        _ => None,
    };
    let valued = value.is_some_and(|value| predicate.value.contains(&value));
    predicate.places_of(kind).any(|at| parsed.arguments.get(at) == Some(&id))
        || valued && finding.sides.iter().any(|side| side.values.iter().any(|value| value == id))
}

/// Whether a finding is about a proposition, `?` and `self` standing for what may stand there.
pub(super) fn about(desk: &Desk<'_>, finding: &Finding, wanted: &Proposition) -> bool {
    let canonical = words::canonical(desk.ledger, wanted);
    let Some(text) = finding.proposition.as_deref() else { return false };
    if text == canonical {
        return true;
    }
    let (Ok(this), Ok(that)) = (proposition::parse(text), proposition::parse(&canonical)) else {
        return false;
    };
    let mine = |id: &str| {
        desk.ledger.parties.find(id).is_some_and(|at| finding.parties.contains(&PartyId::from(at)))
    };
    this.name == that.name
        && this.arguments.len() == that.arguments.len()
        && this
            .arguments
            .iter()
            .zip(&that.arguments)
            .all(|(a, b)| a == b || *a == "?" || *a == "self" && mine(b))
}

/// Whether a finding rests on a statement.
pub(super) fn rests_on(finding: &Finding, statement: StatementId) -> bool {
    finding.statements.contains(&statement)
}
