//! Words were left out, and each omission is marked.
//!
//! # What it says
//!
//! Pieces of one statement stand in their order with `…`, `...` or `[…]` between them.
//!
//! # Why it matters
//!
//! It is a marked change. Where an omission takes a “not” or an “if” away, there is the remark `cut` beside it.
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
//! “We will not leave the harbour … to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Nothing.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "elided",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("elided.rs"),
    run: Run::Draft,
};
