//! Comparison of a quotation with the words on file: it keeps them, cuts them, marks its changes, or changes them
//! unmarked.

use super::align::{Alignment, Step};
use super::beyond;
use super::cuts::{Dropped, lost};
use super::difference::{Hunk, Wording, hunks};
use super::tokens::{Kind, Words};

/// The relation of a quotation to the words on file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words.
    Verbatim,
    /// The same but for marks, dashes and spaces.
    Typographic,
    /// One piece of them.
    Partial,
    /// Pieces of them in order, each omission marked.
    Elided,
    /// The same but for words in `[ ]`.
    Bracketed,
    /// The same but for hesitation, grammar and spelling.
    Cleaned,
    /// The same, and more before or behind them.
    Longer,
    /// Words changed without a mark.
    Altered,
}

/// The result of comparing a quotation with the words on file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The relation of the quotation to them.
    pub likeness: Likeness,
    /// The unmarked differences.
    pub hunks: Vec<Hunk>,
    /// The words that a cut takes away and that turn the meaning.
    pub dropped: Vec<Dropped>,
    /// The stored tokens that the quotation keeps.
    pub kept: Vec<usize>,
}

/// Largest number of words for which an insertion may stand.
const MOST_BRIDGED: usize = 12;

/// Compares a quotation with the words on file, along their alignment.
#[must_use]
pub fn compare(words: &Words, draft: &Wording, stored: &Wording, alignment: &Alignment) -> Comparison {
    let mut hunks = hunks(words, draft, stored, &alignment.steps);
    beyond::mark(words, draft, stored, alignment, &mut hunks);
    let (elided, inserted, bridged) = marked(draft, stored, &alignment.steps);
    hunks.extend(bridged);
    let whole =
        stored.breaks.contains(&alignment.range.start) && stored.breaks.contains(&alignment.range.end);
    let likeness = if hunks.iter().any(Hunk::changes) {
        Likeness::Altered
    } else if hunks.iter().any(|hunk| !hunk.harmless) {
        Likeness::Longer
    } else if !hunks.is_empty() {
        Likeness::Cleaned
    } else if inserted {
        Likeness::Bracketed
    } else if elided > 0 {
        Likeness::Elided
    } else if !whole {
        Likeness::Partial
    } else if written(draft, 0..draft.tokens.len()) == written(stored, alignment.range.clone()) {
        Likeness::Verbatim
    } else {
        Likeness::Typographic
    };
    let same = |step: &Step| if let Step::Same(_, at) = step { Some(*at) } else { None };
    let kept = alignment.steps.iter().filter_map(same).collect();
    Comparison { likeness, hunks, dropped: lost(words, stored, alignment, false), kept }
}

/// The number of words that marked omissions skip, whether there are insertions, and those that stand for too many
/// words.
fn marked(draft: &Wording, stored: &Wording, steps: &[Step]) -> (usize, bool, Vec<Hunk>) {
    let mut inserted = draft.tokens.iter().any(|token| token.kind == Kind::Insertion);
    let (mut elided, mut bridged) = (0, Vec::new());
    for run in steps.chunk_by(|a, b| {
        matches!(a, Step::Skipped(_) | Step::Marked(_)) && matches!(b, Step::Skipped(_) | Step::Marked(_))
    }) {
        let skipped = run.iter().filter(|step| match step {
            Step::Skipped(at) => stored.tokens[*at].kind == Kind::Word,
            _ => false,
        });
        let mark =
            |kind| run.iter().any(|step| matches!(step, Step::Marked(at) if draft.tokens[*at].kind == kind));
        let said = skipped.count();
        if mark(Kind::Omission) {
            elided += said;
        } else if mark(Kind::Insertion) {
            inserted = true;
            if said > MOST_BRIDGED {
                bridged.push(replaced(draft, stored, run));
            }
        }
    }
    (elided, inserted, bridged)
}

