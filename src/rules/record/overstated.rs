//! A position is recorded as certain, and the quote hedges it.
//!
//! # What it says
//!
//! A statement asserts or denies, suggests and doubts nothing, and its quote holds a word that hedges: “probably”,
//! “apparently”, “may have”, “we believe” and the like. “We have no doubt” is no hedge.
//!
//! # Why it matters
//!
//! A guess becomes a claim, and then contradicts what it never contradicted.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//!   - id: hill-watch
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-blames
//!     by: velmark
//!     date: 2032-06-07
//!     quote: The Hill Watch was probably behind the blast
//!     asserts:
//!       - carried-out(hill-watch, quarry-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: velmark
//!   - id: hill-watch
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-blames
//!     by: velmark
//!     date: 2032-06-07
//!     quote: The Hill Watch was without doubt behind the blast
//!     asserts:
//!       - carried-out(hill-watch, quarry-blast)
//! ```
//!
//! It is said with certainty.
//!
//! # What to do
//!
//! Put what is hedged under `suggests` or `doubts`.

use crate::ledger::Ledger;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Written;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::lexicon;

/// The rule.
pub const RULE: Rule = Rule {
    id: "overstated",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("overstated.rs"),
    run: Run::Records(run),
};

/// Words that hedge what stands beside them.
const HEDGES: &[&[&str]] = &[
    &["may", "have"],
    &["might", "have"],
    &["could", "have", "been"],
    &["probably"],
    &["possibly"],
    &["perhaps"],
    &["apparently"],
    &["presumably"],
    &["likely"],
    &["appears", "to"],
    &["appear", "to"],
    &["seems", "to"],
    &["seem", "to"],
    &["we", "suspect"],
    &["i", "suspect"],
    &["we", "believe"],
    &["i", "believe"],
    &["we", "think"],
    &["i", "think"],
];

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        let hedged = |position: &Written| {
            matches!(position.stance, Stance::Suggests | Stance::Doubts | Stance::LeavesOpen)
        };
        let certain = statement.positions.iter().any(|position| position.stance.certain());
        if !certain || statement.positions.iter().any(hedged) {
            continue;
        }
        for quote in &statement.quote {
            let (quote, span) = (quote.text(&ledger.texts), &quote.span);
            if let Some(hedge) = hedge(quote) {
                let message = format!("recorded as certain, and the quote says “{hedge}”");
                let help = "put what is hedged under `suggests` or `doubts`".to_owned();
                findings.push(compose::record(rule, *span, message, help));
            }
        }
    }
}

/// The letters with which hedges begin, a bit each: most words are passed over by their first one.
const BEGINNINGS: u32 = {
    let (mut letters, mut at) = (0, 0);
    while at < HEDGES.len() {
        letters |= 1 << (HEDGES[at][0].as_bytes()[0] & 31);
        at += 1;
    }
    letters
};

/// The hedge in a quote, unless it is denied: "it is not likely".
fn hedge(quote: &str) -> Option<String> {
    let words: Vec<&str> = quote
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let may_begin = |word: &str| {
        let first = word.as_bytes()[0];
        !first.is_ascii() || BEGINNINGS & 1 << (first & 31) != 0
    };
    (0..words.len()).filter(|at| may_begin(words[*at])).find_map(|at| {
        let fits = |form: &&&[&str]| {
            let mut here = words[at..].iter().zip(form.iter());
            words.len() - at >= form.len() && here.all(|(word, other)| is_folded(word, other))
        };
        let form = HEDGES.iter().find(fits)?;
        let denied = at.checked_sub(1).is_some_and(|before| lexicon::negation(&words[before].to_lowercase()));
        (!denied).then(|| form.join(" "))
    })
}

/// Whether a word is another in small letters.
fn is_folded(word: &str, small: &str) -> bool {
    word.eq_ignore_ascii_case(small) || !word.is_ascii() && word.to_lowercase() == small
}
