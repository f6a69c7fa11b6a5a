//! Words are dated after the publication in which they were found.
//!
//! # What it says
//!
//! The date of the statement is later than the day on which its source was published. A day without a time zone is
//! that day anywhere on Earth, so neighbouring days are never reported.
//!
//! # Why it matters
//!
//! Nobody can print what has not been said yet. One of the dates is wrong, the statement was found elsewhere, or the
//! report was changed later without saying so.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//! sources:
//!   - id: times-report
//!     published: 2024-05-12
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-20
//!     source: times-report
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//! sources:
//!   - id: times-report
//!     published: 2024-05-12
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     source: times-report
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! Said on the day on which it was published.
//!
//! # What to do
//!
//! Check both dates. `date` is the day on which the words were spoken, not the day on which you recorded them. If
//! the report was updated, put that day under `corrected`.

use crate::ledger::Ledger;
use crate::reason::values;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "after-its-source",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("after_its_source.rs"),
    run: Run::Records(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        let Some(source) = statement.source.map(|source| ledger.source(source)) else { continue };
        let Some(published) = source.published else { continue };
        if values::before(&published, &statement.date) {
            let finding = compose::record(
                rule,
                statement.span,
                format!(
                    "said on {}, and its source `{}` was published on {}",
                    statement.date.words(),
                    source.id,
                    published.words()
                ),
                "correct the date of the statement or of the source, or name the source where it was read"
                    .to_owned(),
            );
            findings.push(finding.between([&*statement.id, &*source.id]));
        }
    }
}
