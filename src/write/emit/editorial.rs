//! The editors' own records: requests, reconciliations, accepted findings, expectations.

use super::yaml::{Record, Yaml};
use crate::ledger::Ledger;
use crate::ledger::model::editorial::{Accepted, Expectation, Reconciliation, Request};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;

pub(super) fn request(ledger: &Ledger, request: &Request) -> Record {
    Record::default()
        .texts("to", request.to.iter().map(|party| &ledger.party(*party).id))
        .texts("about", request.about.iter().map(|about| words::canonical(ledger, about)))
        .date("date", request.date)
        .maybe("outcome", request.outcome.as_deref())
        .maybe("note", request.note.as_deref())
}

pub(super) fn reconciliation(ledger: &Ledger, reconciliation: &Reconciliation) -> Record {
    Record::default()
        .texts("between", reconciliation.between.iter().map(|id| &ledger.statement(*id).id))
        .maybe("on", named(ledger, reconciliation.on).as_deref())
        .maybe("reason", reconciliation.reason.as_deref())
        .maybe("by", reconciliation.by.as_deref())
        .date("date", reconciliation.date)
        .maybe("note", reconciliation.note.as_deref())
}

pub(super) fn accepted(ledger: &Ledger, accepted: &Accepted) -> Record {
    Record::default()
        .maybe("rule", accepted.rule.as_deref())
        .maybe("on", named(ledger, accepted.on).as_deref())
        .texts("between", &accepted.between)
        .maybe("by", accepted.by.as_deref())
        .date("date", accepted.date)
        .maybe("note", accepted.note.as_deref())
}

pub(super) fn expectation(ledger: &Ledger, expectation: &Expectation) -> Record {
    let record = Record::default()
        .text(if expectation.finds { "finds" } else { "finds-no" }, &expectation.rule)
        .maybe("on", named(ledger, expectation.on).as_deref())
        .texts("between", expectation.between.iter().map(|party| &ledger.party(*party).id));
    if expectation.only { record.with("only", Yaml::Flag(true)) } else { record }
}

/// The canonical text of what a record is about.
fn named(ledger: &Ledger, on: Option<Proposition>) -> Option<String> {
    on.map(|on| words::canonical(ledger, &on))
}
