//! Events that are part of others: a root that denies any part in the raids of a night denies it of each raid.

use super::Reasoning;
use super::position::Hold;
use crate::ledger::Ledger;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::proposition::{ArgumentKind, Proposition, Propositions};

/// Adds, for each proposition that accuses somebody, the same about the wholes of its event, so that their consequences
/// by definition are known.
pub(super) fn name(ledger: &Ledger, propositions: &mut Propositions) {
    for id in (0..propositions.len()).map(PropositionId::from) {
        for whole in of_wholes(ledger, propositions.get(id)) {
            propositions.intern(whole);
        }
    }
}

/// The propositions that accuse of the same in the wholes of an event, nearest first; none where nobody is accused.
fn of_wholes(ledger: &Ledger, proposition: Proposition) -> Vec<Proposition> {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let mut found = Vec::new();
    for at in predicate.places_of(ArgumentKind::Event).filter(|_| predicate.accuses.is_some()) {
        let mut above = predicate.event(&proposition, at).and_then(|event| ledger.event(event).part_of);
        let mut seen = Vec::new();
        while let Some(whole) = above.filter(|whole| !seen.contains(whole)) {
            seen.push(whole);
            found.push(proposition.with(at, whole.into()));
            above = ledger.event(whole).part_of;
        }
    }
    found
}

impl Reasoning<'_> {
    /// The denials, in so many words, of a deed in a whole of an accusation's event that deny it of the part by
    /// definition. A denial that the whole happened is none.
    pub fn denying_whole(&self, accusation: PropositionId) -> impl Iterator<Item = &Hold> {
        let accuses = |id: &PropositionId| {
            let predicate = self.propositions.get(*id).predicate;
            self.ledger.vocabulary.get(predicate).accuses.is_some()
        };
        let mut denied: Vec<PropositionId> = of_wholes(self.ledger, self.propositions.get(accusation))
            .iter()
            .filter_map(|whole| self.propositions.find(whole))
            .flat_map(|id| std::iter::once(id).chain(self.consequences(id).iter().map(|one| one.to)))
            .filter(accuses)
            .collect();
        denied.sort();
        denied.dedup();
        denied.into_iter().flat_map(|id| self.denying(id)).filter(|hold| {
            let position = self.position(hold.base);
            hold.stated() && !position.hearsay && !position.disputed
        })
    }
}
