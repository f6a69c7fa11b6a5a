//! The positions of each root on each event, to show what an accused party says beside an accusation that it has not
//! answered.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::accusation::Accusation;
use crate::ledger::model::id::{EventId, PartyId};
use crate::reason::position::{Position, PositionId};
use crate::reason::{Reasoning, standing};

/// The positions of each root on each event that stand, without hearsay, disputed and tacit ones.
pub struct Spoken<'r>(FxHashMap<(PartyId, EventId), Vec<&'r Position>>);

impl<'r> Spoken<'r> {
    /// Collects the positions, once.
    #[must_use]
    pub fn new(reasoning: &'r Reasoning<'_>) -> Self {
        let mut spoken: FxHashMap<(PartyId, EventId), Vec<&Position>> = FxHashMap::default();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            let own = !position.hearsay && !position.disputed && !position.tacit;
            if own && reasoning.stands(id) {
                let proposition = reasoning.propositions.get(position.proposition);
                for event in standing::events(reasoning, &proposition) {
                    spoken.entry((position.root, event)).or_default().push(position);
                }
            }
        }
        Self(spoken)
    }

    /// The positions of the accused on the events of which the open accusing statements speak.
    #[must_use]
    pub fn beside(&self, reasoning: &Reasoning<'_>, accusation: &Accusation<'_>) -> Vec<&'r Position> {
        let events: BTreeSet<EventId> = told(reasoning, accusation).collect();
        let of = |event: &EventId| self.0.get(&(accusation.root, *event)).into_iter().flatten();
        events.iter().flat_map(of).copied().collect()
    }

    /// True when there are any such positions.
    #[must_use]
    pub fn any_beside(&self, reasoning: &Reasoning<'_>, accusation: &Accusation<'_>) -> bool {
        told(reasoning, accusation).any(|event| self.0.contains_key(&(accusation.root, event)))
    }
}

/// The events of which the open accusing statements speak, one perhaps several times.
fn told<'a>(
    reasoning: &'a Reasoning<'_>,
    accusation: &'a Accusation<'_>,
) -> impl Iterator<Item = EventId> + 'a {
    let ledger = reasoning.ledger;
    let statements = accusation.open.iter().map(|hold| reasoning.position(hold.base).statement);
    let said = statements.flat_map(|id| &ledger.statement(id).positions);
    said.flat_map(|written| standing::events(reasoning, &ledger.proposition(written.proposition)))
}
