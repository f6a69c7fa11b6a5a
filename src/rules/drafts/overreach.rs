//! The draft is stronger than the record.
//!
//! # What it says
//!
//! Without quotation marks, the draft says that a party did something, that it claimed it, or that another accused
//! it of it, and what is on record is less: a lower rung of responsibility, the deed of somebody whom the party
//! backs, other events, the same only as likely or possible, or words that may only be read so under a rule of reading.
//!
//! # Why it matters
//!
//! That a group did it and that a state backs the group does not say that the state did it.
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
//!   - id: sudria
//!     name: Sudria
//!     kind: state
//!   - id: coast-front
//!     name: the Coast Front
//!     kind: armed-group
//! events:
//!   - id: harbour-strike
//!     name: the Harbour strike
//! statements:
//!   - id: norland-accuses
//!     by: norland
//!     date: 2031-03-04
//!     asserts:
//!       - carried-out(coast-front, harbour-strike)
//!       - backs(sudria, coast-front)
//!   - id: sudria-denies
//!     by: sudria
//!     date: 2031-03-05
//!     denies:
//!       - involved-in(sudria, harbour-strike)
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! Norland said Sudria carried out the Harbour strike.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Norland said the Coast Front carried out the Harbour strike.
//! ```
//!
//! # What to do
//!
//! Say what is on record and no more, or record the statement that says it.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "overreach",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("overreach.rs"),
    run: Run::Draft,
};
