//! The draft has a party give a figure, and the record of the party has another.
//!
//! # What it says
//!
//! Without quotation marks, the draft says how many a party on file said were killed, injured or missing in an event on
//! file, and no statement of that party has a figure that agrees.
//!
//! # Why it matters
//!
//! One figure too many or a place too far is the commonest slip of a keyboard, and it is put into somebody's mouth.
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
//! events:
//!   - id: harbour-strike
//!     name: the Harbour strike
//! statements:
//!   - id: norland-counts
//!     by: norland
//!     date: 2031-03-04
//!     asserts:
//!       - killed(harbour-strike) = 12
//! ```
//!
//! and the draft says
//!
//! ```text,finding
//! Norland said 120 people were killed in the Harbour strike.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Norland said at least ten people were killed in the Harbour strike.
//! ```
//!
//! # What to do
//!
//! Compare the figure with the record: set it right, or record the statement that has it.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "number-conflict",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("number_conflict.rs"),
    run: Run::Draft,
};
