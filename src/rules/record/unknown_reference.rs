//! A record names something that is not in the ledger.
//!
//! # What it says
//!
//! A speaker, a source, an event, a place, a topic, another statement or a predicate is named by an id that no
//! record has. The finding suggests the nearest one. A statement that names something unknown is set aside as a
//! whole; a party, place, event or source keeps what could be read.
//!
//! # Why it matters
//!
//! A misspelt name would make a second party out of the first, and what the two say would never be compared.
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
//!     by: estai
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
//! `estia` is a party.
//!
//! # What to do
//!
//! Correct the spelling. If the name is right, add the record it stands for: elsewhere than in statements only
//! `id` is needed. Text that is meant as text, not as an id, belongs in quotation marks:
//! `weapon(harbour-blast) = "a rocket"`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "unknown-reference",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("unknown_reference.rs"),
    run: Run::Reading,
};
