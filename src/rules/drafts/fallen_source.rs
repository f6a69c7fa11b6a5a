//! Words are quoted whose report was withdrawn, or corrected after it was read.
//!
//! # What it says
//!
//! Every statement on file with these words names a source that is `withdrawn`, or that was `corrected` after the day on which it was
//! `retrieved`.
//!
//! # Why it matters
//!
//! The words may be what the report got wrong.
//!
//! # An example that fires
//!
//! The ledger holds
//!
//! ```yaml
//! parties:
//!   - id: ann-envoy
//!     name: Ann Envoy
//!     kind: person
//! sources:
//!   - id: mail
//!     retrieved: 2031-03-04
//!     corrected: 2031-04-01
//!   - id: courier
//!     retrieved: 2031-03-04
//! statements:
//!   - id: envoy-says
//!     by: ann-envoy
//!     date: 2031-03-04
//!     source: mail
//!     quote: We will not leave the harbour, and we will not talk to those who shelled it.
//!   - id: envoy-adds
//!     by: ann-envoy
//!     date: 2031-03-04
//!     source: courier
//!     quote: Nobody has asked the fishermen about their boats.
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “We will not leave the harbour,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “Nobody has asked the fishermen about their boats,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Read the corrected report and set the quotation right, or find the words in a source that stands.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "fallen-source",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("fallen_source.rs"),
    run: Run::Draft,
};
