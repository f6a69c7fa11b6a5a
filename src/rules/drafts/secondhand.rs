//! A quotation within a quotation: what one party says that another said.
//!
//! # What it says
//!
//! The words stand in marks inside other marks. The outer quotation has a verdict of its own; the inner one is told
//! as second-hand, with the statement on file that it agrees with where there is one.
//!
//! # Why it matters
//!
//! Whoever quotes another may quote wrongly. The inner words are evidence of what the outer speaker says, and no
//! more.
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
//! “They told us ‘we will not leave the harbour’ and hung up,” a fisherman said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “They told us that they would stay,” a fisherman said.
//! ```
//!
//! # What to do
//!
//! Look for the inner words at their own source.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "secondhand",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("secondhand.rs"),
    run: Run::Draft,
};
