//! Events: incidents of which statements speak. The record of an event identifies it, and is nobody's position.

use super::date::Date;
use super::entity::Entity;
use super::id::{EventId, PartyId, PlaceId};
use crate::text::Span;

/// An incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Id, unique among events.
    pub id: String,
    /// Name for people, with its article ("the Harbour strike"); the id where none is given.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The date, to identify it.
    pub date: Option<Date>,
    /// The place, to identify it.
    pub place: Option<PlaceId>,
    /// The larger event of which it is a part.
    pub part_of: Option<EventId>,
    /// Its targets and belligerents.
    pub participants: Vec<PartyId>,
    /// Parties that have a stake in it by the editor's word.
    pub stakes: Vec<PartyId>,
    /// The place of the record's id in the file.
    pub span: Span,
}

impl Entity for Event {
    const LIST: &'static str = "events";

    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            name: id.to_owned(),
            aliases: Vec::new(),
            date: None,
            place: None,
            part_of: None,
            participants: Vec::new(),
            stakes: Vec::new(),
            span,
        }
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn span(&self) -> Span {
        self.span
    }
}
