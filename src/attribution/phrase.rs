//! Noun phrases as far as a speaker needs them: names, offices, descriptions and pronouns, without what hangs on a
//! preposition.

use std::ops::Range;

use super::cues;
use super::frames::{self, Form};
use super::mentions;
use super::names::Named;
use super::reader::Reader;
use super::roles;
use super::sentences::Item;
use super::speakers::{How, Meant, Speaker};
use crate::ledger::model::id::PartyId;

/// A phrase has so many words before or behind its head at most.
const LONGEST: usize = 8;

/// A subject behind its verb has so many words at most.
const BEHIND: usize = 12;

/// What may stand at the head of a phrase, with its place.
#[derive(Clone, Debug)]
pub(super) enum Head {
    /// A name, and whether in the genitive.
    Named(usize, Named, bool),
    /// The adjective of a state.
    Adjective(usize, PartyId),
    /// Words with capitals that name nothing on file, from the first to the last.
    Capitals(usize, usize),
    /// A noun that stands for a speaker.
    Role(usize),
    /// A pronoun.
    Pronoun(usize),
}

impl Head {
    pub(super) fn first(&self) -> usize {
        match self {
            Self::Named(at, ..)
            | Self::Adjective(at, _)
            | Self::Capitals(at, _)
            | Self::Role(at)
            | Self::Pronoun(at) => *at,
        }
    }

    pub(super) fn last(&self) -> usize {
        if let Self::Capitals(_, last) = self { *last } else { self.first() }
    }
}

/// Whether a word stands before a noun.
#[must_use]
pub fn determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "my"
            | "some"
            | "any"
            | "no"
            | "every"
            | "another"
            | "one"
    )
}

