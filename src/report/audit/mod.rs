//! The audit of a draft, for reading and for programs.

pub mod json;

pub use json::json;
