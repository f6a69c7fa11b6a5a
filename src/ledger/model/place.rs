//! Places and topics.

use super::entity::Entity;
use super::id::{PlaceId, TopicId};
use crate::text::Span;

/// Somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Id, unique among places.
    pub id: String,
    /// Name for people; the id where none is given.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The place it lies in or, on a border, the several places.
    pub within: Vec<PlaceId>,
    /// Latitude and longitude, in degrees (WGS 84).
    pub at: Option<(f64, f64)>,
    /// Where the record's id is written.
    pub span: Span,
}

/// Something one can be for or against; a kind of weapon, target or cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Id, unique among topics.
    pub id: String,
    /// Name for people; the id where none is given.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The topics of which this is a kind: a rocket of that make is a rocket.
    pub within: Vec<TopicId>,
    /// Where the record's id is written.
    pub span: Span,
}

impl Entity for Place {
    const LIST: &'static str = "places";

    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            name: id.to_owned(),
            aliases: Vec::new(),
            within: Vec::new(),
            at: None,
            span,
        }
    }

    fn span(&self) -> Span {
        self.span
    }
}

impl Entity for Topic {
    const LIST: &'static str = "topics";

    fn named(id: &str, span: Span) -> Self {
        Self { id: id.to_owned(), name: id.to_owned(), aliases: Vec::new(), within: Vec::new(), span }
    }

    fn span(&self) -> Span {
        self.span
    }
}
