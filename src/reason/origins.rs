//! Origins: on whose word a statement rests, so that an echo counts once.

use std::collections::BTreeSet;

use super::same_words::SameWords;
use crate::ledger::Ledger;
use crate::model::id::{PartyId, StatementId};
use crate::model::statement::Cited;
use crate::roots;

/// The roots on whose word a statement rests: of whom or what it is citing, else its speakers'; an unnamed speaker
/// is known only by who carried the words. A joint statement has several and is still one origin.
#[must_use]
pub fn origins(ledger: &Ledger, same: &SameWords, statement: StatementId) -> BTreeSet<PartyId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![same.first(statement)];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let at = ledger.statement(id);
        if at.citing.is_empty() {
            found.extend(speakers(ledger, id));
        }
        for cited in &at.citing {
            match cited {
                Cited::Party(party) => {
                    found.insert(roots::root(ledger, *party, &at.date));
                }
                Cited::Statement(other) => open.push(same.first(*other)),
            }
        }
    }
    if found.is_empty() && !seen.is_empty() {
        // Statements that cite one another in a circle: none of them is more than the circle's own word.
        found.extend(
            seen.iter()
                .find_map(|id| Some(speakers(ledger, *id)).filter(|found| !found.is_empty()))
                .unwrap_or_default(),
        );
    }
    found
}

fn speakers(ledger: &Ledger, id: StatementId) -> BTreeSet<PartyId> {
    let statement = ledger.statement(id);
    let root = |party: &PartyId| roots::root(ledger, *party, &statement.date);
    if statement.anonymous.is_some() {
        let outlet = || statement.source.and_then(|source| ledger.source(source).outlet);
        if let Some(carrier) = statement.via.first().copied().or_else(outlet) {
            return BTreeSet::from([root(&carrier)]);
        }
    }
    statement.by.iter().map(root).collect()
}

/// How many of several statements are independent: the most of them no two of which share an origin.
#[must_use]
pub fn independent(origins: &[BTreeSet<PartyId>]) -> usize {
    let mut sets: Vec<&BTreeSet<PartyId>> = origins.iter().collect();
    sets.sort_by_key(|set| set.len());
    let mut taken: BTreeSet<PartyId> = BTreeSet::new();
    let mut count = 0;
    for set in sets {
        if set.is_disjoint(&taken) {
            taken.extend(set);
            count += 1;
        }
    }
    count
}
