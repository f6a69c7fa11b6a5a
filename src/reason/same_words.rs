//! Reports of the same words: `same-as` ties them together, and they are one origin.

use std::collections::BTreeMap;

use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;

/// Classes of statements that report the same words: each points to the statement that stands for it, or one before.
#[derive(Debug, Default)]
pub struct SameWords(BTreeMap<StatementId, StatementId>);

impl SameWords {
    /// Joins the statements that `same-as` ties together, where they are on record.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let mut same = Self::default();
        for (id, statement) in ledger.said() {
            let on_file = |id: &&StatementId| ledger.statement(**id).on_record();
            for other in statement.same_as.iter().filter(on_file) {
                let (a, b) = (same.first(id), same.first(*other));
                let (low, high) = (a.min(b), a.max(b));
                same.0.insert(high, low);
                same.0.entry(low).or_insert(low);
            }
        }
        same
    }

    /// The statement that stands for all reports of the same words; itself where there is no other report.
    #[must_use]
    pub fn first(&self, statement: StatementId) -> StatementId {
        let mut at = statement;
        while let Some(next) = self.0.get(&at).filter(|next| **next != at) {
            at = *next;
        }
        at
    }
}
