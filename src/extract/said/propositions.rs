//! What a sentence says and who is said to say it: each phrase of the vocabulary that is found in it, as a proposition.

use std::ops::Range;

use super::events::Meant;
use super::matching::{self, Hit};
use super::nouns;
use super::phrases::{Phrase, Slot};
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::who::Who;
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::extract::draft::Sure;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Stance;

/// Who says a proposition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Whoever says the words of an attribution, by its place among all.
    Attribution(usize),
    /// The subject of a verb of the sentence, by its place among those of the sentence.
    Verb(usize),
    /// Somebody named beside words that are no verb of saying.
    Party(Who, Range<usize>),
}

/// An argument of a proposition, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled {
    /// A party, by what the sentence says.
    Party(Who, Range<usize>),
    /// Whoever speaks.
    Speaker,
    /// Nobody known.
    Unknown,
    /// An event, or several of which one is meant.
    Event(Meant),
    /// A topic, or one that is not on file, by its words.
    Topic(Result<usize, Range<usize>>),
}

/// Something that a sentence says.
#[derive(Clone, Debug)]
pub struct Told {
    /// Who says so.
    pub holder: Holder,
    /// The phrase that says it.
    pub phrase: usize,
    /// The stance of whoever says so.
    pub stance: Stance,
    /// The arguments, in order.
    pub arguments: Vec<Filled>,
    /// The value, as the ledger writes it.
    pub value: Option<String>,
    /// The bytes of the words that say so.
    pub words: Range<usize>,
    /// How sure that is, by the sentence alone.
    pub sure: Sure,
}

impl Reading<'_> {
    /// Everything that a sentence says, in its order.
    #[must_use]
    pub fn told(&self, sentence: usize, units: &[Unit]) -> Vec<Told> {
        let mut found: Vec<Told> = Vec::new();
        let mut taken: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            if !matches!(unit.kind, Kind::Word(_)) {
                continue;
            }
            for (place, part) in self.phrases.with(unit.stem) {
                let phrase = &self.phrases.all[*place];
                let Some(hit) = matching::at(self.words, units, phrase, *part, at) else { continue };
                // A form with more parts that stands there too says more, also where it cannot be told what.
                let covers = |(own, range): &(usize, Range<usize>)| {
                    let same = range.start < hit.whole.end && hit.whole.start < range.end;
                    let other = &self.phrases.all[*own];
                    same && (other.predicate == phrase.predicate && other.stance == phrase.stance)
                        && other.parts.len() >= phrase.parts.len()
                };
                if taken.iter().any(covers) {
                    continue;
                }
                // "Denied any link between the two": the form with less says something else.
                let behind = units.get(hit.whole.end);
                let other = |unit: &Unit| {
                    phrase.lacking.contains(&unit.stem)
                        || !phrase.lacking.is_empty()
                            && matches!(self.words.text(unit.word), "between" | "among")
                };
                let lacks = behind.is_some_and(other) && !self.elsewhere(units, hit.whole.end);
                let told = if lacks { None } else { self.one(sentence, units, *place, phrase, &hit) };
                if told.is_some() || phrase.longest && self.other_event(units, phrase, &hit) {
                    taken.push((*place, hit.whole.clone()));
                }
                if let Some(told) = told {
                    found.extend(self.others(units, phrase, &hit, &told));
                    found.push(told);
                }
            }
        }
        found
    }

    fn one(&self, sentence: usize, units: &[Unit], place: usize, phrase: &Phrase, hit: &Hit) -> Option<Told> {
        let words = bytes(units, hit);
        let (holder, flips) = if phrase.act {
            (self.acting(sentence, units, phrase, hit)?, false)
        } else {
            self.content(sentence, units, phrase, hit, &words)?
        };
        let polarity = self.around(units, phrase, hit, &holder, flips);
        if polarity.denied || polarity.open || self.unaffirmed(sentence, units, phrase, hit, &holder, flips) {
            return None;
        }
        let stance = match (phrase.stance, polarity.hedged, flips) {
            (Stance::Asserts, false, false) => Stance::Asserts,
            (Stance::Asserts, true, false) | (Stance::Suggests, _, false) => Stance::Suggests,
            (Stance::Asserts, false, true) => Stance::Denies,
            (Stance::Denies, true, false) | (Stance::Doubts, _, false) => Stance::Doubts,
            (other, _, false) => other,
            (_, _, true) => return None,
        };
        let within = phrase.act && matches!(holder, Holder::Attribution(_));
        let (arguments, value, sure) = self.fill(units, phrase, hit, within)?;
        Some(Told { holder, phrase: place, stance, arguments, value, words, sure })
    }

    /// Whether a place or a day follows a preposition, and nothing that could be meant in its stead.
    fn elsewhere(&self, units: &[Unit], preposition: usize) -> bool {
        let end = nouns::end(self.words, units, preposition + 1);
        units[(preposition + 1).min(end)..end].iter().any(|unit| match unit.kind {
            Kind::Name(Named::Place(_)) => true,
            Kind::Word(_) => cues::calendar(self.words.text(unit.word)),
            _ => false,
        })
    }

    /// Whether a place for an event is filled by a noun for one: then another is meant where it cannot be told.
    fn other_event(&self, units: &[Unit], phrase: &Phrase, hit: &Hit) -> bool {
        let event = |part: usize| matches!(phrase.parts[part], Slot::Argument(_, ArgumentKind::Event));
        let mut filled = hit.filled.iter().filter(|(part, _)| event(*part));
        filled.any(|(_, range)| units[range.clone()].iter().any(|unit| self.events.is_noun(unit.stem)))
    }
}

/// The bytes of the words of a phrase and of what fills its places.
pub(super) fn bytes(units: &[Unit], hit: &Hit) -> Range<usize> {
    let last = hit.whole.end - 1;
    let mut first = hit.whole.start;
    while first < last && (units[first].kind == Kind::Comma || units[first].stops()) {
        first += 1;
    }
    units[first].range.start..units[last].range.end
}
