//! What all records that others refer to have in common: an id, unique within their list, and a place in a file.

use crate::text::Span;

/// A record that others refer to by its id.
pub trait Entity {
    /// The name of its list.
    const LIST: &'static str;

    /// One of which only the id is known.
    fn named(id: &str, span: Span) -> Self;

    /// Where its id is written.
    fn span(&self) -> Span;
}
