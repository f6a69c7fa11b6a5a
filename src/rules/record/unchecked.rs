//! A statement that no second reader has compared with its source, in a ledger whose others were.
//!
//! # What it says
//!
//! The statement has no `checked`, and other statements of the ledger have one. This is reported only with `--strict`,
//! and never where nobody keeps `checked`.
//!
//! # Why it matters
//!
//! Whoever types a statement reads what was meant. A second reader finds the wrong speaker, the stance turned round
//! and the figure misread, before it is printed.
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
//!     asserts:
//!       - terrorism(harbour-blast)
//!   - id: estia-counts
//!     by: estia
//!     date: 2024-05-13
//!     asserts:
//!       - killed(harbour-blast) = 3
//!     checked:
//!       - by: Ana
//!         date: 2024-05-14
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
//!     checked:
//!       - by: Ana
//! ```
//!
//! # What to do
//!
//! Have somebody who did not type it compare speaker, day, words and positions with the source, and write down who did
//! and when: `checked: [{by: Ana, date: 2024-05-14}]`.

use crate::ledger::Ledger;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unchecked",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("unchecked.rs"),
    run: Run::Strict(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    if ledger.said().all(|(_, statement)| statement.checked.is_empty()) {
        return;
    }
    for (_, statement) in ledger.said().filter(|(_, statement)| statement.checked.is_empty()) {
        let message = format!("no second reader has checked `{}`", statement.id);
        let help = "compare it with its source, and write down who did under `checked`";
        let finding = compose::record(rule, statement.span, message, help.to_owned());
        findings.push(finding.between([statement.id.as_str()]));
    }
}
