//! The word of the editors that what looks like a contradiction is none, with their reason.

use crate::ledger::Ledger;
use crate::ledger::words;
use crate::rules::finding::Finding;

/// The sentences for a finding that the editors have reconciled, with their remarks; none for any other.
pub(super) fn reconciled(ledger: &Ledger, finding: &Finding) -> Option<String> {
    let reason = finding.reconciled.as_ref()?;
    let mut told =
        format!("The editors hold that these words do not contradict: {}.", words::why_none(reason));
    let concerns = |id| finding.statements.contains(id);
    for record in &ledger.reconciliations {
        let on = record.on.is_none_or(|on| Some(on) == finding.about);
        let note = record.note.as_ref().filter(|note| !told.contains(note.as_str()));
        if let Some(note) = note.filter(|_| on && record.between.iter().all(concerns)) {
            let note = words::capital(note.trim());
            told.push_str(&format!(" {}.", note.trim_end_matches('.')));
        }
    }
    Some(told)
}
