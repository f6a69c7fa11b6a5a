//! Statements: who said what, when, where we read it, and how the speaker stands to which propositions.

use super::date::Date;
use super::entity::Entity;
use super::id::{PartyId, PropositionId, SourceId, StatementId};
use super::stance::Stance;
use super::value::Value;
use crate::source::Span;

/// On whose word a speaker says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A party.
    Party(PartyId),
    /// A statement on file.
    Statement(StatementId),
}

/// One position as written: a stance to a proposition. `self` is not resolved yet: speakers may be several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// Which of the six lists.
    pub stance: Stance,
    /// The proposition, without its value.
    pub proposition: PropositionId,
    /// The value, where the predicate takes one.
    pub value: Option<Value>,
    /// The place of its text.
    pub span: Span,
}

/// One record of who said what.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Id, unique among statements.
    pub id: String,
    /// Who speaks; several make a joint statement.
    pub by: Vec<PartyId>,
    /// When it was said.
    pub date: Date,
    /// Where we read it.
    pub source: Option<SourceId>,
    /// Where in the source.
    pub locator: Option<String>,
    /// The words.
    pub quote: Vec<String>,
    /// Where each of the words stands.
    pub quote_spans: Vec<Span>,
    /// The fact-checker's remark.
    pub note: Option<String>,
    /// Admiralty grade of the information, 1 (confirmed) to 6 (cannot be judged).
    pub credibility: Option<u8>,
    /// Sources that bear it out.
    pub evidence: Vec<SourceId>,
    /// How an unnamed speaker of `by` is described.
    pub anonymous: Option<String>,
    /// Who carried the words, from the one nearest to the speaker to the one nearest to us.
    pub via: Vec<PartyId>,
    /// On whose word the speaker says so.
    pub citing: Vec<Cited>,
    /// Statements it replies to.
    pub answers: Vec<StatementId>,
    /// Statements it withdraws.
    pub retracts: Vec<StatementId>,
    /// Other reports or translations of the same words.
    pub same_as: Vec<StatementId>,
    /// The condition under which the speaker says so.
    pub condition: Option<String>,
    /// Its positions, in the order written.
    pub positions: Vec<Written>,
    /// Where the record's id is written.
    pub span: Span,
}

impl Entity for Statement {
    const LIST: &'static str = "statements";

    /// A statement that says nothing: one not read yet, one set aside, one not made yet as of a date.
    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            by: Vec::new(),
            date: Date::day(0),
            source: None,
            locator: None,
            quote: Vec::new(),
            quote_spans: Vec::new(),
            note: None,
            credibility: None,
            evidence: Vec::new(),
            anonymous: None,
            via: Vec::new(),
            citing: Vec::new(),
            answers: Vec::new(),
            retracts: Vec::new(),
            same_as: Vec::new(),
            condition: None,
            positions: Vec::new(),
            span,
        }
    }

    fn span(&self) -> Span {
        self.span
    }
}
