//! Statements: who said what, when, where we read it, and how the speaker stands to which propositions.

use super::date::Date;
use super::entity::Entity;
use super::id::{PartyId, PropositionId, SourceId, StatementId};
use super::stance::Stance;
use super::value::Value;
use crate::text::{Sources, Span};

/// On whose word a speaker says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A party.
    Party(PartyId),
    /// A statement on file.
    Statement(StatementId),
}

/// Who carried the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// The party.
    pub party: PartyId,
    /// How an unnamed carrier of that party is described.
    pub anonymous: Option<Box<str>>,
}

/// What a position that is written long says beside its proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Long {
    /// The place of the position among those of its statement.
    pub at: u32,
    /// The words for this position alone.
    pub quote: Option<Quote>,
    /// What the figure covers: figures of different scope are not compared.
    pub scope: Option<Box<str>>,
    /// The day for which it holds; none: the statement's date.
    pub as_of: Option<Date>,
}

impl Long {
    /// What the figure covers and for which day it holds, as it was written: "the past 24 hours, as of 4 May 2031".
    /// None where neither is said.
    #[must_use]
    pub fn covers(&self) -> Option<String> {
        let day = self.as_of.map(|day| format!("as of {}", day.words()));
        let said: Vec<String> = self.scope.iter().map(ToString::to_string).chain(day).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
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

/// The words of one quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Where they stand, quotation marks included.
    pub span: Span,
    words: Words,
}

/// A stretch of the file; or a text of its own, where what stands there had to be unescaped or folded.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Words {
    Here(u32, u32),
    Own(Box<str>),
}

impl Quote {
    /// The words that are written at a place.
    #[must_use]
    pub fn new(words: &str, span: Span, texts: &Sources) -> Self {
        let written = texts.text(span);
        // Plain, or within marks.
        let starts = |before: &usize| written.get(*before..).is_some_and(|rest| rest.starts_with(words));
        let words = match [0, 1].into_iter().find(starts) {
            Some(before) => {
                let start = span.start as usize + before;
                let [start, end] =
                    [start, start + words.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
                Words::Here(start, end)
            }
            None => Words::Own(words.into()),
        };
        Self { span, words }
    }

    /// The words, unescaped and folded. `texts` are those of the ledger.
    #[must_use]
    pub fn text<'t>(&'t self, texts: &'t Sources) -> &'t str {
        match &self.words {
            Words::Here(start, end) => texts.text(Span { start: *start, end: *end, ..self.span }),
            Words::Own(words) => words,
        }
    }
}

/// One record of who said what.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Id, unique among statements.
    pub id: String,
    /// Who speaks; several make a joint statement.
    pub by: Box<[PartyId]>,
    /// When it was said.
    pub date: Date,
    /// Where we read it.
    pub source: Option<SourceId>,
    /// Where in the source.
    pub locator: Option<String>,
    /// The words.
    pub quote: Box<[Quote]>,
    /// The fact-checker's remark.
    pub note: Option<String>,
    /// Admiralty grade of the information, 1 (confirmed) to 6 (cannot be judged).
    pub credibility: Option<u8>,
    /// Sources that bear it out.
    pub evidence: Box<[SourceId]>,
    /// How an unnamed speaker of `by` is described.
    pub anonymous: Option<String>,
    /// Who carried the words, from the one nearest to the speaker to the one nearest to us.
    pub via: Box<[Carrier]>,
    /// In which of several capacities a person speaks: one of the parties that he or she is part of that day.
    pub capacity: Option<PartyId>,
    /// On what the speaker says it rests: radar, tally sheets.
    pub basis: Box<[Box<str>]>,
    /// On whose word the speaker says so.
    pub citing: Box<[Cited]>,
    /// Statements it replies to.
    pub answers: Box<[StatementId]>,
    /// Statements it withdraws.
    pub retracts: Box<[StatementId]>,
    /// Other reports or translations of the same words.
    pub same_as: Box<[StatementId]>,
    /// The condition under which the speaker says so.
    pub condition: Option<String>,
    /// Its positions, in the order written.
    pub positions: Box<[Written]>,
    /// What positions that are written long say beside, in the order of the positions.
    pub long: Box<[Long]>,
    /// Where the record's id is written.
    pub span: Span,
}

impl Statement {
    /// The parties that carried the words, named or not, from the one nearest to the speaker to the one nearest to us.
    pub fn carriers(&self) -> impl Iterator<Item = PartyId> + '_ {
        self.via.iter().map(|carrier| carrier.party)
    }

    /// Whether it is on record; one set aside for an error, or of later than the day as of which the ledger is read, has
    /// nothing but its id and takes part in nothing.
    #[must_use]
    pub fn on_record(&self) -> bool {
        !self.by.is_empty()
    }

    /// Whether the words of single positions stand for its own: it has no words as a whole.
    #[must_use]
    pub fn quoted_in_parts(&self) -> bool {
        let parts = self.long.iter().filter_map(|long| long.quote.as_ref());
        !self.quote.is_empty() && self.quote.iter().map(|quote| quote.span).eq(parts.map(|quote| quote.span))
    }

    /// What the position at a place says beside its proposition; nothing where it is written short.
    #[must_use]
    pub fn long(&self, at: usize) -> Option<&Long> {
        let found = self.long.binary_search_by_key(&at, |long| long.at as usize);
        found.ok().map(|found| &self.long[found])
    }

    /// The same of the position whose text stands at a place of the file.
    #[must_use]
    pub fn long_written(&self, span: Span) -> Option<&Long> {
        let at =
            if self.long.is_empty() { None } else { self.positions.iter().position(|one| one.span == span) };
        at.and_then(|at| self.long(at))
    }
}

impl Entity for Statement {
    const LIST: &'static str = "statements";

    /// A statement that says nothing: one not read yet, one set aside, one not made yet as of a date.
    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            by: Box::default(),
            date: Date::day(0),
            source: None,
            locator: None,
            quote: Box::default(),
            note: None,
            credibility: None,
            evidence: Box::default(),
            anonymous: None,
            via: Box::default(),
            capacity: None,
            basis: Box::default(),
            citing: Box::default(),
            answers: Box::default(),
            retracts: Box::default(),
            same_as: Box::default(),
            condition: None,
            positions: Box::default(),
            long: Box::default(),
            span,
        }
    }

    fn span(&self) -> Span {
        self.span
    }
}
