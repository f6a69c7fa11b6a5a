//! The names under which a draft may speak of what is on file: names, aliases, surnames, the adjectives of states.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::bodies;
use super::given;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PlaceId};
use crate::ledger::model::party::{Party, PartyKind};
use crate::text::quotes::tokens::{Token, Word, Words};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A party, by name, alias or surname.
    Party(PartyId),
    /// A state, by its adjective.
    Adjective(PartyId),
    /// An event.
    Event(EventId),
    /// A place.
    Place(PlaceId),
    /// Somebody whom the text itself introduces and who is not on file.
    Introduced(usize),
    /// Any of several parties that bear the name.
    Several(usize),
}

/// One name, its first word apart.
#[derive(Debug)]
struct Name {
    rest: Vec<Word>,
    named: Named,
    /// Whether it is written in capitals throughout, as `US` is and `us` is not.
    capitals: bool,
    /// Whether it begins with a capital.
    proper: bool,
    /// Whether it is part of a name only.
    family: bool,
}

/// All names of a ledger, by their first word; the longest first.
#[derive(Debug, Default)]
pub struct Names {
    first: HashMap<Word, Vec<Name>>,
    /// Those who share a name, and whether it is a whole name of each.
    several: Vec<(Vec<Named>, bool)>,
}

impl Names {
    /// The names on file.
    pub fn new(ledger: &Ledger, words: &mut Words) -> Self {
        let mut names = Self::default();
        for (at, party) in ledger.parties.iter().enumerate().filter(|(_, party)| named(party)) {
            let id = PartyId::from(at);
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                names.add(words, name, Named::Party(id), false);
            }
            for adjective in bodies::adjectives(party) {
                names.add(words, &adjective, Named::Adjective(id), false);
            }
        }
        // What a body is called by itself goes before what the name of another may be turned into.
        for (at, party) in ledger.parties.iter().enumerate() {
            for name in bodies::names(ledger, party) {
                names.add(words, &name, Named::Party(PartyId::from(at)), true);
            }
        }
        names.family(words, ledger);
        for (at, event) in ledger.events.iter().enumerate() {
            for name in std::iter::once(&event.name).chain(&event.aliases) {
                names.add(words, name, Named::Event(EventId::from(at)), false);
            }
        }
        for (at, place) in ledger.places.iter().enumerate() {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                names.add(words, name, Named::Place(PlaceId::from(at)), false);
            }
        }
        names.first.values_mut().for_each(|list| list.sort_by_key(|name| std::cmp::Reverse(name.rest.len())));
        names
    }

    /// The family names of persons: the last word of a name, or the first, where that is nobody's given name and stands in
    /// no other name.
    fn family(&mut self, words: &mut Words, ledger: &Ledger) {
        let mut bearers: HashMap<&str, Vec<PartyId>> = HashMap::new();
        let mut last: BTreeMap<&str, Vec<PartyId>> = BTreeMap::new();
        let mut first: BTreeMap<&str, PartyId> = BTreeMap::new();
        for (at, party) in ledger.parties.iter().enumerate().filter(|(_, party)| named(party)) {
            let id = PartyId::from(at);
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                let parts: Vec<&str> = name.split_whitespace().collect();
                for part in &parts {
                    let known = bearers.entry(part).or_default();
                    if known.last() != Some(&id) {
                        known.push(id);
                    }
                }
                let [begin, .., end] = parts[..] else { continue };
                if party.kind != PartyKind::Person {
                    continue;
                }
                let proper = |part: &str| part.chars().count() > 1 && part.starts_with(char::is_uppercase);
                if proper(end) {
                    let known = last.entry(end).or_default();
                    if !known.contains(&id) {
                        known.push(id);
                    }
                }
                if proper(begin) && given::gender(begin).is_none() {
                    first.insert(begin, id);
                }
            }
        }
        for (name, parties) in last {
            if let [one] = parties[..] {
                self.add(words, name, Named::Party(one), true);
            } else {
                self.several.push((parties.into_iter().map(Named::Party).collect(), false));
                self.add(words, name, Named::Several(self.several.len() - 1), true);
            }
        }
        for (name, party) in first.into_iter().filter(|(name, _)| bearers[name].len() == 1) {
            self.add(words, name, Named::Party(party), true);
        }
    }

    /// Gives a name that the text itself introduces, in the place of a family name on file; a whole name on file stays.
    pub fn introduce(&mut self, words: &mut Words, name: &str, meant: &[Named]) {
        let named = if let [one] = meant {
            *one
        } else {
            self.several.push((meant.to_vec(), false));
            Named::Several(self.several.len() - 1)
        };
        let tokens = merged(words, name, 0..name.len());
        let Some((first, rest)) = tokens.split_first() else { return };
        let rest: Vec<Word> = rest.iter().map(|token| token.word).collect();
        if let Some(known) = self.first.get_mut(&first.word)
            && let Some(place) = known.iter().position(|name| name.rest == rest)
        {
            if !known[place].family {
                return;
            }
            known.remove(place);
        }
        self.add(words, name, named, true);
        self.sort(first.word);
    }

    fn sort(&mut self, first: Word) {
        if let Some(list) = self.first.get_mut(&first) {
            list.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
        }
    }

    /// Those who share a name, and whether it is a whole name of each.
    #[must_use]
    pub fn several(&self, at: usize) -> (&[Named], bool) {
        let (several, alias) = &self.several[at];
        (several, *alias)
    }

    fn add(&mut self, words: &mut Words, name: &str, named: Named, family: bool) {
        let tokens = merged(words, name, 0..name.len());
        let start = usize::from(tokens.len() > 1 && words.text(tokens[0].word) == "the");
        let Some((first, rest)) = tokens[start..].split_first() else { return };
        let written = &name[first.start..];
        let letters = || written.chars().filter(|letter| letter.is_alphabetic());
        let known = self.first.entry(first.word).or_default();
        let rest: Vec<Word> = rest.iter().map(|token| token.word).collect();
        // Of two things of one name the first counts, a party before a place; names stand before family names. Two
        // parties of one name are any of both.
        if let Some(other) = known.iter_mut().find(|name| name.rest == rest) {
            if let (Named::Party(one), Named::Party(two)) = (other.named, named)
                && one != two
                && !family
            {
                self.several.push((vec![Named::Party(one), Named::Party(two)], true));
                other.named = Named::Several(self.several.len() - 1);
            } else if let (Named::Several(at), Named::Party(_)) = (other.named, named)
                && !family
                && !self.several[at].0.contains(&named)
            {
                self.several[at].0.push(named);
            }
            return;
        }
        known.push(Name {
            rest,
            named,
            capitals: letters().count() <= 4 && letters().all(char::is_uppercase),
            proper: written.starts_with(char::is_uppercase),
            family,
        });
    }

    /// The longest name at the beginning of some tokens: what it names, and how many tokens it takes.
    #[must_use]
    pub fn at(&self, text: &str, tokens: &[Token]) -> Option<(Named, usize)> {
        let first = tokens.first()?;
        let found = self.first.get(&first.word)?.iter().find(|name| {
            let long = name.rest.len();
            let written = &text[first.start..first.end];
            let letters = || written.chars().filter(|letter| letter.is_alphabetic());
            tokens.len() > long
                && name.rest.iter().zip(&tokens[1..]).all(|(word, token)| *word == token.word)
                && (!name.proper || written.starts_with(char::is_uppercase))
                && (!name.capitals || letters().all(char::is_uppercase))
        })?;
        Some((found.named, found.rest.len() + 1))
    }

    /// Whether a whole text is a name on file.
    pub fn is_name(&self, words: &mut Words, text: &str) -> bool {
        let tokens = merged(words, text, 0..text.len());
        let start = usize::from(tokens.len() > 1 && words.text(tokens[0].word) == "the");
        self.at(text, &tokens[start..]).is_some_and(|(_, long)| long == tokens.len() - start)
    }
}

