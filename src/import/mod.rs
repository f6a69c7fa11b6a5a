//! Records from the rows of a foreign sheet, by a mapping that a person has confirmed: nothing is guessed, no row is lost

mod cells;
pub mod copy;
mod last;
mod made;
pub mod mapping;
pub mod merge;
mod names;
mod positions;
pub mod prepare;
pub mod propose;
mod rows;
mod spellings;
mod values;

pub use made::{Made, One, Refused, Rejected};
pub use names::Open;
pub use positions::faults;
pub use rows::{Of, made};
