//! From YAML text to a spanned tree: our own reader for what people write, the library for the rest.

pub(crate) mod alias;
pub(crate) mod build;
pub(crate) mod place;
pub mod subset;
pub(crate) mod syntax;
pub mod traps;
pub mod tree;
