//! The audit of a draft, for reading and for programs.

pub mod json;
pub mod text;

pub use json::json;
pub use text::text;
