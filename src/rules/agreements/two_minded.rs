//! Who holds both sides of a proposition, and so agrees with nobody on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::model::id::{PartyId, PredicateId, PropositionId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::position::Hold;

/// The roots that hold plus and minus of a proposition, by definition too, or two values of it that conflict, or its
/// opposite as well. Disputed words do not count. `opposites` are those of each predicate.
pub(super) fn two_minded(
    reasoning: &Reasoning<'_>,
    opposites: &[BTreeSet<PredicateId>],
    id: PropositionId,
) -> BTreeSet<PartyId> {
    let genuine = |hold: &&Hold| genuine(reasoning, hold);
    let plus = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus);
    let [plus, minus] =
        [by_root(reasoning, plus.filter(genuine)), by_root(reasoning, reasoning.against(id).filter(genuine))];
    let torn = |root: &PartyId| {
        let own = &plus[root];
        let other = own.iter().chain(minus.get(root).into_iter().flatten());
        other.into_iter().any(|other| own.iter().any(|hold| reasoning.clash(hold, other)))
    };
    let opposed = opposing(reasoning, opposites, id);
    plus.keys().filter(|root| opposed.contains(root) || torn(root)).copied().collect()
}

/// The roots that hold with plus an opposite of a proposition, or of a consequence of it by definition.
fn opposing(
    reasoning: &Reasoning<'_>,
    opposites: &[BTreeSet<PredicateId>],
    id: PropositionId,
) -> BTreeSet<PartyId> {
    let follows = reasoning.consequences(id).iter().map(|consequence| consequence.to);
    let mut roots = BTreeSet::new();
    for proposition in std::iter::once(id).chain(follows).map(|id| reasoning.propositions.get(id)) {
        for predicate in &opposites[proposition.predicate.index()] {
            let opposite = Proposition { predicate: *predicate, ..proposition };
            let Some(opposite) = reasoning.propositions.find(&opposite) else { continue };
            let plus = reasoning.on(opposite).iter().filter(|hold| hold.sign() == Sign::Plus);
            roots.extend(plus.filter(|hold| genuine(reasoning, hold)).map(|hold| hold.root));
        }
    }
    roots
}

/// True when the root does not disown the words of a hold.
fn genuine(reasoning: &Reasoning<'_>, hold: &Hold) -> bool {
    !reasoning.position(hold.base).disputed
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
