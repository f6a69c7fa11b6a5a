//! A proposition or a reference is given something of the wrong kind, too much or too little.
//!
//! # What it says
//!
//! Every predicate says what it is about: `carried-out` takes a party and an event, in this order. The finding
//! appears where an argument is missing, is one too many, or is of another kind than asked for. It also appears
//! where something is said to be part of a class, which is a description and has no parts, and where a statement
//! retracts what somebody else said: only one's own words can be taken back. Such a statement is set aside as a
//! whole.
//!
//! # Why it matters
//!
//! "The blast carried out Norland" makes no sense, and a missing argument changes what is said. It is better to
//! stop than to guess.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: norland
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(harbour-blast, norland)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: norland
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(norland, harbour-blast)
//! ```
//!
//! The party comes first.
//!
//! # What to do
//!
//! The finding says which arguments the predicate takes; put them in that order. What somebody else said is not
//! retracted but contradicted: use `denies`. To say that a party belongs to a class, record who calls it so:
//! `member-of(free-coast-front, coast-militias)`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "wrong-argument",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("wrong_argument.rs"),
    run: Run::Reading,
};
