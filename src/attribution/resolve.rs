//! Whom a phrase means: a name, an office of the party that its phrase names, a description, a pronoun.

use super::cues;
use super::given::{self, Gender};
use super::names::Named;
use super::parts::{fits, is_part};
use super::phrase::{Head, determiner};
use super::reader::Reader;
use super::roles::{self, Role};
use super::sentences::Item;
use super::speakers::{How, Meant, Speaker};
use super::strangers;
use crate::ledger::model::id::PartyId;

/// How many names back a pronoun or description reaches.
const REACH: usize = 24;
/// What an office is of is looked for within so many items behind it.
const NEAR: usize = 7;

/// Words before an office that make it another one.
const OTHERS: &[&str] = &[
    "former",
    "ex",
    "prime",
    "deputy",
    "vice",
    "acting",
    "late",
    "then",
    "assistant",
    "junior",
    "shadow",
    "incoming",
    "outgoing",
    "next",
    "previous",
    "honorary",
    "onetime",
    "retired",
    "elect",
    "would-be",
    "future",
];

/// To whom an office or a description belongs, by the words around it.
enum Owner {
    /// Nobody is named.
    Nobody,
    /// A party on file.
    Party(PartyId),
    /// Somebody or something that is not.
    Other,
}

impl Reader<'_> {
    /// Whom the head at a place means, with those before it that belong to the same phrase.
    pub(super) fn resolve(&self, items: &[Item], heads: &[Head], at: usize) -> Option<Meant> {
        let head = &heads[at];
        let near = at.checked_sub(1).map(|at| &heads[at]).filter(|other| other.last() + 3 > head.first());
        match head {
            Head::Capitals(first, last) => {
                let name = self.slice(items, *first, *last);
                let person =
                    name.split_whitespace().next().is_some_and(|first| given::gender(first).is_some())
                        || self.titled(items, *first, *last);
                let whole = self.slice(items, near.map_or(*first, Head::first), *last);
                Some(Meant::new(
                    Speaker::Unnamed(whole, person),
                    How::Named,
                    self.phrase(items, *first, *last),
                ))
            }
            Head::Pronoun(at) => Some(self.pronoun(items, *at)),
            Head::Named(at, named, genitive) if *genitive && self.people.person(self.ledger, *named) => {
                let phrase = self.phrase(items, *at, at + 1);
                Some(Meant::new(
                    Speaker::Unnamed(self.slice(items, *at, at + 1), false),
                    How::Described,
                    phrase,
                ))
            }
            Head::Named(at, named, _) => self.named(items, *at, *named),
            Head::Adjective(at, _) => {
                let phrase = self.phrase(items, *at, at + 1);
                Some(Meant::new(
                    Speaker::Unnamed(self.slice(items, *at, at + 1), false),
                    How::Described,
                    phrase,
                ))
            }
            Head::Role(at) => Some(self.described(items, *at, near)),
        }
    }

    /// Whom a name means; of several, the one whom the form of address before it fits.
    fn named(&self, items: &[Item], at: usize, named: Named) -> Option<Meant> {
        let Some(Item::Name { range, .. }) = items.get(at) else { return None };
        let mut named = named;
        if let Named::Several(several) = named {
            // "Ms van Rijk", "Spokeswoman van Rijk": a small word may stand between.
            let title = (1..=2)
                .map(|by| self.back(items, at, by))
                .find(|word| word.len() > 3 || given::address(word).is_some());
            let title = title.unwrap_or_default();
            let gender = given::address(title);
            let office = roles::role(title) == Some(Role::Office);
            let fits = |one: &&Named| {
                let held =
                    || matches!(one, Named::Party(party) if self.holds(*party, title, Role::Office, &[]));
                gender.is_some() && self.people.gender(**one) == gender || office && held()
            };
            let mut fitting = self.names.several(several).0.iter().filter(fits);
            if let (Some(one), None) = (fitting.next(), fitting.next()) {
                named = *one;
            }
        }
        self.speaker(named, range.clone())
            .map(|speaker| Meant::new(speaker, How::Named, self.phrase(items, at, at)))
    }

    /// Whom a pronoun means: the subject named last that fits it; where none does, whoever it stands for.
    pub(super) fn pronoun(&self, items: &[Item], at: usize) -> Meant {
        let word = self.word(items.get(at));
        let gender = match word {
            "he" | "his" => Some(Gender::Man),
            "she" | "her" => Some(Gender::Woman),
            _ => None,
        };
        let known = |named: Named| self.people.gender(named);
        let fits = |speaker: &Speaker| match (speaker, gender) {
            (Speaker::Party(party), Some(gender)) => {
                self.is_person(*party) && known(Named::Party(*party)).is_none_or(|own| own == gender)
            }
            (Speaker::Party(party), None) => !self.is_person(*party),
            (Speaker::Introduced(at, _), Some(gender)) => {
                self.people.introduced[*at].person
                    && known(Named::Introduced(*at)).is_none_or(|own| own == gender)
            }
            (Speaker::Introduced(at, _), None) => !self.people.introduced[*at].person,
            // Of several of one name nobody knows which.
            (Speaker::Several(_), person) => person.is_some(),
            // "Officials said": no one of them. Of a name that no list knows it may be either.
            (Speaker::Unnamed(words, person), gender) => {
                !strangers::several(words)
                    && (*person == gender.is_some() || !*person && strangers::bare(words))
            }
        };
        let recent = || self.recent.iter().rev().take(REACH);
        let subject = recent().find(|(speaker, subject)| *subject && fits(speaker));
        let found = subject.or_else(|| recent().find(|(speaker, _)| fits(speaker)));
        let speaker = found.map(|(speaker, _)| speaker.clone());
        let nobody = || Speaker::Unnamed(word.to_owned(), gender.is_some());
        Meant::new(speaker.unwrap_or_else(nobody), How::Pronoun, self.phrase(items, at, at))
    }

    /// Whom an office or a description means: "the group", "Norland’s minister", "a spokesman for the hospital".
    fn described(&self, items: &[Item], at: usize, near: Option<&Head>) -> Meant {
        let word = self.word(items.get(at));
        let role = roles::role(word).unwrap_or(Role::People);
        let mut first = at;
        while first > 0
            && match &items[first - 1] {
                Item::Word { word, .. } => {
                    let word = self.words.text(*word);
                    !determiner(word)
                        && !cues::preposition(word)
                        && !cues::joins(word)
                        && !self.verb(items, first - 1)
                        && at - first < NEAR
                }
                Item::Name { .. } => true,
                _ => false,
            }
        {
            first -= 1;
        }
        let article = self.back(items, first, 1);
        let phrase = self.slice(items, if determiner(article) { first - 1 } else { first }, at);
        let range = self.phrase(items, first, at);
        // "The Bruma Ministry of Defence": with all of its name.
        let whole = || self.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let words = if matches!(role, Role::Kind(_)) { whole() } else { phrase };
        let person = matches!(role, Role::Office | Role::People);
        let unnamed = |how| Meant::new(Speaker::Unnamed(words.clone(), person), how, range.clone());
        let meant = |speaker, how| Meant::new(speaker, how, range.clone());
        let modifiers: Vec<&str> =
            (first..at).map(|at| self.word(items.get(at))).filter(|word| !word.is_empty()).collect();
        let owner = match near {
            Some(Head::Named(_, Named::Party(party), genitive)) if !(self.is_person(*party) && *genitive) => {
                Owner::Party(*party)
            }
            Some(Head::Adjective(_, party)) => Owner::Party(*party),
            Some(Head::Named(..) | Head::Capitals(..)) => Owner::Other,
            _ => self.owner(items, at),
        };
        let others = modifiers.iter().any(|word| OTHERS.contains(word));
        let indefinite = matches!(article, "a" | "an" | "another" | "one" | "some");
        match (owner, role) {
            (Owner::Other, _) | (Owner::Nobody, Role::People) => unnamed(How::Described),
            (Owner::Party(party), Role::Last) => meant(Speaker::Party(party), How::Office),
            (Owner::Party(_), Role::People | Role::Office) if others && indefinite => unnamed(How::Described),
            (Owner::Party(party), Role::People | Role::Kind(_)) => {
                let own = self.part(party, word, role, &modifiers).unwrap_or(party);
                meant(Speaker::Party(own), How::Office)
            }
            (Owner::Party(party), Role::Office) => {
                match self.part(party, word, role, &modifiers).filter(|_| !indefinite) {
                    Some(holder) => meant(Speaker::Party(holder), How::Office),
                    None if others => unnamed(How::Described),
                    None => meant(Speaker::Party(party), How::Office),
                }
            }
            (Owner::Nobody, Role::Last) => {
                let last = self.recent.iter().rev().take(REACH).find(|(_, subject)| *subject);
                match last.filter(|_| !indefinite) {
                    Some((speaker, _)) => meant(speaker.clone(), How::Described),
                    None => unnamed(How::Described),
                }
            }
            (Owner::Nobody, Role::Office | Role::Kind(_)) => {
                let named = self.recent.iter().rev().take(REACH).find(|(speaker, _)| {
                    speaker.party().is_some_and(|party| self.holds(party, word, role, &modifiers))
                });
                let spoken = named.map(|(speaker, _)| speaker.clone());
                let only = || {
                    let office = role == Role::Office && matches!(self.owner(items, at), Owner::Nobody);
                    office.then(|| self.holder(word, &modifiers)).flatten().map(Speaker::Party)
                };
                match spoken.or_else(only).filter(|_| !indefinite && !modifiers.contains(&"former")) {
                    Some(speaker) => meant(speaker, How::Described),
                    None => unnamed(How::Described),
                }
            }
        }
    }

    /// What an office is of, by the words behind it: "for Norland", "of the hospital".
    fn owner(&self, items: &[Item], at: usize) -> Owner {
        if !matches!(self.word(items.get(at + 1)), "of" | "for" | "from" | "at" | "with" | "by" | "to") {
            return Owner::Nobody;
        }
        for item in items.iter().skip(at + 2).take(NEAR) {
            match item {
                Item::Name { named: Named::Party(party) | Named::Adjective(party), genitive, .. } => {
                    // "A spokesman for Norland’s hospital" speaks for the hospital.
                    return if *genitive || self.is_person(*party) {
                        Owner::Other
                    } else {
                        Owner::Party(*party)
                    };
                }
                Item::Word { word, .. } if !determiner(self.words.text(*word)) => return Owner::Other,
                Item::Word { .. } => {}
                _ => return Owner::Other,
            }
        }
        Owner::Other
    }

    /// The one person on file who holds an office.
    fn holder(&self, word: &str, modifiers: &[&str]) -> Option<PartyId> {
        let mut all = (0..self.ledger.parties.len())
            .map(PartyId::from)
            .filter(|party| self.holds(*party, word, Role::Office, modifiers));
        all.next().filter(|_| all.next().is_none())
    }

    /// The one part of a party that an office or a description fits.
    fn part(&self, whole: PartyId, word: &str, role: Role, modifiers: &[&str]) -> Option<PartyId> {
        let mut parts = (0..self.ledger.parties.len()).map(PartyId::from).filter(|party| {
            *party != whole
                && is_part(self.ledger, *party, whole)
                && self.holds(*party, word, role, modifiers)
        });
        parts.next().filter(|_| parts.next().is_none())
    }

    /// Whether an office or a description fits a party, with all words before it that make it another.
    fn holds(&self, party: PartyId, word: &str, role: Role, modifiers: &[&str]) -> bool {
        let party = self.ledger.party(party);
        let titles = || party.title.iter().chain(party.part_of.iter().filter_map(|part| part.title.as_ref()));
        let said = |modifier: &str| {
            let names = std::iter::once(&party.name).chain(&party.aliases).filter(|_| role != Role::Office);
            let mut all = titles().chain(names);
            all.any(|title| title.split_whitespace().any(|part| part.eq_ignore_ascii_case(modifier)))
        };
        let known =
            |modifier: &&str| OTHERS.contains(modifier) || *modifier != word && roles::branch(modifier);
        fits(party, word, role) && modifiers.iter().filter(|word| known(word)).all(|word| said(word))
    }
}
