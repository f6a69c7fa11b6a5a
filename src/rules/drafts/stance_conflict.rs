//! The draft has a party saying the opposite of what it says on record.
//!
//! # What it says
//!
//! Without quotation marks, the draft says that a party denied, admitted, claimed or condemned something, or that
//! it said who did it, and the record has the same party on the other side. Party, verb and event must all be
//! plain; where one is not, nothing is said.
//!
//! # Why it matters
//!
//! A sentence without marks is checked by nobody, and it turns a denial into an admission.
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
//! Sudria admitted its part in the Harbour strike.
//! ```
//!
//! # An example that does not
//!
//! With the same ledger:
//!
//! ```text
//! Sudria denied any part in the Harbour strike.
//! ```
//!
//! # What to do
//!
//! Compare the sentence with the statements named.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule.
pub const RULE: Rule = Rule {
    id: "stance-conflict",
    family: Family::Draft,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("stance_conflict.rs"),
    run: Run::Draft,
};
