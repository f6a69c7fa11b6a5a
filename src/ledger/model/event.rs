//! Events: incidents that statements speak of. What an event's record says identifies it; it is nobody's position.

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
    /// When it was, to identify it.
    pub date: Option<Date>,
    /// Where it was, to identify it.
    pub place: Option<PlaceId>,
    /// The larger event it belongs to.
    pub part_of: Option<EventId>,
    /// Its targets and belligerents.
    pub participants: Vec<PartyId>,
    /// Parties with a stake in it, as the editor says.
    pub stakes: Vec<PartyId>,
    /// Where the record's id is written.
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

    fn span(&self) -> Span {
        self.span
    }
}
