//! Records that others refer to: each has an id, unique within its list, and a place in a file.

use crate::text::Span;

/// A record that others refer to by its id.
pub trait Entity {
    /// The name of its list.
    const LIST: &'static str;

    /// A record of which only the id is known.
    fn named(id: &str, span: Span) -> Self;

    /// Its id.
    fn id(&self) -> &str;

    /// The place of its id in the file.
    fn span(&self) -> Span;
}
