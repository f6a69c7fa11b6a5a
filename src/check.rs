//! The check: runs every rule over a ledger, applies levels, reconciliations and acceptances, sorts.

use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::model::date::Date;

/// How many of what a report speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files of the store that were read.
    pub files: usize,
    /// Statements on file and sound.
    pub statements: usize,
    /// Roots that speak in them, not parties on record.
    pub parties: usize,
    /// Propositions that anybody speaks of.
    pub propositions: usize,
    /// Findings of the family `agreements`.
    pub agreements: usize,
    /// Findings of the family `contradictions`, without notes.
    pub contradictions: usize,
    /// Findings of the family `unverified-links`, without notes.
    pub unverified_links: usize,
    /// Contradictions that an editor holds to be none.
    pub reconciled: usize,
    /// Findings of the family `records`, notes included.
    pub problems: usize,
    /// Quotes compared with an archived text.
    pub quotes_checked: usize,
    /// Quotes without an archived text.
    pub quotes_unchecked: usize,
}

/// What a check found.
#[derive(Debug)]
pub struct Report<'l> {
    /// The records it speaks of.
    pub ledger: &'l Ledger,
    /// The date as of which it speaks; none: everything on file.
    pub as_of: Option<Date>,
    /// Findings, in the order in which they are printed.
    pub findings: Vec<Finding>,
    /// How many of what.
    pub counts: Counts,
}
