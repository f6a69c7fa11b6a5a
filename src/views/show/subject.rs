//! Subjects: an id of any kind, or a proposition in canonical text, looked up in the ledger.

use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PlaceId, SourceId, StatementId, TopicId};
use crate::ledger::model::proposition::{self, Proposition};
use crate::read::{self, propositions};

/// A subject to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A party.
    Party(PartyId),
    /// An event.
    Event(EventId),
    /// A place.
    Place(PlaceId),
    /// A topic.
    Topic(TopicId),
    /// A source.
    Source(SourceId),
    /// A statement.
    Statement(StatementId),
    /// A proposition, without its value.
    Proposition(Proposition),
}

/// The reason for which a text names nothing on file, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The reason.
    pub message: String,
    /// The remedy; empty where none is known.
    pub help: String,
}

/// The subjects that a text names: all records with that id or, with brackets in it, a proposition.
///
/// # Errors
/// Reason and remedy where it names nothing.
pub fn find(ledger: &Ledger, text: &str) -> Result<Vec<Subject>, Unknown> {
    if text.contains(['(', ')']) {
        return Ok(vec![Subject::Proposition(proposition(ledger, text)?)]);
    }
    let found: Vec<Subject> = [
        ledger.parties.find(text).map(|at| Subject::Party(PartyId::from(at))),
        ledger.events.find(text).map(|at| Subject::Event(EventId::from(at))),
        ledger.places.find(text).map(|at| Subject::Place(PlaceId::from(at))),
        ledger.topics.find(text).map(|at| Subject::Topic(TopicId::from(at))),
        ledger.sources.find(text).map(|at| Subject::Source(SourceId::from(at))),
        ledger.statements.find(text).map(|at| Subject::Statement(StatementId::from(at))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let help = meant(ledger, text).map_or_else(
        || "a proposition is named predicate(argument, argument)".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("no party, event, place, topic, source or statement `{text}` is on file");
    Err(Unknown { message, help })
}

/// The id of the record that has this very name, or the id most like the text; none where none is like it.
fn meant<'l>(ledger: &'l Ledger, text: &str) -> Option<&'l str> {
    let wanted = text.to_lowercase();
    let bears = |name: &String, aliases: &[String]| {
        std::iter::once(name).chain(aliases).any(|name| name.to_lowercase() == wanted)
    };
    let parties = ledger.parties.iter().map(|party| (&party.id, &party.name, &party.aliases));
    let events = ledger.events.iter().map(|event| (&event.id, &event.name, &event.aliases));
    let places = ledger.places.iter().map(|place| (&place.id, &place.name, &place.aliases));
    let topics = ledger.topics.iter().map(|topic| (&topic.id, &topic.name, &topic.aliases));
    let mut named = parties.chain(events).chain(places).chain(topics);
    if let Some((id, ..)) = named.find(|(_, name, aliases)| bears(name, aliases)) {
        return Some(id);
    }
    let ids = ledger.parties.ids().chain(ledger.events.ids()).chain(ledger.places.ids());
    let ids = ids.chain(ledger.topics.ids()).chain(ledger.sources.ids()).chain(ledger.statements.ids());
    read::nearest(text, ids)
}

/// The proposition that a text names. A value, `self` and `?` are refused, since the text would name several.
fn proposition(ledger: &Ledger, text: &str) -> Result<Proposition, Unknown> {
    let unknown = |message: String, help: &str| Unknown { message, help: help.to_owned() };
    let parsed = proposition::parse(text)
        .map_err(|message| unknown(message, "a proposition is named predicate(argument, argument)"))?;
    if parsed.value.is_some() {
        return Err(unknown(
            format!("`{text}` names a proposition with a value"),
            "a proposition is named without its value, which is what speakers differ on: \
             take out what stands behind the brackets",
        ));
    }
    if parsed.arguments.contains(&"self") {
        return Err(unknown(
            format!("`{text}` is another proposition for everybody who speaks: `self` is the speaker"),
            "write the id of a party that is nobody's part in place of `self`",
        ));
    }
    if parsed.arguments.iter().any(|argument| argument.starts_with('?')) {
        return Err(unknown(
            format!("`{text}` names many propositions: `?` stands for anything"),
            "write an id in place of `?`; `gainsay show` with the id of an event lists all that is said of it",
        ));
    }
    let refused = |refusal: propositions::Refusal| Unknown { message: refusal.message, help: refusal.help };
    let predicate = propositions::predicate(ledger, parsed.name).map_err(refused)?;
    propositions::arguments(ledger, predicate, &parsed.arguments, |_| None).map_err(refused)
}
