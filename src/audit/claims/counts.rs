//! Numbers of people in the words of a draft: "at least 12", "two dozen", "more than 140", "between 30 and 40".

use crate::ledger::model::value::{Comparison, Value};
use crate::text::quotes::lexicon;

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The item at which it begins, what qualifies it included.
    pub start: usize,
    /// One past its last item.
    pub end: usize,
    /// The lowest and the highest that it may be.
    pub counts: (u64, u64),
}

/// Words for many, with the fewest that they may be.
const MANY: &[(&str, u64)] = &[("scores", 40), ("dozens", 24), ("hundreds", 200), ("thousands", 2000)];

/// Numbers of people are smaller.
const MOST: u64 = 1_000_000_000_000;

/// Words for as good as a number.
const ABOUT: &[&str] = &["about", "some", "around", "nearly", "almost", "roughly", "approximately", "circa"];

/// The numbers of a sentence, whose words are given by their place, an empty one for what is no word. A part of a number
/// that is known ("one of the 12") and a date are none.
#[must_use]
pub fn numbers<'w>(word: &impl Fn(usize) -> &'w str, items: usize) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < items {
        let read = open(word, at).or_else(|| range(word, at)).or_else(|| exact(word, at));
        let Some((counts, long)) = read else {
            at += 1;
            continue;
        };
        let before = |by: usize| at.checked_sub(by).map_or("", word);
        let dated = lexicon::month(before(1)).is_some() || lexicon::month(word(at + long)).is_some();
        let (counts, more) =
            if counts.0 == counts.1 { qualified(before, counts.0) } else { (Some(counts), 0) };
        let counts = match (word(at + long), word(at + long + 1)) {
            ("or", "more") => counts.map(|(low, _)| (low, u64::MAX)),
            _ => counts,
        };
        let part =
            word(at + long) == "of" && matches!(word(at + long + 1), "the" | "them" | "those" | "these");
        let known =
            part || more == 0 && matches!(before(1), "of" | "the" | "aged") || word(at + long) == "year";
        if let Some(counts) = counts.filter(|_| !dated && !known) {
            found.push(Number { start: at - more, end: at + long, counts });
        }
        at += long;
    }
    found
}

/// "Dozens", "hundreds of": at least so many. Returns that and the number of words.
fn open<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<((u64, u64), usize)> {
    MANY.iter().find(|(many, _)| *many == word(at)).map(|(_, least)| ((*least, u64::MAX), 1))
}

/// "Between 30 and 40", "30 to 40", "30 or 40".
fn range<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<((u64, u64), usize)> {
    let between = word(at) == "between";
    let from = at + usize::from(between);
    let (low, long) = cardinal(word, from)?;
    let joined = matches!((between, word(from + long)), (true, "and") | (false, "to" | "or"));
    let (high, other) = joined.then(|| cardinal(word, from + long + 1)).flatten()?;
    (low < high).then_some(((low, high), from - at + long + 1 + other))
}

fn exact<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<((u64, u64), usize)> {
    cardinal(word, at).map(|(count, long)| ((count, count), long))
}

/// The lowest and the highest that a number may be by the words before it, none where it is no count; and the number of
/// those words that belong to it.
fn qualified<'w>(before: impl Fn(usize) -> &'w str, count: u64) -> (Option<(u64, u64)>, usize) {
    let counts = match (before(3), before(2), before(1)) {
        ("no", "fewer" | "less", "than") => return (Some((count, u64::MAX)), 3),
        ("no", "more", "than") | (_, "at", "most") | (_, "up", "to") => {
            return (Some((0, count)), if before(2) == "more" { 3 } else { 2 });
        }
        ("as", "many", "as") => return (Some((0, count)), 3),
        (_, "at", "least") => return (Some((count, u64::MAX)), 2),
        (_, "more", "than") => return (Some((count.saturating_add(1), u64::MAX)), 2),
        (_, "fewer" | "less", "than") => return (Some((0, count.saturating_sub(1))), 2),
        (_, _, "over") => Some((count.saturating_add(1), u64::MAX)),
        (_, _, "under") => Some((0, count.saturating_sub(1))),
        (_, _, word) if ABOUT.contains(&word) => Value::Count(Comparison::About, count, count).counts(),
        (_, _, "than" | "to") => None,
        _ => return (Some((count, count)), 0),
    };
    (counts, 1)
}

