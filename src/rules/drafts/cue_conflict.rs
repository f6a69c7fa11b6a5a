//! The draft says otherwise than the record how, when or to whom something was said.
//!
//! # What it says
//!
//! The draft has it that the speaker denied it where the record has the words as an assertion only; or names
//! another day of the week or of the month than the statement’s; or another outlet than the one that the record
//! names as having carried the words.
//!
//! # Why it matters
//!
//! The words are right and what is said about them is wrong.
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
//! “We will not leave the harbour,” Ann Envoy said on Sunday.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour,” Ann Envoy said on Tuesday.
//! ```
//!
//! # What to do
//!
//! Compare the sentence with the record. 4 March 2031, the date of the statement in the example, is a Tuesday.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "cue-conflict",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("cue_conflict.rs"),
    run: Run::Draft,
};
