//! Holds put in the order in which they are looked up: by proposition, root and base.

use rayon::prelude::*;

use super::position::{Hold, PositionId};
use crate::ledger::model::id::{PartyId, PropositionId};

/// Holds sorted by proposition, root and base. Of one base and proposition there is one at most, with ways by definition.
pub(super) fn by_proposition(holds: &[Hold], propositions: usize) -> Vec<Hold> {
    // Counted into their propositions, so that only the few on one proposition are compared, and each is copied once.
    let starts = starts(holds.iter(), propositions);
    let mut next = starts.clone();
    let mut order: Vec<(PartyId, PositionId, usize)> =
        vec![(PartyId::from(0), PositionId(0), 0); holds.len()];
    for (at, hold) in holds.iter().enumerate() {
        let place = &mut next[hold.proposition.index()];
        order[*place] = (hold.root, hold.base, at);
        *place += 1;
    }
    for ends in starts.windows(2) {
        order[ends[0]..ends[1]].sort_unstable();
    }
    order.iter().map(|(.., at)| holds[*at]).collect()
}

/// Holds sorted by proposition, root, base and length of way, of which so many at the front are already.
pub(super) fn merged(mut holds: Vec<Hold>, sorted: usize) -> Vec<Hold> {
    type Key = (PropositionId, PartyId, PositionId, usize);
    let key = |hold: &Hold| -> Key { (hold.proposition, hold.root, hold.base, hold.way.len()) };
    let mut more = holds.split_off(sorted);
    if more.is_empty() {
        return holds;
    }
    more.par_sort_by_key(key);
    let mut all = Vec::with_capacity(holds.len() + more.len());
    let mut more = more.into_iter().peekable();
    for hold in holds {
        while let Some(before) = more.next_if(|other| key(other) < key(&hold)) {
            all.push(before);
        }
        all.push(hold);
    }
    all.extend(more);
    all
}

/// The index at which the holds of each proposition begin in a list that is sorted by proposition, and behind the last.
pub(super) fn starts<'h>(holds: impl Iterator<Item = &'h Hold>, propositions: usize) -> Vec<usize> {
    let mut starts = vec![0; propositions + 1];
    for hold in holds {
        starts[hold.proposition.index() + 1] += 1;
    }
    for at in 0..propositions {
        starts[at + 1] += starts[at];
    }
    starts
}
