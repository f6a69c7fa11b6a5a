//! One sentence that says what this rule finds.
//!
//! # What it says
//!
//! When it fires, and when it does not, in words of the manual.
//!
//! # Why it matters
//!
//! What a reader would take away wrongly without it.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire, date: 2031-05-01}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(sudria, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! The same but for one record or one word.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire, date: 2031-05-01}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     denies:
//!       - carried-out(sudria, quay-fire)
//! ```
//!
//! # What to do
//!
//! What an editor does about it.

use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch};

/// The rule.
pub const RULE: Rule = Rule {
    id: "late-denial",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("late_denial.rs"),
    run: Run::Positions(run),
};

fn run<'r>(_rule: &'static Rule, _context: &'r Context<'r>, _findings: &mut Vec<Sketch<'r>>) {}
