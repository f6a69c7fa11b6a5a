//! Something is, by way of its parts, part of itself.
//!
//! # What it says
//!
//! Following `part-of` upwards from a party or an event, or `within` from a place, leads back to where it began.
//! The finding names each step of the round.
//!
//! # Why it matters
//!
//! A statement is held by the whole to which its speaker belongs: the spokesman's words are his government's. In a
//! circle there is no top, and nobody could be said to hold anything.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: ministry
//!     part-of: coast-guard
//!   - id: coast-guard
//!     part-of: ministry
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: guard-judges
//!     by: coast-guard
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
//!   - id: ministry
//!     part-of: estia
//!   - id: coast-guard
//!     part-of: ministry
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: guard-judges
//!     by: coast-guard
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! The coast guard is part of the ministry, and the ministry of Estia.
//!
//! # What to do
//!
//! Decide which of the steps is wrong and take it out. Two parties of equal rank that work together are not part
//! of each other.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name, since no root can be found in a circle.
pub const RULE: Rule = Rule {
    id: "part-of-cycle",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("part_of_cycle.rs"),
    run: Run::Reading,
};
