//! Origins: the roots on whose word a statement rests, so that an echo counts once.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::same_words::SameWords;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::statement::{Cited, Statement};
use crate::ledger::roots;

/// The roots on whose word each statement rests. Each different set is kept once; the first is the empty set, for
/// statements that are not on record.
#[derive(Debug)]
pub struct Origins {
    sets: Vec<BTreeSet<PartyId>>,
    of: Vec<u32>,
}

impl Origins {
    /// Works out the origins of all statements.
    #[must_use]
    pub fn new(ledger: &Ledger, same: &SameWords) -> Self {
        let mut all = Self { sets: vec![BTreeSet::new()], of: vec![0; ledger.statements.len()] };
        let mut known: BTreeMap<BTreeSet<PartyId>, u32> = BTreeMap::from([(BTreeSet::new(), 0)]);
        // Most statements have one speaker who cites nobody, so their set is looked up by its only root.
        let mut alone: FxHashMap<PartyId, u32> = FxHashMap::default();
        let mut numbered = |set: BTreeSet<PartyId>| {
            *known.entry(set).or_insert_with_key(|set| {
                all.sets.push(set.clone());
                u32::try_from(all.sets.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let unknown = ledger.unknown();
        for (id, statement) in ledger.said() {
            let own = statement.citing.is_empty()
                && statement.via.is_empty()
                && statement.anonymous.is_none()
                && statement.by[..].iter().all(|by| Some(*by) != unknown)
                && same.first(id) == id;
            all.of[id.index()] = match statement.by[..] {
                [speaker] if own => {
                    let root = origin(ledger, roots::spoken_for(ledger, statement, speaker), &statement.date);
                    *alone.entry(root).or_insert_with(|| numbered(BTreeSet::from([root])))
                }
                _ => numbered(origins(ledger, same, id)),
            };
        }
        all
    }

    /// The roots on whose word a statement rests; empty where it is not on record.
    #[must_use]
    pub fn of(&self, statement: StatementId) -> &BTreeSet<PartyId> {
        &self.sets[self.of[statement.index()] as usize]
    }
}

/// The roots on whose word a statement rests: the carrier of hearsay; else the parties and statements that it cites;
/// else its speakers or, for an unnamed speaker, whoever carried the words. A joint statement has several roots and is
/// one origin.
fn origins(ledger: &Ledger, same: &SameWords, statement: StatementId) -> BTreeSet<PartyId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![same.first(statement)];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let at = ledger.statement(id);
        if let Some(carrier) = heard_from(ledger, at) {
            found.insert(origin(ledger, carrier, &at.date));
            continue;
        }
        if at.citing.is_empty() {
            found.extend(speakers(ledger, id));
        }
        for cited in &at.citing {
            match cited {
                Cited::Party(party) => {
                    found.insert(origin(ledger, *party, &at.date));
                }
                Cited::Statement(other) => open.push(same.first(*other)),
            }
        }
    }
    if found.is_empty() && !seen.is_empty() {
        // Statements that cite one another in a circle rest on the circle only, so the speakers of one of them count.
        found.extend(
            seen.iter()
                .find_map(|id| Some(speakers(ledger, *id)).filter(|found| !found.is_empty()))
                .unwrap_or_default(),
        );
    }
    found
}

/// The origin that a party's word counts as: the outermost whole of its root, so that an outlet speaks for its owner.
#[must_use]
pub fn origin(ledger: &Ledger, party: PartyId, on: &Date) -> PartyId {
    let root = roots::root(ledger, party, on);
    // A circle of parts is reported elsewhere; here it must only come to an end.
    roots::wholes(ledger, root, on).last().unwrap_or(root)
}

/// The party through which alone we have the words of a statement: the first carrier that is neither an outlet nor of
/// the root of a speaker; none where the words are no hearsay.
fn heard_from(ledger: &Ledger, statement: &Statement) -> Option<PartyId> {
    let sides: Vec<PartyId> =
        statement.by.iter().map(|party| roots::spoken_for(ledger, statement, *party)).collect();
    let outside = |carrier: &PartyId| {
        ledger.party(*carrier).kind != PartyKind::Outlet
            && !sides.contains(&roots::root(ledger, *carrier, &statement.date))
    };
    statement.carriers().find(outside)
}

/// The origins of a statement's speakers; where they are unnamed, that of whoever carried the words, if known.
fn speakers(ledger: &Ledger, id: StatementId) -> BTreeSet<PartyId> {
    let statement = ledger.statement(id);
    let root = |party: PartyId| origin(ledger, party, &statement.date);
    let unknown = ledger.unknown();
    if statement.anonymous.is_some() && statement.by.iter().all(|by| Some(*by) != unknown) {
        let outlet = || statement.source.and_then(|source| ledger.source(source).outlet);
        if let Some(carrier) = statement.carriers().next().or_else(outlet) {
            return BTreeSet::from([root(carrier)]);
        }
    }
    let known = statement.by.iter().filter(|by| Some(**by) != unknown);
    known.map(|by| root(roots::spoken_for(ledger, statement, *by))).collect()
}

/// The number of independent statements: the most that can be chosen so that no two share an origin.
#[must_use]
pub fn independent(origins: &[&BTreeSet<PartyId>]) -> usize {
    // A statement with a single origin is always worth choosing: all that share an origin with it share that one.
    let single: BTreeSet<PartyId> =
        origins.iter().filter(|set| set.len() == 1).flat_map(|set| set.iter().copied()).collect();
    let joint: BTreeSet<&BTreeSet<PartyId>> =
        origins.iter().filter(|set| set.len() > 1 && set.is_disjoint(&single)).copied().collect();
    single.len() + most_disjoint(&joint.into_iter().collect::<Vec<_>>(), MOST_JOINT)
}

/// Upper bound on joint statements compared in every combination; beyond it only the first ones are.
const MOST_JOINT: usize = 16;

/// The most sets that can be chosen so that no two share a member.
fn most_disjoint(sets: &[&BTreeSet<PartyId>], most: usize) -> usize {
    let Some((first, rest)) = sets.split_first().filter(|_| most > 0) else { return 0 };
    let apart: Vec<&BTreeSet<PartyId>> = rest.iter().filter(|set| set.is_disjoint(first)).copied().collect();
    if apart.len() == rest.len() {
        return 1 + most_disjoint(rest, most - 1);
    }
    (1 + most_disjoint(&apart, most - 1)).max(most_disjoint(rest, most - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joint_words_count_the_same_in_every_order() {
        let set = |ids: &[usize]| -> BTreeSet<PartyId> { ids.iter().map(|id| PartyId::from(*id)).collect() };
        let chain = [set(&[1, 2]), set(&[2, 3]), set(&[3, 4])];
        assert_eq!(independent(&[&chain[0], &chain[1], &chain[2]]), 2);
        assert_eq!(independent(&[&chain[1], &chain[0], &chain[2]]), 2);
        assert_eq!(independent(&[&set(&[1]), &set(&[1, 2]), &set(&[1])]), 1);
        assert_eq!(independent(&[]), 0);
    }
}
