//! Findings that an engine wrote beside the columns of an export: read, found again in the store, and worded by their rules.

mod around;
mod table;
mod told;

pub use around::{Around, Columns, Counted, around};
pub use table::{Found, Written};
pub use told::{keeps, told};

/// What is wrong with the table of findings or with the columns, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place: file, row, column, as far as there is one.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// A fault at a place.
    #[must_use]
    pub fn new(place: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into(), help: help.into() }
    }
}
