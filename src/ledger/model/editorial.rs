//! The editors' own records: requests for a reply, reconciliations, accepted findings, expectations, settings.

use super::date::Date;
use super::id::{PartyId, StatementId};
use super::proposition::Proposition;
use crate::text::Span;

/// A request for a reply: we asked parties about propositions.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The parties asked.
    pub to: Vec<PartyId>,
    /// The propositions about which they were asked.
    pub about: Vec<Proposition>,
    /// The date.
    pub date: Option<Date>,
    /// The outcome: `replied`, `declined`, `no-reply` or `not-reached`.
    pub outcome: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// The place in the file where it is written.
    pub span: Span,
}

/// An editor's reasoned decision that an apparent contradiction is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// The statements concerned.
    pub between: Vec<StatementId>,
    /// The proposition, where it concerns one only.
    pub on: Option<Proposition>,
    /// The reason.
    pub reason: Option<String>,
    /// The person who decided.
    pub by: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// The place in the file where it is written.
    pub span: Span,
}

/// A finding that an editor has seen and accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The rule.
    pub rule: Option<String>,
    /// The proposition that the finding is about, in which `?` and `self` may stand.
    pub on: Option<Proposition>,
    /// The statements or roots that must be in the finding.
    pub between: Vec<String>,
    /// The person who accepted it.
    pub by: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// The place in the file where it is written.
    pub span: Span,
}

/// A finding that a case must, or must not, have.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The rule.
    pub rule: String,
    /// True when it must be found, false when it must not.
    pub finds: bool,
    /// The proposition that the finding is about, in which `?` and `self` may stand.
    pub on: Option<Proposition>,
    /// Roots that must all be in the finding.
    pub between: Vec<PartyId>,
    /// True when these must be the only ones.
    pub only: bool,
    /// The place in the file where it is written.
    pub span: Span,
}

/// The store's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Number of roots with no stake that must assert a link before it is corroborated.
    pub verify_origins: usize,
    /// Hours within which two events are near in time.
    pub near_hours: u64,
    /// Kilometres within which two places are near.
    pub near_kilometres: u64,
    /// Levels that the store sets, by name of rule or family.
    pub levels: Vec<(String, String)>,
    /// Ids of the rules of reading that are switched off.
    pub readings_off: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            verify_origins: 2,
            near_hours: 24,
            near_kilometres: 50,
            levels: Vec::new(),
            readings_off: Vec::new(),
        }
    }
}
