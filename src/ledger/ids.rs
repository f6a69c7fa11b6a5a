//! The ids that records are written with, looked up by their places in the ledger's tables.

use super::Ledger;
use super::model::id::{EventId, PartyId};
use super::model::proposition::{Argument, ArgumentKind, Proposition};
use super::model::value::Value;

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

/// What a proposition names, each with its kind; `?` and `self` name nothing.
pub fn named(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = (ArgumentKind, Argument)> {
    let kinds = ledger.vocabulary.get(proposition.predicate).arguments.iter().map(|(kind, _)| *kind);
    let arguments = proposition.arguments.into_iter().take(proposition.arguments().len());
    kinds.zip(arguments).filter(|(_, argument)| argument.place().is_some())
}

/// The parties that a proposition names.
pub fn parties(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = PartyId> {
    let (predicate, proposition) = (ledger.vocabulary.get(proposition.predicate), *proposition);
    (0..proposition.arguments().len()).filter_map(move |at| predicate.party(&proposition, at))
}

/// The events that a proposition names.
pub fn events(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = EventId> {
    let (predicate, proposition) = (ledger.vocabulary.get(proposition.predicate), *proposition);
    (0..proposition.arguments().len()).filter_map(move |at| predicate.event(&proposition, at))
}

/// The id that a value is written with, where it names a record.
pub fn value_id(ledger: &Ledger, value: Value) -> Option<&str> {
    match value {
        Value::Party(id) => Some(&ledger.party(id).id),
        Value::Place(id) => Some(&ledger.place(id).id),
        Value::Topic(id) => Some(&ledger.topic(id).id),
        _ => None,
    }
}
