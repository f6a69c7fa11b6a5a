//! The words are on file of several speakers, and the draft does not say whose they are.
//!
//! # What it says
//!
//! Two or more statements of different speakers hold the words equally well, and the draft names none of these
//! speakers.
//!
//! # Why it matters
//!
//! Which statement is quoted decides what is being reported.
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
//!   - id: sudria
//!     name: Sudria
//!     kind: state
//! statements:
//!   - id: envoy-says
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote: We will not leave the harbour, and we will not talk to those who shelled it.
//!   - id: sudria-says
//!     by: sudria
//!     date: 2031-03-05
//!     quote: We will not leave the harbour.
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “We will not leave the harbour,” an official said.
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
//! Say in the draft who is speaking.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "ambiguous",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("ambiguous.rs"),
    run: Run::Draft,
};
