//! Nouns that stand for a speaker: offices, kinds of party, sources, people without a name.

use crate::ledger::model::party::PartyKind;

/// A noun that stands for a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Somebody who holds an office.
    Office,
    /// Any of these kinds of party.
    Kind(&'static [PartyKind]),
    /// Whoever spoke last: a source, a statement.
    Last,
    /// People without a name.
    People,
}

const OFFICES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokesmen",
    "minister",
    "president",
    "premier",
    "ambassador",
    "envoy",
    "general",
    "commander",
    "leader",
    "chief",
    "secretary",
    "chairman",
    "chairwoman",
    "king",
    "queen",
    "prince",
    "mayor",
    "governor",
    "senator",
    "director",
    "chancellor",
    "representative",
    "negotiator",
    "adviser",
    "advisor",
    "head",
    "captain",
    "colonel",
    "admiral",
    "judge",
    "lawyer",
    "officer",
    "diplomat",
    "professor",
    "expert",
    "analyst",
];
const LAST: &[&str] =
    &["source", "statement", "communique", "communiqué", "letter", "post", "message", "text", "document"];
const PEOPLE: &[&str] = &[
    "official",
    "officials",
    "sources",
    "people",
    "witnesses",
    "witness",
    "residents",
    "reporters",
    "ministers",
    "diplomats",
    "experts",
    "analysts",
    "leaders",
    "commanders",
    "critics",
    "police",
    "authorities",
    "media",
];
const KINDS: &[(&str, &[PartyKind])] = &[
    ("group", &[PartyKind::ArmedGroup, PartyKind::Organisation]),
    ("militia", &[PartyKind::ArmedGroup]),
    ("movement", &[PartyKind::ArmedGroup, PartyKind::Organisation]),
    ("organisation", &[PartyKind::Organisation, PartyKind::ArmedGroup]),
    ("organization", &[PartyKind::Organisation, PartyKind::ArmedGroup]),
    ("country", &[PartyKind::State]),
    ("kingdom", &[PartyKind::State]),
    ("republic", &[PartyKind::State]),
    ("government", &[PartyKind::Body, PartyKind::State]),
    ("ministry", &[PartyKind::Body]),
    ("council", &[PartyKind::Body, PartyKind::Organisation]),
    ("office", &[PartyKind::Body, PartyKind::Organisation]),
    ("department", &[PartyKind::Body]),
    ("mission", &[PartyKind::Body]),
    ("representation", &[PartyKind::Body]),
    ("army", &[PartyKind::Body]),
    ("military", &[PartyKind::Body]),
    ("observatory", &[PartyKind::Organisation]),
    ("agency", &[PartyKind::Outlet, PartyKind::Organisation, PartyKind::Body]),
    ("newspaper", &[PartyKind::Outlet]),
];

/// The role that a noun names.
#[must_use]
pub fn role(word: &str) -> Option<Role> {
    if OFFICES.contains(&word) {
        return Some(Role::Office);
    }
    if LAST.contains(&word) {
        return Some(Role::Last);
    }
    if PEOPLE.contains(&word) {
        return Some(Role::People);
    }
    KINDS.iter().find(|(noun, _)| *noun == word).map(|(_, kinds)| Role::Kind(kinds))
}
