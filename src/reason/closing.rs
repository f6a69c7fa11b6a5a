//! Consequences added to holds: by definition, and on the root's own further word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::definition::{Definitions, Row};
use super::one_event::OneEvent;
use super::own::{Own, Ties};
use super::position::{Hold, Position};
use super::record::Record;
use super::way::Ways;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Propositions;
use crate::ledger::model::stance::Sign;

/// Adds a hold and, where it is plus, its consequences by definition. A minus has none, since minuses are looked up.
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
        for (place, consequence) in definitions.placed(row) {
            let to = consequence.to;
            let predicate = ledger.vocabulary.get(propositions.get(to).predicate);
            let way = hold.way.on_to(place, consequence);
            let value = hold.value.filter(|_| !predicate.value.is_empty());
            // A consequence without a figure covers everything.
            let scope = if value.is_some() { hold.scope } else { 0 };
            holds.push(Hold { proposition: to, value, scope, way, ..hold });
        }
    }
    holds.push(hold);
}

/// Adds the consequences on each root's own further word, and returns the events that each root holds to be one.
pub(super) fn add_own(
    own: &Own<'_>,
    propositions: &mut Propositions,
    ways: &mut Ways,
    holds: &mut Vec<Hold>,
) -> BTreeMap<PartyId, OneEvent> {
    let ties = Ties::new(own.ledger, propositions, holds);
    for hold in own.members(propositions, ways, holds, &ties) {
        let position = &own.positions[hold.base.0 as usize];
        with_consequences(own.ledger, propositions, &mut ways.definitions, position, hold, holds);
    }
    let mut spoken: Vec<PropositionId> = holds.iter().map(|hold| hold.proposition).collect();
    spoken.par_sort_unstable();
    spoken.dedup();
    let ties = Ties::new(own.ledger, propositions, holds);
    let one_event = own.one_event(propositions, holds, &ties);
    let mut found = own.chains(propositions, ways, holds, &spoken, &ties);
    found.extend(own.substituted(propositions, ways, holds, &spoken, &one_event));
    holds.extend(found);
    one_event
}

/// The consequences of every proposition as of the latest date on record, for looking minuses up.
pub(super) fn all_consequences(
    ledger: &Ledger,
    propositions: &mut Propositions,
    definitions: &mut Definitions,
    record: &Record,
) -> Vec<Row> {
    let mut found = Vec::with_capacity(propositions.len());
    // Each call may add propositions that nobody has named so far, so the number is asked for anew.
    while found.len() < propositions.len() {
        let id = PropositionId::from(found.len());
        found.push(definitions.of(ledger, propositions, id, &record.latest));
    }
    found
}
