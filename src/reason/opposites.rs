//! Where one root holds a predicate and its opposite.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::position::Hold;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PredicateId, PropositionId};
use crate::ledger::model::proposition::{Proposition, Propositions};

/// The holds of each root on a proposition and on its opposite, where it holds both. `holds` are sorted by proposition
/// and root.
pub(super) fn opposites<'h>(
    ledger: &Ledger,
    propositions: &Propositions,
    holds: &'h [Hold],
) -> Vec<[&'h [Hold]; 2]> {
    let opposed = ledger.vocabulary.iter().filter_map(|(id, predicate)| Some((id, predicate.opposite?)));
    let opposed: FxHashMap<PredicateId, PredicateId> = opposed.collect();
    let key = |hold: &Hold| (hold.proposition, hold.root);
    let group = |at: (PropositionId, PartyId)| {
        let [from, to] =
            [false, true].map(|past| holds.partition_point(|hold| key(hold) < at || past && key(hold) == at));
        &holds[from..to]
    };
    let pair = |own: &'h [Hold]| {
        let proposition = propositions.get(own[0].proposition);
        let predicate = *opposed.get(&proposition.predicate)?;
        let other = group((propositions.find(&Proposition { predicate, ..proposition })?, own[0].root));
        (!other.is_empty()).then_some([own, other])
    };
    let mut pairs: Vec<[&[Hold]; 2]> = holds.chunk_by(|a, b| key(a) == key(b)).filter_map(pair).collect();
    // Where each of two predicates names the other as its opposite, one of the two pairs is enough.
    let mut seen = BTreeSet::new();
    pairs.retain(|[one, other]| {
        let mut both = [key(&one[0]), key(&other[0])];
        both.sort();
        seen.insert(both)
    });
    pairs
}
