//! gainsay: a plain-text ledger of who said what, and a checker over it.

pub mod source;
