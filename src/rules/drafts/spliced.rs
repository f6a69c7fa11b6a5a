//! Pieces of two statements, or pieces out of their order, stand in one pair of marks.
//!
//! # What it says
//!
//! The words are on file, but not as one passage: they come from several statements, or from one in another order.
//! A mark of omission between the pieces does not help, for it says that something was left out and not that
//! something was put together. Of a quotation that goes on over several paragraphs each is judged by itself: a new
//! paragraph with a new mark is a new breath.
//!
//! # Why it matters
//!
//! The speaker never said this in one breath. What follows on what changes what is meant.
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
//!   - id: envoy-on-talks
//!     by: ann-envoy
//!     date: 2031-03-06
//!     quote: the talks begin on Monday, and nobody is left out
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! Ann Envoy said: “We will not leave the harbour … the talks begin on Monday.”
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Ann Envoy said: “We will not leave the harbour … we will not talk to those who shelled it.”
//! ```
//!
//! # What to do
//!
//! Close the marks after each piece, and open them again.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "spliced",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("spliced.rs"),
    run: Run::Draft,
};
