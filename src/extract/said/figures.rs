//! Counts of people in prose, as a ledger writes them: `at least 12 people` is `>= 12`.

use std::ops::Range;

use super::units::{Kind, Unit};
use super::who::Who;
use super::words::listed;
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::ledger::model::value::LARGEST_COUNT;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// A count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// As a ledger writes it, with its sign: `>= 12`.
    pub text: String,
    /// Of whom so many are counted; none where people in general are.
    pub of: Option<Who>,
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
    "suspects",
];

/// Nouns for a part of those who are counted.
const PART: &str = "
    soldiers troops servicemen civilians officers policemen police children women men girls boys students
    workers employees journalists guards firefighters pilgrims tourists worshippers passengers hostages
    protesters protestors demonstrators commandos militants fighters rebels insurgents gunmen villagers
    residents refugees migrants bystanders teenagers minors miners nurses doctors medics peacekeepers
    contractors nationals citizens sailors pilots crew recruits cadets prisoners inmates attackers";

/// The first count in some units; none where there is none, or it counts something else. `apart` says whether those counted
/// before it are others: "killed 12 and injured another 30".
#[must_use]
pub fn count(
    words: &Words,
    units: &[Unit],
    range: Range<usize>,
    apart: impl Fn(usize) -> bool,
) -> Option<Count> {
    let Range { start: from, end: to } = range;
    let word = |at: usize| units.get(at).map_or("", |unit| words.text(unit.word));
    let at = (from..to).find(|at| matches!(units[*at].kind, Kind::Word(_)) && figure(word(*at)).is_some())?;
    let (low, mut end) = number(words, units, at)?;
    // "More than a dozen": the article belongs to the figure.
    let dozen = word(at) == "dozen";
    let first = if dozen && at > from && word(at - 1) == "a" { at - 1 } else { at };
    let before =
        |by: usize| first.checked_sub(by).filter(|place| *place >= from.saturating_sub(3)).map_or("", word);
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
            (_, _, "another" | "other" | "further" | "additional") if apart(at) => "=",
            (_, _, "another" | "other" | "further" | "of" | "than" | "aged" | "additional" | "half") => {
                return None;
            }
            _ if dozen => "~",
            _ => "=",
        };
        format!("{sign} {low}")
    };
    let mut of = None;
    // "Twelve people", "twelve were killed", "twelve of them": who is counted.
    if matches!(word(end), "other" | "innocent" | "more" | "further" | "additional") {
        if word(end) != "other" && word(end) != "innocent" && !apart(at) {
            return None;
        }
        end += 1;
    }
    let part = (end..(end + 3).min(units.len()))
        .take_while(|at| matches!(units[*at].kind, Kind::Word(_) | Kind::Name(Named::Adjective(_))))
        .take_while(|at| !verbal(word(*at)) && word(*at) != "of")
        .find(|at| listed(PART, word(*at)));
    match units.get(end).map(|unit| unit.kind) {
        _ if part.is_some() => {
            let last = part.unwrap_or(end);
            of = Some(Who::Class(units[end].range.start..units[last].range.end));
            end = last + 1;
        }
        Some(Kind::Name(Named::Party(party))) => {
            of = Some(Who::Party(party));
            end += 1;
        }
        Some(Kind::Word(_)) if PEOPLE.contains(&word(end)) => end += 1,
        Some(Kind::Word(_)) if word(end) == "of" || counts_something(word(end)) => return None,
        Some(Kind::Name(_)) => return None,
        _ => {}
    }
    Some(Count { text, of, at, end })
}

/// Whether a word behind a figure is a noun that it counts.
fn counts_something(word: &str) -> bool {
    !(verbal(word) || word.is_empty())
}

/// Whether a word behind a figure is a verb, a small word or what stands between clauses.
fn verbal(word: &str) -> bool {
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
    verb || told
}

/// The number that a word says.
fn figure(word: &str) -> Option<u64> {
    let digits: String = word.chars().filter(|letter| *letter != ',').collect();
    if let Ok(count) = digits.parse::<u64>() {
        return (count <= LARGEST_COUNT && !(word.len() == 4 && (1900..2100).contains(&count)))
            .then_some(count);
    }
    if word == "dozen" {
        return Some(12);
    }
    lexicon::plain(&[word]).first()?.parse().ok()
}

/// The number at a place, and one past its last unit: `2 million` is one.
fn number(words: &Words, units: &[Unit], at: usize) -> Option<(u64, usize)> {
    let word = |at: usize| units.get(at).map_or("", |unit| words.text(unit.word));
    let mut count = figure(word(at))?;
    let mut at = at;
    // "Twenty-two" is two words.
    if let Some(one) = figure(word(at + 1)).filter(|one| (1..10).contains(one))
        && count >= 20
        && count % 10 == 0
        && units[at + 1].range.start == units[at].range.end + 1
    {
        count += one;
        at += 1;
    }
    let times = match word(at + 1) {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        _ => return Some((count, at + 1)),
    };
    count.checked_mul(times).filter(|count| *count <= LARGEST_COUNT).map(|count| (count, at + 2))
}
