//! Parties, places, topics, events and sources.

use super::yaml::{Record, Yaml};
use crate::ledger::Ledger;
use crate::ledger::model::event::Event;
use crate::ledger::model::party::{Membership, Party, PartyKind};
use crate::ledger::model::place::{Place, Topic};
use crate::ledger::model::source::Source;

/// The beginning of all records with names: a name that is the id is none.
fn named(id: &str, name: &str) -> Record {
    Record::of(id).maybe("name", (name != id).then_some(name))
}

pub(super) fn party(ledger: &Ledger, party: &Party) -> Record {
    let kind = PartyKind::WORDS.iter().find(|(_, kind)| *kind == party.kind).map(|(word, _)| *word);
    let record = named(&party.id, &party.name)
        .maybe("kind", kind)
        .texts("aliases", &party.aliases)
        .maybe("title", party.title.as_deref());
    match &party.part_of[..] {
        [] => record,
        [whole] if plain(whole) => record.text("part-of", &ledger.party(whole.party).id),
        several => record
            .with("part-of", Yaml::List(several.iter().map(|whole| membership(ledger, whole)).collect())),
    }
}

/// Whether nothing but the whole is said.
fn plain(membership: &Membership) -> bool {
    membership.title.is_none() && membership.from.is_none() && membership.until.is_none()
}

fn membership(ledger: &Ledger, membership: &Membership) -> Yaml {
    let whole = &ledger.party(membership.party).id;
    if plain(membership) {
        return Yaml::Text(whole.clone());
    }
    Yaml::Map(
        Record::default()
            .text("party", whole)
            .maybe("title", membership.title.as_deref())
            .date("from", membership.from)
            .date("until", membership.until),
    )
}

pub(super) fn place(ledger: &Ledger, place: &Place) -> Record {
    let record = named(&place.id, &place.name)
        .texts("aliases", &place.aliases)
        .texts("within", place.within.iter().map(|outer| &ledger.place(*outer).id));
    match place.at {
        Some((north, east)) => record.with("at", Yaml::List(vec![Yaml::Degrees(north), Yaml::Degrees(east)])),
        None => record,
    }
}

pub(super) fn topic(ledger: &Ledger, topic: &Topic) -> Record {
    named(&topic.id, &topic.name)
        .texts("aliases", &topic.aliases)
        .texts("within", topic.within.iter().map(|wider| &ledger.topic(*wider).id))
        .maybe("verb", topic.verb.as_deref())
}

pub(super) fn event(ledger: &Ledger, event: &Event) -> Record {
    named(&event.id, &event.name)
        .texts("aliases", &event.aliases)
        .date("date", event.date)
        .maybe("place", event.place.map(|place| ledger.place(place).id.as_str()))
        .maybe("part-of", event.part_of.map(|whole| ledger.event(whole).id.as_str()))
        .texts("participants", event.participants.iter().map(|party| &ledger.party(*party).id))
        .texts("stakes", event.stakes.iter().map(|party| &ledger.party(*party).id))
}

pub(super) fn source(ledger: &Ledger, source: &Source) -> Record {
    Record::of(&source.id)
        .maybe("outlet", source.outlet.map(|outlet| ledger.party(outlet).id.as_str()))
        .maybe("title", source.title.as_deref())
        .maybe("url", source.url.as_deref())
        .date("published", source.published)
        .date("retrieved", source.retrieved)
        .maybe("archive", source.archive.as_deref())
        .maybe("sha256", source.sha256.as_deref())
        .maybe("language", source.language.as_deref())
        .maybe("translated-from", source.translated_from.as_deref())
        .maybe("reliability", source.reliability.map(String::from).as_deref())
        .date("corrected", source.corrected)
        .date("withdrawn", source.withdrawn)
        .maybe("note", source.note.as_deref())
}