impl Reader<'_> {
    /// The heads of the phrases in some items, without those that hang on a preposition.
    pub(super) fn heads(&self, items: &[Item], start: usize, end: usize) -> Vec<Head> {
        let mut heads: Vec<Head> = Vec::new();
        let mut governed = false;
        for at in start.min(end)..end {
            match &items[at] {
                Item::Name { named, genitive, .. } => {
                    if !governed {
                        heads.extend(match named {
                            Named::Adjective(party) => Some(Head::Adjective(at, *party)),
                            Named::Party(_) | Named::Introduced(_) | Named::Several(_) => {
                                Some(Head::Named(at, *named, *genitive))
                            }
                            Named::Event(_) | Named::Place(_) => None,
                        });
                    }
                    governed = governed && *genitive;
                }
                Item::Word { word, capital, .. } => {
                    let word = self.words.text(*word);
                    // "Dr Ann Orr": a title is no name of its own.
                    let title =
                        mentions::address(word) && matches!(items.get(at + 1), Some(Item::Name { .. }));
                    let name = *capital && !title && !cues::calendar(word) && roles::role(word).is_none();
                    let alone = at == 0 && (end != 1 || cues::joins(word)) && !self.capital(items.get(1));
                    if cues::preposition(word) {
                        governed = true;
                    } else if matches!(word, "he" | "she" | "it" | "they") {
                        heads.push(Head::Pronoun(at));
                        governed = false;
                    } else if name && !alone && !determiner(word) {
                        match heads.last_mut() {
                            _ if governed => governed = self.capital(items.get(at + 1)),
                            Some(Head::Capitals(_, last)) if *last + 1 == at => *last = at,
                            _ => heads.push(Head::Capitals(at, at)),
                        }
                    } else if roles::role(word).is_some() {
                        if !std::mem::take(&mut governed) {
                            heads.push(Head::Role(at));
                        }
                    } else if !determiner(word)
                        && !matches!(items.get(at + 1), Some(Item::Name { .. }))
                        && !self.capital(items.get(at + 1))
                    {
                        governed = false;
                    }
                }
                _ => {}
            }
        }
        heads
    }

    pub(super) fn capital(&self, item: Option<&Item>) -> bool {
        matches!(item, Some(Item::Word { word, capital: true, .. }) if !cues::calendar(self.words.text(*word)))
    }

    /// The bytes of the phrase around some items: with the article, titles and other words before them, and with what an
    /// office is of behind them.
    pub(super) fn phrase(&self, items: &[Item], first: usize, last: usize) -> Range<usize> {
        let mut start = first;
        let alone = matches!(
            self.word(items.get(first)),
            "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their"
        );
        while !alone && start > 0 && first - start < LONGEST {
            let within = match &items[start - 1] {
                Item::Name { .. } => true,
                Item::Word { word, .. } => {
                    let word = self.words.text(*word);
                    word != "that" && determiner(word)
                        || !(cues::preposition(word)
                            || cues::joins(word)
                            || cues::calendar(word)
                            || cues::auxiliary(word)
                            || matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who")
                            || self.verb(items, start - 1)
                            || self.inverted(items, start - 1))
                }
                _ => false,
            };
            if !within {
                break;
            }
            start -= 1;
            if determiner(self.word(items.get(start))) {
                break;
            }
        }
        let mut end = last;
        if roles::role(self.word(items.get(last))).is_some()
            && matches!(self.word(items.get(last + 1)), "of" | "for" | "from" | "at" | "with" | "in")
        {
            let within = |item: &Item| match item {
                Item::Name { .. } => true,
                Item::Word { word, .. } => {
                    let word = self.words.text(*word);
                    !cues::joins(word)
                        && !cues::auxiliary(word)
                        && frames::verb(word).is_none_or(|verb| verb.form == Form::Present)
                        && !cues::calendar(word)
                }
                _ => false,
            };
            let rest = items[last + 1..].iter().take(LONGEST);
            end += rest.take_while(|item| within(item)).count();
        }
        let bytes = |item: &Item| match item {
            Item::Word { range, .. } | Item::Name { range, .. } => Some(range.clone()),
            _ => None,
        };
        let begin = items.get(start).and_then(bytes);
        let close = items[start..=end.min(items.len() - 1)].iter().rev().find_map(bytes);
        begin.zip(close).map_or(0..0, |(begin, close)| begin.start..close.end)
    }

    /// Whoever no list knows, as a phrase with an article or in the plural: "the complaint", "protest groups".
    pub(super) fn unlisted(&self, items: &[Item], start: usize, end: usize) -> Option<Meant> {
        let last = end.checked_sub(1).filter(|last| *last >= start)?;
        let word = self.word(items.get(last));
        let article = determiner(self.word(items.get(start))) && last > start;
        let noun = word.len() > 1 && !cues::auxiliary(word) && !cues::joins(word) && !cues::calendar(word);
        // "A number of senators".
        let governs = |at: usize| match self.word(items.get(at)) {
            "of" => !article,
            word => cues::preposition(word),
        };
        let governed = (start..last).any(governs);
        (noun && !governed && (article || word.ends_with('s') && word.len() > 3)).then(|| {
            let speaker = Speaker::Unnamed(self.slice(items, start, last), false);
            let begin = self.phrase(items, start, start);
            Meant::new(speaker, How::Described, begin.start..self.phrase(items, last, last).end)
        })
    }

    /// True where a verb of saying stands that is no noun as well: "said", not "claim".
    pub(super) fn verb(&self, items: &[Item], at: usize) -> bool {
        frames::verb(self.word(items.get(at))).is_some_and(|verb| verb.form != Form::Present)
    }

    /// True where a verb stands right behind what it attributes: "“…,” says Ann Orr".
    fn inverted(&self, items: &[Item], at: usize) -> bool {
        frames::verb(self.word(items.get(at))).is_some()
            && matches!(at.checked_sub(1).map(|at| &items[at]), None | Some(Item::Comma | Item::Quote(_)))
    }

    /// Whoever it is, as the whole phrase says, without what hangs on a `who`: "a person close to Orr", "about 9 percent",
    /// "those surveyed". None where the phrase hangs on something, or has a verb that speaks in it.
    pub(super) fn anybody(&self, items: &[Item], start: usize, end: usize) -> Option<Meant> {
        let who = (start..end).find(|at| matches!(self.word(items.get(*at)), "who" | "whom"));
        let end = who.unwrap_or(end);
        let adverb = |at: &usize| {
            let word = self.word(items.get(*at));
            !(word.ends_with("ly") || matches!(word, "nearly" | "however" | "also" | "later" | "then"))
        };
        let start = (start..end).find(adverb)?;
        let first = self.word(items.get(start));
        let hangs = cues::preposition(first) && !matches!(first, "about" | "over" | "between" | "around")
            || cues::joins(first)
            || cues::calendar(first)
            || frames::verb(first).is_some();
        let speaks = |at: usize| {
            let word = self.word(items.get(at));
            let infinitive = word == "to"
                && matches!(items.get(at + 1), Some(Item::Word { word, capital: false, .. })
                if !determiner(self.words.text(*word)));
            infinitive
                || self.verb(items, at)
                || cues::be(word)
                || matches!(word, "has" | "have" | "had" | "will" | "would")
        };
        let last = end.checked_sub(1)?;
        if hangs || last < start || last - start > BEHIND || (start..end).any(speaks) {
            return None;
        }
        if let Some(Item::Word { word, .. }) = items.get(last)
            && (self.words.text(*word).ends_with("ly") || cues::preposition(self.words.text(*word)))
        {
            return None;
        }
        let words = self.slice(items, start, last);
        let begin = self.phrase(items, start, start);
        let range = begin.start..self.phrase(items, last, last).end;
        Some(Meant::new(Speaker::Unnamed(words, false), How::Described, range))
    }

    /// The text of some items.
    pub(super) fn slice(&self, items: &[Item], from: usize, to: usize) -> String {
        let range = |item: &Item| match item {
            Item::Word { range, .. } | Item::Name { range, .. } => Some(range.clone()),
            _ => None,
        };
        let ranges: Vec<_> = items[from..=to.min(items.len() - 1)].iter().map_while(range).collect();
        match (ranges.first(), ranges.last()) {
            (Some(first), Some(last)) => self.text[first.start..last.end].to_owned(),
            _ => String::new(),
        }
    }
}
