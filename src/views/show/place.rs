//! The pages of places and topics: their records, the events there, and propositions that name them.

use std::collections::BTreeSet;

use super::desk::{Desk, names};
use super::{findings, held};
use crate::ledger::model::id::{PlaceId, PropositionId, TopicId};
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::views::page::{Page, Row, Section};

/// The page of a place.
pub(super) fn place(desk: &Desk<'_>, id: PlaceId) -> Page {
    let ledger = desk.ledger;
    let place = ledger.place(id);
    let names_of = |places: &[PlaceId]| {
        places.iter().map(|place| ledger.place(*place).name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut record = record(&place.aliases);
    let mut add = |label: &str, text: String| record.rows.push(Row::labelled(0, label, text));
    if !place.within.is_empty() {
        add("within", names_of(&place.within));
    }
    if let Some((latitude, longitude)) = place.at {
        add("at", format!("{latitude}, {longitude}"));
    }
    let inner: Vec<PlaceId> = (0..ledger.places.len())
        .map(PlaceId::from)
        .filter(|other| *other != id && ledger.inside(*other, id))
        .collect();
    if !inner.is_empty() {
        add("in it", names_of(&inner));
    }
    locate(&mut record, place.span);
    let mut events = Section::new("events", "Events there, by their records");
    for event in &ledger.events {
        if event.place.is_some_and(|at| ledger.touches(at, id)) {
            let date = event.date.map_or_else(|| "no date on file".to_owned(), |date| date.words());
            events.rows.push(Row::text(0, format!("{}, {date} ({})", event.name, event.id)).at(event.span));
        }
    }
    let spoken = spoken(desk, ArgumentKind::Place, id.index(), &|value| match value {
        Value::Place(at) => ledger.inside(at, id),
        _ => false,
    });
    let found = findings::section(desk, Some(place.span), |finding| {
        findings::names(desk.ledger, finding, ArgumentKind::Place, id.index(), &place.id)
    });
    let (kind, id, title) = ("place", place.id.clone(), place.name.clone());
    Page { kind, id, title, sections: vec![record, events, spoken, found] }
}

/// The page of a topic.
pub(super) fn topic(desk: &Desk<'_>, id: TopicId) -> Page {
    let topic = desk.ledger.topic(id);
    let mut record = record(&topic.aliases);
    let mut add = |label: &str, text: String| record.rows.push(Row::labelled(0, label, text));
    if !topic.within.is_empty() {
        let wider = topic.within.iter().map(|wider| desk.ledger.topic(*wider).name.as_str());
        add("a kind of", wider.collect::<Vec<_>>().join(", "));
    }
    if let Some(verb) = &topic.verb {
        add("as a verb", format!("to {verb}"));
    }
    locate(&mut record, topic.span);
    let spoken = spoken(desk, ArgumentKind::Topic, id.index(), &|value| value == Value::Topic(id));
    let found = findings::section(desk, Some(topic.span), |finding| {
        findings::names(desk.ledger, finding, ArgumentKind::Topic, id.index(), &topic.id)
    });
    let (kind, id, title) = ("topic", topic.id.clone(), topic.name.clone());
    Page { kind, id, title, sections: vec![record, spoken, found] }
}

fn record(aliases: &[String]) -> Section {
    let mut section = Section::new("record", "The record");
    if !aliases.is_empty() {
        section.rows.push(Row::labelled(0, "also called", aliases.join(", ")));
    }
    section
}

/// Sets the place of a record beside its first row.
fn locate(section: &mut Section, span: crate::text::Span) {
    match section.rows.first_mut() {
        Some(row) => row.at = Some(span),
        None => section.rows.push(Row::text(0, "only an id and a name").at(span)),
    }
}

/// The section on propositions that name it, or of which somebody gives it as a value.
fn spoken(desk: &Desk<'_>, kind: ArgumentKind, at: usize, valued: &dyn Fn(Value) -> bool) -> Section {
    let reasoning = desk.reasoning;
    let mut section = Section::new("said", "What is said that names it");
    let wanted: BTreeSet<PropositionId> = reasoning
        .positions
        .iter()
        .filter(|position| {
            position.value(desk.ledger).is_some_and(valued)
                || names(desk.ledger, &reasoning.propositions.get(position.proposition), kind, at)
        })
        .map(|position| position.proposition)
        .collect();
    for id in wanted {
        section.rows.push(desk.headline(0, &reasoning.propositions.get(id)));
        for sign in [Sign::Plus, Sign::Minus, Sign::None] {
            section.rows.extend(held::on(desk, id, sign, 1));
        }
        section.rows.extend(held::gone(desk, id, 1));
    }
    if section.rows.is_empty() {
        section.rows.push(Row::text(0, "nothing on file"));
    }
    section
}