/// Whether a party can be named in a draft: whoever is not known has no name.
fn named(party: &Party) -> bool {
    party.kind != PartyKind::Unknown
}

/// The tokens of a stretch of text with abbreviations in one: `U.S.` is `us`, and a genitive (`Norland’s`) is its noun.
pub fn merged(words: &mut Words, text: &str, range: Range<usize>) -> Vec<Token> {
    let tokens = words.tokens(text, range);
    let mut merged: Vec<Token> = Vec::with_capacity(tokens.len());
    let initial = |token: &Token| {
        token.end - token.start == 1 && text[token.start..token.end].chars().all(char::is_uppercase)
    };
    let mut joined: Option<(usize, usize)> = None;
    for mut token in tokens {
        if let Some(stem) = words.text(token.word).strip_suffix("'s").filter(|stem| !stem.is_empty()) {
            let stem = stem.to_owned();
            token.word = words.intern(&stem);
        }
        let follows = joined.is_some_and(|(_, end)| text[end..].starts_with('.') && token.start == end + 1);
        match (merged.last_mut(), joined) {
            (Some(last), Some((start, _))) if follows && initial(&token) => {
                let whole: String = text[start..token.end]
                    .chars()
                    .filter(|letter| *letter != '.')
                    .collect::<String>()
                    .to_lowercase();
                last.word = words.intern(&whole);
                last.end = token.end;
                joined = Some((start, token.end));
            }
            _ => {
                joined = initial(&token).then_some((token.start, token.end));
                merged.push(token);
            }
        }
    }
    merged
}
