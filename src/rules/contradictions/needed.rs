//! Which ways of a word to the words that it clashes with need to be shown: one that takes no further words is enough.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::id::PropositionId;
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::position::{Hold, PositionId};

/// The holds of one side without those that add nothing: whatever they meet on the other side is met by a hold that
/// follows from the same position with fewer further ones.
pub(super) fn needed<'r>(reasoning: &Reasoning<'_>, own: &[&'r Hold], others: &[&Hold]) -> Vec<&'r Hold> {
    let mut fewest: FxHashMap<PositionId, usize> = FxHashMap::default();
    for hold in own {
        let known = fewest.entry(hold.base).or_insert(usize::MAX);
        *known = hold.needs().min(*known);
    }
    let further = |hold: &&Hold| hold.needs() > fewest[&hold.base];
    if !own.iter().any(further) {
        return own.to_vec();
    }
    let bases: FxHashSet<PositionId> =
        own.iter().filter(|hold| further(hold)).map(|hold| hold.base).collect();
    let mut meets = Meets::new(reasoning, others);
    let mut ways: Vec<&Hold> = own.iter().filter(|hold| bases.contains(&hold.base)).copied().collect();
    ways.sort_by_key(|hold| (hold.base, hold.needs()));
    let mut idle = FxHashSet::default();
    for of_one in ways.chunk_by(|a, b| a.base == b.base) {
        let mut seen: Vec<PropositionId> = Vec::new();
        for alike in of_one.chunk_by(|a, b| a.needs() == b.needs()) {
            for hold in alike.iter().filter(|hold| further(hold)) {
                if places(reasoning, hold).all(|place| meets.known(&seen, place)) {
                    idle.insert(address(hold));
                }
            }
            seen.extend(alike.iter().flat_map(|hold| places(reasoning, hold)));
            seen.retain(|place| meets.at.contains_key(place));
            seen.sort_unstable();
            seen.dedup();
        }
    }
    own.iter().filter(|hold| !idle.contains(&address(hold))).copied().collect()
}

/// The facts that tell apart the holds that follow from one position.
fn address(hold: &Hold) -> (PositionId, PropositionId, usize) {
    (hold.base, hold.proposition, hold.needs())
}

/// The positions of one side, by the propositions at which they meet the other.
struct Meets {
    at: FxHashMap<PropositionId, FxHashSet<PositionId>>,
    /// Answers given before, kept since many positions ask alike, and each set of positions may be long.
    asked: FxHashMap<(Vec<PropositionId>, PropositionId), bool>,
}

impl Meets {
    fn new(reasoning: &Reasoning<'_>, holds: &[&Hold]) -> Self {
        let mut at: FxHashMap<PropositionId, FxHashSet<PositionId>> = FxHashMap::default();
        for hold in holds {
            for place in places(reasoning, hold) {
                at.entry(place).or_default().insert(hold.base);
            }
        }
        Self { at, asked: FxHashMap::default() }
    }

    /// True when all positions that are met at a place are met at one of the places seen before, which are sorted.
    fn known(&mut self, seen: &[PropositionId], place: PropositionId) -> bool {
        let Some(words) = self.at.get(&place) else { return true };
        if seen.binary_search(&place).is_ok() {
            return true;
        }
        let met = |word: &PositionId| seen.iter().any(|before| self.at[before].contains(word));
        *self.asked.entry((seen.to_vec(), place)).or_insert_with(|| words.iter().all(met))
    }
}

/// The propositions at which a hold meets the other side: its own and, for a stated plus, its consequences by
/// definition.
fn places<'p>(reasoning: &'p Reasoning<'_>, hold: &Hold) -> impl Iterator<Item = PropositionId> + 'p {
    let defined = hold.stated() && hold.sign() == Sign::Plus;
    let more = if defined { reasoning.consequences(hold.proposition) } else { &[] };
    std::iter::once(hold.proposition).chain(more.iter().map(|one| one.to))
}
