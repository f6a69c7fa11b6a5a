//! Who a speaker is: a party on file, somebody new, or somebody unnamed; and what the article says of whoever is new.

use std::ops::Range;

use super::newcomers::Newcomers;
use super::said::reading::Reading;
use super::{By, Speaker, describe, owners};
use crate::attribution::attributions::Source;
use crate::attribution::cues;
use crate::attribution::roles::{self, Role};
use crate::attribution::speakers::{How, Meant};
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;

/// The speaker of an attribution.
pub fn speaker(
    reading: &Reading<'_>,
    newcomers: &mut Newcomers<'_>,
    sentence: usize,
    source: &Source,
) -> Speaker {
    let mut meant = reading.prose.speakers.cues[sentence].iter().filter_map(|verb| verb.subject.as_ref());
    let person = meant
        .find(|meant| meant.range == source.range)
        .is_some_and(|meant| matches!(meant.speaker, crate::attribution::speakers::Speaker::Introduced(..)));
    known(
        reading,
        newcomers,
        &Found {
            range: &source.range,
            name: source.name.as_deref(),
            party: source.party,
            how: source.how,
            person,
        },
    )
}

/// The speaker that is the subject of a verb.
pub fn meant(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>, meant: &Meant) -> Speaker {
    use crate::attribution::speakers::Speaker as Said;
    let party = meant.speaker.party();
    let phrase = &reading.text[meant.range.clone()];
    let name = match (party, &meant.speaker) {
        (Some(party), _) => Some(reading.ledger.party(party).name.as_str()),
        // With all words of the phrase: "the Bruma Ministry of Defence".
        (None, Said::Unnamed(..)) if meant.how == How::Described && !phrase.is_empty() => Some(phrase),
        (None, speaker) => speaker.words(),
    };
    let person = matches!(meant.speaker, Said::Introduced(..));
    known(reading, newcomers, &Found { range: &meant.range, name, party, how: meant.how, person })
}

/// Somebody whom the article means.
struct Found<'f> {
    range: &'f Range<usize>,
    name: Option<&'f str>,
    party: Option<PartyId>,
    how: How,
    person: bool,
}

fn known(reading: &Reading<'_>, newcomers: &mut Newcomers<'_>, found: &Found<'_>) -> Speaker {
    let words = found.range.clone();
    let phrase = reading.text[words.clone()].to_owned();
    let name = found.name.map(|name| undated(name).to_owned());
    let speaker = |by, name, anonymous| Speaker { words: words.clone(), name, by, anonymous, how: found.how };
    if let Some(party) = found.party {
        // "Norland officials": somebody of Norland who is not named.
        let unnamed = found.how == How::Office
            && reading.ledger.party(party).kind != PartyKind::Person
            && unnamed(&phrase);
        return speaker(By::Party(party), name, unnamed.then_some(phrase));
    }
    match name {
        Some(name) if proper(&name) && !placed(bare(&name)) || found.person => {
            let plain = bare(&name);
            let at = newcomers.named("parties", plain, words.clone());
            // "Grace Foundation" has the given name of a person.
            if found.person && describe::by_name(plain).is_none() {
                newcomers.all[at].kind = Some("person");
            }
            let name = newcomers.all[at].name.clone();
            speaker(By::New(at), Some(name), None)
        }
        // "Bruma’s president": somebody of Bruma who is not named.
        Some(name) => match owner(&name) {
            // "Bruma’s president": somebody of Bruma who is not named.
            Some(owner) => {
                let start = words.start + phrase.find(owner).unwrap_or_default();
                let at = newcomers.named("parties", owner, start..start + owner.len());
                newcomers.all[at].kind = newcomers.all[at].kind.or(Some("state"));
                let whole = newcomers.all[at].name.clone();
                speaker(By::New(at), Some(whole), Some(name))
            }
            // "The Bruman ambassador", where Bruma was named.
            None => match owners::adjective_of(reading, newcomers, &name) {
                Some(by) => speaker(by, Some(name.clone()), Some(name)),
                None => speaker(By::Unknown, Some(name.clone()), Some(name)),
            },
        },
        None => speaker(By::Unknown, None, None),
    }
}

/// A name without the day behind it: "Norland on Monday".
fn undated(name: &str) -> &str {
    let without = |name: &str| {
        let (before, day) = name.rsplit_once(' ')?;
        let (before, word) = before.rsplit_once(' ')?;
        let told = cues::calendar(&day.to_lowercase()) && matches!(word, "on" | "in" | "last");
        told.then_some(before.len())
    };
    let mut rest = name;
    while let Some(end) = without(rest) {
        rest = &rest[..end];
    }
    rest
}

/// Whether a phrase describes people without a name: "officials", "a spokesman".
fn unnamed(phrase: &str) -> bool {
    let words = phrase.split(|letter: char| !letter.is_alphanumeric());
    words.map(str::to_lowercase).any(|word| {
        matches!(roles::role(&word), Some(Role::People))
            || matches!(
                word.as_str(),
                "spokesman" | "spokeswoman" | "spokesperson" | "spokesmen" | "spokespeople"
            )
    })
}

/// Whoever an office or a body is of, by a phrase that names no more: "Bruma’s president", "Bruma’s government".
fn owner(phrase: &str) -> Option<&str> {
    let (owner, rest) = phrase.split_once("’s ").or_else(|| phrase.split_once("'s "))?;
    let named =
        owner.split(' ').all(|word| word.starts_with(char::is_uppercase)) && !matches!(owner, "The" | "It");
    let last = rest.rsplit(' ').next().unwrap_or_default();
    let of_it = matches!(roles::role(last), Some(Role::Office | Role::Kind(_) | Role::People));
    (named && of_it && owners::of_state(last) && !owner.contains(' ')).then_some(owner)
}

/// Whether nothing is left of a phrase without its office but where that is: "the mayor of Port Ellis".
fn placed(rest: &str) -> bool {
    rest.split_whitespace().next().is_some_and(cues::preposition)
}

/// Whether a phrase is a name: its last word begins with a capital, and it is no weekday, no office alone.
fn proper(name: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("A ")).unwrap_or(name);
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let lower = last.to_lowercase();
    let others = name.split_whitespace().filter(|word| capital(word)).count();
    let body = others > 0 && matches!(roles::role(&lower), Some(Role::Kind(_)));
    body || capital(last) && (roles::role(&lower).is_none() || others > 1)
}

/// A name without the offices before it: "Foreign Minister Ann Orr" is "Ann Orr".
fn bare(name: &str) -> &str {
    let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    let mut rest = name.trim_start_matches(['“', '"', '‘', '\'']);
    let whole = rest;
    if !rest.split_whitespace().next_back().is_some_and(|last| last.starts_with(char::is_uppercase)) {
        return whole;
    }
    let small = |word: &str| word.starts_with(char::is_lowercase);
    // What comes before the last office or small word is a title or a description.
    let mut from = 0;
    let mut at = 0;
    for word in rest.split(' ') {
        let end = at + word.len();
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches(['.', ',']);
        let office = matches!(roles::role(lower), Some(Role::Office | Role::People))
            || matches!(lower, "mr" | "mrs" | "ms" | "dr" | "sir");
        if (office
            || small(word)
                && !matches!(word, "of" | "al" | "bin" | "van" | "von" | "de" | "la" | "el" | "and"))
            && end < rest.len()
        {
            from = end + 1;
        }
        at = end + 1;
    }
    rest = &rest[from.min(rest.len())..];
    if rest.is_empty() { whole } else { rest }
}
