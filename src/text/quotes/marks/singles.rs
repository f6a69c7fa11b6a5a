//! Pairs of single marks in a paragraph, told apart from apostrophes: `the soldiers’ base`, `’90s`, `don’t`.

use super::{Mark, Marks};

/// Words that begin with an apostrophe.
const CLIPPED: &[&str] =
    &["tis", "twas", "em", "til", "till", "n", "cause", "cos", "round", "bout", "kay", "cuz"];

/// Certainty that a mark closes, rising: after a word that ends in s, after another word, after the end of a phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Closing {
    Possessive,
    Word,
    Phrase,
}

/// The pairs of single marks of a paragraph, each within one pair of double marks, and single marks without partner.
pub(super) fn pair(text: &str, marks: &[Mark], doubles: &[(Mark, Mark)]) -> Marks {
    let around = containers(marks, doubles);
    let mut found = Marks::default();
    let mut used = vec![false; marks.len()];
    for (at, mark) in marks.iter().enumerate().filter(|(_, mark)| opens(text, mark)) {
        let mut best: Option<(Closing, usize)> = None;
        for next in at + 1..marks.len() {
            let left = around[at].is_some_and(|around| marks[next].start > doubles[around].1.start);
            if left || around[next] == around[at] && opens(text, &marks[next]) {
                break;
            }
            if around[next] != around[at] {
                continue;
            }
            match closes(&marks[next]) {
                // Of marks that may close, the first of the surest kind does.
                Some(sure) if best.is_none_or(|(known, _)| known < sure) => best = Some((sure, next)),
                _ => {}
            }
        }
        match best {
            Some((_, close)) => {
                used[close] = true;
                found.pairs.push((*mark, marks[close]));
            }
            None if mark.character != '\'' => found.odd.push((*mark, true)),
            None => {}
        }
    }
    for (at, mark) in marks.iter().enumerate().filter(|(at, _)| !used[*at]) {
        let phrase = closes(mark) == Some(Closing::Phrase) && mark.before != '.';
        if phrase && around[at].is_none() && !opens(text, mark) {
            found.odd.push((*mark, false));
        }
    }
    found.odd.sort_by_key(|(mark, _)| mark.start);
    found
}

/// The innermost pair of double marks around each single mark; none where there is none.
fn containers(marks: &[Mark], doubles: &[(Mark, Mark)]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut around = Vec::with_capacity(marks.len());
    for mark in marks {
        while next < doubles.len() && doubles[next].0.start < mark.start {
            open.push(next);
            next += 1;
        }
        while open.last().is_some_and(|pair| doubles[*pair].1.start < mark.start) {
            open.pop();
        }
        around.push(open.last().copied());
    }
    around
}

/// True when a mark opens, that is, is neither an apostrophe nor the end of a quotation.
fn opens(text: &str, mark: &Mark) -> bool {
    if !matches!(mark.character, '‘' | '\'' | '‚') || !mark.free_before || mark.free_after {
        return false;
    }
    let rest = &text[mark.end..];
    let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..end];
    let decade =
        word.len() == 3 && word.ends_with('s') && word.starts_with(|first: char| first.is_ascii_digit());
    !decade && !CLIPPED.iter().any(|clipped| word.eq_ignore_ascii_case(clipped))
}

/// The certainty that a mark closes; none where it does not.
fn closes(mark: &Mark) -> Option<Closing> {
    if !matches!(mark.character, '’' | '\'') || mark.after.is_alphanumeric() || mark.before.is_whitespace()
    {
        return None;
    }
    Some(match mark.before {
        's' | 'S' if mark.after.is_whitespace() => Closing::Possessive,
        letter if letter.is_alphanumeric() => Closing::Word,
        _ => Closing::Phrase,
    })
}

/// The number of pairs of single marks that stand in no pair of double marks.
pub(super) fn outside(singles: &Marks, doubles: &Marks) -> usize {
    let mut last = 0;
    let mut end = 0;
    let mut count = 0;
    for (open, _) in &singles.pairs {
        while last < doubles.pairs.len() && doubles.pairs[last].0.start < open.start {
            end = end.max(doubles.pairs[last].1.start);
            last += 1;
        }
        count += usize::from(open.start > end);
    }
    count
}
