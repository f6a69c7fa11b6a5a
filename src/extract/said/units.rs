//! A sentence as units, in marks or without: words with their stems, names on file, and what parts clauses.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::stems::stem;
use crate::attribution::names::{Named, Names, merged};
use crate::text::quotes::tokens::{Word, Words};

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word that names nothing on file, and whether it is written with a capital.
    Word(bool),
    /// A name on file.
    Name(Named),
    /// A comma.
    Comma,
    /// The end of a sentence, as one within a quotation is.
    Stop,
    /// A semicolon, a colon, a dash, a bracket.
    Break,
    /// The end of a question.
    Question,
}

/// A unit of a sentence.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// The stem of a word; of anything else without meaning.
    pub stem: Word,
    /// The word as folded; of anything else without meaning.
    pub word: Word,
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether a name stands in the genitive.
    pub genitive: bool,
}

impl Unit {
    /// Whether no phrase goes on behind it.
    #[must_use]
    pub fn stops(&self) -> bool {
        matches!(self.kind, Kind::Stop | Kind::Break | Kind::Question)
    }
}

/// The stems of a run, each worked out once.
#[derive(Debug, Default)]
pub struct Stems(FxHashMap<Word, Word>);

impl Stems {
    /// The stem of a word.
    pub fn of(&mut self, words: &mut Words, word: Word) -> Word {
        if let Some(stem) = self.0.get(&word) {
            return *stem;
        }
        let stemmed = stem(words.text(word)).into_owned();
        let stemmed = words.intern(&stemmed);
        self.0.insert(word, stemmed);
        stemmed
    }
}

/// The units of a stretch of text.
pub fn units(
    words: &mut Words,
    names: &Names,
    stems: &mut Stems,
    text: &str,
    range: Range<usize>,
) -> Vec<Unit> {
    let tokens = merged(words, text, range.clone());
    let none = words.intern("");
    let mut units: Vec<Unit> = Vec::with_capacity(tokens.len() + tokens.len() / 4);
    let mut last = range.start;
    let mut at = 0;
    while at < tokens.len() {
        parts(text, last..tokens[at].start, none, &mut units);
        let found = names.at(text, &tokens[at..]);
        let long = found.map_or(1, |(_, long)| long);
        let span = tokens[at].start..tokens[at + long - 1].end;
        let written = &text[span.clone()];
        let genitive =
            written.ends_with("'s") || written.ends_with("’s") || text[span.end..].starts_with(['’', '\'']);
        let word = tokens[at].word;
        let (kind, stem) = match found {
            Some((meant, _)) => (Kind::Name(meant), none),
            None => (Kind::Word(written.starts_with(char::is_uppercase)), stems.of(words, word)),
        };
        last = span.end;
        units.push(Unit {
            kind,
            stem,
            word: if found.is_some() { none } else { word },
            range: span,
            genitive,
        });
        at += long;
    }
    parts(text, last..range.end, none, &mut units);
    units
}

/// What parts clauses between two words. A full stop behind a short word with a capital may be part of a name.
fn parts(text: &str, range: Range<usize>, none: Word, units: &mut Vec<Unit>) {
    for (at, character) in text[range.clone()].char_indices() {
        let here = range.start + at;
        let end = here + character.len_utf8();
        let kind = match character {
            ',' => Kind::Comma,
            ';' | ':' | '—' | '–' | '(' | ')' => Kind::Break,
            '!' | '…' => Kind::Stop,
            '?' => Kind::Question,
            '.' => {
                let short = units.last().is_some_and(|unit| {
                    unit.range.end == here && unit.range.len() <= 4 && matches!(unit.kind, Kind::Word(true))
                });
                let rest = text[end..range.end].trim_start_matches(['”', '"', '’', '\'']);
                if short || !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
                    continue;
                }
                Kind::Stop
            }
            _ => continue,
        };
        units.push(Unit { kind, stem: none, word: none, range: here..end, genitive: false });
    }
}
