//! Quotations put together from pieces of several wordings, or of one wording out of order.

use std::ops::Range;

use super::difference::Wording;
use super::tokens::{Kind, Words};

/// A stretch of the draft's words that a wording has word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The index of the wording.
    pub wording: usize,
    /// The stretch of the draft's tokens.
    pub draft: Range<usize>,
    /// The place in the wording at which it begins.
    pub stored: usize,
}

/// Smallest number of words of a piece, of which one must say something.
const SHORTEST: usize = 3;

/// The pieces that make up a quotation, in its order; none where there is only one, or more than a tenth of the words
/// is left over.
#[must_use]
pub fn pieces(words: &Words, draft: &Wording, stored: &[&Wording]) -> Option<Vec<Piece>> {
    let total = draft.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let mut found: Vec<Piece> = Vec::new();
    let (mut at, mut covered) = (0, 0);
    while at < draft.tokens.len() {
        let best = stored
            .iter()
            .enumerate()
            .filter_map(|(wording, stored)| {
                longest(words, draft, at, stored).map(|(place, long)| (long, wording, place))
            })
            .max_by_key(|(long, wording, _)| (*long, std::cmp::Reverse(*wording)));
        if let Some((long, wording, place)) = best {
            found.push(Piece { wording, draft: at..at + long, stored: place });
            covered += long;
            at += long;
        } else {
            at += 1;
        }
    }
    (found.len() > 1 && (total - covered) * 10 <= total).then_some(found)
}

/// The longest run of words from `at` that a wording has: its place there and its length. None where it is short or
/// says nothing.
fn longest(words: &Words, draft: &Wording, at: usize, stored: &Wording) -> Option<(usize, usize)> {
    let same = |i: usize, j: usize| {
        let (a, b) = (&draft.tokens[i], &stored.tokens[j]);
        a.kind == Kind::Word && b.kind == Kind::Word && a.word == b.word
    };
    let run = |from: usize| {
        let most = (draft.tokens.len() - at).min(stored.tokens.len() - from);
        (0..most).take_while(|by| same(at + by, from + by)).count()
    };
    let (place, long) = (0..stored.tokens.len())
        .map(|from| (from, run(from)))
        .max_by_key(|(from, long)| (*long, std::cmp::Reverse(*from)))?;
    let says = || draft.tokens[at..at + long].iter().any(|token| !words.common(token.word));
    (long >= SHORTEST && says()).then_some((place, long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_wordings_in_one_pair_of_marks() {
        let mut words = Words::default();
        let mut wording = |text: &str| Wording::new(&mut words, [text].into_iter());
        let one = wording("we will not leave the harbour tonight");
        let two = wording("they shelled the market at noon");
        let spliced = wording("we will not leave the harbour … they shelled the market");
        let inverted = wording("the harbour tonight … we will not leave");
        let new = wording("we will not leave those who fought and died for us");
        let found = |draft: &Wording| {
            pieces(&words, draft, &[&one, &two])
                .map(|pieces| pieces.iter().map(|piece| (piece.wording, piece.stored)).collect::<Vec<_>>())
        };
        assert_eq!(found(&spliced), Some(vec![(0, 0), (1, 0)]));
        assert_eq!(found(&inverted), Some(vec![(0, 4), (0, 0)]));
        assert_eq!(found(&new), None);
    }
}
