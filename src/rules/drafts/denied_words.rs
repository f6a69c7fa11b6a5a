//! Words are quoted, and somebody denies that they were ever said.
//!
//! # What it says
//!
//! A statement on file `denies` that the statement quoted is `authentic`, and stands by it.
//!
//! # Why it matters
//!
//! A forged clip is quoted as easily as a true one. Who prints the words and not the denial takes a side.
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
//!   - id: the-clip
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote: We burnt the quay, and we would burn it again.
//!   - id: envoy-on-the-clip
//!     by: ann-envoy
//!     date: 2031-03-05
//!     quote: I never said that.
//!     denies:
//!       - authentic(the-clip)
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “We burnt the quay, and we would burn it again,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “I never said that,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Say in the draft who denies it, or find a recording or somebody else who heard the words.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "denied-words",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("denied_words.rs"),
    run: Run::Draft,
};
