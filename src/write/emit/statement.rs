//! Statements, and their positions as propositions with values.

use super::yaml::{Record, Yaml};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::{Cited, Statement, Written};
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words;

pub(super) fn statement(ledger: &Ledger, statement: &Statement) -> Record {
    let record = Record::of(&statement.id);
    if statement.by.is_empty() {
        return record;
    }
    let mut by: Vec<&str> = statement.by.iter().map(|party| ledger.party(*party).id.as_str()).collect();
    by.sort_unstable();
    let ids = |ids: &[StatementId]| -> Vec<String> {
        ids.iter().map(|id| ledger.statement(*id).id.clone()).collect()
    };
    let mut record = record
        .texts("by", by)
        .date("date", Some(statement.date))
        .maybe("source", statement.source.map(|source| ledger.source(source).id.as_str()))
        .maybe("locator", statement.locator.as_deref())
        .texts("quote", ledger.quotes(statement))
        .maybe("note", statement.note.as_deref());
    if let Some(grade) = statement.credibility {
        record = record.with("credibility", Yaml::Number(grade.into()));
    }
    record = record
        .texts("evidence", statement.evidence.iter().map(|source| &ledger.source(*source).id))
        .maybe("anonymous", statement.anonymous.as_deref())
        .texts("via", statement.via.iter().map(|party| &ledger.party(*party).id))
        .texts("citing", statement.citing.iter().map(|cited| cited_id(ledger, *cited)))
        .texts("answers", ids(&statement.answers))
        .texts("retracts", ids(&statement.retracts))
        .texts("same-as", ids(&statement.same_as))
        .maybe("if", statement.condition.as_deref());
    for stance in Stance::ALL {
        let written = statement.positions.iter().filter(|position| position.stance == stance);
        record = record.list(stance.key(), written.map(|position| proposition(ledger, position)).collect());
    }
    record
}

fn cited_id(ledger: &Ledger, cited: Cited) -> &str {
    match cited {
        Cited::Party(party) => &ledger.party(party).id,
        Cited::Statement(statement) => &ledger.statement(statement).id,
    }
}

/// Canonical text with the value behind it: `killed(fire) >= 34`.
fn proposition(ledger: &Ledger, written: &Written) -> String {
    let text = words::canonical(ledger, &ledger.proposition(written.proposition));
    let Some(value) = written.value else { return text };
    let sign = match value {
        Value::Count(comparison, ..) | Value::Date(comparison, ..)
            if !matches!(comparison, Comparison::Is | Comparison::Range) =>
        {
            ""
        }
        _ => "= ",
    };
    format!("{text} {sign}{}", words::value_text(ledger, value))
}
