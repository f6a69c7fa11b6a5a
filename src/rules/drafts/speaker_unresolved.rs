//! The words are on file, and the draft names nobody on file as their speaker.
//!
//! # What it says
//!
//! Only one party has said the words, and the draft gives them to nobody, to a name that is not on file, or to a pronoun or
//! description that may mean somebody else. That is a note: a draft that names nobody accuses nobody. Short pieces without
//! any attribution are judged by their words alone.
//!
//! # Why it matters
//!
//! Words without their speaker cannot be checked by a reader, and a name that the ledger does not know may be a
//! wrong one.
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
//! “We will not leave the harbour,” Carl Clerk said.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! “We will not leave the harbour,” the envoy said.
//! ```
//!
//! # What to do
//!
//! Name the speaker as the ledger does, or add the name to the party’s `aliases`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "speaker-unresolved",
    family: Family::Draft,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("speaker_unresolved.rs"),
    run: Run::Draft,
};
