//! The names under which a draft may speak of what is on file: names, aliases, surnames, the adjectives of states.

use std::collections::HashMap;
use std::ops::Range;

use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PlaceId};
use crate::ledger::model::party::PartyKind;
use crate::text::quotes::tokens::{Token, Word, Words};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A party, by name, alias or surname.
    Party(PartyId),
    /// A state, by its adjective.
    Adjective(PartyId),
    /// An event.
    Event(EventId),
    /// A place.
    Place(PlaceId),
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
}

/// All names of a ledger, by their first word; the longest first.
#[derive(Debug, Default)]
pub struct Names {
    first: HashMap<Word, Vec<Name>>,
}

/// Endings of the adjectives of states.
const ADJECTIVES: &[&str] = &["n", "an", "ian", "i", "ese", "ish", "ic"];

impl Names {
    /// The names on file.
    pub fn new(ledger: &Ledger, words: &mut Words) -> Self {
        let mut names = Self::default();
        let mut surnames: HashMap<String, Vec<PartyId>> = HashMap::new();
        for (at, party) in ledger.parties.iter().enumerate() {
            let id = PartyId::from(at);
            for name in std::iter::once(&party.name).chain(&party.aliases) {
                names.add(words, name, Named::Party(id));
                let short = name.split_whitespace().next_back().unwrap_or_default();
                if party.kind == PartyKind::Person && short.len() > 2 && short != name {
                    let known = surnames.entry(short.to_owned()).or_default();
                    if !known.contains(&id) {
                        known.push(id);
                    }
                }
            }
            if party.kind == PartyKind::State && !party.name.contains(' ') {
                let stem = party.name.trim_end_matches(['a', 'e', 'o', 'y']);
                for stem in [party.name.as_str(), stem] {
                    for end in ADJECTIVES {
                        names.add(words, &format!("{stem}{end}"), Named::Adjective(id));
                    }
                }
            }
        }
        let mut surnames: Vec<(String, Vec<PartyId>)> = surnames.into_iter().collect();
        surnames.sort();
        for (surname, parties) in surnames {
            if let [one] = parties[..] {
                names.add(words, &surname, Named::Party(one));
            }
        }
        for (at, event) in ledger.events.iter().enumerate() {
            for name in std::iter::once(&event.name).chain(&event.aliases) {
                names.add(words, name, Named::Event(EventId::from(at)));
            }
        }
        for (at, place) in ledger.places.iter().enumerate() {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                names.add(words, name, Named::Place(PlaceId::from(at)));
            }
        }
        names.first.values_mut().for_each(|list| list.sort_by_key(|name| std::cmp::Reverse(name.rest.len())));
        names
    }

    fn add(&mut self, words: &mut Words, name: &str, named: Named) {
        let tokens = merged(words, name, 0..name.len());
        let start = usize::from(tokens.len() > 1 && words.text(tokens[0].word) == "the");
        let Some((first, rest)) = tokens[start..].split_first() else { return };
        let written = &name[first.start..];
        let letters = || written.chars().filter(|letter| letter.is_alphabetic());
        let known = self.first.entry(first.word).or_default();
        let rest: Vec<Word> = rest.iter().map(|token| token.word).collect();
        // Of two things of one name the first counts, a party before a place; names stand before surnames.
        if known.iter().any(|name| name.rest == rest) {
            return;
        }
        known.push(Name {
            rest,
            named,
            capitals: letters().count() <= 4 && letters().all(char::is_uppercase),
            proper: written.starts_with(char::is_uppercase),
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
