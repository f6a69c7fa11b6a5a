//! Noun phrases as far as a speaker needs them: names, offices, descriptions and pronouns, without what hangs on a
//! preposition; and whom they mean.

use super::{REACH, Reader, Speaker};
use crate::audit::cues;
use crate::audit::names::Named;
use crate::audit::roles::{self, Role};
use crate::audit::sentences::Item;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::{Party, PartyKind};

/// What may stand at the head of a phrase, with its place.
#[derive(Clone, Debug)]
pub(super) enum Head {
    /// A party on file, and whether in the genitive.
    Party(usize, PartyId, bool),
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
    fn first(&self) -> usize {
        match self {
            Self::Party(at, ..)
            | Self::Adjective(at, _)
            | Self::Capitals(at, _)
            | Self::Role(at)
            | Self::Pronoun(at) => *at,
        }
    }

    fn last(&self) -> usize {
        if let Self::Capitals(_, last) = self { *last } else { self.first() }
    }
}

/// Whether a word stands before a noun.
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
                            Named::Party(party) => Some(Head::Party(at, *party, *genitive)),
                            Named::Adjective(party) => Some(Head::Adjective(at, *party)),
                            _ => None,
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

    fn capital(&self, item: Option<&Item>) -> bool {
        matches!(item, Some(Item::Word { word, capital: true, .. }) if !cues::calendar(self.words.text(*word)))
    }

    /// Whom the head at a place means, with those before it that belong to the same phrase.
    pub(super) fn resolve(&self, items: &[Item], heads: &[Head], at: usize) -> Option<Speaker> {
        let head = &heads[at];
        let near = at.checked_sub(1).map(|at| &heads[at]).filter(|other| other.last() + 3 > head.first());
        let unknown = |from: usize, to: usize| Some(Speaker::Unknown(self.slice(items, from, to)));
        match head {
            Head::Capitals(first, last) => unknown(near.map_or(*first, Head::first), *last),
            Head::Pronoun(at) => self.pronoun(self.word(items.get(*at))),
            Head::Party(at, party, genitive) if *genitive && self.is_person(*party) => unknown(*at, at + 1),
            Head::Party(_, party, _) => Some(Speaker::Party(*party)),
            Head::Adjective(at, _) => unknown(*at, at + 1),
            Head::Role(at) => {
                let word = self.word(items.get(*at));
                match near {
                    Some(Head::Party(first, party, genitive)) => {
                        if self.is_person(*party) && *genitive {
                            unknown(*first, *at)
                        } else {
                            Some(self.of(*party, word))
                        }
                    }
                    Some(Head::Adjective(_, party)) => Some(self.of(*party, word)),
                    Some(Head::Capitals(first, _)) => unknown(*first, *at),
                    Some(Head::Role(first)) if *first + 1 == *at => {
                        self.described(word).or_else(|| unknown(*first, *at))
                    }
                    _ => self.described(word).or_else(|| unknown(*at, *at)),
                }
            }
        }
    }

    fn slice(&self, items: &[Item], from: usize, to: usize) -> String {
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

    /// Whom a pronoun means: the subject named last that fits it.
    fn pronoun(&self, word: &str) -> Option<Speaker> {
        let person = matches!(word, "he" | "she");
        let fits = |speaker: &Speaker| match speaker {
            Speaker::Party(party) => self.is_person(*party) == person,
            // Somebody who is not on file may be anybody.
            Speaker::Unknown(_) => true,
        };
        let recent = || self.recent.iter().rev().take(REACH);
        let subject = recent().find(|(speaker, subject)| *subject && fits(speaker));
        subject.or_else(|| recent().find(|(speaker, _)| fits(speaker))).map(|(speaker, _)| speaker.clone())
    }

    /// Whom a description means: "the group", "the minister", "this source".
    fn described(&self, word: &str) -> Option<Speaker> {
        let role = roles::role(word)?;
        let recent = || self.recent.iter().rev().take(REACH);
        match role {
            Role::People => None,
            Role::Last => recent().find(|(_, subject)| *subject).map(|(speaker, _)| speaker.clone()),
            Role::Office | Role::Kind(_) => {
                let fits = |party: &Party| fits(party, word, role);
                let named = recent()
                    .find(|(speaker, _)| speaker.party().is_some_and(|party| fits(self.ledger.party(party))));
                named.map(|(speaker, _)| speaker.clone()).or_else(|| {
                    let mut all = (0..self.ledger.parties.len())
                        .map(PartyId::from)
                        .filter(|party| fits(self.ledger.party(*party)));
                    let only = all.next().filter(|_| all.next().is_none());
                    only.filter(|_| matches!(role, Role::Office)).map(Speaker::Party)
                })
            }
        }
    }

    /// Whom "Norland’s minister" or "Norland officials" means: the one who fits, else the party itself.
    fn of(&self, whole: PartyId, word: &str) -> Speaker {
        let Some(role) = roles::role(word) else { return Speaker::Party(whole) };
        let mut parts = (0..self.ledger.parties.len()).map(PartyId::from).filter(|party| {
            *party != whole
                && is_part(self.ledger, *party, whole)
                && fits(self.ledger.party(*party), word, role)
        });
        let only = parts.next().filter(|_| parts.next().is_none());
        Speaker::Party(only.filter(|_| matches!(role, Role::Office)).unwrap_or(whole))
    }
}

/// Whether a party is meant by a noun: its title or its name says so, or its kind does.
fn fits(party: &Party, word: &str, role: Role) -> bool {
    let says = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.eq_ignore_ascii_case(word))
    };
    match role {
        Role::Office => {
            let same = |title: &String| {
                says(title) || word.starts_with("spokes") && title.to_lowercase().contains("spokes")
            };
            party.kind == PartyKind::Person
                && (party.title.as_ref().is_some_and(same)
                    || party.part_of.iter().any(|part| part.title.as_ref().is_some_and(same)))
        }
        Role::Kind(kinds) => {
            says(&party.name) && kinds.contains(&party.kind)
                || kinds.first() == Some(&party.kind)
                    && !matches!(
                        word,
                        "ministry" | "council" | "office" | "department" | "mission" | "army" | "military"
                    )
        }
        Role::Last | Role::People => false,
    }
}

/// Whether a party is part of another, at any time.
pub fn is_part(ledger: &Ledger, party: PartyId, whole: PartyId) -> bool {
    fn climb(ledger: &Ledger, party: PartyId, whole: PartyId, depth: usize) -> bool {
        depth > 0
            && ledger
                .party(party)
                .part_of
                .iter()
                .any(|part| part.party == whole || climb(ledger, part.party, whole, depth - 1))
    }
    climb(ledger, party, whole, 12)
}
