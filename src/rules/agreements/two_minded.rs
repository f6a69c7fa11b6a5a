//! Who holds both sides of a proposition, and so agrees with nobody on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::position::Hold;

/// The roots that hold plus and minus of a proposition, by definition too, or two values of it that conflict. Disputed
/// words do not count.
pub(super) fn two_minded(reasoning: &Reasoning<'_>, id: PropositionId) -> BTreeSet<PartyId> {
    let genuine = |hold: &&Hold| !reasoning.position(hold.base).disputed;
    let plus = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus);
    let [plus, minus] =
        [by_root(reasoning, plus.filter(genuine)), by_root(reasoning, reasoning.against(id).filter(genuine))];
    let torn = |root: &PartyId| {
        let own = &plus[root];
        let other = own.iter().chain(minus.get(root).into_iter().flatten());
        other.into_iter().any(|other| own.iter().any(|hold| reasoning.clash(hold, other)))
    };
    plus.keys().filter(|root| torn(root)).copied().collect()
}

/// The holds of each root; of those that clash with the same others, one.
fn by_root<'r>(
    reasoning: &Reasoning<'_>,
    holds: impl Iterator<Item = &'r Hold>,
) -> BTreeMap<PartyId, Vec<&'r Hold>> {
    let mut seen = BTreeSet::new();
    let mut by: BTreeMap<PartyId, Vec<&Hold>> = BTreeMap::new();
    for hold in holds {
        if seen.insert((hold.root, hold.value, hold.scope, reasoning.listed(hold))) {
            by.entry(hold.root).or_default().push(hold);
        }
    }
    by
}
