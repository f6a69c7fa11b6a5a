//! The ids that records are written with, looked up by their places in the ledger's tables.

use super::Ledger;
use super::model::proposition::{Argument, ArgumentKind};

/// The id that an argument is written with.
#[must_use]
pub fn argument_id(ledger: &Ledger, kind: ArgumentKind, argument: Argument) -> &str {
    if argument == Argument::SPEAKER {
        return "self";
    }
    let Some(at) = argument.place() else { return "?" };
    match kind {
        ArgumentKind::Party => &ledger.parties.at(at).id,
        ArgumentKind::Place => &ledger.places.at(at).id,
        ArgumentKind::Event => &ledger.events.at(at).id,
        ArgumentKind::Topic => &ledger.topics.at(at).id,
        ArgumentKind::Source => &ledger.sources.at(at).id,
        ArgumentKind::Statement => &ledger.statements.at(at).id,
    }
}
