//! The audit of a draft, for reading and for programs.

pub mod html;
pub mod json;
pub mod text;

pub use html::html;
pub use json::json;
pub use text::text;
