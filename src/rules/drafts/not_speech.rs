//! Words between marks that nobody has said: a name, a title, a heading, a word held at arm’s length.
//!
//! # What it says
//!
//! The words are a name on file, the title of a book or a report, a heading, something so called, or a few words to
//! which the draft gives no speaker and for which no words are on file. They are not compared with the ledger.
//!
//! # Why it matters
//!
//! A title in marks is no quotation, and not finding it on file means nothing.
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
//! The league’s report, “Lights Along the Estuary”, runs to four hundred pages.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Ann Envoy said: “We will not leave the harbour.”
//! ```
//!
//! # What to do
//!
//! Nothing, if it is indeed no speech. If it is, say in the draft who is speaking.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "not-speech",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("not_speech.rs"),
    run: Run::Draft,
};
