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
use crate::attribution::frames;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::extract::draft::Sure;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::value::ValueKind;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Word;

impl Reading<'_> {
    /// The arguments and the value of a phrase that was found; whether it stands within what somebody says, and tells of others.
    pub(super) fn fill(
        &self,
        units: &[Unit],
        phrase: &Phrase,
        hit: &Hit,
        within: bool,
    ) -> Option<(Vec<Filled>, Option<String>, Sure)> {
        let predicate = self.ledger.vocabulary.get(phrase.predicate);
        let mut given: Vec<Option<Filled>> = vec![None; predicate.arguments.len()];
        let mut value = None;
        let mut sure = Sure::High;
        if within && let Some(at) = phrase.parts.iter().find_map(Slot::speaks) {
            let (who, words) = self.subject(units, phrase, hit)?;
            given[at] = Some(Filled::Party(who, words));
        }
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
                    // "It was a mistake to publish the list": the pronoun stands for what follows.
                    let follows = units.get(hit.whole.end).map_or("", |unit| self.words.text(unit.word));
                    let stands = pronoun && *part == 0 && matches!(follows, "to" | "that" | "for" | "of");
                    let clause = phrase.act && self.clausal(units, range.start..noun);
                    if range.end == hit.whole.end && goes_on || stands || clause {
                        return None;
                    }
                    sure = sure.max(meant.sure);
                    given[*at] = Some(Filled::Event(meant));
                }
                Slot::Argument(at, ArgumentKind::Topic) => {
                    given[*at] = Some(Filled::Topic(self.topic(units, range.clone())?));
                }
                Slot::Of(at) => {
                    let meant = self.events.done_to(self.words, units, range.clone())?;
                    sure = sure.max(meant.sure);
                    given[*at] = Some(Filled::Event(meant));
                }
                Slot::Argument(..) => return None,
                Slot::Value(kinds) => {
                    let (text, of) = self.value(units, phrase, kinds, *part, range.clone())?;
                    if let (Some(who), Some(at)) = (of, predicate.place_of(ArgumentKind::Party)) {
                        given[at] = Some(Filled::Party(who, units[range.start].range.clone()));
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
                    if phrase.counts() && self.of_another(units, hit, &meant) {
                        return None;
                    }
                    sure = sure.max(meant.sure);
                    Filled::Event(meant)
                }
                None if *kind == ArgumentKind::Party && phrase.stance == Stance::LeavesOpen => {
                    Filled::Unknown
                }
                // An attitude is one's own: "the attack was cowardly".
                None if *kind == ArgumentKind::Party && (phrase.act || predicate.attitude) => Filled::Speaker,
                None => return None,
            };
            arguments.push(filled);
        }
        Some((arguments, value, sure))
    }

    /// The value that fills a place, and of whom it counts so many.
    fn value(
        &self,
        units: &[Unit],
        phrase: &Phrase,
        kinds: &[ValueKind],
        part: usize,
        range: Range<usize>,
    ) -> Option<(String, Option<Who>)> {
        let comma = |range: &Range<usize>| {
            range.clone().find(|at| units[*at].kind == Kind::Comma).unwrap_or(range.end)
        };
        if kinds.contains(&ValueKind::Count) {
            let last = part + 1 == phrase.parts.len();
            let range = range.start..comma(&range);
            let apart = |at: usize| self.counted_apart(units, phrase, at);
            let count = figures::count(self.words, units, range.clone(), apart)?;
            // Behind a verb the figure comes at once; before it nothing but what it counts, and no clause about others.
            let clause = |at: usize| {
                matches!(
                    self.words.text(units[at].word),
                    "after" | "before" | "when" | "while" | "as" | "since" | "because" | "that" | "until"
                )
            };
            let near = if last { count.at <= range.start + 4 } else { !(count.end..range.end).any(clause) };
            return near.then_some((count.text, count.of));
        }
        let first = if part == 0 { self.object(units, &range) } else { range.start };
        let end = nouns::end(self.words, units, first).min(range.end);
        let inner = first..end;
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
        // "Blamed Norland for the fire", "was hit by Norland", "Norland hit": somebody is no cause and no weapon.
        let by = |word: &Word| self.words.text(*word) == "by";
        let agent = part == 0
            || phrase.act
            || matches!(&phrase.parts[part - 1], Slot::Words(any) if any.iter().any(by));
        let somebody = || !who::who(self.words, units, inner.clone()).is_empty();
        // "Which Norland blamed for the attack": what hangs on a preposition is not what is named.
        let first = || self.words.text(units[inner.start].word);
        let hangs = || cues::preposition(first()) || first().ends_with("self") || first() == "themselves";
        // "Blamed the attack on Norland": it is no cause of itself.
        let itself = || {
            phrase.act
                && self.words.text(units[inner.start].word) == "the"
                && self.events.meant(self.words, units, inner.clone()).is_some()
        };
        if !kinds.contains(&ValueKind::Text) || inner.is_empty() || hangs() || itself() || agent && somebody()
        {
            return None;
        }
        let text = &self.text[units[inner.start].range.start..units[inner.end - 1].range.end];
        let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '“', '”'], "");
        (inner.len() <= 10).then(|| (format!("= \"{plain}\""), None))
    }

    /// Whether a clause begins among some units before a noun: "admitted that the army carried out the attack" admits no attack.
    fn clausal(&self, units: &[Unit], range: Range<usize>) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        range.into_iter().any(|at| match units[at].kind {
            Kind::Name(Named::Party(_)) => {
                let next = word(at + 1);
                !units[at].genitive
                    && (cues::auxiliary(next)
                        || next.ends_with("ed")
                        || frames::verb(next).is_some_and(|verb| verb.form == frames::Form::Past))
            }
            Kind::Word(_) => {
                let named = || matches!(units.get(at + 1).map(|unit| unit.kind), Some(Kind::Name(_)));
                match word(at) {
                    "it" | "he" | "she" | "they" | "we" | "i" => true,
                    "that" => {
                        determiner(word(at + 1))
                            || named()
                            || matches!(word(at + 1), "it" | "he" | "she" | "they")
                    }
                    _ => false,
                }
            }
            _ => false,
        })
    }

    /// The first unit of the noun phrase at the end of a subject: of "investigators believe a gas leak" that of the leak.
    fn object(&self, units: &[Unit], range: &Range<usize>) -> usize {
        let word = |at: usize| self.words.text(units[at].word);
        let parts = |at: &usize| {
            units[*at].kind == Kind::Comma
                || cues::joins(word(*at))
                || cues::preposition(word(*at)) && word(*at) != "of"
                || frames::verb(word(*at)).is_some()
        };
        let first = range.clone().rev().find(parts).map_or(range.start, |at| at + 1);
        let article = |at: &usize| determiner(word(*at)) && (*at == first || word(*at - 1) != "of");
        (first..range.end).rev().find(article).unwrap_or(first)
    }

    /// Whether others were counted before a place of a sentence, and none of those that a phrase counts: "killed 12 and injured
    /// another 30".
    fn counted_apart(&self, units: &[Unit], phrase: &Phrase, at: usize) -> bool {
        let counts =
            |unit: &Unit| self.phrases.with(unit.stem).iter().map(|(other, _)| &self.phrases.all[*other]);
        let mut before = units[..at].iter().flat_map(counts).filter(|other| other.counts()).peekable();
        before.peek().is_some() && before.all(|other| other.predicate != phrase.predicate)
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
                || at + 1 == end && self.events.is_noun(units[at].stem)
                || lexicon::number(word)
                || lexicon::negation(word)
        };
        // "Rejected calls", "sought anyone else": nothing of which it could be said what it is.
        let vague = |at: usize| {
            matches!(
                self.words.text(units[at].word),
                "calls"
                    | "demands"
                    | "requests"
                    | "appeals"
                    | "reports"
                    | "anyone"
                    | "anybody"
                    | "anything"
                    | "someone"
                    | "something"
                    | "everyone"
                    | "everything"
                    | "it"
                    | "them"
                    | "this"
                    | "these"
                    | "those"
                    | "him"
                    | "her"
                    | "us"
                    | "you"
            )
        };
        if (first..end).any(|at| own(at) || vague(at)) {
            return None;
        }
        // "Urged residents to stay": not the residents are called for.
        let next = units.get(end).map_or("", |unit| self.words.text(unit.word));
        let plain = (first..end).all(|at| matches!(units[at].kind, Kind::Word(_))) && next != "to";
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
