//! Statements: who said what, when, where we read it, and which stances the speaker takes.

use super::date::Date;
use super::entity::Entity;
use super::id::{PartyId, PropositionId, SourceId, StatementId, ValueId};
use super::seldom::Seldom;
use super::stance::Stance;
use super::value::Value;
use crate::ledger::Ledger;
use crate::text::{Sources, Span};

/// A party or statement that a speaker cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A party.
    Party(PartyId),
    /// A statement on file.
    Statement(StatementId),
}

/// A party that carried the words to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// The party.
    pub party: PartyId,
    /// The description of an unnamed carrier of that party; none where the party itself carried them.
    pub anonymous: Option<Box<str>>,
}

/// A second reader's check of a record against its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The reader.
    pub by: Box<str>,
    /// The day; none where it is not written down.
    pub date: Option<Date>,
}

/// Facts written beside the proposition of a position in its long form.
#[derive(Clone, Debug, PartialEq)]
pub struct Long {
    /// The index of the position in its statement.
    pub at: u32,
    /// The words of this position alone.
    pub quote: Option<Quote>,
    /// The scope of the figure; figures of different scope are never compared.
    pub scope: Option<Box<str>>,
    /// The day for which the figure holds; none where it is the date of the statement.
    pub as_of: Option<Date>,
}

impl Long {
    /// The scope and day of the figure, as written: "the past 24 hours, as of 4 May 2031". None where neither is given.
    #[must_use]
    pub fn covers(&self) -> Option<String> {
        let day = self.as_of.map(|day| format!("as of {}", day.words()));
        let said: Vec<String> = self.scope.iter().map(ToString::to_string).chain(day).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// The same in brackets, to be read after the figure: " (the past 24 hours)". Empty where neither is given.
    #[must_use]
    pub fn bracketed(long: Option<&Self>) -> String {
        long.and_then(Self::covers).map_or(String::new(), |covers| format!(" ({covers})"))
    }
}

/// A position as written. `self` is not resolved yet, since speakers may be several.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    /// The stance, which is the list in which it stands.
    pub stance: Stance,
    /// The proposition, without its value.
    pub proposition: PropositionId,
    /// The value, where the predicate takes one.
    pub value: Option<ValueId>,
    /// The place of its text.
    pub span: Span,
}

impl Written {
    /// The value, where the predicate takes one; `ledger` is that of the statement.
    #[must_use]
    pub fn value(&self, ledger: &Ledger) -> Option<Value> {
        self.value.map(|id| ledger.value(id))
    }
}

/// The words of one quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The place in the file where they stand, quotation marks included.
    pub span: Span,
    words: Words,
}

/// The words as a stretch of the file; as a text of their own where the file had to be unescaped or folded.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Words {
    Here(u32, u32),
    Own(Box<str>),
}

impl Quote {
    /// The quote of words that are written at a place.
    #[must_use]
    pub fn new(words: &str, span: Span, texts: &Sources) -> Self {
        let written = texts.text(span);
        // The words stand there plainly, or within marks.
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

    /// The words, unescaped and folded; `texts` are those of the ledger.
    #[must_use]
    pub fn text<'t>(&'t self, texts: &'t Sources) -> &'t str {
        match &self.words {
            Words::Here(start, end) => texts.text(Span { start: *start, end: *end, ..self.span }),
            Words::Own(words) => words,
        }
    }
}

/// A statement: a record of who said what, once. Its rarer fields are those of [`Rarer`](super::seldom::Rarer), read as if they stood here.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Id, unique among statements.
    pub id: String,
    /// The speakers; several make a joint statement.
    pub by: Box<[PartyId]>,
    /// The day on which it was said.
    pub date: Date,
    /// The source in which we read it.
    pub source: Option<SourceId>,
    /// The place within the source.
    pub locator: Option<String>,
    /// The words quoted.
    pub quote: Box<[Quote]>,
    /// Its positions, in the order written.
    pub positions: Box<[Written]>,
    /// What few statements have, which is read as if it stood here.
    pub seldom: Seldom,
    /// The place of the record's id in the file.
    pub span: Span,
}

impl Statement {
    /// The parties that carried the words, named or not, from the one nearest to the speaker to the one nearest to us.
    pub fn carriers(&self) -> impl Iterator<Item = PartyId> + '_ {
        self.via.iter().map(|carrier| carrier.party)
    }

    /// True when it is on record. A statement that was set aside for an error, or is later than the day as of which the
    /// ledger is read, has nothing but its id and takes part in nothing.
    #[must_use]
    pub fn on_record(&self) -> bool {
        !self.by.is_empty()
    }

    /// True when its words are those of its single positions, and it has none as a whole.
    #[must_use]
    pub fn quoted_in_parts(&self) -> bool {
        let parts = self.long.iter().filter_map(|long| long.quote.as_ref());
        !self.quote.is_empty() && self.quote.iter().map(|quote| quote.span).eq(parts.map(|quote| quote.span))
    }

    /// The facts written beside the position at an index; none where it is written short.
    #[must_use]
    pub fn long(&self, at: usize) -> Option<&Long> {
        let found = self.long.binary_search_by_key(&at, |long| long.at as usize);
        found.ok().map(|found| &self.long[found])
    }

    /// The facts written beside the position whose text stands at `span`; none where it is written short.
    #[must_use]
    pub fn long_written(&self, span: Span) -> Option<&Long> {
        let at =
            if self.long.is_empty() { None } else { self.positions.iter().position(|one| one.span == span) };
        at.and_then(|at| self.long(at))
    }
}

impl Entity for Statement {
    const LIST: &'static str = "statements";

    /// A statement that says nothing: not yet read, set aside, or later than the day as of which the ledger is read.
    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            by: Box::default(),
            date: Date::day(0),
            source: None,
            locator: None,
            quote: Box::default(),
            positions: Box::default(),
            seldom: Seldom::default(),
            span,
        }
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn span(&self) -> Span {
        self.span
    }
}
