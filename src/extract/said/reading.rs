//! What sentences are read with: the text taken apart, the phrases of the vocabulary, the events and topics on file.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::events::Events;
use super::phrases::Phrases;
use super::units::{Stems, Unit, units};
use crate::attribution::Prose;
use crate::attribution::attributions::Attribution;
use crate::attribution::names::Names;
use crate::attribution::sentences::Item;
use crate::ledger::Ledger;
use crate::ledger::model::id::EventId;
use crate::text::quotes::tokens::{Word, Words};

/// What sentences are read with.
pub struct Reading<'r> {
    /// The ledger.
    pub ledger: &'r Ledger,
    /// The text.
    pub text: &'r str,
    /// The text, taken apart.
    pub prose: &'r Prose<'r>,
    /// The words of the run.
    pub words: &'r Words,
    /// Everything that is attributed.
    pub attributions: &'r [Attribution],
    /// The attributions of each sentence.
    pub by_sentence: &'r [Vec<usize>],
    /// The stretches in marks, in order.
    pub marked: Vec<Range<usize>>,
    /// The phrases of the vocabulary.
    pub phrases: &'r Phrases,
    /// The events on file.
    pub events: &'r Events<'r>,
    /// Names of topics by the stem of their first word: the other stems, and the topic.
    pub topics: &'r FxHashMap<Word, Vec<(Vec<Word>, usize)>>,
    /// The units of each sentence.
    pub units: &'r [Vec<Unit>],
}

/// What is worked out once for a text, and needs its words to be written to.
pub struct Prepared<'l> {
    /// The phrases of the vocabulary.
    pub phrases: Phrases,
    /// The events on file.
    pub events: Events<'l>,
    /// Names of topics.
    pub topics: FxHashMap<Word, Vec<(Vec<Word>, usize)>>,
    /// The units of each sentence.
    pub units: Vec<Vec<Unit>>,
}

impl<'l> Prepared<'l> {
    /// What a text is read with; the words are those of its prose.
    pub fn new(ledger: &'l Ledger, prose: &mut Prose<'_>, about: Option<EventId>) -> Self {
        let words = &mut prose.words;
        let mut stems = Stems::default();
        let names = Names::new(ledger, words);
        let phrases = Phrases::new(ledger, words);
        let events = Events::new(ledger, words, &mut stems, about);
        let mut topics: FxHashMap<Word, Vec<(Vec<Word>, usize)>> = FxHashMap::default();
        for (at, topic) in ledger.topics.iter().enumerate() {
            for name in std::iter::once(&topic.name).chain(&topic.aliases) {
                let tokens = words.tokens(name, 0..name.len());
                let all: Vec<Word> = tokens.iter().map(|token| stems.of(words, token.word)).collect();
                if let Some((first, rest)) = all.split_first() {
                    topics.entry(*first).or_default().push((rest.to_vec(), at));
                }
            }
        }
        for names in topics.values_mut() {
            names.sort_by_key(|(rest, topic)| (std::cmp::Reverse(rest.len()), *topic));
        }
        let text = prose.text;
        let each = prose
            .sentences
            .iter()
            .map(|sentence| units(words, &names, &mut stems, text, sentence.range.clone()));
        let units = each.collect();
        Self { phrases, events, topics, units }
    }
}

impl Reading<'_> {
    /// Whether a byte stands in marks.
    #[must_use]
    pub fn in_marks(&self, byte: usize) -> bool {
        let at = self.marked.partition_point(|range| range.end <= byte);
        self.marked.get(at).is_some_and(|range| range.contains(&byte))
    }

    /// The bytes of a word or name of a sentence, by its place among the items.
    #[must_use]
    pub fn item_range(&self, sentence: usize, at: usize) -> Option<Range<usize>> {
        match self.prose.sentences[sentence].items.get(at)? {
            Item::Word { range, .. } | Item::Name { range, .. } => Some(range.clone()),
            _ => None,
        }
    }
}
