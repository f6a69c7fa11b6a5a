//! Two records of one list have the same id.
//!
//! # What it says
//!
//! Ids are unique within their list across all files of the ledger: two statements, two parties or two events
//! cannot share one. A party and a place may. The finding shows both records.
//!
//! # Why it matters
//!
//! Everything refers to records by their ids. With two of one name nobody can tell which is meant, and what is said
//! of the one would be held against the other.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: estia
//!     name: Republic of Estia
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
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//! places:
//!   - id: estia
//!     name: Republic of Estia
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
//! A party and a place of one id are two lists, and no finding.
//!
//! # What to do
//!
//! If both describe the same thing, make one record of them. If not, give one of them another id, there and
//! wherever it is used.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "duplicate-id",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("duplicate_id.rs"),
    run: Run::Reading,
};
