//! One piece of the words on file.
//!
//! # What it says
//!
//! The words stand in a statement on file one after the other, and it holds more before or after them.
//!
//! # Why it matters
//!
//! A piece is a quotation like any other. Where the cut takes a “not” or an “if” away, there is the remark `cut`
//! beside it.
//!
//! # An example that fires
//!
//! The ledger holds
//!
//! ```yaml
//! parties:
//!   - id: norland
//!     name: Norland
//!     kind: state
//!   - id: ann-envoy
//!     name: Ann Envoy
//!     kind: person
//!     title: envoy
//!     part-of: norland
//! statements:
//!   - id: envoy-says
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote: We will not leave the harbour, and we will not talk to those who shelled it.
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! Ann Envoy said that Norland would “not talk to those who shelled it”.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Ann Envoy said: “We will not leave the harbour, and we will not talk to those who shelled it.”
//! ```
//!
//! # What to do
//!
//! Nothing.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "partial",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("partial.rs"),
    run: Run::Draft,
};
