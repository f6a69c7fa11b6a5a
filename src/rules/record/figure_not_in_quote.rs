//! A position counts so many, and its quote has another number.
//!
//! # What it says
//!
//! A position gives a count, the words that are quoted for it hold numbers, and none of them is that count, nor their sum.
//! Numbers that another position of the statement has, years, and dozens and hundreds in words are left out.
//!
//! # Why it matters
//!
//! One slip of the keyboard, 21 for 23, and every comparison that goes by the figure is wrong, beside the words that are right.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-counts
//!     by: velmark
//!     date: 2032-06-07
//!     quote: In total, 23 people were injured.
//!     asserts:
//!       - injured(quarry-blast) = 21
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: velmark
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-counts
//!     by: velmark
//!     date: 2032-06-07
//!     quote: Eleven women and ten men were injured.
//!     asserts:
//!       - injured(quarry-blast) = 21
//! ```
//!
//! # What to do
//!
//! Compare the figure with the source, and set the position or the quote right.

use crate::ledger::Ledger;
use crate::ledger::model::statement::Statement;
use crate::ledger::model::value::Value;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    id: "figure-not-in-quote",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("figure_not_in_quote.rs"),
    run: Run::Records(run),
};

/// Numbers like these are years.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        let counts: Vec<(u64, u64)> = statement
            .positions
            .iter()
            .filter_map(|position| position.value.and_then(Value::counts))
            .collect();
        let ([(low, high)], [position]) = (&counts[..], &statement.positions[..]) else { continue };
        let Some(numbers) = numbers(ledger, statement) else { continue };
        let fits = |number: &u64| low <= number && number <= high;
        let sum = numbers.iter().fold(0u64, |sum, number| sum.saturating_add(*number));
        if numbers.is_empty() || numbers.iter().any(fits) || fits(&sum) {
            continue;
        }
        let named: Vec<String> = numbers.iter().map(u64::to_string).collect();
        let count = if low == high { low.to_string() } else { format!("{low} to {high}") };
        let message = format!("the position says {count}, and the quote says {}", named.join(", "));
        let help = "compare both with the source, and set right whichever is wrong".to_owned();
        findings.push(compose::record(rule, position.span, message, help));
    }
}

/// The numbers in the quotes of a statement; nothing where one is written as a dozen, a hundred or a share.
fn numbers(ledger: &Ledger, statement: &Statement) -> Option<Vec<u64>> {
    let mut numbers = Vec::new();
    for quote in ledger.quotes(statement) {
        for word in quote
            .split(|letter: char| letter.is_whitespace() || matches!(letter, '–' | '—' | '-' | '…' | '/'))
        {
            let word =
                word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%').replace(',', "");
            let word = word.to_lowercase();
            if word.is_empty() || !lexicon::number(&word) {
                continue;
            }
            let number =
                lexicon::plain(&[word.as_str()]).first().and_then(|digits| digits.parse::<u64>().ok())?;
            if word != "one"
                && !(YEARS.contains(&number) && word.starts_with(|digit: char| digit.is_ascii_digit()))
            {
                numbers.push(number);
            }
        }
    }
    Some(numbers)
}
