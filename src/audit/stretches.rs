//! What is judged by itself: each quotation, and each paragraph of one that goes on over several.

use std::ops::Range;

use super::Draft;
use super::matching::{Match, Matched};
use crate::text::quotes::difference::Wording;

/// A quotation, or one paragraph of it.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The index of the quotation in the draft.
    pub quotation: usize,
    /// Its bytes in the draft, marks excluded.
    pub range: Range<usize>,
    /// Its words.
    pub wording: Wording,
}

/// The stretches of a draft, by quotation: first all of it, then its paragraphs where there are several.
#[must_use]
pub fn stretches(draft: &mut Draft<'_>) -> Vec<Stretch> {
    let mut stretches = Vec::with_capacity(draft.quotations.len());
    for (quotation, (own, wording)) in draft.quotations.iter().zip(&draft.wordings).enumerate() {
        stretches.push(Stretch { quotation, range: own.range(), wording: wording.clone() });
        if own.pieces.len() > 1 {
            stretches.extend(own.pieces.iter().map(|piece| Stretch {
                quotation,
                range: piece.clone(),
                wording: Wording::new(&mut draft.words, std::iter::once(&draft.text[piece.clone()])),
            }));
        }
    }
    stretches
}

/// The stretches to judge, by their indices: a whole quotation where it stands in one paragraph or has the words of one
/// statement, else its paragraphs.
#[must_use]
pub fn judged(matched: &Matched) -> Vec<usize> {
    let mut judged = Vec::with_capacity(matched.stretches.len());
    let mut at = 0;
    for of_one in matched.stretches.chunk_by(|one, other| one.quotation == other.quotation) {
        let parted = of_one.len() > 1 && !matched.matches(at).iter().any(Match::clean);
        judged.extend(if parted { at + 1..at + of_one.len() } else { at..at + 1 });
        at += of_one.len();
    }
    judged
}
