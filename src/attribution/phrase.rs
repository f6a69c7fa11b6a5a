//! Noun phrases as far as a speaker needs them: names, offices, descriptions and pronouns, without what hangs on a
//! preposition.

use super::cues;
use super::names::Named;
use super::reader::Reader;
use super::roles;
use super::sentences::Item;
use crate::ledger::model::id::PartyId;

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
                    let name = *capital && !cues::calendar(word) && roles::role(word).is_none();
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
