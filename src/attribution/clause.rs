//! The clause around an attributing verb: where its subject ends, where what it takes begins, and how far that reaches.

use std::ops::Range;

use super::cues;
use super::frames::{self, Form, Takes, Verb};
use super::roles;
use super::sentences::Item;
use super::speakers::Attributing;
use super::taken::addressee;
use crate::text::quotes::tokens::Words;

/// Between a verb and what it takes stand so many items at most: whom it is told, where and when.
pub(super) const ASIDE: usize = 14;
/// Behind a semicolon a new subject stands within so many items.
const NEAR: usize = 4;

/// A sentence with one of its attributing verbs.
pub(super) struct Clause<'c> {
    pub(super) words: &'c Words,
    pub(super) text: &'c str,
    /// Where the sentence begins in it.
    pub(super) start: usize,
    pub(super) items: &'c [Item],
    /// All verbs of the sentence.
    pub(super) all: &'c [Attributing],
    pub(super) cue: &'c Attributing,
}

impl Clause<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        match self.items.get(at) {
            Some(Item::Word { word, .. }) => self.words.text(*word),
            _ => "",
        }
    }

    pub(super) fn verb(&self) -> Option<&'static Verb> {
        frames::verb(self.word(self.cue.at))
    }

    /// Whether the verb takes a clause.
    pub(super) fn clause(&self) -> bool {
        self.cue.noun
            || self.word(self.cue.at) == "according"
            || self.verb().is_none_or(|verb| verb.takes(Takes::That) || verb.takes(Takes::Clause))
    }

    pub(super) fn bytes(&self, at: usize) -> Option<Range<usize>> {
        match self.items.get(at) {
            Some(Item::Word { range, .. } | Item::Name { range, .. }) => Some(range.clone()),
            _ => None,
        }
    }

    /// The items of the verb with its subject: from the first to one past the last.
    pub(super) fn edges(&self) -> (usize, usize) {
        let at = self.cue.at;
        let mut left = at;
        while left > 0 && cues::auxiliary(self.word(left - 1)) {
            left -= 1;
        }
        let mut right = at + 1 + usize::from(self.word(at) == "according");
        let last = self.all.iter().rfind(|other| other.at < at).map_or(0, |other| other.at + 1);
        if let Some(phrase) = self.cue.standing.as_ref().map(|meant| &meant.range) {
            let within = |place: &usize| {
                self.bytes(*place).is_some_and(|own| phrase.start <= own.start && own.end <= phrase.end)
            };
            // "The front, which wants peace, claimed": the verb in between is another clause's.
            let before = || (0..last).find(within).filter(|_| self.relative(last));
            if let Some(first) = (last..at).find(within).or_else(before) {
                left = left.min(first);
            } else if let Some(first) = (right..self.items.len().min(right + NEAR)).find(within) {
                right = (first..self.items.len()).take_while(within).last().map_or(right, |last| last + 1);
            }
        }
        (left, right)
    }

    /// Whether the verb that ends at a place stands behind a comma and `which` or `who`.
    fn relative(&self, end: usize) -> bool {
        let mut at = end.saturating_sub(1);
        while at > 0 && cues::auxiliary(self.word(at - 1)) {
            at -= 1;
        }
        at > 1
            && matches!(self.word(at - 1), "which" | "who")
            && matches!(self.items.get(at - 2), Some(Item::Comma))
    }

    /// Where what stands between commas behind a subject ends: "said Ann Orr, the mayor of Ostby, as".
    pub(super) fn apposition(&self, right: usize) -> usize {
        let inverted = right > self.cue.at + 1;
        let apposed = matches!(self.items.get(right), Some(Item::Comma)) && {
            let word = self.word(right + 1);
            matches!(word, "a" | "an" | "the" | "who" | "whose" | "one")
                || word.starts_with(|digit: char| digit.is_ascii_digit())
                || roles::role(word).is_some()
        };
        if !(inverted && apposed) {
            return right;
        }
        let rest = &self.items[right + 1..];
        let edge = |item: &Item| matches!(item, Item::Comma | Item::Quote(_) | Item::Break | Item::Colon);
        let behind = rest.iter().position(edge);
        // "According to Orr, the lock was shut": what follows the only comma is what Orr says.
        let opens = self.word(self.cue.at) == "according" && self.cue.at == 0;
        behind.map_or(if opens { right } else { self.items.len() }, |by| right + 1 + by)
    }

    /// Where the clause behind the verb ends: at a further verb of the same or another subject that does not hang on it.
    pub(super) fn end(&self, right: usize) -> usize {
        let next = self.all.iter().filter(|other| other.at >= right);
        for other in next {
            let mut at = other.at;
            while at > right && cues::auxiliary(self.word(at - 1)) {
                at -= 1;
            }
            let own = other.standing.as_ref().and_then(|meant| {
                (right..other.at).find(|place| {
                    self.bytes(*place)
                        .is_some_and(|own| meant.range.start <= own.start && own.end <= meant.range.end)
                })
            });
            let first = own.unwrap_or(at);
            let before = |by: usize| first.checked_sub(by).and_then(|at| self.items.get(at));
            let comma = matches!(before(1), Some(Item::Comma | Item::Quote(_)));
            let joined =
                matches!(self.word(first.wrapping_sub(1)), "and" | "but" | "while" | "whereas" | "yet");
            let participle = frames::verb(self.word(other.at)).is_some_and(|verb| verb.form == Form::Ing);
            let inherited = own.is_none();
            // "Orr said it leaked; the board denied it".
            if let Some(own) = own
                && let Some(semicolon) = (right..own).rev().find(|at| self.semicolon(*at))
                && own - semicolon <= NEAR
            {
                return semicolon;
            }
            if joined && (inherited || matches!(before(2), Some(Item::Comma | Item::Break))) {
                let at = first - 1;
                return if matches!(before(2), Some(Item::Comma | Item::Break)) { at - 1 } else { at };
            }
            if comma
                && (inherited && (participle || takes_clause(self.word(other.at)))
                    || self.word(other.at) == "according"
                    || !inherited && self.trails(other))
            {
                return first - usize::from(matches!(before(1), Some(Item::Comma)));
            }
            if self.word(other.at) == "according" {
                return first;
            }
        }
        self.items.len()
    }

    /// Whether a verb with its subject ends its clause: "…, Orr said.", "…, Orr said on Monday, adding".
    fn trails(&self, other: &Attributing) -> bool {
        let mut at = other.at + 1;
        if addressee(self.word(other.at)) {
            at = self.adjunct(at, self.items.len());
        }
        let word = self.word(at);
        match self.items.get(at) {
            None | Some(Item::Comma | Item::Break) => true,
            _ => cues::preposition(word) || cues::calendar(word),
        }
    }

    pub(super) fn semicolon(&self, at: usize) -> bool {
        if !matches!(self.items.get(at), Some(Item::Break)) {
            return false;
        }
        let before = (0..at).rev().find_map(|at| self.bytes(at));
        let after = (at + 1..self.items.len()).find_map(|at| self.bytes(at));
        before.zip(after).is_some_and(|(one, other)| self.text[one.end..other.start].contains(';'))
    }

    pub(super) fn that(&self, from: usize) -> bool {
        from > 0 && self.word(from - 1) == "that"
    }

    /// Whether a clause goes on behind a quotation with which it begins: "said “the plan” was dead".
    pub(super) fn goes_on(&self, at: usize, end: usize) -> bool {
        at < end && matches!(self.items.get(at), Some(Item::Word { .. } | Item::Name { .. }))
    }
}

/// Whether a verb takes a clause with `that` or an infinitive.
fn takes_clause(word: &str) -> bool {
    frames::verb(word).is_some_and(|verb| verb.takes(Takes::That) || verb.takes(Takes::To))
}
