//! Where a phrase of the vocabulary stands in a sentence, and which of its words fill the places of the phrase.

use std::ops::Range;

use super::nouns;
use super::phrases::{Phrase, Slot};
use super::units::{Kind, Unit};
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::{Word, Words};

/// A place is filled by so many units at most.
const LONGEST: usize = 16;
/// So many small words may stand between two words of a phrase.
const BETWEEN: usize = 4;

/// A phrase found in a sentence.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The units that are its own words, in order.
    pub own: Vec<usize>,
    /// For each place of the phrase that is no word: the place, and the units that fill it.
    pub filled: Vec<(usize, Range<usize>)>,
    /// The units from its first to its last.
    pub whole: Range<usize>,
}

/// The phrase at a place of whose part a unit is; none where the sentence goes another way.
#[must_use]
pub fn at(words: &Words, units: &[Unit], phrase: &Phrase, part: usize, unit: usize) -> Option<Hit> {
    let finder = Finder { words, units, phrase };
    let mut hit = Hit { own: vec![unit], filled: Vec::new(), whole: unit..unit + 1 };
    finder.right(&mut hit, part + 1)?;
    finder.left(&mut hit, part)?;
    hit.own.sort_unstable();
    Some(hit)
}

/// Words that say how many: "fired more than a dozen missiles".
fn quantity(word: &str) -> bool {
    lexicon::number(word) || matches!(word, "more" | "than" | "least" | "at" | "several" | "many" | "some")
}

struct Finder<'f> {
    words: &'f Words,
    units: &'f [Unit],
    phrase: &'f Phrase,
}

impl Finder<'_> {
    fn right(&self, hit: &mut Hit, mut part: usize) -> Option<()> {
        let parts = &self.phrase.parts;
        while part < parts.len() {
            let from = hit.whole.end;
            match (&parts[part], parts.get(part + 1)) {
                (Slot::Words(any), _) => {
                    let found = self.next(from, any)?;
                    hit.own.push(found);
                    hit.whole.end = found + 1;
                }
                (_, Some(Slot::Words(any))) => {
                    let found = self.seek(from, any)?;
                    hit.filled.push((part, from..found));
                    hit.own.push(found);
                    hit.whole.end = found + 1;
                    part += 1;
                }
                (slot, _) => {
                    let end = match slot {
                        Slot::Value(_) => self.clause_end(from),
                        _ => nouns::end(self.words, self.units, from),
                    };
                    if end == from {
                        return None;
                    }
                    hit.filled.push((part, from..end));
                    hit.whole.end = end;
                }
            }
            part += 1;
        }
        Some(())
    }

    fn left(&self, hit: &mut Hit, mut part: usize) -> Option<()> {
        let parts = &self.phrase.parts;
        while part > 0 {
            part -= 1;
            let to = hit.whole.start;
            match (&parts[part], part.checked_sub(1).map(|before| &parts[before])) {
                (Slot::Words(any), _) => {
                    let found = self.previous(to, any)?;
                    hit.own.push(found);
                    hit.whole.start = found;
                }
                (_, Some(Slot::Words(any))) => {
                    let found = (to.saturating_sub(LONGEST)..to)
                        .rev()
                        .take_while(|at| !self.stops(*at))
                        .find(|at| any.contains(&self.units[*at].stem))?;
                    hit.filled.push((part, found + 1..to));
                    hit.own.push(found);
                    hit.whole.start = found;
                    part -= 1;
                }
                (Slot::Speaker(_), None) => {}
                (_, _) => {
                    let to = if part == 0 && self.passive() && self.comma(to) { to - 1 } else { to };
                    let start = nouns::start(self.words, self.units, to);
                    let subject = start..to;
                    // "Norland has no part in it and knows nothing of it": the subject of the verb before is its own.
                    let subject = if subject.is_empty() || nouns::only_small(self.words, self.units, &subject)
                    {
                        nouns::first(self.words, self.units, to)?
                    } else {
                        subject
                    };
                    hit.whole.start = subject.start;
                    hit.filled.push((part, subject));
                }
            }
        }
        Some(())
    }

    /// Whether the phrase is a passive that names who did it at once: "Sudria, accused by Norland of …".
    fn passive(&self) -> bool {
        let by = |any: &[Word]| any.iter().any(|word| self.words.text(*word) == "by");
        matches!(self.phrase.parts.get(2), Some(Slot::Words(any)) if by(any))
    }

    /// Whether a comma stands before a place.
    fn comma(&self, to: usize) -> bool {
        to.checked_sub(1).is_some_and(|at| self.units[at].kind == Kind::Comma)
    }

    fn stops(&self, at: usize) -> bool {
        self.units[at].stops()
    }

    /// The next of some words, small words between.
    fn next(&self, from: usize, any: &[Word]) -> Option<usize> {
        for at in from..(from + BETWEEN + 1).min(self.units.len()) {
            if any.contains(&self.units[at].stem) && matches!(self.units[at].kind, Kind::Word(_)) {
                return Some(at);
            }
            if !self.small(at) {
                return None;
            }
        }
        None
    }

    /// The one before, small words between.
    fn previous(&self, to: usize, any: &[Word]) -> Option<usize> {
        for at in (to.saturating_sub(BETWEEN + 1)..to).rev() {
            if any.contains(&self.units[at].stem) && matches!(self.units[at].kind, Kind::Word(_)) {
                return Some(at);
            }
            if !self.small(at) {
                return None;
            }
        }
        None
    }

    /// The next of some words behind what fills a place.
    fn seek(&self, from: usize, any: &[Word]) -> Option<usize> {
        (from + 1..(from + LONGEST).min(self.units.len()))
            .take_while(|at| !self.stops(*at))
            .find(|at| any.contains(&self.units[*at].stem))
    }

    /// Whether a word may stand between two of a phrase: small, and no denial of its own.
    fn small(&self, at: usize) -> bool {
        let Kind::Word(_) = self.units[at].kind else { return false };
        let word = self.words.text(self.units[at].word);
        !lexicon::negation(word) && (nouns::small(word) || quantity(word))
    }

    fn clause_end(&self, from: usize) -> usize {
        (from..(from + LONGEST).min(self.units.len()))
            .find(|at| self.stops(*at))
            .unwrap_or((from + LONGEST).min(self.units.len()))
    }
}
