//! What decides how a link stands beside the words on it: parties, events, readings, classes; and what editors have settled.

use std::collections::BTreeSet;

use super::To;
use super::ids::Ids;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::vocabulary::Role;
use crate::reason::Reasoning;
use crate::reason::origins;
use crate::reason::stakes::blame;
use crate::reason::standing;
use crate::rules::Context;
use crate::rules::links::members_denying;

pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, positions: &[i64], to: &To<'_, '_>) {
    let ledger = reasoning.ledger;
    to.row("setting", &[&ledger.settings.verify_origins]);
    let latest = reasoning.latest();
    for at in 0..ledger.parties.len() {
        let party = PartyId::from(at);
        let outlet = u8::from(ledger.party(party).kind == PartyKind::Outlet);
        let unknown = u8::from(Some(party) == ledger.unknown());
        let origin = ids.party(origins::origin(ledger, party, &latest));
        to.row("party", &[&ids.party(party), &unknown, &outlet, &origin]);
    }
    for (at, event) in ledger.events.iter().enumerate() {
        let own = ids.event(crate::ledger::model::id::EventId::from(at));
        for (parties, takes_part) in [(&event.participants, 1), (&event.stakes, 0)] {
            for party in parties {
                to.row("event_party", &[&own, &ids.party(*party), &takes_part]);
            }
        }
    }
    let mut read = BTreeSet::new();
    for reading in &reasoning.readings {
        let predicate = ledger.vocabulary.get(reading.proposition.predicate);
        let lays = !blame(predicate) && !predicate.is(Role::Knowledge);
        let accused = predicate.accused(&reading.proposition).filter(|_| lays);
        for event in standing::events(reasoning, &reading.proposition) {
            read.extend(accused.map(|party| (ids.party(party), ids.event(event))));
        }
    }
    for (party, event) in read {
        to.row("read_as", &[&party, &event]);
    }
    members(reasoning, ids, positions, to);
    for record in &ledger.reconciliations {
        let on = record.on.map(|on| reasoning.propositions.find(&on).and_then(|id| ids.proposition(id)));
        let on = match on {
            None => 0,
            Some(Some(on)) => on,
            // It is about what nobody has said.
            Some(None) => continue,
        };
        for a in &record.between {
            for b in record.between.iter().filter(|b| *b != a) {
                to.row("reconciled", &[&ids.statement(*a), &ids.statement(*b), &on]);
            }
        }
    }
}

/// Writes the denials of the members of classes that links accuse.
fn members(reasoning: &Reasoning<'_>, ids: &Ids, positions: &[i64], to: &To<'_, '_>) {
    let context = Context::new(reasoning);
    for at in 0..reasoning.propositions.len() {
        let id = PropositionId::from(at);
        let link = reasoning.ledger.vocabulary.get(reasoning.propositions.get(id).predicate).link;
        let Some(own) = ids.proposition(id).filter(|_| link && !reasoning.on(id).is_empty()) else {
            continue;
        };
        for hold in members_denying(&context, id) {
            to.row("member_denies", &[&own, &positions[hold.base.0 as usize]]);
        }
    }
}
