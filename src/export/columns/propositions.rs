//! Propositions: what each names and is to the rules, and what follows from it by definition.

use super::Maybe;
use super::To;
use super::ids::Ids;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::vocabulary::{Predicate, Role};
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::definition::Definitions;
use crate::reason::position::Reason;
use crate::reason::stakes::blame;
use crate::reason::standing;

pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, to: &To<'_, '_>) {
    let ledger = reasoning.ledger;
    let mut definitions = Definitions::new(ledger);
    let mut propositions = reasoning.propositions.clone();
    for at in 0..reasoning.propositions.len() {
        let id = PropositionId::from(at);
        let (Some(own), proposition) = (ids.proposition(id), reasoning.propositions.get(id)) else {
            continue;
        };
        let predicate = ledger.vocabulary.get(proposition.predicate);
        row(reasoning, ids, to, own, &proposition);
        for event in standing::events(reasoning, &proposition) {
            to.row("names_event", &[&own, &ids.event(event)]);
        }
        for party in standing::parties(reasoning, &proposition) {
            to.row("names_party", &[&own, &ids.party(party)]);
        }
        if let Some(whole) = reasoning.whole(id).and_then(|whole| ids.proposition(whole)) {
            to.row("counted_in", &[&own, &whole]);
        }
        opposite(reasoning, ids, to, own, &proposition, predicate);
        // Of what nobody holds, no denial is looked up.
        if reasoning.on(id).is_empty() {
            continue;
        }
        let row = definitions.of(ledger, &mut propositions, id, &reasoning.latest());
        for consequence in definitions.row(row) {
            let steps = definitions.steps(consequence);
            let happening = u8::from(steps.iter().any(|(reason, _)| *reason == Reason::Happening));
            // What nobody has named nobody has denied.
            if let Some(consequence) = ids.proposition(consequence.to) {
                to.row("implied", &[&own, &consequence, &happening]);
            }
        }
    }
}

fn row(reasoning: &Reasoning<'_>, ids: &Ids, to: &To<'_, '_>, own: i64, proposition: &Proposition) {
    let ledger = reasoning.ledger;
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let party = |party: Option<PartyId>| Maybe(party.map(|party| ids.party(party)));
    let known = proposition.arguments().iter().all(|argument| *argument != Argument::UNKNOWN);
    let accused = predicate.accused(proposition);
    let lays = !blame(predicate) && !predicate.is(Role::Knowledge);
    let holder = predicate.place_of(ArgumentKind::Party).filter(|_| predicate.attitude);
    let shared = holder.map(|at| {
        let written = words::canonical(ledger, &proposition.with(at, Argument::SPEAKER));
        to.name("proposition", &written)
    });
    let about = [Role::Accuracy, Role::Authenticity].iter().any(|role| predicate.is(*role));
    let about = predicate.place_of(ArgumentKind::Statement).filter(|_| about);
    let about = about.and_then(|at| predicate.statement(proposition, at));
    let named = if predicate.is(Role::Member) { predicate.two_parties(proposition) } else { None };
    let named = named.filter(|(_, class)| ledger.is_class(*class));
    to.row(
        "proposition",
        &[
            &own,
            &u8::from(predicate.link),
            &u8::from(known),
            &u8::from(blame(predicate)),
            &party(accused),
            &party(accused.filter(|_| lays)),
            &party(holder.and_then(|at| predicate.party(proposition, at))),
            &Maybe(shared),
            &Maybe(about.map(|statement| ids.statement(statement))),
            &party(named.map(|(member, _)| member)),
            &party(named.map(|(_, class)| class)),
        ],
    );
}

/// Writes the opposite of a proposition, where somebody has named it; a pair once, at the one that sorts first.
fn opposite(
    reasoning: &Reasoning<'_>,
    ids: &Ids,
    to: &To<'_, '_>,
    own: i64,
    proposition: &Proposition,
    predicate: &Predicate,
) {
    let ledger = reasoning.ledger;
    let Some(opposite) = predicate.opposite else { return };
    let beside = Proposition { predicate: opposite, ..*proposition };
    let Some(other) = reasoning.propositions.find(&beside).and_then(|id| ids.proposition(id)) else { return };
    let first = words::canonical(ledger, proposition) <= words::canonical(ledger, &beside);
    if first || ledger.vocabulary.get(opposite).opposite != Some(proposition.predicate) {
        to.row("opposite", &[&own, &other, if first { &own } else { &other }]);
    }
}
