//! gainsay: a plain-text ledger of who said what, and a checker over it.

pub mod load;
pub mod source;
