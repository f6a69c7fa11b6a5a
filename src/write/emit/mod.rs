//! Records as canonical YAML: what is printed here is read again as the same record.
//!
//! Keys stand in the order of the field table, references are ids, propositions canonical text. What is left out in
//! the record is left out here. A real emitter does the quoting.

mod editorial;
mod entity;
mod statement;
mod yaml;

use crate::ledger::model::entity::Entity;
use crate::ledger::model::event::Event;
use crate::ledger::model::id::{EventId, PartyId, PlaceId, SourceId, StatementId, TopicId};
use crate::ledger::model::party::{Party, PartyKind};
use crate::ledger::model::place::{Place, Topic};
use crate::ledger::model::source::Source;
use crate::ledger::model::statement::Statement;
use crate::ledger::{Ledger, Table};
use yaml::document;

pub use yaml::{Record, Yaml, file};

/// A party.
#[must_use]
pub fn party(ledger: &Ledger, id: PartyId) -> String {
    one(Party::LIST, party_record(ledger, id))
}

/// A party as the keys and values of its record.
#[must_use]
pub fn party_record(ledger: &Ledger, id: PartyId) -> Record {
    entity::party(ledger, ledger.party(id))
}

/// A place.
#[must_use]
pub fn place(ledger: &Ledger, id: PlaceId) -> String {
    one(Place::LIST, entity::place(ledger, ledger.place(id)))
}

/// A topic.
#[must_use]
pub fn topic(ledger: &Ledger, id: TopicId) -> String {
    one(Topic::LIST, entity::topic(ledger, ledger.topic(id)))
}

/// An event.
#[must_use]
pub fn event(ledger: &Ledger, id: EventId) -> String {
    one(Event::LIST, entity::event(ledger, ledger.event(id)))
}

/// A source.
#[must_use]
pub fn source(ledger: &Ledger, id: SourceId) -> String {
    one(Source::LIST, entity::source(ledger, ledger.source(id)))
}

/// A statement; one that was set aside has nothing but its id.
#[must_use]
pub fn statement(ledger: &Ledger, id: StatementId) -> String {
    one(Statement::LIST, record(ledger, id))
}

/// A statement as the keys and values of its record.
#[must_use]
pub fn record(ledger: &Ledger, id: StatementId) -> Record {
    statement::statement(ledger, ledger.statement(id))
}

/// All records that name somebody or something, that say something, and the editors' own: sorted by list, then by id;
/// records without an id in the order read. Vocabulary and settings are not among them.
#[must_use]
pub fn ledger(ledger: &Ledger) -> String {
    let said = sorted(&ledger.statements, |row| &row.id);
    // Whoever is not known has no record.
    let named = sorted(&ledger.parties, |row| &row.id).filter(|row| row.kind != PartyKind::Unknown);
    document(vec![
        (Party::LIST, named.map(|row| entity::party(ledger, row)).collect()),
        (Place::LIST, sorted(&ledger.places, |row| &row.id).map(|row| entity::place(ledger, row)).collect()),
        (Topic::LIST, sorted(&ledger.topics, |row| &row.id).map(|row| entity::topic(ledger, row)).collect()),
        (Event::LIST, sorted(&ledger.events, |row| &row.id).map(|row| entity::event(ledger, row)).collect()),
        (
            Source::LIST,
            sorted(&ledger.sources, |row| &row.id).map(|row| entity::source(ledger, row)).collect(),
        ),
        (Statement::LIST, said.map(|row| statement::statement(ledger, row)).collect()),
        ("requests", ledger.requests.iter().map(|row| editorial::request(ledger, row)).collect()),
        (
            "reconciliations",
            ledger.reconciliations.iter().map(|row| editorial::reconciliation(ledger, row)).collect(),
        ),
        ("accepted", ledger.accepted.iter().map(|row| editorial::accepted(ledger, row)).collect()),
        ("expect", ledger.expectations.iter().map(|row| editorial::expectation(ledger, row)).collect()),
    ])
}

/// The rows of a table by id.
fn sorted<T>(table: &Table<T>, id: impl Fn(&T) -> &String) -> std::vec::IntoIter<&T> {
    let mut rows: Vec<&T> = table.iter().collect();
    rows.sort_by(|a, b| id(a).cmp(id(b)));
    rows.into_iter()
}

/// One record of a list, as a file of its own.
#[must_use]
pub fn one(list: &'static str, record: Record) -> String {
    document(vec![(list, vec![record])])
}
