//! Words that are on file as one party’s are given to another.
//!
//! # What it says
//!
//! The draft names a speaker who is on file, by name, by a signature or by an office of a party that it names, the words are on file too, and they are somebody else’s. A body’s
//! words may be given to what it is part of, and a person’s to the institution, but not to another person. Words
//! that anybody may have said, such as two or three common ones, are not held against a speaker; nor is a pronoun, a
//! description, or whoever was speaking before: these may mean somebody else than they seem to.
//!
//! # Why it matters
//!
//! It is the gravest mistake that a quotation can hold: it puts words into a mouth.
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
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “We will not leave the harbour, and we will not talk to those who shelled it,” Sudria said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour, and we will not talk to those who shelled it,” Norland said.
//! ```
//!
//! # What to do
//!
//! Give the words to whoever said them. If both did, record the second statement with its source.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "misattributed",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("misattributed.rs"),
    run: Run::Draft,
};
