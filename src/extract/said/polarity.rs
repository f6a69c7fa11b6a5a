//! What turns words round, hedges them or leaves them open.

use super::units::{Kind, Unit};
use super::words::{self, listed};
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// How a stretch of words stands to what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Polarity {
    /// It says that it is not so, or that somebody does.
    pub denied: bool,
    /// It hedges.
    pub hedged: bool,
    /// It is asked, supposed or wished.
    pub open: bool,
}

/// Whether a word says that something is not so, or is doubted, stopped or lacking.
#[must_use]
pub fn denial(word: &str) -> bool {
    listed(words::DENY, word)
        || words::DENIALS.split_ascii_whitespace().any(|beginning| word.starts_with(beginning))
}

/// Whether a noun calls what is said so by somebody else.
#[must_use]
pub fn called(word: &str) -> bool {
    matches!(
        word,
        "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "speculation"
            | "suggestion"
            | "suggestions"
            | "rumours"
            | "rumors"
            | "theory"
            | "theories"
            | "notion"
            | "idea"
            | "claim"
            | "claims"
            | "charge"
            | "charges"
    )
}

/// How the units of a stretch stand to what they say, without those that a phrase has for its own words.
#[must_use]
pub fn polarity(all: &Words, units: &[Unit], own: impl Fn(usize) -> bool) -> Polarity {
    let mut polarity = Polarity::default();
    for (at, unit) in units.iter().enumerate() {
        if unit.kind == Kind::Question {
            polarity.open = true;
        }
        if !matches!(unit.kind, Kind::Word(_)) || own(at) {
            continue;
        }
        let word = all.text(unit.word);
        let before = at.checked_sub(1).map_or("", |at| all.text(units[at].word));
        polarity.denied |= lexicon::negation(word) || denial(word);
        polarity.hedged |= listed(words::HEDGES, word);
        // "The two countries would", "plans to": nothing is said to have been done.
        polarity.open |= lexicon::condition(word)
            || called(word) && !matches!(word, "claims" | "charges")
            || listed(words::OPEN, word)
            || before == "in" && word == "case";
    }
    polarity
}
