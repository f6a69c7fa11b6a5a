//! The words on file.
//!
//! # What it says
//!
//! The quotation is the whole of what is on file, or one whole piece where the ledger gives several. The comma or
//! full stop before the closing mark, a capital at the beginning and line breaks do not matter.
//!
//! # Why it matters
//!
//! It is what a quotation should be.
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
//! “We will not leave the harbour, and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Nothing.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "verbatim",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("verbatim.rs"),
    run: Run::Draft,
};
