//! Events that are part of others: who denies any part in the raids of a night denies it of each raid.

use super::Reasoning;
use super::position::Hold;
use crate::ledger::Ledger;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::proposition::{ArgumentKind, Proposition, Propositions};

/// Names, for each proposition that accuses somebody, the same of the wholes of its event, so that what these say by
/// definition is known.
pub(super) fn name(ledger: &Ledger, propositions: &mut Propositions) {
    for id in (0..propositions.len()).map(PropositionId::from) {
        for whole in of_wholes(ledger, propositions.get(id)) {
            propositions.intern(whole);
        }
    }
}

/// The propositions that accuse of the same in an event of which the event of this one is a part; none where it accuses
/// nobody.
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
    /// What is denied in so many words of an event of which that of an accusation is a part, and by definition of the part:
    /// denials of a deed, not of the event.
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
