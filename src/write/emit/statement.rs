//! Statements, and their positions as propositions with values.

use super::yaml::{Record, Yaml};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::{Carrier, Check, Cited, Long, Statement, Written};
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words;

pub(super) fn statement(ledger: &Ledger, statement: &Statement) -> Record {
    let record = Record::of(&statement.id);
    if !statement.on_record() {
        return record;
    }
    let mut by: Vec<&str> = statement.by.iter().map(|party| ledger.party(*party).id.as_str()).collect();
    by.sort_unstable();
    let ids = |ids: &[StatementId]| -> Vec<String> {
        ids.iter().map(|id| ledger.statement(*id).id.clone()).collect()
    };
    let quote = if statement.quoted_in_parts() { Vec::new() } else { ledger.quotes(statement).collect() };
    let mut record = record
        .texts("by", by)
        .date("date", Some(statement.date))
        .maybe("source", statement.source.map(|source| ledger.source(source).id.as_str()))
        .maybe("locator", statement.locator.as_deref())
        .texts("quote", quote)
        .maybe("note", statement.note.as_deref());
    if let Some(grade) = statement.credibility {
        record = record.with("credibility", Yaml::Number(grade.into()));
    }
    record = record
        .texts("evidence", statement.evidence.iter().map(|source| &ledger.source(*source).id))
        .maybe("anonymous", statement.anonymous.as_deref())
        .values("via", statement.via.iter().map(|via| carrier(ledger, via)).collect())
        .maybe("for", statement.capacity.map(|party| ledger.party(party).id.as_str()))
        .texts("basis", &statement.basis)
        .texts("citing", statement.citing.iter().map(|cited| cited_id(ledger, *cited)))
        .texts("answers", ids(&statement.answers))
        .texts("retracts", ids(&statement.retracts))
        .texts("same-as", ids(&statement.same_as))
        .maybe("if", statement.condition.as_deref())
        .values("checked", statement.checked.iter().map(check).collect());
    for stance in Stance::ALL {
        let written = statement.positions.iter().enumerate().filter(|(_, written)| written.stance == stance);
        let written: Vec<Yaml> =
            written.map(|(at, written)| position(ledger, written, statement.long(at))).collect();
        if !written.is_empty() {
            record = record.with(stance.key(), Yaml::List(written));
        }
    }
    record
}

fn cited_id(ledger: &Ledger, cited: Cited) -> &str {
    match cited {
        Cited::Party(party) => &ledger.party(party).id,
        Cited::Statement(statement) => &ledger.statement(statement).id,
    }
}

fn carrier(ledger: &Ledger, carrier: &Carrier) -> Yaml {
    let party = &ledger.party(carrier.party).id;
    match &carrier.anonymous {
        None => Yaml::Text(party.clone()),
        Some(described) => Yaml::Map(Record::default().text("party", party).text("anonymous", described)),
    }
}

fn check(check: &Check) -> Yaml {
    Yaml::Map(Record::default().text("by", &check.by).date("date", check.date))
}

/// A position: its proposition alone, or with what is said beside it.
fn position(ledger: &Ledger, written: &Written, long: Option<&Long>) -> Yaml {
    let says = proposition(ledger, written);
    let Some(long) = long else { return Yaml::Text(says) };
    Yaml::Map(
        Record::default()
            .text("says", &says)
            .maybe("quote", long.quote.as_ref().map(|quote| quote.text(&ledger.texts)))
            .maybe("scope", long.scope.as_deref())
            .date("as-of", long.as_of),
    )
}

/// Canonical text with the value behind it: `killed(fire) >= 34`.
fn proposition(ledger: &Ledger, written: &Written) -> String {
    let text = words::canonical(ledger, &ledger.proposition(written.proposition));
    let Some(value) = written.value(ledger) else { return text };
    let sign = match value {
        Value::Count(comparison, ..) | Value::Number(comparison, ..) | Value::Date(comparison, ..)
            if !matches!(comparison, Comparison::Is | Comparison::Range) =>
        {
            ""
        }
        _ => "= ",
    };
    format!("{text} {sign}{}", words::value_text(ledger, value))
}
