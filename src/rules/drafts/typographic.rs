//! The words on file, with other marks, dashes, spaces or capitals.
//!
//! # What it says
//!
//! Nothing differs but apostrophes and quotation marks within the quotation, dashes, commas, spaces, and capitals.
//!
//! # Why it matters
//!
//! It is no change of words.
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
//! “We will not leave the harbour — and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour, and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Nothing.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "typographic",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("typographic.rs"),
    run: Run::Draft,
};
