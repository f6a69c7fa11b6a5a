//! What a root holds on its own further word: events that it holds to be one, members of classes, chains.

use super::To;
use super::ids::{Ids, id};
use crate::ledger::model::stance::Stance;
use crate::reason::Reasoning;
use crate::reason::acts::{self, Act};
use crate::reason::position::Reason;

pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, positions: &[i64], to: &To<'_, '_>) {
    let ledger = reasoning.ledger;
    for hold in reasoning.holds.iter().filter(|hold| !hold.by_definition()) {
        let base = positions[hold.base.0 as usize];
        let Some(proposition) = ids.proposition(hold.proposition) else { continue };
        let number = id("further", &format!("{base} {proposition} {}", hold.way.len()));
        let chain = reasoning.takes(hold, Reason::Transitive);
        let said = reasoning.propositions.get(hold.proposition);
        let on = reasoning.position(hold.base).date;
        let claims = acts::act(ledger, &said, hold.root, Stance::Asserts, &on) == Some(Act::Claim);
        to.row(
            "further",
            &[
                &number,
                &base,
                &proposition,
                &u8::from(hold.value.is_some()),
                &hold.needs(),
                &u8::from(chain),
                &u8::from(claims),
            ],
        );
        for with in reasoning.further(hold) {
            to.row("further_by", &[&number, &ids.statement(reasoning.position(with).statement)]);
        }
    }
}
