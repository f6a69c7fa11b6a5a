//! Words were changed, and the change is not marked.
//!
//! # What it says
//!
//! The words are near to a statement on file and are not the same: something is exchanged, added or left out
//! without `…` or `[ ]`. It is said whether the change touches a negation, a number, a name or a modal verb. Marks,
//! dashes and spaces are no change, nor are hesitation and grammar.
//!
//! # Why it matters
//!
//! What stands between quotation marks is promised to be what was said.
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
//! “We will leave the harbour, and we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour [and] we will not talk to those who shelled it,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Quote the words on file, mark the change, or take the marks away.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "altered",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("altered.rs"),
    run: Run::Draft,
};
