//! Whoever a new party is part of: by a genitive, an `of` or an adjective; on file, new already or new now.

use std::ops::Range;

use super::By;
use super::newcomers::{Newcomer, Newcomers};
use super::said::reading::Reading;
use crate::attribution::phrase::determiner;
use crate::attribution::roles;
use crate::ledger::model::id::PartyId;

/// Whoever a party is part of, by the name that the article gives.
pub struct Owner {
    /// The bytes of the name, without a genitive.
    pub words: Range<usize>,
    /// Whether such an office or body is that of a state, so that whoever it is of can be told to be one.
    pub state: bool,
    /// Whether it can be of a place as well, so that only who is a party already is meant.
    pub known: bool,
}

impl Owner {
    /// The id of whoever it is: on file, new already, or new now.
    pub fn id(&self, reading: &Reading<'_>, newcomers: &mut Newcomers<'_>) -> Option<String> {
        let name = reading.text[self.words.clone()].trim_end_matches("'s").trim_end_matches("’s");
        let bears = |own: &str| own == name || adjective(name, own);
        if let Some(party) = reading.ledger.parties.iter().find(|party| bears(&party.name)) {
            return Some(party.id.clone());
        }
        let new = newcomers.all.iter_mut().find(|one| one.list == "parties" && bears(&one.name));
        if let Some(new) = new {
            new.kind = new.kind.or(self.state.then_some("state"));
            return Some(new.id.clone());
        }
        let plain = name.starts_with(char::is_uppercase) && !adjectival(name) && !name.contains('\n');
        if self.known || !plain {
            return None;
        }
        let end = self.words.start + name.len();
        let at = newcomers.named("parties", name, self.words.start..end);
        if self.state && newcomers.all[at].kind.is_none() {
            newcomers.all[at].kind = Some("state");
        }
        Some(newcomers.all[at].id.clone())
    }
}

/// Whether a word is the adjective of a name: "Sudrian" of Sudria, "Norlandic" of Norland.
fn adjective(word: &str, name: &str) -> bool {
    let stem = name.trim_end_matches(['a', 'e', 'o', 'y']);
    let rest = word.strip_prefix(stem).filter(|_| stem.len() > 2 && adjectival(word) && !name.contains(' '));
    rest.is_some_and(|rest| rest.len() <= 4)
}

/// Whoever an office or a body is of by the adjective before it: on file, or new already.
pub fn adjective_of(reading: &Reading<'_>, newcomers: &Newcomers<'_>, phrase: &str) -> Option<By> {
    let words: Vec<&str> = phrase.split(' ').filter(|word| !determiner(&word.to_lowercase())).collect();
    let (first, last) = (words.first()?, words.last()?);
    if words.len() < 2 || !of_state(last) {
        return None;
    }
    let parties = reading.ledger.parties.iter();
    let on_file = parties.enumerate().find(|(_, party)| adjective(first, &party.name));
    let new = || newcomers.all.iter().position(|one| one.list == "parties" && adjective(first, &one.name));
    on_file.map(|(at, _)| By::Party(PartyId::from(at))).or_else(|| new().map(By::New))
}

/// Whether a word may be an adjective of a state, and is then no name.
fn adjectival(word: &str) -> bool {
    ["an", "ean", "ish", "ese", "ic", "ite", "ch"].iter().any(|ending| word.ends_with(ending))
}

/// "Norland’s embassy" is part of Norland, also where that is new.
pub fn named(reading: &Reading<'_>, newcomer: &Newcomer) -> Option<Owner> {
    let (owner, rest) = newcomer.name.split_once("’s ").or_else(|| newcomer.name.split_once("'s "))?;
    let start = reading.text[newcomer.words.clone()].find(owner)? + newcomer.words.start;
    let words = start..start + owner.len();
    let all = || rest.split_whitespace().map(str::to_lowercase);
    let state = all().any(|word| of_state(&word));
    let part = state || all().any(|word| roles::role(&word).is_some() || roles::branch(&word));
    part.then_some(Owner { words, state, known: false })
}

/// Whether an office or a body is usually that of a state.
#[must_use]
pub fn of_state(word: &str) -> bool {
    matches!(
        word,
        "minister"
            | "ministers"
            | "ministry"
            | "president"
            | "premier"
            | "chancellor"
            | "ambassador"
            | "envoy"
            | "king"
            | "queen"
            | "government"
            | "army"
            | "military"
            | "navy"
            | "parliament"
            | "embassy"
            | "forces"
    )
}
