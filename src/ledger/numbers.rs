//! Which names are of several, and the pronouns for them.

use super::Ledger;
use super::english::{self, Number};
use super::model::id::PartyId;
use super::model::party::PartyKind;

/// Whether the verb of a party is that of several: a description of several, or a name in the plural.
#[must_use]
pub fn party_number(ledger: &Ledger, id: PartyId) -> Number {
    let party = ledger.party(id);
    let many = match party.kind {
        PartyKind::Class => true,
        PartyKind::ArmedGroup | PartyKind::Body => english::plural(&party.name),
        PartyKind::Organisation => english::plural(&party.name) && english::described(&party.name),
        PartyKind::State | PartyKind::Person | PartyKind::Outlet | PartyKind::Unknown => false,
    };
    if many { Number::Many } else { Number::One }
}

/// Whether the verb of parties in a row is that of several: of two or more it is.
#[must_use]
pub fn parties_number(ledger: &Ledger, ids: &[PartyId]) -> Number {
    match ids {
        [one] => party_number(ledger, *one),
        _ => Number::Many,
    }
}

/// The words that stand for a party that was named just before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// "it", or "they" of several and of a human being.
    pub they: &'static str,
    /// "its", or "their".
    pub their: &'static str,
    /// The verb beside it.
    pub number: Number,
}

/// The pronoun of a party.
#[must_use]
pub fn pronoun(ledger: &Ledger, id: PartyId) -> Pronoun {
    match (ledger.party(id).kind, party_number(ledger, id)) {
        (PartyKind::Person, _) | (_, Number::Many) => {
            Pronoun { they: "they", their: "their", number: Number::Many }
        }
        _ => Pronoun { they: "it", their: "its", number: Number::One },
    }
}
