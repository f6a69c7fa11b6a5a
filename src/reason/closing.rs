//! What follows from each hold: by definition, and on the root's own further word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::definition::{Definitions, Row};
use super::further::Further;
use super::one_event::OneEvent;
use super::own::{Own, Ties};
use super::position::{Hold, Position, Step};
use super::record::Record;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Propositions;
use crate::ledger::model::stance::Sign;

/// A hold and all that it says by definition: only plus is closed upwards; a minus is looked up.
pub(super) fn with_consequences(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    position: &Position,
    hold: Hold,
    holds: &mut Vec<Hold>,
) {
    if hold.sign() == Sign::Plus {
        let row = definitions.of(ledger, propositions, hold.proposition, &position.date);
        for consequence in definitions.row(row) {
            let to = consequence.to;
            let predicate = ledger.vocabulary.get(propositions.get(to).predicate);
            let steps = definitions.steps(consequence).into_iter();
            let steps = steps.map(|(reason, to)| Step { reason, to, with: Further::default() });
            let way = hold.way.iter().cloned().chain(steps).collect();
            let value = hold.value.filter(|_| !predicate.value.is_empty());
            // What bears no figure covers everything.
            let scope = if value.is_some() { hold.scope } else { 0 };
            holds.push(Hold { proposition: to, value, scope, way, ..hold });
        }
    }
    holds.push(hold);
}

/// Adds what follows from each root's own further words; says which events each root holds to be one.
pub(super) fn add_own(
    own: &Own<'_>,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    holds: &mut Vec<Hold>,
) -> BTreeMap<PartyId, OneEvent> {
    let ties = Ties::new(own.ledger, propositions, holds);
    for hold in own.members(propositions, holds, &ties) {
        let position = &own.positions[hold.base.0 as usize];
        with_consequences(own.ledger, propositions, definitions, position, hold, holds);
    }
    let mut spoken: Vec<PropositionId> = holds.iter().map(|hold| hold.proposition).collect();
    spoken.par_sort_unstable();
    spoken.dedup();
    let ties = Ties::new(own.ledger, propositions, holds);
    let one_event = own.one_event(propositions, holds, &ties);
    let mut found = own.chains(propositions, holds, &spoken, &ties);
    found.extend(own.substituted(propositions, holds, &spoken, &one_event));
    holds.extend(found);
    one_event
}

/// The consequences of every proposition, for looking minuses up; those that depend on a date are taken as of the
/// latest on record.
pub(super) fn all_consequences(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    record: &Record,
) -> Vec<Row> {
    let mut found = Vec::with_capacity(propositions.len());
    // Working them out may name propositions that nobody has named so far.
    while found.len() < propositions.len() {
        let id = PropositionId::from(found.len());
        found.push(definitions.of(ledger, propositions, id, &record.latest));
    }
    found
}
