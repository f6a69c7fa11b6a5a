//! Reports: one format is one file, a function from a [`Report`](crate::check::Report) to text.
//!
//! Nothing here touches a disk or asks what is so: a format prints what the rules found. Whatever a person wrote
//! passes [`safe`] before it reaches a terminal or a Markdown page, and [`markup`] before it reaches HTML or SVG.

pub mod audit;
pub mod compare;
pub(crate) mod credit;
pub mod document;
mod excerpt;
pub mod github;
pub mod graph;
pub mod json;
pub mod lines;
pub mod markdown;
pub mod markup;
pub mod page;
mod paint;
pub mod picture;
pub mod replies;
mod rows;
pub mod safe;
mod said;
pub mod sarif;
mod settled;
mod sides;
mod summary;
pub mod table;
pub mod text;
pub mod timeline;
mod told;
mod wrap;

pub use github::github;
pub use json::json;
pub use markdown::markdown;
pub use sarif::sarif;
pub use summary::{counted, notes, nothing, quotes, summary};
pub use text::{findings, text};

/// How text for a terminal is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns to use; taken as 40 at least and 160 at most.
    pub width: usize,
    /// Whether to colour; what is printed means the same without.
    pub color: bool,
    /// Whether every derived position is shown with the steps that lead to it.
    pub explain: bool,
    /// Whether notes are shown in full, and not in a line or two each.
    pub all: bool,
}

impl Style {
    /// The columns to use.
    #[must_use]
    pub fn columns(self) -> usize {
        self.width.clamp(40, 160)
    }
}

impl Default for Style {
    fn default() -> Self {
        Self { width: 80, color: false, explain: false, all: false }
    }
}
