//! An omission in a quote takes away a word of its source that denies, or that opens a condition.
//!
//! # What it says
//!
//! The quote marks an omission, and what stands in its place in the archived text is a word such as “not” or “unless”,
//! in the sentence whose other words are kept.
//!
//! # Why it matters
//!
//! “We did … order the strike” is word for word what was said, and says the opposite. Readers do not look behind a mark of omission.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//! sources:
//!   - id: mail-report
//!     archive: mail.txt
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     source: mail-report
//!     quote: We did … close the mine
//! ```
//!
//! The archived text is
//!
//! ```text,archive
//! The minister spoke at noon. “We did not close the mine, and we never will,” she said.
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
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     source: mail-report
//!     quote: We did not … and we never will
//! ```
//!
//! # What to do
//!
//! Take the word back into the quote.

use super::archived;
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::passage::Looked;

/// The rule.
pub const RULE: Rule = Rule {
    id: "cut-quote",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("cut_quote.rs"),
    run: Run::Records(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for quote in archived::quotes(ledger) {
        if let Looked::Cut(there, dropped) = quote.looked {
            let gone: Vec<String> = dropped.iter().map(|word| format!("“{}”", word.word)).collect();
            let message = format!(
                "the omission takes away {} of the archived text of `{}`",
                words::list(&gone),
                quote.source
            );
            let help = format!("the source has “{there}”: take the word back into the quote");
            let finding = compose::record(rule, quote.span, message, help);
            findings.push(finding.between([quote.statement, quote.source]));
        }
    }
}
