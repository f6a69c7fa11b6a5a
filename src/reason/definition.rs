//! What a proposition says by definition: the vocabulary's implications, that its event happened, a body's whole.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::position::Reason;
use crate::ledger::Ledger;
use crate::model::date::Date;
use crate::model::id::{PartyId, PredicateId, PropositionId};
use crate::model::party::PartyKind;
use crate::model::proposition::{Argument, ArgumentKind, MOST_ARGUMENTS, Proposition, Propositions};
use crate::roots;

/// One consequence: the proposition, and the steps from the premise to it.
pub type Consequence = (PropositionId, Vec<(Reason, PropositionId)>);

/// Consequences by definition, worked out once for each proposition.
#[derive(Debug, Default)]
pub struct Definitions {
    known: FxHashMap<(PropositionId, i32), Arc<[Consequence]>>,
    happened: Option<PredicateId>,
}

impl Definitions {
    /// Prepares for a ledger.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        Self { known: FxHashMap::default(), happened: ledger.vocabulary.find("happened") }
    }

    /// All that holding a proposition on a date says by definition, nearest first, itself not among it.
    pub fn of(
        &mut self,
        ledger: &Ledger,
        propositions: &mut Propositions,
        proposition: PropositionId,
        on: &Date,
    ) -> Arc<[Consequence]> {
        let day = if changes(ledger, propositions.get(proposition)) { on.first() } else { 0 };
        if let Some(known) = self.known.get(&(proposition, day)) {
            return Arc::clone(known);
        }
        let mut found: Vec<Consequence> = Vec::new();
        let mut open = vec![(proposition, Vec::new())];
        let mut next = 0;
        while next < open.len() {
            let (at, way) = open[next].clone();
            next += 1;
            for (reason, to) in self.direct(ledger, propositions, at, on) {
                if to == proposition || found.iter().any(|(known, _)| *known == to) {
                    continue;
                }
                let mut way = way.clone();
                way.push((reason, to));
                found.push((to, way.clone()));
                open.push((to, way));
            }
        }
        let found: Arc<[Consequence]> = found.into();
        self.known.insert((proposition, day), Arc::clone(&found));
        found
    }

    fn direct(
        &self,
        ledger: &Ledger,
        propositions: &mut Propositions,
        id: PropositionId,
        on: &Date,
    ) -> Vec<(Reason, PropositionId)> {
        let proposition = propositions.get(id);
        let predicate = ledger.vocabulary.get(proposition.predicate);
        let mut found = Vec::new();
        for implied in &predicate.implies {
            let to = Proposition { predicate: *implied, ..proposition };
            found.push((Reason::Implies, propositions.intern(to)));
        }
        if let Some(whole) = whole_of_body(ledger, &proposition, on) {
            found.push((Reason::Whole, propositions.intern(whole)));
        }
        if let (true, Some(happened)) = (predicate.happening, self.happened) {
            for at in predicate.places_of(ArgumentKind::Event).take(1) {
                let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
                arguments[0] = proposition.arguments[at];
                found.push((
                    Reason::Happening,
                    propositions.intern(Proposition { predicate: happened, arguments }),
                ));
            }
        }
        found
    }
}

/// The accused body of a proposition, where there is one.
fn accused_body(ledger: &Ledger, proposition: &Proposition) -> Option<(usize, PartyId)> {
    let at = ledger.vocabulary.get(proposition.predicate).accuses?;
    let party = PartyId(proposition.arguments().get(at)?.0);
    (ledger.party(party).kind == PartyKind::Body).then_some((at, party))
}

/// Whether the consequences depend on the date: an accused body has, or lies below, a dated membership.
fn changes(ledger: &Ledger, proposition: Proposition) -> bool {
    accused_body(ledger, &proposition).is_some_and(|(_, body)| {
        let dated = |party: PartyId| {
            ledger.party(party).part_of.iter().any(|at| at.from.is_some() || at.until.is_some())
        };
        let mut at = Some(body);
        let mut steps = 0;
        while let Some(party) = at.filter(|_| steps < 64) {
            if dated(party) {
                return true;
            }
            at = ledger.party(party).part_of.first().map(|membership| membership.party);
            steps += 1;
        }
        false
    })
}

/// The same proposition of the whole of the accused body.
fn whole_of_body(ledger: &Ledger, proposition: &Proposition, on: &Date) -> Option<Proposition> {
    let (at, body) = accused_body(ledger, proposition)?;
    let whole = roots::whole(ledger, body, on)?;
    Some(proposition.with(at, Argument(whole.0)))
}
