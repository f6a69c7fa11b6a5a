//! Other names of a body of a state, as its own names give them: the Foreign Ministry of Norland is Norland’s Foreign
//! Ministry, the Norland foreign ministry and the Norlandic foreign ministry.

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::{Party, PartyKind};

/// Endings of the adjectives of states.
const ADJECTIVES: &[&str] = &["n", "an", "ian", "i", "ese", "ish", "ic"];

/// The words that may be the adjective of a state; none where its name has several words.
pub(super) fn adjectives(state: &Party) -> Vec<String> {
    if state.kind != PartyKind::State || state.name.contains(' ') {
        return Vec::new();
    }
    let stem = state.name.trim_end_matches(['a', 'e', 'o', 'y']);
    let both = [state.name.as_str(), stem];
    both.iter().flat_map(|stem| ADJECTIVES.iter().map(move |end| format!("{stem}{end}"))).collect()
}

/// Other names of a body, by the state of which it is a part, as far as its own names name that state.
pub(super) fn names(ledger: &Ledger, body: &Party) -> Vec<String> {
    if !matches!(body.kind, PartyKind::Body | PartyKind::Organisation) {
        return Vec::new();
    }
    let states = body.part_of.iter().map(|part| part.party).flat_map(|whole| up(ledger, whole));
    states.flat_map(|state| of_state(body, ledger.party(state))).collect()
}

/// A party and what it is part of, as far as these are states or bodies of one.
fn up(ledger: &Ledger, party: PartyId) -> Vec<PartyId> {
    let mut all = vec![party];
    let mut at = 0;
    while at < all.len() && all.len() < 8 {
        let further = ledger.party(all[at]).part_of.iter().map(|part| part.party);
        let new: Vec<PartyId> = further.filter(|whole| !all.contains(whole)).collect();
        all.extend(new);
        at += 1;
    }
    all.retain(|party| ledger.party(*party).kind == PartyKind::State);
    all
}

fn of_state(body: &Party, state: &Party) -> Vec<String> {
    let adjectives = adjectives(state);
    let before = |name: &str| -> Option<String> {
        let (first, rest) = name.split_once(' ')?;
        let first = first.trim_end_matches("'s").trim_end_matches("’s");
        let of = first == state.name || adjectives.iter().any(|adjective| adjective == first);
        of.then(|| rest.to_owned())
    };
    let mut found = Vec::new();
    for name in std::iter::once(&body.name).chain(&body.aliases) {
        let name = name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name);
        let behind = name.strip_suffix(state.name.as_str()).and_then(|rest| rest.strip_suffix(" of "));
        let Some(core) = behind.map(str::to_owned).or_else(|| before(name)) else { continue };
        found.push(format!("{} {core}", state.name));
        found.push(format!("{core} of {}", state.name));
        found.extend(adjectives.iter().map(|adjective| format!("{adjective} {core}")));
    }
    found
}
