//! Whom a noun phrase names: parties on file, whoever speaks, somebody new.

use std::ops::Range;

use super::nouns::believed;
use super::units::{Kind, Unit};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::attribution::roles::{self, Role};
use crate::ledger::model::id::PartyId;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// Whom a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A party on file.
    Party(PartyId),
    /// `we`, `I`, `us`: whoever speaks.
    Speaker,
    /// `it`, `he`, `she`, `they`: somebody named before.
    Pronoun,
    /// Somebody who is not on file: the bytes of the name.
    New(Range<usize>),
    /// Several without a name: the bytes of the description.
    Class(Range<usize>),
}

/// The parties that the head of a phrase names; none where it names nobody, or something of theirs.
#[must_use]
pub fn who(words: &Words, units: &[Unit], range: Range<usize>) -> Vec<Who> {
    let text = |at: usize| words.text(units[at].word);
    let mut end = range.end;
    // Small words before the verb belong to it.
    while end > range.start && matches!(units[end - 1].kind, Kind::Word(false)) && verbal(text(end - 1)) {
        end -= 1;
    }
    // "Accused by Norland’s minister, Ann Orr, of it": whoever does something is not whom it is done to.
    if range.start < end && text(range.start) == "by" {
        return Vec::new();
    }
    let mut range = range;
    if end > range.start && units[end - 1].kind == Kind::Comma {
        end -= 1;
    }
    // "On Friday the army" is the army.
    while range.start + 1 < end
        && cues::preposition(text(range.start))
        && cues::calendar(text(range.start + 1))
    {
        range.start += 2;
    }
    // "The commander of the guards, Ann Orr," is Ann Orr.
    if let Some(comma) = (range.start..end).find(|at| units[*at].kind == Kind::Comma)
        && (range.start..comma).any(|at| matches!(roles::role(text(at)), Some(Role::Office)))
        && units[comma + 1..end]
            .iter()
            .all(|unit| matches!(unit.kind, Kind::Name(Named::Party(_)) | Kind::Word(true)) && !unit.genitive)
        && comma + 1 < end
    {
        range.start = comma + 1;
    }
    // An apposition behind the name.
    if let Some(comma) = (range.start..end).find(|at| units[*at].kind == Kind::Comma)
        && !units[comma..end]
            .iter()
            .all(|unit| matches!(unit.kind, Kind::Name(_) | Kind::Comma | Kind::Word(true)))
        && !(comma..end).any(|at| text(at) == "and")
    {
        end = comma;
    }
    let mut found = Vec::new();
    let mut from = range.start;
    // What hangs on a preposition is no second party: "groups in Norland and Sudria".
    let hangs =
        (range.start..end).find(|at| cues::preposition(text(*at)) && text(*at) != "of").unwrap_or(end);
    for at in range.start..=end {
        let splits = at == end || at < hangs && (units[at].kind == Kind::Comma || text(at) == "and");
        if splits {
            if from < at {
                match one(words, units, from..at) {
                    Some(who) => found.push(who),
                    None => return Vec::new(),
                }
            }
            from = at + 1;
        }
    }
    found
}

/// Words that belong to the verb behind a subject.
fn verbal(word: &str) -> bool {
    cues::auxiliary(word) || believed(word) || lexicon::modal(word) || matches!(word, "to" | "not" | "likely")
}

/// Nouns behind a name that are part of whom it names.
fn part(word: &str) -> bool {
    matches!(
        word,
        "government"
            | "army"
            | "military"
            | "forces"
            | "troops"
            | "authorities"
            | "regime"
            | "officials"
            | "police"
            | "group"
            | "militants"
            | "organisation"
            | "organization"
            | "movement"
            | "fighters"
            | "leadership"
            | "militia"
            | "faction"
            | "network"
    )
}

