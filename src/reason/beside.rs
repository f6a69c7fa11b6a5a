//! Pairs of propositions that belong together and that one root holds both: a predicate and its opposite, a part of
//! those counted and the whole.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::parts;
use super::position::Hold;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PredicateId, PropositionId};
use crate::ledger::model::proposition::{Proposition, Propositions};

/// The holds of one root on each of two propositions.
type Pair<'h> = [&'h [Hold]; 2];

/// The holds of a root on a proposition and on its opposite, for each root that holds both. `holds` are sorted by
/// proposition and root.
pub(super) fn opposites<'h>(
    ledger: &Ledger,
    propositions: &Propositions,
    holds: &'h [Hold],
) -> Vec<Pair<'h>> {
    let opposed = ledger.vocabulary.iter().filter_map(|(id, predicate)| Some((id, predicate.opposite?)));
    let opposed: FxHashMap<PredicateId, PredicateId> = opposed.collect();
    let mut pairs = pairs(holds, |id| {
        let Proposition { predicate, arguments } = propositions.get(id);
        propositions.find(&Proposition { predicate: *opposed.get(&predicate)?, arguments })
    });
    // Where two predicates name each other as opposite, each pair is found twice, and one of the two is kept.
    let mut seen = BTreeSet::new();
    pairs.retain(|[one, other]| {
        let mut both = [key(&one[0]), key(&other[0])];
        both.sort();
        seen.insert(both)
    });
    pairs
}

/// The holds of a root on a part of those counted and on the whole, for each root that holds both. `holds` are sorted
/// by proposition and root.
pub(super) fn parts<'h>(ledger: &Ledger, propositions: &Propositions, holds: &'h [Hold]) -> Vec<Pair<'h>> {
    pairs(holds, |id| parts::whole(ledger, propositions, id))
}

/// The holds of a root on a proposition and on the `other` that belongs to it, for each root that holds both.
fn pairs(holds: &[Hold], other: impl Fn(PropositionId) -> Option<PropositionId>) -> Vec<Pair<'_>> {
    let group = |at: (PropositionId, PartyId)| {
        let [from, to] =
            [false, true].map(|past| holds.partition_point(|hold| key(hold) < at || past && key(hold) == at));
        &holds[from..to]
    };
    let pair = |own: &'_ [Hold]| {
        let beside = group((other(own[0].proposition)?, own[0].root));
        Some(beside).filter(|beside| !beside.is_empty())
    };
    holds.chunk_by(|a, b| key(a) == key(b)).filter_map(|own| Some([own, pair(own)?])).collect()
}

fn key(hold: &Hold) -> (PropositionId, PartyId) {
    (hold.proposition, hold.root)
}
