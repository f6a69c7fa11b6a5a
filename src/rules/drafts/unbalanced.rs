//! A quotation mark of the draft has no partner.
//!
//! # What it says
//!
//! A mark opens a quotation that is never closed, or closes one that was never opened. The words that it may have
//! been meant for are shown, with the statement on file that they come from where there is one. Whatever comes
//! after the mark is read as though it were not there: it shifts nothing. Apostrophes, and quotations that go on in
//! the next paragraph with a new opening mark, are no mistake.
//!
//! # Why it matters
//!
//! A reader no longer knows who is speaking. Words of the paper become words of a source, or the other way round.
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
//! “We will not leave the harbour, Ann Envoy said.
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
//! Set the mark that is missing, or take this one out.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unbalanced",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("unbalanced.rs"),
    run: Run::Draft,
};