/// The one party that a phrase without commas names.
fn one(words: &Words, units: &[Unit], range: Range<usize>) -> Option<Who> {
    let text = |at: usize| words.text(units[at].word);
    let inner: Vec<usize> = range.clone().filter(|at| !determiner(text(*at))).collect();
    if let [only] = inner[..]
        && matches!(units[only].kind, Kind::Word(_))
    {
        match text(only) {
            "we" | "i" | "us" | "ourselves" | "me" => return Some(Who::Speaker),
            "it" | "he" | "she" | "they" | "him" | "her" | "them" | "itself" | "themselves" => {
                return Some(Who::Pronoun);
            }
            _ => {}
        }
    }
    // "In a statement it had": a pronoun before a verb hangs on nothing.
    if let [.., before, last] = inner[..]
        && matches!(units[last].kind, Kind::Word(_))
        && !cues::preposition(text(before))
    {
        match text(last) {
            "we" | "i" => return Some(Who::Speaker),
            "it" | "he" | "she" | "they" => return Some(Who::Pronoun),
            _ => {}
        }
    }
    // What hangs on a preposition is not the head; several words may stand before a name, no verb.
    let head =
        inner.iter().position(|at| cues::preposition(text(*at)) && text(*at) != "of").unwrap_or(inner.len());
    let inner = &inner[..head];
    let name = inner.iter().rposition(|at| matches!(units[*at].kind, Kind::Name(_)));
    if let Some(place) = name {
        let at = inner[place];
        let behind = &inner[place + 1..];
        let of = inner[..place].iter().any(|at| text(*at) == "of");
        let own = behind.iter().all(|at| part(text(*at)));
        return match units[at].kind {
            Kind::Name(Named::Party(party)) if own && !of && (!units[at].genitive || !behind.is_empty()) => {
                Some(Who::Party(party))
            }
            // "Norlandic forces", and "Norlandic" before a noun of the phrase.
            Kind::Name(Named::Adjective(party)) if own && (!behind.is_empty() || inner.len() == 1) => {
                Some(Who::Party(party))
            }
            _ => None,
        };
    }
    if inner.iter().any(|at| text(*at) == "of") {
        return None;
    }
    let capitals: Vec<usize> = inner
        .iter()
        .copied()
        .filter(|at| matches!(units[*at].kind, Kind::Word(true)) && !cues::calendar(text(*at)))
        .collect();
    if let (Some(first), Some(last)) = (capitals.first(), capitals.last())
        && last - first + 1 == capitals.len()
        && inner.last().is_some_and(|end| end == last || part(text(*end)) && end - 1 == *last)
        && (first < last || roles::role(text(*last)).is_none())
    {
        // "Norlandian" is no name.
        let adjective = |word: &str| ["ian", "ean", "ish", "ese"].iter().any(|ending| word.ends_with(ending));
        if first == last && adjective(text(*first)) {
            return None;
        }
        let begins = *first == 0 || units[first - 1].stops();
        if !(begins && capitals.len() == 1 && lexicon::common(text(*first))) {
            return Some(Who::New(units[*first].range.start..units[*last].range.end));
        }
    }
    let class = inner.iter().any(|at| {
        matches!(
            text(*at),
            "groups"
                | "militants"
                | "rebels"
                | "fighters"
                | "terrorists"
                | "insurgents"
                | "gunmen"
                | "separatists"
                | "extremists"
                | "jihadists"
                | "mercenaries"
                | "militias"
        )
    });
    if !class {
        return None;
    }
    // "Groups supported by Norland": what is said of them is no part of what they are called.
    let participle = |at: &usize| {
        *at > inner[0]
            && (text(*at).ends_with("ed") || text(*at).ends_with("ing"))
            && cues::preposition(text(*at + 1))
    };
    let end = (inner[0]..range.end.saturating_sub(1)).find(participle).unwrap_or(range.end);
    let last = end.checked_sub(1)?;
    Some(Who::Class(units[inner[0]].range.start..units[last].range.end))
}
