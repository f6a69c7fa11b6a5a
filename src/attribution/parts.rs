//! Which parties a noun fits, and which are part of which.

use super::roles::Role;
use crate::ledger::Ledger;
use crate::ledger::hierarchy::reaches;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::{Party, PartyKind};

/// Whether a party is meant by a noun: its title or its name says so, or its kind does.
pub(super) fn fits(party: &Party, word: &str, role: Role) -> bool {
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
#[must_use]
pub fn is_part(ledger: &Ledger, party: PartyId, whole: PartyId) -> bool {
    party != whole && reaches(party, whole, |at| ledger.party(at).part_of.iter().map(|part| part.party))
}
