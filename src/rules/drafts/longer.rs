//! The quotation is longer than the words on file.
//!
//! # What it says
//!
//! What is on file stands in the quotation, word for word, and the quotation has more before it or behind it: the record holds a
//! fragment, or one sentence of several. Nobody can say whether the rest was said as well. Where the words beyond those on file
//! deny them, open a condition or hedge them, they are changed words, and so is a word that is put into a sentence that ends on
//! file.
//!
//! # Why it matters
//!
//! What stands between quotation marks is promised to be what was said, and only a part of it can be checked.
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
//!     quote: talk to those who shelled the harbour
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! “We talk to those who shelled the harbour today,” Ann Envoy said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Ann Envoy said that Norland would “talk to those who shelled the harbour”.
//! ```
//!
//! # What to do
//!
//! Record the whole statement with its source.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "longer",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("longer.rs"),
    run: Run::Draft,
};
