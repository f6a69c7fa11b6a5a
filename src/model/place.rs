//! Places and topics.

use super::id::PlaceId;
use crate::source::Span;

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
    /// Where the record's id is written.
    pub span: Span,
}
