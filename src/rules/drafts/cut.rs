//! A cut takes away a word that denies, a condition, a hedge, or the source of what is said.
//!
//! # What it says
//!
//! The quotation begins right behind a “not”, leaves one out under a mark of omission, or breaks off before or
//! begins after an “if” or “unless”, or “allegedly”, “we believe”, “may have”, “according to preliminary data” and the like, in the
//! same sentence. Nothing is said where the draft says the like beside the marks, or quotes those words in the same paragraph.
//!
//! # Why it matters
//!
//! Every word kept is the speaker’s, and together they say the opposite, or more than was said.
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
//! Ann Envoy said that Norland would “leave the harbour”.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Ann Envoy said that Norland would not “leave the harbour”.
//! ```
//!
//! # What to do
//!
//! Take the word into the quotation, or say it beside the marks.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "cut",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("cut.rs"),
    run: Run::Draft,
};
