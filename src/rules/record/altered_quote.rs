//! A quote differs from the archived text of its source.
//!
//! # What it says
//!
//! Words like those of the quote stand in the text that the source’s `archive` holds, and some are others, are
//! missing or are added without a mark. The finding says which, and quotes the source. Quotes of sources without an
//! archived text at hand are not looked at; the summary counts them as unchecked. Typographic marks, dashes, spaces
//! and Unicode compatibility forms make no difference; `…` and `[…]` mark omissions, `[word]` an editor’s
//! insertion.
//!
//! # Why it matters
//!
//! A slip in the ledger is repeated by everybody who relies on it.
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
//!     quote: We will now close the mine.
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
//! statements:
//!   - id: velmark-says
//!     by: velmark
//!     date: 2032-06-07
//!     source: mail-report
//!     quote: We will not … the mine.
//! ```
//!
//! What is left out is marked.
//!
//! # What to do
//!
//! Correct the quote after the source, or mark what was changed: `…` for words left out, `[word]` for words put in.

use super::archived::Quote;
use crate::ledger::Ledger;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::difference;
use crate::text::quotes::passage::Looked;

/// The rule.
pub const RULE: Rule = Rule {
    id: "altered-quote",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("altered_quote.rs"),
    run: Run::Quotes(run),
};

fn run(rule: &'static Rule, _: &Ledger, quotes: &[Quote<'_>], findings: &mut Vec<Finding>) {
    for quote in quotes {
        if let Looked::Near(there, hunks) = &quote.looked {
            let message = format!(
                "this differs from the archived text of `{}`: {}",
                quote.source,
                difference::in_words(hunks)
            );
            let help = format!("the source has “{there}”: correct the quote, or mark what was changed");
            let finding = compose::record(rule, quote.span, message, help);
            findings.push(finding.between([&*quote.statement.id, quote.source]));
        }
    }
}
