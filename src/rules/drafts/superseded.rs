//! What was withdrawn, reversed or revised since is quoted or reported.
//!
//! # What it says
//!
//! The statement quoted was withdrawn by a later one (`retracts`), or the same voice has said the opposite since. Or the
//! draft has a party give a figure, in its words or in those of the draft, or report a deed or a denial, and the party has
//! revised it since. Nothing is said where the draft gives what was said since as well.
//!
//! # Why it matters
//!
//! A reader takes what is quoted to be what the party holds.
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
//!   - id: envoy-withdraws
//!     by: ann-envoy
//!     date: 2031-03-09
//!     quote: We are leaving after all
//!     retracts: envoy-says
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
//! “We are leaving after all,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Say so in the draft, or quote what was said since.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "superseded",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("superseded.rs"),
    run: Run::Draft,
};
