//! The arguments and the value of a phrase, from the words that fill its places.

use std::ops::Range;

use super::figures;
use super::matching::Hit;
use super::nouns;
use super::phrases::{Phrase, Slot};
use super::polarity::called;
use super::propositions::Filled;
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::who::{self, Who};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::extract::draft::Sure;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::value::ValueKind;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Word;

impl Reading<'_> {
    /// The arguments and the value of a phrase that was found.
    pub(super) fn fill(
        &self,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
    ) -> Option<(Vec<Filled>, Option<String>, Sure)> {
        let predicate = self.ledger.vocabulary.get(phrase.predicate);
        let mut given: Vec<Option<Filled>> = vec![None; predicate.arguments.len()];
        let mut value = None;
        let mut sure = Sure::High;
        for (part, range) in &hit.filled {
            match &phrase.parts[*part] {
                Slot::Argument(at, ArgumentKind::Party) => {
                    let mut who = who::who(self.words, units, range.clone());
                    let who = if who.len() == 1 { who.remove(0) } else { return None };
                    let bytes = units[range.start].range.start..units[range.end - 1].range.end;
                    if matches!(who, Who::Pronoun | Who::Class(_)) {
                        sure = sure.max(Sure::Fair);
                    }
                    given[*at] = Some(Filled::Party(who, bytes));
                }
                Slot::Argument(at, ArgumentKind::Event) => {
                    let (meant, noun) = self.events.meant(self.words, units, range.clone())?;
                    // "Claimed the attack was …" claims something else.
                    let next =
                        units.get(range.end.max(noun + 1)).map_or("", |unit| self.words.text(unit.word));
                    let pronoun = matches!(self.words.text(units[noun].word), "it" | "this" | "that");
                    let goes_on = cues::be(next) || pronoun && cues::auxiliary(next) || lexicon::modal(next);
                    if range.end == hit.whole.end && goes_on {
                        return None;
                    }
                    sure = sure.max(meant.sure);
                    given[*at] = Some(Filled::Event(meant));
                }
                Slot::Argument(at, ArgumentKind::Topic) => {
                    given[*at] = Some(Filled::Topic(self.topic(units, range.clone())?));
                }
                Slot::Argument(..) => return None,
                Slot::Value(kinds) => {
                    let (text, of) = self.value(units, phrase, kinds, *part, range.clone())?;
                    if let (Some(party), Some(at)) = (of, predicate.place_of(ArgumentKind::Party)) {
                        given[at] = Some(Filled::Party(Who::Party(party), units[range.start].range.clone()));
                    }
                    value = Some(text);
                }
                Slot::Speaker(_) | Slot::Words(_) => {}
            }
        }
        let mut arguments = Vec::new();
        for (at, (kind, may_lack)) in predicate.arguments.iter().enumerate() {
            let filled = match given[at].take() {
                Some(filled) => filled,
                None if *may_lack => break,
                None if *kind == ArgumentKind::Event => {
                    let meant = self.events.unsaid()?;
                    sure = sure.max(meant.sure);
                    Filled::Event(meant)
                }
                None if *kind == ArgumentKind::Party && phrase.stance == Stance::LeavesOpen => {
                    Filled::Unknown
                }
                None if *kind == ArgumentKind::Party && phrase.act => Filled::Speaker,
                None => return None,
            };
            arguments.push(filled);
        }
        Some((arguments, value, sure))
    }

    /// The value that fills a place, and the party of which it counts so many.
    fn value(
        &self,
        units: &[Unit],
        phrase: &Phrase,
        kinds: &[ValueKind],
        part: usize,
        range: Range<usize>,
    ) -> Option<(String, Option<PartyId>)> {
        let comma = |range: &Range<usize>| {
            range.clone().find(|at| units[*at].kind == Kind::Comma).unwrap_or(range.end)
        };
        if kinds.contains(&ValueKind::Count) {
            let last = part + 1 == phrase.parts.len();
            let count = figures::count(self.words, units, range.start, comma(&range))?;
            // Behind a verb the figure comes at once; before it nothing but what it counts.
            let near = if last { count.at <= range.start + 4 } else { true };
            return near.then_some((count.text, count.of));
        }
        let end = nouns::end(self.words, units, range.start).min(range.end);
        let inner = range.start..end;
        if kinds.contains(&ValueKind::Place) {
            return inner.clone().find_map(|at| match units[at].kind {
                Kind::Name(Named::Place(place)) => Some((format!("= {}", self.ledger.place(place).id), None)),
                _ => None,
            });
        }
        if kinds.contains(&ValueKind::Topic)
            && let Some(topic) = self.known_topic(units, inner.clone())
        {
            return Some((format!("= {}", self.ledger.topics.at(topic).id), None));
        }
        if !kinds.contains(&ValueKind::Text) || inner.is_empty() {
            return None;
        }
        let text = &self.text[units[inner.start].range.start..units[inner.end - 1].range.end];
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '“', '”'], "");
        (inner.len() <= 10).then(|| (format!("= \"{plain}\""), None))
    }

    /// The topic that a phrase names, or the words that would name a new one.
    fn topic(&self, units: &[Unit], range: Range<usize>) -> Option<Result<usize, Range<usize>>> {
        if let Some(topic) = self.known_topic(units, range.clone()) {
            return Some(Ok(topic));
        }
        let end = nouns::end(self.words, units, range.start).min(range.end);
        let mut first = range.start;
        while first < end && determiner(self.words.text(units[first].word)) {
            first += 1;
        }
        let own = |at: usize| {
            let word = self.words.text(units[at].word);
            called(word)
                || cues::calendar(word)
                || cues::preposition(word) && word != "of"
                || self.events.is_noun(units[at].stem)
                || lexicon::number(word)
                || lexicon::negation(word)
        };
        if (first..end).any(own) {
            return None;
        }
        let plain = (first..end).all(|at| matches!(units[at].kind, Kind::Word(_)));
        (plain && (1..=4).contains(&(end - first)))
            .then(|| Err(units[first].range.start..units[end - 1].range.end))
    }

    fn known_topic(&self, units: &[Unit], range: Range<usize>) -> Option<usize> {
        range.clone().take(10).find_map(|at| {
            let names = self.topics.get(&units[at].stem)?;
            let fits = |rest: &[Word]| {
                rest.iter()
                    .enumerate()
                    .all(|(by, stem)| units.get(at + 1 + by).is_some_and(|unit| unit.stem == *stem))
            };
            names.iter().find(|(rest, _)| fits(rest)).map(|(_, topic)| *topic)
        })
    }
}
