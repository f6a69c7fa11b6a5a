//! A class is named as the speaker of a statement.
//!
//! # What it says
//!
//! A party of kind `class` ("armed groups on the coast", "Western officials") is a description of parties, not one
//! of them. It can be spoken of; it cannot speak. The statement is set aside as a whole.
//!
//! # Why it matters
//!
//! A description has no spokesman. What one member said would be put into the mouths of all, and a contradiction
//! would be found where there is none.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: coast-militias
//!     kind: class
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: militias-claim
//!     by: coast-militias
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(self, harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: coast-militias
//!     kind: armed-group
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: militias-claim
//!     by: coast-militias
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(self, harbour-blast)
//! ```
//!
//! A group, an organisation or a body can speak.
//!
//! # What to do
//!
//! Record who did speak: the group, the spokesman, or the party to which an unnamed speaker belongs, with
//! `anonymous`. If the name does stand for a group that speaks for itself, change its `kind`.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Rule, Run};

/// The rule; the reader of the files reports under its name.
pub const RULE: Rule = Rule {
    id: "class-speaks",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("class_speaks.rs"),
    run: Run::Reading,
};
