//! Everything that rules over positions may ask: the reasoning, and facts that several of them need, worked out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::agreements::agreement::{self, Agreed};
use super::contradictions::clash::Reconciled;
use super::links::accused::Namings;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::reason::standing::{self, Stakes, Standing};
use crate::reason::state::accusation::{Accusation, accusations};

/// Everything that rules over positions may ask.
pub struct Context<'r> {
    /// The reasoning: who holds what.
    pub reasoning: &'r Reasoning<'r>,
    /// The stakes of roots in propositions.
    pub stakes: Stakes,
    /// The pairs of statements that an editor holds to be no contradiction.
    pub reconciled: Reconciled,
    /// For each event, the oppositions on it; worked out when they are first asked for.
    opposed: OnceLock<BTreeMap<EventId, Vec<Opposition>>>,
    /// What several roots say alike; worked out when it is first asked for.
    agreed: OnceLock<Vec<Agreed<'r>>>,
    /// Who is accused of what; worked out when it is first asked for.
    accusations: OnceLock<Vec<Accusation<'r>>>,
    /// Who names whom as having done it; worked out when it is first asked for.
    namings: OnceLock<Namings>,
}

/// The roots that hold a proposition with plus, and those that hold it with minus.
type Opposition = (BTreeSet<PartyId>, BTreeSet<PartyId>);

impl<'r> Context<'r> {
    /// The context of a reasoning.
    #[must_use]
    pub fn new(reasoning: &'r Reasoning<'r>) -> Self {
        let stakes = Stakes::new(reasoning);
        let reconciled = Reconciled::new(reasoning.ledger);
        Self {
            reasoning,
            stakes,
            reconciled,
            opposed: OnceLock::new(),
            agreed: OnceLock::new(),
            accusations: OnceLock::new(),
            namings: OnceLock::new(),
        }
    }

    /// The standing of a link on which somebody takes any stance but a denial; none where the proposition is no link,
    /// or nobody does.
    pub fn standing(&self, proposition: &Proposition) -> Option<Standing> {
        if !self.reasoning.ledger.vocabulary.get(proposition.predicate).link {
            return None;
        }
        let id = self.reasoning.propositions.find(proposition)?;
        let raised = self.reasoning.on(id).iter().any(|hold| hold.sign() != Sign::Minus);
        raised.then(|| self.stakes.standing(self.reasoning, id))
    }

    /// All agreements of two roots or more, whatever their origins.
    pub(crate) fn agreed(&self) -> &[Agreed<'r>] {
        self.agreed.get_or_init(|| agreement::agreed(self.reasoning))
    }

    /// All accusations, by proposition.
    pub(crate) fn accusations(&self) -> &[Accusation<'r>] {
        self.accusations.get_or_init(|| accusations(self.reasoning).collect())
    }

    /// Who names whom as having done it.
    pub(crate) fn namings(&self) -> &Namings {
        self.namings.get_or_init(|| Namings::new(self.reasoning))
    }

    /// True when any two of these roots take opposite sides of one proposition about an event, each in words that it
    /// spoke itself and does not disown.
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
                let position = |hold: &&Hold| self.reasoning.position(hold.base);
                let own = |hold: &&Hold| !position(hold).hearsay && !position(hold).disputed;
                holds.iter().filter(|hold| hold.sign() == sign).filter(own).map(|hold| hold.root).collect()
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
