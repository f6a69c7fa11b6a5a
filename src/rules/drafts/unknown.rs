//! No such words are on file.
//!
//! # What it says
//!
//! No statement on file holds these words or words near to them of the speaker whom the draft names.
//!
//! # Why it matters
//!
//! The ledger may lack the statement, or nobody has said it. gainsay cannot tell which.
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
//! “The lighthouse keeper has gone home for good,” Ann Envoy said.
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
//! Record the statement with its source, or check it by hand.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unknown",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("unknown.rs"),
    run: Run::Draft,
};
