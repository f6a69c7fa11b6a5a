//! What the rules over positions look at: the reasoning, and what several of them need worked out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::contradictions::clash::Reconciled;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::standing::{self, Stakes, Standing};

/// What the rules over positions look at.
pub struct Context<'r> {
    /// Who holds what.
    pub reasoning: &'r Reasoning<'r>,
    /// Who has a stake in what.
    pub stakes: Stakes,
    /// Pairs of statements that an editor holds to be no contradiction.
    pub reconciled: Reconciled,
    opposed: OnceLock<BTreeMap<EventId, Vec<Opposition>>>,
}

/// Roots that say so, and roots that say not so, of one proposition.
type Opposition = (BTreeSet<PartyId>, BTreeSet<PartyId>);

impl<'r> Context<'r> {
    /// Prepares what the rules need.
    #[must_use]
    pub fn new(reasoning: &'r Reasoning<'r>) -> Self {
        let stakes = Stakes::new(reasoning);
        let reconciled = Reconciled::new(reasoning.ledger);
        Self { reasoning, stakes, reconciled, opposed: OnceLock::new() }
    }

    /// How a link stands that somebody says or leaves open; none where the proposition is no link, or nobody does.
    pub fn standing(&self, proposition: &Proposition) -> Option<Standing> {
        if !self.reasoning.ledger.vocabulary.get(proposition.predicate).link {
            return None;
        }
        let id = self.reasoning.propositions.find(proposition)?;
        let raised = self.reasoning.on(id).iter().any(|hold| hold.sign() != Sign::Minus);
        raised.then(|| self.stakes.standing(self.reasoning, id))
    }

    /// Whether any two of these roots contradict each other on an event.
    pub fn opposed_on(&self, event: EventId, roots: &[PartyId]) -> bool {
        let all = self.opposed.get_or_init(|| self.oppositions());
        all.get(&event).into_iter().flatten().any(|(plus, minus)| {
            let mut against = roots.iter().filter(|root| minus.contains(root));
            roots.iter().any(|root| plus.contains(root) && against.any(|other| other != root))
        })
    }

    fn oppositions(&self) -> BTreeMap<EventId, Vec<Opposition>> {
        let mut all: BTreeMap<EventId, Vec<Opposition>> = BTreeMap::new();
        for (id, holds) in self.reasoning.groups() {
            let proposition = self.reasoning.propositions.get(id);
            let valued = !self.reasoning.ledger.vocabulary.get(proposition.predicate).value.is_empty();
            let side = |sign| -> BTreeSet<PartyId> {
                holds.iter().filter(|hold| hold.sign() == sign).map(|hold| hold.root).collect()
            };
            let (plus, minus) = (side(Sign::Plus), side(Sign::Minus));
            if valued || plus.is_empty() || minus.is_empty() {
                continue;
            }
            for event in standing::events(self.reasoning, &proposition) {
                all.entry(event).or_default().push((plus.clone(), minus.clone()));
            }
        }
        all
    }
}
