//! Layout that all formats share: rows, wrapping, colour, excerpts, pictures. It knows no view.
//!
//! Whatever a person wrote passes [`safe`] before it reaches a terminal or a Markdown page, and [`markup`] before it
//! reaches HTML or SVG.

pub(crate) mod credit;
pub(crate) mod excerpt;
pub mod markup;
pub(crate) mod paint;
pub mod picture;
pub(crate) mod position;
pub(crate) mod rows;
pub mod safe;
pub(crate) mod said;
pub mod spread;
pub(crate) mod wrap;

/// The layout of text for a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns to use; taken as 40 at least and 160 at most.
    pub width: usize,
    /// True for colour; what is printed means the same without.
    pub color: bool,
    /// True to show every derived position with the steps that lead to it.
    pub explain: bool,
    /// True to show notes in full, and not in a line or two each, and every problem in the record.
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
