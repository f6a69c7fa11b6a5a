//! The words quoted are a translator’s.
//!
//! # What it says
//!
//! The source of the statement is a translation (`translated-from`).
//!
//! # Why it matters
//!
//! Between the marks stand words that the speaker did not choose.
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
//! sources:
//!   - id: wire
//!     language: en
//!     translated-from: fr
//! statements:
//!   - id: envoy-says
//!     by: ann-envoy
//!     date: 2031-03-04
//!     source: wire
//!     quote: We will not leave the harbour, and we will not talk to those who shelled it.
//!   - id: envoy-on-talks
//!     by: ann-envoy
//!     date: 2031-03-06
//!     quote: The talks begin on Monday
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
//! “The talks begin on Monday,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Say so in the draft, or quote the original.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "translation",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("translation.rs"),
    run: Run::Draft,
};