/// The number that some words say, and how many words it has: "143", "a dozen", "twenty-three", "two hundred and six".
fn cardinal<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<(u64, usize)> {
    match (word(at), word(at + 1), word(at + 2)) {
        ("half", "a", "dozen") => return Some((6, 3)),
        ("a", "dozen", _) => return Some((12, 2)),
        ("a", "hundred", _) => return Some((100, 2)),
        ("a", "thousand", _) => return Some((1000, 2)),
        _ => {}
    }
    let (mut count, mut long) = small(word, at)?;
    if word(at + long) == "dozen" {
        return Some((count * 12, long + 1));
    }
    for (name, times) in [("thousand", 1000), ("hundred", 100)] {
        if word(at + long) == name {
            (count, long) = (count.checked_mul(times)?, long + 1);
            let joined = usize::from(word(at + long) == "and");
            if let Some((rest, more)) = small(word, at + long + joined).filter(|(rest, _)| *rest < times) {
                (count, long) = (count.checked_add(rest)?, long + joined + more);
            }
        }
    }
    Some((count, long))
}

/// A number in digits, or one below a hundred in words.
fn small<'w>(word: &impl Fn(usize) -> &'w str, at: usize) -> Option<(u64, usize)> {
    let one = |at: usize| lexicon::plain(&[word(at)]).first()?.parse::<u64>().ok();
    let count = one(at).filter(|count| (1..MOST).contains(count))?;
    let digits = word(at).starts_with(|letter: char| letter.is_ascii_digit());
    let unit =
        (!digits && count % 10 == 0).then(|| one(at + 1)).flatten().filter(|unit| (1..10).contains(unit));
    Some(unit.map_or((count, 1), |unit| (count + unit, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, u64)> {
        let words: Vec<&str> = text.split(' ').collect();
        let word = |at: usize| words.get(at).copied().unwrap_or_default();
        numbers(&word, words.len()).into_iter().map(|number| number.counts).collect()
    }

    #[test]
    fn every_way_to_write_a_number_is_read() {
        for (text, counts) in [
            ("143 people", (143, 143)),
            ("at least 12 people", (12, u64::MAX)),
            ("at least a dozen people", (12, u64::MAX)),
            ("a dozen people", (12, 12)),
            ("two dozen people", (24, 24)),
            ("dozens of people", (24, u64::MAX)),
            ("more than 140 people", (141, u64::MAX)),
            ("no fewer than nine people", (9, u64::MAX)),
            ("fewer than 10 people", (0, 9)),
            ("up to 30 people", (0, 30)),
            ("as many as 30 people", (0, 30)),
            ("between 30 and 40 people", (30, 40)),
            ("thirty to forty people", (30, 40)),
            ("twenty three people", (23, 23)),
            ("two hundred and six people", (206, 206)),
            ("three thousand people", (3000, 3000)),
            ("12 or more people", (12, u64::MAX)),
        ] {
            assert_eq!(read(text), [counts], "{text}");
        }
        assert_eq!(read("about 140 people").len(), 1);
        for (text, long) in [("no more than 12 people", 4), ("up to 12 people", 3), ("at least 12 people", 3)]
        {
            let words: Vec<&str> = text.split(' ').collect();
            let found = numbers(&|at| words.get(at).copied().unwrap_or_default(), words.len());
            assert_eq!(
                found.iter().map(|number| (number.start, number.end)).collect::<Vec<_>>(),
                [(0, long)]
            );
        }
        for none in ["one of the 12 people", "on 12 may", "on may 12", "a 12 year old", "people aged 12"] {
            assert!(read(none).iter().all(|counts| counts.0 != 12), "{none}: {:?}", read(none));
        }
    }
}
