//! The archived file of a source is not the one that its record describes.
//!
//! # What it says
//!
//! The file that `archive` names has another SHA-256 than the record’s `sha256`.
//!
//! # Why it matters
//!
//! The text that quotes are compared with was changed or exchanged since it was saved.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//! sources:
//!   - id: mail-report
//!     archive: mail.txt
//!     sha256: 0000000000000000000000000000000000000000000000000000000000000000
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     source: mail-report
//!     quote: We will not close the mine.
//! ```
//!
//! The archived text is
//!
//! ```text,archive
//! The minister spoke at noon. “We will not close the mine,” she said. “Eleven men are still below.”
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: velmark
//! sources:
//!   - id: mail-report
//!     archive: mail.txt
//!     sha256: 6cd60e6f7f49acf4aa6b42ff5a0f431ee0fc900ab7786317e8b4123d77ac4790
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     source: mail-report
//!     quote: We will not close the mine.
//! ```
//!
//! The hash is that of the file, as `sha256sum` prints it.
//!
//! # What to do
//!
//! Find out who changed the file. If the new text is the right one, write its hash into the record.

use crate::ledger::Ledger;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "source-changed",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("source_changed.rs"),
    run: Run::Records(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (id, archive) in &ledger.archives {
        let source = ledger.source(*id);
        let wrong = source.sha256.as_ref().filter(|hash| !hash.trim().eq_ignore_ascii_case(&archive.sha256));
        if wrong.is_some() {
            let message =
                format!("the archived file of `{}` has changed since its hash was written down", source.id);
            let help = format!("find out why; the hash of the file is now {}", archive.sha256);
            findings.push(compose::record(rule, source.span, message, help).between([&*source.id]));
        }
    }
}
