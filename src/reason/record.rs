//! Facts of the whole record, whichever positions are looked at: worked out once and shared by every look.

use super::origins::Origins;
use super::retraction::Retractions;
use super::same_words::SameWords;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;

/// Facts of the whole record, whichever positions are looked at.
pub struct Record {
    /// The classes of statements that report the same words.
    pub same: SameWords,
    /// The withdrawals of statements.
    pub retractions: Retractions,
    /// The roots on whose word each statement rests.
    pub origins: Origins,
    /// The latest date of a statement, as of which minuses are looked up.
    pub latest: Date,
}

impl Record {
    /// Works out the facts of a ledger.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let latest = ledger.said().map(|(_, statement)| statement.date).max_by_key(Date::order);
        let same = SameWords::new(ledger);
        Self {
            origins: Origins::new(ledger, &same),
            same,
            retractions: Retractions::new(ledger),
            latest: latest.unwrap_or_else(|| Date::day(0)),
        }
    }
}
