//! The clause around an attributing verb: where its subject ends, where what it takes begins, and how far that reaches.

use std::ops::Range;

use super::cues::{self, Cue};
use super::frames::{self, Form, Takes, Verb};
use super::phrase::determiner;
use super::roles;
use super::sentences::Item;
use super::speakers::Attributing;
use crate::text::quotes::tokens::Words;

/// Between a verb and what it takes stand so many items at most: whom it is told, where and when.
pub(super) const ASIDE: usize = 14;

/// A sentence with one of its attributing verbs.
pub(super) struct Clause<'c> {
    pub(super) words: &'c Words,
    pub(super) text: &'c str,
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

    fn verb(&self) -> Option<&'static Verb> {
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
            if let Some(first) = (last..at).find(within) {
                left = left.min(first);
            } else if let Some(last) = (at + 1..self.items.len()).rfind(within) {
                right = right.max(last + 1);
            }
        }
        (left, right)
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
            let comma = matches!(before(1), Some(Item::Comma));
            let joined =
                matches!(self.word(first.wrapping_sub(1)), "and" | "but" | "while" | "whereas" | "yet");
            let participle = frames::verb(self.word(other.at)).is_some_and(|verb| verb.form == Form::Ing);
            let inherited = own.is_none();
            if joined && (inherited || matches!(before(2), Some(Item::Comma | Item::Break))) {
                let at = first - 1;
                return if matches!(before(2), Some(Item::Comma | Item::Break)) { at - 1 } else { at };
            }
            if comma
                && (inherited && participle
                    || self.word(other.at) == "according"
                    || !inherited && self.trails(other))
            {
                return first - 1;
            }
            if self.word(other.at) == "according" {
                return first;
            }
        }
        self.items.len()
    }

    /// Whether a verb with its subject ends the sentence: "…, Orr said."
    fn trails(&self, other: &Attributing) -> bool {
        let rest = &self.items[other.at + 1..];
        rest.len() <= 6 && !rest.iter().any(|item| matches!(item, Item::Comma | Item::Quote(_) | Item::Colon))
    }

    pub(super) fn that(&self, from: usize) -> bool {
        from > 0 && self.word(from - 1) == "that"
    }

    /// Where what the verb takes begins behind it; none where nothing does.
    pub(super) fn opens(&self, right: usize, end: usize) -> Option<usize> {
        let verb = self.verb();
        let takes = |what| verb.is_none_or(|verb| verb.takes(what));
        let noun = verb.is_some_and(|verb| verb.takes(Takes::Noun)) && !takes(Takes::Clause);
        let told = addressee(self.word(self.cue.at));
        let mut at = right;
        let mut whom = told;
        while at < end.min(right + ASIDE) {
            let word = self.word(at);
            match &self.items[at] {
                Item::Quote(_) => return Some(at),
                Item::Colon => {
                    at += 1;
                    continue;
                }
                Item::Comma => {
                    let quote = matches!(self.items.get(at + 1), Some(Item::Quote(_)));
                    return quote.then_some(at + 1);
                }
                Item::Break => return None,
                _ => {}
            }
            if word == "that" && (takes(Takes::That) || self.cue.noun) {
                return (at + 1 < end).then_some(at + 1);
            }
            if self.cue.noun {
                return None;
            }
            if word == "to" && takes(Takes::To) && self.bare(at + 1) {
                return Some(at);
            }
            if noun && !told {
                let said = self.cue.cue != Cue::Says
                    || self.items[at..end].iter().any(|item| matches!(item, Item::Quote(_)));
                return said.then_some(at);
            }
            if cues::calendar(word) || word == "later" || word == "again" || word.ends_with("ly") {
                at += 1;
            } else if cues::preposition(word) {
                at = self.adjunct(at + 1, end);
            } else if std::mem::take(&mut whom) {
                at = self.adjunct(at, end);
            } else if takes(Takes::Clause) || takes(Takes::That) {
                return (at + 1 < end).then_some(at);
            } else {
                return None;
            }
        }
        None
    }

    /// Whether a word may be the infinitive behind `to`.
    fn bare(&self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Word { word, capital: false, .. })
            if !determiner(self.words.text(*word)) && roles::role(self.words.text(*word)).is_none())
    }

    /// One past the last item of the noun phrase that begins at a place: "the crowd", "a news conference", "reporters".
    fn adjunct(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        let mut noun = false;
        while at < end {
            match &self.items[at] {
                Item::Name { genitive, .. } => {
                    if noun && !self.capital(at - 1) {
                        return at;
                    }
                    noun = !genitive;
                }
                Item::Word { word, capital, .. } => {
                    let word = self.words.text(*word);
                    let pronoun = matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there");
                    if pronoun && at == from && word != "he" && word != "she" && word != "they" {
                        return at + 1;
                    }
                    let stops = pronoun
                        || cues::preposition(word)
                        || cues::joins(word)
                        || word == "to"
                        || cues::be(word)
                        || noun && determiner(word)
                        || noun && *capital && !self.capital(at - 1);
                    if stops {
                        return at;
                    }
                    noun = noun || !determiner(word);
                    if cues::calendar(word) {
                        return at + 1;
                    }
                }
                _ => return at,
            }
            at += 1;
        }
        at
    }

    fn capital(&self, at: usize) -> bool {
        match self.items.get(at) {
            Some(Item::Word { capital, .. }) => *capital,
            Some(Item::Name { .. }) => true,
            _ => false,
        }
    }

    /// Whether a clause goes on behind a quotation with which it begins: "said “the plan” was dead".
    pub(super) fn goes_on(&self, at: usize, end: usize) -> bool {
        at < end && matches!(self.items.get(at), Some(Item::Word { .. } | Item::Name { .. }))
    }
}

/// Whether a verb takes whom it is told as its object.
fn addressee(word: &str) -> bool {
    const STEMS: &[&str] =
        &["tell", "told", "inform", "remind", "assur", "notif", "reassur", "persuad", "convinc"];
    STEMS.iter().any(|stem| word.starts_with(stem))
}
