//! The editors' own records: requests for a reply, reconciliations, accepted findings, expectations, settings.

use super::date::Date;
use super::id::{PartyId, StatementId};
use super::proposition::Proposition;
use crate::text::Span;

/// The right of reply: we asked a party about propositions.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Whom we asked.
    pub to: Vec<PartyId>,
    /// What we asked about.
    pub about: Vec<Proposition>,
    /// When.
    pub date: Option<Date>,
    /// What came of it: `replied`, `declined`, `no-reply` or `not-reached`.
    pub outcome: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// An editor's reasoned word that an apparent contradiction is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// The statements concerned.
    pub between: Vec<StatementId>,
    /// The proposition, where it is about one only.
    pub on: Option<Proposition>,
    /// Why it is none.
    pub reason: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// A finding seen and left.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The rule.
    pub rule: Option<String>,
    /// What the finding is about; `?` and `self` may stand in it.
    pub on: Option<Proposition>,
    /// The statements or roots that must be in the finding.
    pub between: Vec<String>,
    /// Who accepted it.
    pub by: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Remark.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What a case must, or must not, find.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The rule.
    pub rule: String,
    /// Whether it must be found, or must not.
    pub finds: bool,
    /// What the finding is about; `?` and `self` may stand in it.
    pub on: Option<Proposition>,
    /// Roots that must all be in the finding.
    pub between: Vec<PartyId>,
    /// Whether they must be the only ones.
    pub only: bool,
    /// Where it is written.
    pub span: Span,
}

/// The store's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// How many roots with no stake must assert a link before it is corroborated.
    pub verify_origins: usize,
    /// Hours within which two events are near in time.
    pub near_hours: u64,
    /// Kilometres within which two places are near.
    pub near_kilometres: u64,
    /// Levels of rules and families, as the store sets them: name, level.
    pub levels: Vec<(String, String)>,
    /// Rules of reading that are switched off.
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
