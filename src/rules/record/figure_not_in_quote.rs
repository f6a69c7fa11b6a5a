//! A position counts so many, and its quote has another number.
//!
//! # What it says
//!
//! A position gives a count, the words that are quoted for it hold numbers, and none of them is that count, nor their sum.
//! Days and years, measures, the numbers of names (Brigade 47), and dozens and hundreds in words are left out, and so are
//! statements of several positions.
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

use std::borrow::Cow;

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

/// Numbers that are read as years.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;
/// Words that make the number before them a measure, and no count.
const MEASURES: [&str; 34] = [
    "mm",
    "cm",
    "m",
    "km",
    "kg",
    "metres",
    "meters",
    "metre",
    "meter",
    "kilometres",
    "kilometers",
    "miles",
    "feet",
    "tons",
    "tonnes",
    "kilograms",
    "pounds",
    "millimetre",
    "millimeter",
    "minutes",
    "minute",
    "hours",
    "hour",
    "days",
    "day",
    "weeks",
    "week",
    "months",
    "month",
    "years",
    "year",
    "percent",
    "per",
    "am",
];

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        let counts: Vec<(u64, u64)> = statement
            .positions
            .iter()
            .filter_map(|position| position.value(ledger).and_then(Value::counts))
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
        findings.push(compose::record(rule, position.span, message, help).between([&*statement.id]));
    }
}

/// The numbers in the quotes of a statement, without dates, measures and numbers of names. None where the value of one
/// is not known: a dozen, a hundred or a share, or digits of another script.
fn numbers(ledger: &Ledger, statement: &Statement) -> Option<Vec<u64>> {
    let mut numbers = Vec::new();
    for quote in ledger.quotes(statement) {
        if quote.chars().any(|letter| letter.is_numeric() && !letter.is_ascii_digit()) {
            return None;
        }
        let words = words(quote);
        let mut at = 0;
        while at < words.len() {
            if !lexicon::number(&words[at].text) {
                at += 1;
                continue;
            }
            let (number, end) = number(&words, at)?;
            let figure = words[at].text.starts_with(|digit: char| digit.is_ascii_digit());
            let year = figure && end == at + 1 && YEARS.contains(&number);
            let named = at > 0 && (words[at - 1].name || words[at - 1].month());
            let measured = words.get(end).is_some_and(|word| word.month() || MEASURES.contains(&&*word.text));
            if !(year || named || measured || words[at].text == "one" && end == at + 1) {
                numbers.push(number);
            }
            at = end;
        }
    }
    Some(numbers)
}

/// The number that begins at a word, and the index after it: "1 200" and "twenty three" are one number. None where it
/// cannot be read.
fn number(words: &[Word<'_>], at: usize) -> Option<(u64, usize)> {
    let value = |word: &Word<'_>| {
        lexicon::plain(&[&*word.text]).first().and_then(|digits| digits.parse::<u64>().ok())
    };
    let digits = |word: &Word<'_>| word.text.bytes().all(|byte| byte.is_ascii_digit());
    let mut number = value(&words[at])?;
    let mut end = at + 1;
    if digits(&words[at]) {
        while words[at].text.len() <= 3
            && words.get(end).is_some_and(|word| digits(word) && word.text.len() == 3)
        {
            number = number.saturating_mul(1_000).saturating_add(value(&words[end])?);
            end += 1;
        }
    } else if let (20..100, Some(word)) = (number, words.get(end).filter(|word| lexicon::number(&word.text)))
        && let (0, Some(unit @ 1..10), false) = (number % 10, value(word), digits(word))
    {
        return Some((number + unit, end + 1));
    }
    Some((number, end))
}

/// A word of a quote without punctuation, hyphenated words parted.
struct Word<'q> {
    text: Cow<'q, str>,
    /// True when it has a capital letter.
    capital: bool,
    /// True when it has one and begins no sentence, as in "Brigade 47".
    name: bool,
}

impl Word<'_> {
    fn month(&self) -> bool {
        self.capital && lexicon::month(&self.text).is_some()
    }
}

fn words(quote: &str) -> Vec<Word<'_>> {
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, '–' | '—' | '-' | '…' | '/');
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut opens = true;
    for part in quote.split(parts) {
        let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%');
        if !bare.is_empty() {
            let capital = bare.starts_with(char::is_uppercase);
            let small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b',';
            let text = if bare.bytes().all(small) {
                Cow::Borrowed(bare)
            } else {
                Cow::Owned(bare.replace(',', "").to_lowercase())
            };
            words.push(Word { text, capital, name: capital && !opens });
            opens = part.ends_with(['.', '!', '?', ':']);
        }
    }
    words
}
