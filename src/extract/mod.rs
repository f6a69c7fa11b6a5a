//! Drafts of records from an article: who says what in it, as records that an editor accepts, changes or skips.

mod answers;
mod beside;
mod byline;
mod carriers;
mod describe;
pub mod draft;
mod json;
mod known;
mod newcomers;
mod owners;
mod people;
mod propose;
mod records;
pub mod said;
mod settle;
mod text;
mod when;

pub use byline::{Byline, byline};
pub use json::json;
pub use newcomers::Newcomer;
pub use records::drafts;
pub use text::{text, with_verb};

use std::ops::Range;

use crate::attribution::Prose;
use crate::attribution::attributions::Kind;
use crate::attribution::speakers::How;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId, SourceId, StatementId};
use crate::ledger::model::stance::Stance;
use crate::text::quotes::readable::Readable;
use draft::Sure;
use newcomers::Newcomers;
use said::reading::{Prepared, Reading};

/// What an article is read for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The event that it is about; none where nobody said so.
    pub about: Option<EventId>,
    /// Its source; none where it is not on file.
    pub source: Option<SourceId>,
    /// When it was published; none where nobody said so.
    pub published: Option<Date>,
}

/// What an article says, and who says so.
#[derive(Debug)]
pub struct Extraction<'l> {
    /// The ledger that it was read with.
    pub ledger: &'l Ledger,
    /// The text of the article.
    pub text: &'l str,
    /// What it was read for.
    pub wanted: Wanted,
    /// Who says what, in the order of the article: one for each speaker and sentence.
    pub statements: Vec<Statement>,
    /// Parties and topics that are not on file.
    pub newcomers: Vec<Newcomer>,
}

/// What one speaker says in one sentence.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The bytes of what is said, in order and apart.
    pub pieces: Vec<Range<usize>>,
    /// The bytes of the words of it that stand in marks.
    pub quotes: Vec<Range<usize>>,
    /// Whether it stands in marks.
    pub kind: Kind,
    /// Who says it; none where the article does not tell.
    pub speaker: Option<Speaker>,
    /// The bytes of the words that attribute it.
    pub cue: Option<Range<usize>>,
    /// The place of its sentence among those of the article.
    pub sentence: usize,
    /// The number of its paragraph, from 1.
    pub paragraph: usize,
    /// When it was said; none where neither the article nor its source has a date.
    pub date: Option<String>,
    /// Who carried the words to the article, by their ids.
    pub via: Vec<String>,
    /// On whose word the speaker says so, by their ids.
    pub citing: Vec<String>,
    /// What it says.
    pub proposals: Vec<Proposal>,
    /// The statement on file that has the same words of the same speaker, or says the same by the same source.
    pub known: Option<StatementId>,
}

impl Statement {
    /// True where some bytes are among what is said, and not beside it.
    fn says(&self, range: &Range<usize>) -> bool {
        self.pieces.iter().any(|piece| piece.start <= range.start && range.end <= piece.end)
    }
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The bytes of the phrase that says who.
    pub words: Range<usize>,
    /// The name; none of somebody whom a pronoun does not tell.
    pub name: Option<String>,
    /// Who that is in the ledger.
    pub by: By,
    /// How an unnamed speaker is described.
    pub anonymous: Option<String>,
    /// How it was found.
    pub how: How,
}

/// Who somebody is in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// A party on file.
    Party(PartyId),
    /// A new one, by its place among the newcomers.
    New(usize),
    /// Nobody knows.
    Unknown,
}

/// A position that words suggest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The stance.
    pub stance: Stance,
    /// The proposition with its value; several where the words leave open which of them is meant.
    pub propositions: Vec<String>,
    /// The bytes of the words that suggest it.
    pub words: Range<usize>,
    /// How sure that is.
    pub sure: Sure,
    /// The newcomers of which it speaks.
    pub needs: Vec<usize>,
    /// Whether it is a question rather than a proposal: several fit, or it needs a topic that is not on file.
    pub question: bool,
}

/// Reads an article.
#[must_use]
pub fn extract<'l>(ledger: &'l Ledger, article: &'l Readable, wanted: Wanted) -> Extraction<'l> {
    let text = article.text.as_str();
    let mut prose = Prose::new(ledger, text, &article.quoted);
    let attributions = prose.attributions(ledger);
    let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); prose.sentences.len()];
    for (at, attribution) in attributions.iter().enumerate() {
        by_sentence[attribution.sentence].push(at);
    }
    let matched = known::matched(ledger, &mut prose);
    let prepared = Prepared::new(ledger, &mut prose, wanted.about);
    let mut marked: Vec<Range<usize>> =
        prose.quotations.iter().flat_map(|quotation| quotation.pieces.iter().cloned()).collect();
    marked.sort_by_key(|range| (range.start, range.end));
    marked.dedup_by(|next, last| next.start < last.end);
    let reading = Reading {
        ledger,
        text,
        prose: &prose,
        words: &prose.words,
        attributions: &attributions,
        by_sentence: &by_sentence,
        marked,
        phrases: &prepared.phrases,
        events: &prepared.events,
        topics: &prepared.topics,
        units: &prepared.units,
    };
    let newcomers = Newcomers::new(ledger);
    let (mut statements, newcomers) = settle::settle(&reading, newcomers, wanted);
    known::enter(&reading, &matched, wanted, &mut statements);
    Extraction { ledger, text, wanted, statements, newcomers }
}
