//! Findings that an editor has reconciled or accepted. They are listed with the reason, and not counted.

use crate::check::{Report, accepts};
use crate::ledger::{Ledger, words};
use crate::rules::finding::Finding;

/// The two lists, with their headings.
pub(crate) fn settled<'r>(report: &'r Report<'_>) -> [(&'static str, Vec<&'r Finding>); 2] {
    let settled = || report.findings.iter().filter(|finding| finding.settled());
    [
        ("Reconciled", settled().filter(|finding| finding.reconciled.is_some()).collect()),
        ("Accepted", settled().filter(|finding| finding.reconciled.is_none()).collect()),
    ]
}

/// The parties of a settled finding and the reason: `Iran and United States; reason: time`. Not yet made safe.
pub(crate) fn reason(ledger: &Ledger, finding: &Finding) -> String {
    let mut parties = finding.parties.clone();
    parties.sort_by_key(|party| &ledger.party(*party).id);
    let between =
        if parties.is_empty() { words::list(&finding.records) } else { words::parties(ledger, &parties) };
    let why = match &finding.reconciled {
        Some(reason) => format!("reason: {reason}"),
        None => accepted(ledger, finding),
    };
    if between.is_empty() { why } else { format!("{between}; {why}") }
}

/// The person who accepted it, the date and the remark, as far as the records say.
fn accepted(ledger: &Ledger, finding: &Finding) -> String {
    let mut words = "accepted".to_owned();
    let Some(record) = ledger.accepted.iter().find(|record| accepts(ledger, record, finding)) else {
        return words;
    };
    if let Some(by) = &record.by {
        words = format!("{words} by {by}");
    }
    if let Some(date) = &record.date {
        words = format!("{words}, {}", date.words());
    }
    match &record.note {
        Some(note) => format!("{words}: {note}"),
        None => words,
    }
}
