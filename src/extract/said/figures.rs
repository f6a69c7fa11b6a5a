//! Counts of people in prose, as a ledger writes them: `at least 12 people` is `>= 12`.

use super::units::{Kind, Unit};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::value::LARGEST_COUNT;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// A count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// As a ledger writes it, with its sign: `>= 12`.
    pub text: String,
    /// The party of whom so many are counted; none where people in general are.
    pub of: Option<PartyId>,
    /// The place of the figure among the units.
    pub at: usize,
    /// One past the last unit that belongs to it.
    pub end: usize,
}

/// Nouns for whoever is counted.
const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "person",
    "others",
    "victims",
    "lives",
    "deaths",
    "fatalities",
    "dead",
    "bodies",
    "individuals",
    "casualties",
    "injuries",
    "injured",
    "wounded",
    "killed",
    "missing",
    "arrests",
];

/// The first count in some units; none where there is none, or it counts something else.
#[must_use]
pub fn count(words: &Words, units: &[Unit], from: usize, to: usize) -> Option<Count> {
    let word = |at: usize| units.get(at).map_or("", |unit| words.text(unit.word));
    let at = (from..to).find(|at| matches!(units[*at].kind, Kind::Word(_)) && figure(word(*at)).is_some())?;
    let (low, mut end) = number(words, units, at)?;
    let before =
        |by: usize| at.checked_sub(by).filter(|place| *place >= from.saturating_sub(3)).map_or("", word);
    let range = match (word(end), number(words, units, end + 1)) {
        ("to" | "and", Some((high, after))) if word(end) == "to" || before(1) == "between" => {
            Some((high, after))
        }
        _ => None,
    };
    let text = if let Some((high, after)) = range {
        end = after;
        format!("= {low}..{high}")
    } else {
        let sign = match (before(3), before(2), before(1)) {
            (_, "at", "least") | ("no", "fewer" | "less", "than") => ">=",
            (_, "more", "than") if before(3) == "no" => "<=",
            (_, "more" | "greater", "than") | (_, _, "over" | "above") => ">",
            (_, "fewer" | "less", "than") | (_, _, "under") => "<",
            (_, "at", "most") | (_, "up", "to") | ("as", "many", "as") => "<=",
            (
                _,
                _,
                "about" | "around" | "some" | "roughly" | "approximately" | "nearly" | "almost" | "circa",
            ) => "~",
            (_, _, "another" | "other" | "further" | "of" | "than" | "aged" | "additional") => return None,
            _ => "=",
        };
        format!("{sign} {low}")
    };
    let mut of = None;
    // "Twelve people", "twelve were killed", "twelve of them": who is counted.
    if matches!(word(end), "other" | "innocent" | "more" | "further" | "additional") {
        if word(end) != "other" && word(end) != "innocent" {
            return None;
        }
        end += 1;
    }
    match units.get(end).map(|unit| unit.kind) {
        Some(Kind::Name(Named::Party(party))) => {
            of = Some(party);
            end += 1;
        }
        Some(Kind::Word(_)) if PEOPLE.contains(&word(end)) => end += 1,
        Some(Kind::Word(_)) if word(end) == "of" || counts_something(word(end)) => return None,
        Some(Kind::Name(_)) => return None,
        _ => {}
    }
    Some(Count { text, of, at, end })
}

/// Whether a word behind a figure is a noun that it counts. Verbs, small words and what stands between clauses are none.
fn counts_something(word: &str) -> bool {
    let verb = cues::auxiliary(word)
        || cues::be(word)
        || cues::preposition(word)
        || cues::joins(word)
        || lexicon::modal(word);
    let told = matches!(
        word,
        "died"
            | "dead"
            | "killed"
            | "injured"
            | "wounded"
            | "hurt"
            | "missing"
            | "arrested"
            | "lost"
            | "have"
            | "had"
            | "has"
            | "including"
    );
    !(verb || told || word.is_empty())
}

/// The number that a word says.
fn figure(word: &str) -> Option<u64> {
    let digits: String = word.chars().filter(|letter| *letter != ',').collect();
    if let Ok(count) = digits.parse::<u64>() {
        return (count <= LARGEST_COUNT && !(word.len() == 4 && (1900..2100).contains(&count)))
            .then_some(count);
    }
    if let Some((ten, one)) = word.split_once('-') {
        let (ten, one) = (figure(ten)?, figure(one)?);
        return (ten >= 20 && ten % 10 == 0 && (1..10).contains(&one)).then_some(ten + one);
    }
    lexicon::plain(&[word]).first()?.parse().ok()
}

/// The number at a place, and one past its last unit: `2 million` is one.
fn number(words: &Words, units: &[Unit], at: usize) -> Option<(u64, usize)> {
    let word = |at: usize| units.get(at).map_or("", |unit| words.text(unit.word));
    let count = figure(word(at))?;
    let times = match word(at + 1) {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        _ => return Some((count, at + 1)),
    };
    count.checked_mul(times).filter(|count| *count <= LARGEST_COUNT).map(|count| (count, at + 2))
}
