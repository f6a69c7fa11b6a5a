//! Places and topics.

use super::entity::Entity;
use super::id::{PlaceId, TopicId};
use crate::text::Span;

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Id, unique among places.
    pub id: String,
    /// Name for people; the id where none is given.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The place in which it lies; on a border, several.
    pub within: Vec<PlaceId>,
    /// Latitude and longitude, in degrees (WGS 84).
    pub at: Option<(f64, f64)>,
    /// The place of the record's id in the file.
    pub span: Span,
}

/// A topic: a matter to be for or against, or a kind of weapon, target or cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Id, unique among topics.
    pub id: String,
    /// Name for people; the id where none is given.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The topics of which it is a kind: a rocket of one make is a rocket.
    pub within: Vec<TopicId>,
    /// What one does who is for it, to be read behind "to": "prevent a war".
    pub verb: Option<String>,
    /// The place of the record's id in the file.
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

    fn id(&self) -> &str {
        &self.id
    }

    fn span(&self) -> Span {
        self.span
    }
}

impl Entity for Topic {
    const LIST: &'static str = "topics";

    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            name: id.to_owned(),
            aliases: Vec::new(),
            within: Vec::new(),
            verb: None,
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
