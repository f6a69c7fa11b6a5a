//! Two wordings side by side: the cheapest alignment of the whole of one with a stretch of the other, word by word.

use std::ops::Range;

use super::tokens::{Kind, Token};

/// Largest number of pairs of words that are compared: a hundred words quoted beside a text of five million. What a text has
/// to the word is found without.
const MOST_PAIRS: usize = 1 << 29;
/// Largest number of pairs of words of which the way between them is kept, a byte each.
const MOST_WAYS: usize = 1 << 26;

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
/// empty, or both are far too long. The stretch is found first, with a row of costs, and the way in it alone.
#[must_use]
pub fn align(draft: &[Token], stored: &[Token]) -> Option<Alignment> {
    let pairs = |stored: &[Token]| draft.len().saturating_mul(stored.len() + 1);
    if draft.is_empty() || stored.is_empty() || pairs(stored) > MOST_PAIRS {
        return None;
    }
    let range = stretch(draft, stored);
    (pairs(&stored[range.clone()]) <= MOST_WAYS).then(|| along(draft, stored, range))
}

/// The stretch of the stored tokens that fits best; of several the one that ends first.
fn stretch(draft: &[Token], stored: &[Token]) -> Range<usize> {
    // Of each end, the cost and the beginning of the stretch that costs least.
    let mut row: Vec<(u32, usize)> = (0..=stored.len()).map(|at| (0, at)).collect();
    // By the kind of the draft's token, what each stored one costs where it is passed over, and where it is another word.
    let mut beside: [Vec<(u32, u32)>; 3] = Default::default();
    for token in draft {
        let costs = &mut beside[token.kind as usize];
        if costs.is_empty() {
            costs.extend(stored.iter().map(|other| (passing(token, other), differing(token, other))));
        }
        let alone = alone(token);
        let mut before = row[0];
        row[0].0 += alone;
        let mut left = row[0];
        for ((other, (passed, differs)), cell) in stored.iter().zip(&*costs).zip(&mut row[1..]) {
            let met = if other.word == token.word { meeting(token, other) } else { *differs };
            let (both, passed, up) = (before.0 + met, left.0 + passed, cell.0 + alone);
            left = match cheapest(both, passed, up) {
                From::Both => (both, before.1),
                From::Draft => (up, cell.1),
                From::Stored | From::Nowhere => (passed, left.1),
            };
            before = std::mem::replace(cell, left);
        }
    }
    let best = row.iter().enumerate().min_by_key(|(end, (cost, _))| (*cost, *end));
    best.map_or(0..0, |(end, (_, start))| *start..end)
}

/// The alignment of the draft's tokens with a stretch of the stored ones, from its beginning to its end. A way that was the
/// cheapest among all is the cheapest within the stretch too, and of ways as cheap the same one is taken.
fn along(draft: &[Token], stored: &[Token], range: Range<usize>) -> Alignment {
    let within = &stored[range.clone()];
    let width = within.len() + 1;
    let mut ways = vec![From::Nowhere; (draft.len() + 1) * width];
    let mut above = vec![0; width];
    let mut row = vec![0; width];
    for (i, token) in draft.iter().enumerate() {
        let way = &mut ways[(i + 1) * width..(i + 2) * width];
        let alone = alone(token);
        row[0] = above[0] + alone;
        way[0] = From::Draft;
        for (j, other) in within.iter().enumerate() {
            let both = above[j] + meeting(token, other);
            let left = row[j] + passing(token, other);
            let up = above[j + 1] + alone;
            way[j + 1] = cheapest(both, left, up);
            row[j + 1] = both.min(left).min(up);
        }
        std::mem::swap(&mut above, &mut row);
    }
    Alignment { steps: back(&ways, draft, stored, &range), cost: above[width - 1], range }
}

/// The neighbour from which a cell costs least; of several as cheap that of both words, then the draft's.
fn cheapest(both: u32, stored: u32, draft: u32) -> From {
    if both <= stored && both <= draft {
        From::Both
    } else if draft <= stored {
        From::Draft
    } else {
        From::Stored
    }
}

/// The cost of a token of the draft that stands for nothing on file.
fn alone(draft: &Token) -> u32 {
    if draft.kind == Kind::Word { NEW + 1 } else { 0 }
}

/// The cost of two tokens standing for each other.
fn meeting(draft: &Token, stored: &Token) -> u32 {
    let omission = draft.kind == Kind::Omission || stored.kind == Kind::Omission;
    if draft.word == stored.word && !omission { 0 } else { differing(draft, stored) }
}

/// The cost of two tokens of different words standing for each other.
fn differing(draft: &Token, stored: &Token) -> u32 {
    match (draft.kind, stored.kind) {
        (Kind::Omission, _) | (_, Kind::Omission) => u32::MAX / 4,
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

/// The steps of an alignment with a stretch, read back from the last cell.
fn back(ways: &[From], draft: &[Token], stored: &[Token], range: &Range<usize>) -> Vec<Step> {
    let width = range.len() + 1;
    let (mut i, mut j) = (draft.len(), range.end);
    let mut steps = Vec::new();
    while i > 0 {
        match ways[i * width + j - range.start] {
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
    steps
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

    #[test]
    fn the_way_in_the_stretch_is_the_way_in_the_whole() {
        // Few words, so that many stretches are as good as one another; `…` and `[a]` among them.
        let pick = ["a", "b", "c", "um", "…", "[a]", "[d]"];
        let mut state = 7_u32;
        let mut text = |long: usize| {
            let mut word = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                pick[(state >> 16) as usize % pick.len()]
            };
            (0..long).map(|_| word()).collect::<Vec<_>>().join(" ")
        };
        for round in 0..3_000 {
            let (draft, stored) = (text(1 + round % 6), text(1 + round % 23));
            let mut words = Words::default();
            let (draft, stored) =
                (words.tokens(&draft, 0..draft.len()), words.tokens(&stored, 0..stored.len()));
            if draft.is_empty() || stored.is_empty() {
                continue;
            }
            // The way in the whole, cut where it begins.
            let mut whole = vec![vec![(0, From::Nowhere); stored.len() + 1]; draft.len() + 1];
            for i in 0..draft.len() {
                let token = &draft[i];
                whole[i + 1][0] = (whole[i][0].0 + alone(token), From::Draft);
                for j in 0..stored.len() {
                    let both = whole[i][j].0 + meeting(token, &stored[j]);
                    let left = whole[i + 1][j].0 + passing(token, &stored[j]);
                    let up = whole[i][j + 1].0 + alone(token);
                    whole[i + 1][j + 1] = (both.min(left).min(up), cheapest(both, left, up));
                }
            }
            let last = &whole[draft.len()];
            let end = (0..last.len()).min_by_key(|end| (last[*end].0, *end)).unwrap_or(0);
            let ways: Vec<From> = whole.iter().flatten().map(|(_, from)| *from).collect();
            let alignment = align(&draft, &stored).expect("both have words");
            assert_eq!((alignment.cost, alignment.range.end), (last[end].0, end));
            let rows: Vec<From> =
                ways.chunks(stored.len() + 1).flat_map(|row| row[..=end].to_vec()).collect();
            assert_eq!(alignment.steps, back(&rows, &draft, &stored, &(0..end)));
        }
    }
}
