//! A quote does not stand in the archived text of its source.
//!
//! # What it says
//!
//! Neither the words of the quote nor words like them stand in the text that the source’s `archive` holds. Quotes
//! of sources without an archived text at hand are not looked at; the summary counts them as unchecked. Typographic
//! marks, dashes, spaces and Unicode compatibility forms make no difference; `…` and `[…]` mark omissions, `[word]`
//! an editor’s insertion.
//!
//! # Why it matters
//!
//! A quote that its source does not have was taken from somewhere else, or from nowhere.
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
//!     quote: The lighthouse keeper has gone home
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
//!     quote: We will not close the mine.
//! ```
//!
//! The words stand in the archived text.
//!
//! # What to do
//!
//! Look the words up in the source. If they were read elsewhere, name that source; if the archive is not the right
//! file, save it anew.

use super::archived::Quote;
use crate::ledger::Ledger;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::passage::Looked;

/// The rule.
pub const RULE: Rule = Rule {
    id: "quote-not-in-source",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("quote_not_in_source.rs"),
    run: Run::Quotes(run),
};

fn run(rule: &'static Rule, _: &Ledger, quotes: &[Quote<'_>], findings: &mut Vec<Finding>) {
    for quote in quotes {
        if quote.looked == Looked::Nowhere {
            let message = format!("these words do not stand in the archived text of `{}`", quote.source);
            let help = match quote.elsewhere {
                Some(other) => format!(
                    "they stand in the archived text of `{other}`: name that source, if they were read there"
                ),
                None => "look them up in the source, or name the source in which they were read".to_owned(),
            };
            let finding = compose::record(rule, quote.span, message, help);
            findings.push(finding.between([&*quote.statement.id, quote.source]));
        }
    }
}
