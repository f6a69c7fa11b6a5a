//! The way back: from records to text and files, so that nothing is lost.

pub mod edit;
pub mod emit;
pub mod folder;
pub mod store;
#[cfg(feature = "docx")]
pub mod word;
