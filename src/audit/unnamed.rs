//! Words on file of somebody unnamed, in a draft that gives them to somebody whom it describes and does not name.

use std::collections::BTreeSet;

use super::judge::same_speaker;
use crate::attribution::Prose;
use crate::attribution::names::Named;
use crate::attribution::sentences::Item;
use crate::attribution::speakers::{How, Said, Speaker};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};

/// True when the draft describes a speaker as the record describes the unnamed one of a statement, or when the record knows
/// of nobody and the draft names an office that is none of another party: `a senior official`, `a Sudrian official`.
pub(super) fn described(ledger: &Ledger, said: &Said, id: StatementId) -> bool {
    let statement = ledger.statement(id);
    let unknown = || ledger.unknown().is_some_and(|unknown| statement.by.iter().all(|by| *by == unknown));
    match (said.how, &said.speaker) {
        (Some(How::Office), Some(Speaker::Party(party))) => {
            unknown() && !statement.anonymous.as_deref().is_some_and(|known| another(ledger, known, *party))
        }
        (Some(How::Described), Some(Speaker::Unnamed(words, _))) => {
            statement.anonymous.as_deref().is_some_and(|known| alike(known, words))
        }
        _ => false,
    }
}

/// True when a description on file names other parties, and not this one: `a Norland official`.
fn another(ledger: &Ledger, known: &str, party: PartyId) -> bool {
    let prose = Prose::new(ledger, known, &[]);
    let items = prose.sentences.iter().flat_map(|sentence| &sentence.items);
    let named: Vec<PartyId> = items
        .filter_map(|item| match item {
            Item::Name { named: Named::Party(party) | Named::Adjective(party), .. } => Some(*party),
            _ => None,
        })
        .collect();
    !named.is_empty() && !named.iter().any(|other| same_speaker(ledger, *other, party))
}

/// True when one description says the other, and perhaps more: `an official` and `a senior official`.
fn alike(known: &str, words: &str) -> bool {
    const SMALL: &[&str] = &["a", "an", "the", "one", "another", "unnamed", "anonymous", "who", "that"];
    let telling = |text: &str| -> BTreeSet<String> {
        let parts = text.split(|letter: char| !letter.is_alphanumeric());
        parts
            .map(str::to_lowercase)
            .filter(|part| !part.is_empty() && !SMALL.contains(&part.as_str()))
            .collect()
    };
    let (known, words) = (telling(known), telling(words));
    !known.is_empty() && !words.is_empty() && (known.is_subset(&words) || words.is_subset(&known))
}
