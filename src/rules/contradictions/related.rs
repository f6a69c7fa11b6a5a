//! Which parties are tied to one another, so that naming the one and naming the other are no rival attributions.

use std::collections::BTreeSet;

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::Role;
use crate::reason::values;
use crate::rules::Context;

/// Ties between parties by predicates such as `member-of` and `acts-for`: the root that says so and the two parties,
/// both ways round.
pub(crate) struct Related(BTreeSet<(PartyId, PartyId, PartyId)>);

impl Related {
    /// Collects the ties from all holds with plus.
    pub(crate) fn new(context: &Context<'_>) -> Self {
        let reasoning = context.reasoning;
        let vocabulary = &reasoning.ledger.vocabulary;
        let mut found = BTreeSet::new();
        for hold in reasoning.holds.iter().filter(|hold| hold.sign() == Sign::Plus) {
            let proposition = reasoning.propositions.get(hold.proposition);
            let predicate = vocabulary.get(proposition.predicate);
            let ties = predicate.role.is_some_and(Role::ties);
            if let Some((a, b)) = ties.then(|| predicate.two_parties(&proposition)).flatten() {
                found.insert((hold.root, a, b));
                found.insert((hold.root, b, a));
            }
        }
        Self(found)
    }

    /// True when `x` and `y` are part and whole, or tied by the word of the root `one` or `other`.
    pub(crate) fn either(
        &self,
        ledger: &Ledger,
        one: PartyId,
        other: PartyId,
        x: PartyId,
        y: PartyId,
    ) -> bool {
        let (xs, ys) = (with_wholes(ledger, x), with_wholes(ledger, y));
        xs.iter().any(|x| ys.iter().any(|y| values::related(ledger, *x, *y)))
            || self.0.contains(&(one, x, y))
            || self.0.contains(&(other, x, y))
    }
}

/// A party and, for a body, all that it is part of at any time, since what a body did its whole did.
fn with_wholes(ledger: &Ledger, party: PartyId) -> Vec<PartyId> {
    let mut all = vec![party];
    let mut next = 0;
    while let Some(at) = all.get(next).copied() {
        if ledger.party(at).kind == PartyKind::Body {
            for membership in &ledger.party(at).part_of {
                if !all.contains(&membership.party) {
                    all.push(membership.party);
                }
            }
        }
        next += 1;
    }
    all
}
