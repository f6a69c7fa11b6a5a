//! A quotation put together from pieces of what was said.

use super::Draft;
use super::matching::Matched;
use crate::ledger::model::id::StatementId;
use crate::text::quotes::align::Step;
use crate::text::quotes::difference::{Hunk, Wording, hunks};
use crate::text::quotes::pieces::pieces;
use crate::text::quotes::tokens::{Kind, Token};

/// A quotation longer than this is not looked through for pieces.
const LONGEST_SPLICE: usize = 600;
/// A piece of a quotation that was put together has so many words at least.
const SHORTEST_PIECE: usize = 3;

/// The statements from which a quotation was put together, in its order, and the words that none of them has.
pub fn spliced(
    draft: &Draft<'_>,
    stretch: usize,
    matched: &Matched,
    says: impl Fn(StatementId) -> bool,
) -> Option<(Vec<StatementId>, Vec<Hunk>)> {
    let wording = &matched.stretches[stretch].wording;
    if wording.tokens.len() > LONGEST_SPLICE {
        return None;
    }
    let own = |at: &usize| says(matched.wordings[*at].0);
    let candidates: Vec<usize> = matched.candidates(stretch).iter().copied().filter(own).collect();
    let wordings: Vec<&Wording> = candidates.iter().map(|at| &matched.wordings[*at].1).collect();
    let pieces = pieces(&draft.words, wording, &wordings)?;
    // One word exchanged may stand in many statements: each piece must be a good part of the whole.
    let least = SHORTEST_PIECE.max(wording.tokens.len() / 5);
    let ordered =
        pieces.windows(2).all(|pair| pair[0].wording == pair[1].wording && pair[0].stored < pair[1].stored);
    let mut statements: Vec<StatementId> =
        pieces.iter().map(|piece| matched.wordings[candidates[piece.wording]].0).collect();
    statements.dedup();
    let mut each = statements.clone();
    each.sort();
    each.dedup();
    let once = each.len() == statements.len();
    if ordered || !once || pieces.iter().any(|piece| piece.draft.len() < least) {
        return None;
    }
    let step = |(at, token): (usize, &Token)| match pieces.iter().find(|piece| piece.draft.contains(&at)) {
        Some(piece) => Step::Same(at, piece.stored + at - piece.draft.start),
        None if token.kind == Kind::Word => Step::Added(at),
        None => Step::Marked(at),
    };
    let steps: Vec<Step> = wording.tokens.iter().enumerate().map(step).collect();
    Some((statements, hunks(&draft.words, wording, wordings[0], &steps)))
}
