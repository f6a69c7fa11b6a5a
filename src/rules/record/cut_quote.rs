//! A cut in a quote takes away words of its source that deny, open a condition, or hedge.
//!
//! # What it says
//!
//! The quote marks an omission, begins or breaks off within a sentence of the archived text, and what is cut away of that
//! sentence is a word such as “not” or “unless”, or a hedge or a source such as “allegedly” or “according to preliminary data”. At
//! the ends of a quote a mark of quotation in the archived text ends the sentence; and nothing is said where the statement keeps
//! the word otherwise: a denial under `denies` or `doubts`, a condition under `if`, a hedge under `suggests`, `doubts` or
//! `leaves-open`.
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

use super::archived::Quote;
use crate::ledger::Ledger;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Statement;
use crate::ledger::words;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::cuts::{Dropped, Turn};
use crate::text::quotes::passage::Looked;

/// The rule.
pub const RULE: Rule = Rule {
    id: "cut-quote",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("cut_quote.rs"),
    run: Run::Quotes(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, quotes: &[Quote<'_>], findings: &mut Vec<Finding>) {
    for quote in quotes {
        if let Looked::Cut(there, dropped) = &quote.looked {
            let kept = |one: &&Dropped| one.outside && kept(ledger, quote.statement, one);
            let dropped: Vec<&Dropped> = dropped.iter().filter(|one| !kept(one)).collect();
            if dropped.is_empty() {
                continue;
            }
            let gone: Vec<String> = dropped.iter().map(|word| format!("“{}”", word.word)).collect();
            let message = format!(
                "the cut takes away {} of the archived text of `{}`",
                words::list(&gone),
                quote.source
            );
            let help = format!("the source has “{there}”: take that back into the quote");
            let finding = compose::record(rule, quote.span, message, help);
            findings.push(finding.between([&*quote.statement.id, quote.source]));
        }
    }
}

/// True when a statement keeps in another way what its quote cuts away.
fn kept(ledger: &Ledger, statement: &Statement, dropped: &Dropped) -> bool {
    let held =
        |stances: &[Stance]| statement.positions.iter().any(|position| stances.contains(&position.stance));
    let quoted = || {
        let word = apart(&dropped.word);
        ledger.quotes(statement).any(|quote| apart(quote).contains(&word))
    };
    let otherwise = match dropped.turn {
        Turn::Denial => held(&[Stance::Denies, Stance::Doubts]),
        Turn::Condition => statement.condition.is_some(),
        Turn::Hedge => held(&[Stance::Suggests, Stance::Doubts, Stance::LeavesOpen]),
    };
    otherwise || quoted()
}

/// The words of a text in small letters, each between two spaces.
fn apart(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}
