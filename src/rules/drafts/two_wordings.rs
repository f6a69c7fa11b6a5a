//! A draft quotes the same matter in two short wordings that are one word apart.
//!
//! # What it says
//!
//! A quotation of two to four words is on file as a statement of its own. The draft also quotes another statement
//! of the same root, of the same day and in the same matter, in which the same words stand with one of them
//! exchanged.
//!
//! # Why it matters
//!
//! They may well be two renderings of one remark, perhaps by two translators, and then one of the two was not said.
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
//!     part-of: norland
//! topics:
//!   - id: an-answer
//! statements:
//!   - id: norland-promises
//!     by: norland
//!     date: 2031-03-04
//!     quote: very firm
//!     asserts:
//!       - will(norland, an-answer)
//!   - id: envoy-promises
//!     by: ann-envoy
//!     date: 2031-03-04
//!     quote:
//!       - We will reply in a very hard way
//!       - We will reply
//!     asserts:
//!       - will(norland, an-answer)
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! Norland promised a “very firm” answer on Tuesday. “We will reply in a very hard way,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Norland promised a “very firm” answer on Tuesday. “We will reply,” Ann Envoy said.
//! ```
//!
//! # What to do
//!
//! Find out which of the two was said.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "two-wordings",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("two_wordings.rs"),
    run: Run::Draft,
};
