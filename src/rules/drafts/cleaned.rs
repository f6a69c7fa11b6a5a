//! Hesitation, repetition, grammar, spelling or short forms were set right.
//!
//! # What it says
//!
//! The words differ from those on file only in sounds and words of hesitation (“um”, “you know”), in a word said
//! twice, in the agreement of a verb, in short forms (“don’t” for “do not”), in British or American spelling, or in
//! a number written as a word.
//!
//! # Why it matters
//!
//! Most houses allow it, some do not.
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
//! “We won’t leave the harbour,” Ann Envoy said.
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
//! Nothing, if your house does so. To make it an error, put it under `settings`, `quotes: {error: [cleaned]}`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "cleaned",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("cleaned.rs"),
    run: Run::Draft,
};