/// An insertion in place of the words that it skips.
fn replaced(draft: &Wording, stored: &Wording, run: &[Step]) -> Hunk {
    let range = |places: Vec<usize>| places.first().map_or(0, |at| *at)..places.last().map_or(0, |at| at + 1);
    let marks = |step: &Step| if let Step::Marked(at) = step { Some(*at) } else { None };
    let skips = |step: &Step| if let Step::Skipped(at) = step { Some(*at) } else { None };
    Hunk {
        draft: format!("[{}]", draft.slice(range(run.iter().filter_map(marks).collect()))),
        stored: stored.slice(range(run.iter().filter_map(skips).collect())),
        touches: Vec::new(),
        harmless: false,
        beyond: false,
    }
}

/// The words as written, with a line break as one space and the first letter small.
fn written(wording: &Wording, range: std::ops::Range<usize>) -> String {
    let (Some(first), Some(last)) =
        (wording.tokens.get(range.start), wording.tokens.get(range.end.wrapping_sub(1)))
    else {
        return String::new();
    };
    let slice = &wording.text[first.start..last.end];
    let mut text = String::with_capacity(slice.len());
    let mut broken = false;
    for character in slice.chars() {
        // A line broken by hand is one space; other white space stays as it was typed.
        match character {
            '\n' | '\r' => broken = true,
            ' ' | '\t' if broken => {}
            _ => {
                if broken {
                    while text.ends_with(' ') {
                        text.pop();
                    }
                    text.push(' ');
                    broken = false;
                }
                text.push(character);
            }
        }
    }
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::align::align;
    use super::*;

    fn compared(draft: &str, stored: &[&str]) -> Comparison {
        let mut words = Words::default();
        let draft = Wording::new(&mut words, [draft].into_iter());
        let stored = Wording::new(&mut words, stored.iter().copied());
        let alignment = align(&draft.tokens, &stored.tokens).expect("both have words");
        compare(&words, &draft, &stored, &alignment)
    }

    #[test]
    fn one_wording_in_every_dress() {
        let stored = &["We will not leave the harbour, and we will not talk to those who shelled it."];
        let likeness = |draft: &str| compared(draft, stored).likeness;
        assert_eq!(
            likeness("we will not leave the harbour, and we will not talk to those who shelled it"),
            Likeness::Verbatim
        );
        assert_eq!(
            likeness("We will not leave the harbour — and we will not talk to those who shelled it."),
            Likeness::Typographic
        );
        assert_eq!(likeness("not talk to those who shelled it"), Likeness::Partial);
        assert_eq!(likeness("We will not leave … and we will not talk"), Likeness::Elided);
        assert_eq!(likeness("We will not leave [it], and we will not talk to [them]"), Likeness::Bracketed);
        assert_eq!(likeness("[They]’ll not leave the harbour"), Likeness::Bracketed);
        assert_eq!(likeness("leave [it or greet people] who shelled it"), Likeness::Bracketed);
        let far = compared("Tomorrow [they] end", &["Tomorrow a b c d e f g h i j k l m end"]);
        assert_eq!((far.likeness, far.hunks.len()), (Likeness::Altered, 1));
        assert_eq!(likeness("We won't leave the harbour"), Likeness::Cleaned);
        assert_eq!(likeness("We will not leave the town"), Likeness::Altered);
        let piece = &["leave the harbour to those who shelled it"];
        let likeness = |draft: &str| compared(draft, piece).likeness;
        assert_eq!(likeness("We leave the harbour to those who shelled it today"), Likeness::Longer);
        assert_eq!(likeness("We leave the town to those who shelled it today"), Likeness::Altered);
        assert_eq!(likeness("We do not leave the harbour to those who shelled it"), Likeness::Altered);
        assert_eq!(likeness("If we leave the harbour to those who shelled it"), Likeness::Altered);
        let two = &["But we will not go.", "We will stay"];
        assert_eq!(compared("We will stay", two).likeness, Likeness::Verbatim);
        assert_eq!(compared("But we will not go. We will stay,", two).likeness, Likeness::Verbatim);
        assert_eq!(compared("We will\n  stay", two).likeness, Likeness::Verbatim);
    }
}
