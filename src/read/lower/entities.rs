//! Parties, places, topics, events and sources: declared by id first, filled in after.

use super::reader::Record;
use super::{Lists, Lowering};
use crate::ledger::model::entity::Entity;
use crate::ledger::model::event::Event;
use crate::ledger::model::party::{PartyKind, UNKNOWN};
use crate::ledger::model::proposition::is_name;
use crate::ledger::model::source::Source;
use crate::ledger::{Ledger, Table};
use crate::read::fields;
use crate::read::records::{Lost, RawRecord};
use crate::read::yaml::tree::{Node, Value};
use crate::text::Span;

impl Lowering<'_> {
    /// Declares every id of the five lists, those of records that could not be read among them, and reports ids given
    /// twice.
    pub(super) fn declare(&mut self, lists: &Lists<'_, '_>, lost: &[Lost<'_>]) {
        let ids = |name| lists.of(name).iter().filter_map(|record| id_of(&record.node));
        self.declare_list(ids("parties").filter(|(id, _)| *id != UNKNOWN), lost, |ledger| {
            &mut ledger.parties
        });
        self.declare_list(ids("places"), lost, |ledger| &mut ledger.places);
        self.declare_list(ids("topics"), lost, |ledger| &mut ledger.topics);
        self.declare_list(ids("events"), lost, |ledger| &mut ledger.events);
        self.declare_list(ids("sources"), lost, |ledger| &mut ledger.sources);
    }

    /// Declares the ids of one list.
    pub(super) fn declare_list<'i, T: Entity>(
        &mut self,
        ids: impl Iterator<Item = (&'i str, Span)>,
        lost: &[Lost<'_>],
        table: impl Fn(&mut Ledger) -> &mut Table<T>,
    ) {
        for (id, span) in ids {
            let rows = table(self.ledger);
            if let Some(first) = rows.find(id) {
                let first = rows.at(first).span();
                self.duplicate(T::LIST, id, span, first);
            } else {
                rows.add(T::named(id, span));
            }
        }
        for lost in lost.iter().filter(|lost| lost.list == T::LIST && !nobody(lost)) {
            let rows = table(self.ledger);
            if rows.find(lost.id).is_none() {
                rows.add(T::named(lost.id, lost.span));
            }
        }
    }

    pub(super) fn parties(&mut self, raw: &[&RawRecord<'_>]) {
        for record in raw {
            let mut party = Record::open(list("parties"), &record.node);
            party.id();
            let name = party.words("name");
            let aliases = party.many_words("aliases");
            let title = party.words("title");
            let kind = party.choice("kind");
            let part_of = self.memberships(&mut party);
            if let Some(at) = row(record, &self.ledger.parties) {
                let row = self.ledger.parties.at_mut(at);
                row.name = name.unwrap_or_else(|| row.id.clone());
                (row.aliases, row.title, row.part_of) = (aliases, title, part_of);
                if let Some((_, kind)) = PartyKind::WORDS.iter().find(|(word, _)| Some(*word) == kind) {
                    row.kind = *kind;
                }
            }
            self.take(party);
        }
    }

    pub(super) fn places(&mut self, raw: &[&RawRecord<'_>]) {
        for record in raw {
            let mut place = Record::open(list("places"), &record.node);
            place.id();
            let (name, aliases) = (place.words("name"), place.many_words("aliases"));
            let within = place.references(self.ledger, "within");
            let at = coordinates(&mut place);
            if let Some(row) = row(record, &self.ledger.places) {
                let row = self.ledger.places.at_mut(row);
                row.name = name.unwrap_or_else(|| row.id.clone());
                (row.aliases, row.within, row.at) = (aliases, within, at);
            }
            self.take(place);
        }
    }

    pub(super) fn topics(&mut self, raw: &[&RawRecord<'_>]) {
        for record in raw {
            let mut topic = Record::open(list("topics"), &record.node);
            topic.id();
            let (name, aliases) = (topic.words("name"), topic.many_words("aliases"));
            let within = topic.references(self.ledger, "within");
            let verb = topic.words("verb");
            if let Some(at) = row(record, &self.ledger.topics) {
                let row = self.ledger.topics.at_mut(at);
                row.name = name.unwrap_or_else(|| row.id.clone());
                (row.aliases, row.within, row.verb) = (aliases, within, verb);
            }
            self.take(topic);
        }
    }

    pub(super) fn events(&mut self, raw: &[&RawRecord<'_>]) {
        let read = |ledger: &Ledger, event: &mut Record<'_, '_>| {
            event.id();
            Event {
                id: String::new(),
                name: event.words("name").unwrap_or_default(),
                aliases: event.many_words("aliases"),
                date: event.date("date"),
                place: event.referred(ledger, "place"),
                part_of: event.referred(ledger, "part-of"),
                participants: event.references(ledger, "participants"),
                stakes: event.references(ledger, "stakes"),
                span: event.head(),
            }
        };
        self.all("events", raw, read, |lowering, record, read, event| {
            if let Some(at) = row(record, &lowering.ledger.events) {
                let row = lowering.ledger.events.at_mut(at);
                *row = Event { id: std::mem::take(&mut row.id), span: row.span, ..read };
                if row.name.is_empty() {
                    row.name.clone_from(&row.id);
                }
            }
            lowering.take(event);
        });
    }

    pub(super) fn sources(&mut self, raw: &[&RawRecord<'_>]) {
        let read = |ledger: &Ledger, source: &mut Record<'_, '_>| {
            source.id();
            Source {
                id: String::new(),
                outlet: source.referred(ledger, "outlet"),
                title: source.words("title"),
                url: source.words("url"),
                published: source.date("published"),
                retrieved: source.date("retrieved"),
                archive: source.words("archive"),
                sha256: source.words("sha256"),
                language: source.words("language"),
                translated_from: source.words("translated-from"),
                reliability: source.choice("reliability").and_then(|grade| grade.chars().next()),
                corrected: source.date("corrected"),
                withdrawn: source.date("withdrawn"),
                note: source.words("note"),
                span: source.head(),
            }
        };
        self.all("sources", raw, read, |lowering, record, read, source| {
            if let Some(at) = row(record, &lowering.ledger.sources) {
                let row = lowering.ledger.sources.at_mut(at);
                *row = Source { id: std::mem::take(&mut row.id), span: row.span, ..read };
            }
            lowering.take(source);
        });
    }
}

/// Whether a record that could not be read takes the id of whoever is not known.
fn nobody(lost: &Lost<'_>) -> bool {
    lost.list == "parties" && lost.id == UNKNOWN
}

fn list(name: &str) -> &'static fields::List {
    fields::list(name).unwrap_or(&fields::LISTS[0])
}

/// The id of a record, where it is a sound one.
pub(super) fn id_of<'n>(node: &'n Node<'_>) -> Option<(&'n str, Span)> {
    let Value::Mapping(pairs) = &node.value else { return None };
    let (_, value) = pairs.iter().rev().find(|(key, _)| key.as_str() == Some("id"))?;
    let text = value.as_str()?;
    (is_name(text) && !matches!(text, "self" | "not")).then_some((text, value.span))
}

fn coordinates(place: &mut Record<'_, '_>) -> Option<(f64, f64)> {
    let node = place.node("at")?;
    let numbers: Vec<f64> = match &node.value {
        Value::Sequence { items, .. } => {
            items.iter().filter_map(|item| item.as_str()?.parse().ok()).collect()
        }
        _ => Vec::new(),
    };
    match numbers[..] {
        [latitude, longitude] if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {
            Some((latitude, longitude))
        }
        _ => {
            place.bad(
                node.span,
                "`at` is no pair of latitude and longitude".to_owned(),
                "write `at: [32.5, 38.6]`: degrees north from -90 to 90, then degrees east from -180 to 180"
                    .to_owned(),
            );
            None
        }
    }
}

/// Place in its table of the row that this very record declared.
pub(super) fn row<T: Entity>(record: &RawRecord<'_>, rows: &Table<T>) -> Option<usize> {
    let (id, span) = id_of(&record.node)?;
    declared(id, span, rows)
}

/// The same by the id of the record and its place.
pub(super) fn declared<T: Entity>(id: &str, span: Span, rows: &Table<T>) -> Option<usize> {
    rows.find(id).filter(|at| rows.at(*at).span() == span)
}
