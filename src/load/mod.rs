//! From the bytes of ledger files to records: text, trees, and every problem met on the way.

mod alias;
mod build;
pub mod decode;
mod lines;
mod pieces;
mod place;
mod problem;
pub mod records;
mod salvage;
mod syntax;
pub mod traps;
pub mod tree;
