//! Two wordings side by side: the cheapest alignment of the whole of one with a stretch of the other, word by word.

use std::ops::Range;

use super::tokens::{Kind, Token};

/// Largest number of pairs of words that are compared; nobody quotes more.
const MOST_PAIRS: usize = 1 << 25;

/// Cost of a stored word that is left out.
pub const CHANGE: u32 = 10;
/// Cost of a word of the draft that is not on file. It is higher, so that of two alignments as short the one that keeps
/// more of the draft's words is taken.
const NEW: u32 = CHANGE + 1;
/// Cost of a sound or word of hesitation that is left out.
const HESITATION: u32 = 2;
/// Cost of a word beside an editor's insertion.
const BRIDGED: u32 = 1;

/// A step of an alignment, by the indices of tokens in both wordings, the draft's first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same word in both.
    Same(usize, usize),
    /// A word of the draft in place of another.
    Changed(usize, usize),
    /// A word in the draft only.
    Added(usize),
    /// A word in the stored wording only.
    Left(usize),
    /// A token in the stored wording only, where the draft marks an omission or an insertion, or where it is itself
    /// one.
    Skipped(usize),
    /// An omission or insertion that the draft marks.
    Marked(usize),
}

/// An alignment of the draft's words with a stretch of the stored ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The cost of the changes.
    pub cost: u32,
    /// The stored tokens that the draft's words cover.
    pub range: Range<usize>,
}

/// The neighbour from which a cell of the table was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Nowhere,
    Both,
    Draft,
    Stored,
}

/// The alignment of all the draft's words with the stretch of the stored ones that fits best; none where either is
/// empty, or both are far too long.
#[must_use]
pub fn align(draft: &[Token], stored: &[Token]) -> Option<Alignment> {
    let width = stored.len() + 1;
    if draft.is_empty() || stored.is_empty() || draft.len().saturating_mul(width) > MOST_PAIRS {
        return None;
    }
    let mut ways = vec![From::Nowhere; (draft.len() + 1) * width];
    let mut above = vec![0; width];
    let mut row = vec![0; width];
    for (i, token) in draft.iter().enumerate() {
        let way = &mut ways[(i + 1) * width..(i + 2) * width];
        let alone = if token.kind == Kind::Word { NEW + 1 } else { 0 };
        row[0] = above[0] + alone;
        way[0] = From::Draft;
        for (j, other) in stored.iter().enumerate() {
            let both = above[j].saturating_add(meeting(token, other));
            let left = row[j] + passing(token, other);
            let up = above[j + 1] + alone;
            let (cost, from) = if both <= left && both <= up {
                (both, From::Both)
            } else if up <= left {
                (up, From::Draft)
            } else {
                (left, From::Stored)
            };
            row[j + 1] = cost;
            way[j + 1] = from;
        }
        std::mem::swap(&mut above, &mut row);
    }
    let (end, cost) = above.iter().copied().enumerate().min_by_key(|(j, cost)| (*cost, *j))?;
    Some(back(&ways, draft, stored, end, cost))
}

/// The cost of two tokens standing for each other.
fn meeting(draft: &Token, stored: &Token) -> u32 {
    match (draft.kind, stored.kind) {
        (Kind::Omission, _) | (_, Kind::Omission) => u32::MAX / 4,
        _ if draft.word == stored.word => 0,
        (Kind::Word, Kind::Word) => NEW,
        _ => BRIDGED,
    }
}

/// The cost of passing over a stored token beside a token of the draft.
fn passing(draft: &Token, stored: &Token) -> u32 {
    match (draft.kind, stored.kind) {
        (Kind::Omission, _) | (_, Kind::Omission) => 0,
        (Kind::Word, Kind::Word) if stored.light => HESITATION,
        (Kind::Word, Kind::Word) => CHANGE,
        _ => BRIDGED,
    }
}

/// The alignment, read back from the last cell.
fn back(ways: &[From], draft: &[Token], stored: &[Token], end: usize, cost: u32) -> Alignment {
    let width = stored.len() + 1;
    let (mut i, mut j) = (draft.len(), end);
    let mut steps = Vec::new();
    while i > 0 {
        match ways[i * width + j] {
            From::Both => {
                let (one, other) = (&draft[i - 1], &stored[j - 1]);
                let change = one.kind == Kind::Word && other.kind == Kind::Word;
                match (one.word == other.word, change) {
                    (true, _) => steps.push(Step::Same(i - 1, j - 1)),
                    (false, true) => steps.push(Step::Changed(i - 1, j - 1)),
                    (false, false) => steps.extend([Step::Skipped(j - 1), Step::Marked(i - 1)]),
                }
                (i, j) = (i - 1, j - 1);
            }
            From::Stored => {
                let bridged = draft[i - 1].kind != Kind::Word || stored[j - 1].kind != Kind::Word;
                steps.push(if bridged { Step::Skipped(j - 1) } else { Step::Left(j - 1) });
                j -= 1;
            }
            From::Draft | From::Nowhere => {
                let marked = draft[i - 1].kind != Kind::Word;
                steps.push(if marked { Step::Marked(i - 1) } else { Step::Added(i - 1) });
                i -= 1;
            }
        }
    }
    steps.reverse();
    Alignment { steps, cost, range: j..end }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Words;
    use super::*;

    fn aligned(draft: &str, stored: &str) -> (u32, String) {
        let mut words = Words::default();
        let draft = words.tokens(draft, 0..draft.len());
        let stored = words.tokens(stored, 0..stored.len());
        let alignment = align(&draft, &stored).expect("both have words");
        let letter = |step: &Step| match step {
            Step::Same(..) => '=',
            Step::Changed(..) => '~',
            Step::Added(_) => '+',
            Step::Left(_) => '-',
            Step::Skipped(_) => '.',
            Step::Marked(_) => '#',
        };
        (alignment.cost, alignment.steps.iter().map(letter).collect())
    }

    #[test]
    fn a_stretch_is_found_wherever_it_stands() {
        assert_eq!(aligned("will not go", "we said that we will not go there"), (0, "===".to_owned()));
        assert_eq!(aligned("will never go", "we will not go"), (11, "=~=".to_owned()));
        assert_eq!(aligned("we will go", "we will not go"), (10, "==-=".to_owned()));
        assert_eq!(aligned("we will surely go", "we will go"), (12, "==+=".to_owned()));
    }

    #[test]
    fn what_is_marked_costs_nothing() {
        assert_eq!(aligned("we will … home", "we will all go home"), (0, "==#..=".to_owned()));
        assert!(aligned("[Norland] will go", "we will go").0 < CHANGE);
        assert_eq!(aligned("we will go", "we will … go").0, 0);
    }
}
