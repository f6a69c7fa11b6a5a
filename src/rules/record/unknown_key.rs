//! A record or a file uses a word that gainsay does not know.
//!
//! # What it says
//!
//! Each kind of record has its own keys, and a file has its own lists. This one is not among them; the finding
//! suggests the nearest that is. A statement, a request, a reconciliation or an expectation with an unknown key is
//! set aside as a whole. A party, place, topic, event or source keeps what could be read.
//!
//! # Why it matters
//!
//! A misspelt key would otherwise be dropped in silence: a denial written under `denys` is a denial that nobody
//! ever sees again.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     assert:
//!       - terrorism(harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! `asserts` is a key of statements.
//!
//! # What to do
//!
//! Correct the spelling. If the key belongs to another kind of record, move it there (`published` is said of a
//! source, not of a statement). What has no key of its own goes into `note`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "unknown-key",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("unknown_key.rs"),
    run: Run::Reading,
};
