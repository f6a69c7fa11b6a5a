//! A file of drafts: the records that an article suggests, and what became of each.
//!
//! ```yaml
//! article: article.txt
//! source: herald-2031-05-04
//! about: quay-fire
//! known: [herald-ann-orr]          # statements on file that the article has too
//! new:                             # records that the drafts need, each offered once
//!   - state: proposed              # proposed, taken or skipped
//!     list: parties
//!     record: {id: quay-brigade, name: Quay Brigade, kind: armed-group}
//!     words: the Quay Brigade, an armed group
//! drafts:                          # one for each speaker and sentence
//!   - state: proposed
//!     kind: mixed
//!     how: named
//!     cue: said
//!     words: the harbour was closed, and “we lit it”
//!     statement: {by: quay-brigade, date: 2031-05-03, source: herald-2031-05-04, quote: We lit it.}
//!     proposed:
//!       - stance: asserts
//!         proposition: carried-out(self, quay-fire)   # several are a question
//!         words: claimed responsibility
//!         sure: high
//! ```

mod keys;
mod read;
mod write;

use crate::ledger::model::stance::Stance;
use crate::read::fields::List;
use crate::write::emit::Record;

/// What an article suggests.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The article, as it was named.
    pub article: String,
    /// The id of its source; none where it is not on file.
    pub source: Option<String>,
    /// The id of the event that it is about; none where it was not said.
    pub about: Option<String>,
    /// Statements on file that the article has too.
    pub known: Vec<String>,
    /// Records that the drafts need and that are not on file.
    pub new: Vec<New>,
    /// Statements, in the order of the article.
    pub drafts: Vec<Draft>,
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody has answered yet.
    #[default]
    Proposed,
    /// It was written to the store.
    Taken,
    /// It is not wanted.
    Skipped,
}

/// A record that drafts need: a party, a place, a topic.
#[derive(Clone, Debug)]
pub struct New {
    /// What became of it.
    pub state: State,
    /// Its list.
    pub list: &'static List,
    /// The record.
    pub record: Record,
    /// The words of the article that introduce it.
    pub words: String,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What became of it.
    pub state: State,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// How its speaker was found; none where nobody was.
    pub how: Option<String>,
    /// The words that attribute it; none where nothing does.
    pub cue: Option<String>,
    /// What is said, as the article has it.
    pub words: String,
    /// The record, without positions until some are accepted. It has no `by` where the article does not say who speaks.
    pub statement: Record,
    /// Positions that its words suggest.
    pub proposed: Vec<Proposed>,
}

/// A position that words suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The stance.
    pub stance: Stance,
    /// The proposition; several where the words leave open which of them is meant.
    pub propositions: Vec<String>,
    /// The words that suggest it.
    pub words: String,
    /// How sure that is.
    pub sure: Sure,
}

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A phrase of the vocabulary, all of whose parts are named.
    High,
    /// One part was found by a pronoun, a description or the event that the article is about.
    Fair,
    /// Several fit.
    Low,
}

impl State {
    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        keys::STATES[self as usize]
    }
}

impl Sure {
    /// The word in the file and in the public JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        keys::SURE[self as usize]
    }
}
