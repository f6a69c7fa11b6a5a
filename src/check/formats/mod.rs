//! The formats of `check`: each is a file, with a function from a [`Report`](super::Report) to text.

pub mod github;
pub mod json;
pub mod markdown;
pub mod sarif;
pub(crate) mod settled;
pub(crate) mod sides;
pub(crate) mod summary;
pub mod text;
pub(crate) mod told;

pub use github::github;
pub use json::json;
pub use markdown::markdown;
pub use sarif::sarif;
pub use summary::{notes, nothing, quotes, summary};
pub use text::{findings, text};
