//! The words differ from those on file only inside square brackets.
//!
//! # What it says
//!
//! An editor’s insertion, `[word]`, stands beside the words on file or in the place of some of them; outside the
//! brackets nothing is changed.
//!
//! # Why it matters
//!
//! It is a marked change. It is still worth a look whether the bracket says what the speaker meant.
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
//! “We will not leave [the port], and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the port, and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Nothing.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "bracketed",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("bracketed.rs"),
    run: Run::Draft,
};
