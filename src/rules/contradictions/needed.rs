//! Which ways of a word to the words that it clashes with need to be shown: one that takes no further words is enough.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::ledger::model::id::PropositionId;
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::position::{Hold, PositionId};

/// The holds of one side without those that meet only words of the other which the same word meets by fewer further ones.
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
    let meets = Meets::new(reasoning, others);
    let mut ways: Vec<&Hold> = own.iter().filter(|hold| bases.contains(&hold.base)).copied().collect();
    ways.sort_by_key(|hold| (hold.base, hold.needs()));
    let (mut met, mut idle) = (FxHashSet::default(), FxHashSet::default());
    for alike in ways.chunk_by(|a, b| (a.base, a.needs()) == (b.base, b.needs())) {
        let new = |hold: &Hold| meets.words(hold).any(|word| !met.contains(&(hold.base, word)));
        idle.extend(alike.iter().filter(|hold| further(hold) && !new(hold)).map(|hold| address(hold)));
        met.extend(alike.iter().flat_map(|hold| meets.words(hold).map(|word| (hold.base, word))));
    }
    own.iter().filter(|hold| !idle.contains(&address(hold))).copied().collect()
}

/// What tells the ways of one word apart.
fn address(hold: &Hold) -> (PositionId, PropositionId, usize) {
    (hold.base, hold.proposition, hold.needs())
}

/// The words of one side, by the propositions at which they meet the other.
struct Meets<'m> {
    reasoning: &'m Reasoning<'m>,
    at: FxHashMap<PropositionId, Vec<PositionId>>,
}

impl<'m> Meets<'m> {
    fn new(reasoning: &'m Reasoning<'_>, holds: &[&Hold]) -> Self {
        let mut at: FxHashMap<PropositionId, Vec<PositionId>> = FxHashMap::default();
        for hold in holds {
            for place in places(reasoning, hold) {
                at.entry(place).or_default().push(hold.base);
            }
        }
        Self { reasoning, at }
    }

    /// The words that a hold of the other side meets.
    fn words(&self, hold: &Hold) -> impl Iterator<Item = PositionId> {
        places(self.reasoning, hold).filter_map(|place| self.at.get(&place)).flatten().copied()
    }
}

/// The propositions at which a hold meets what others say: its own and, for what is held in so many words, those that it
/// says by definition.
fn places<'p>(reasoning: &'p Reasoning<'_>, hold: &Hold) -> impl Iterator<Item = PropositionId> + 'p {
    let defined = hold.stated() && hold.sign() == Sign::Plus;
    let more = if defined { reasoning.consequences(hold.proposition) } else { &[] };
    std::iter::once(hold.proposition).chain(more.iter().map(|one| one.to))
}
