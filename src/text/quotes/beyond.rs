//! Words of a quotation before and behind all that is on file: what is on file stands in it whole, and nobody has written down
//! the rest.

use std::ops::Range;

use super::align::{Alignment, Step};
use super::difference::{Hunk, Wording, hunks};
use super::tokens::Words;
use super::{hedges, lexicon};

/// Marks the differences that only go beyond the words on file, at either end. None where a word of these is missing at that
/// end, where the words on file are a sentence of their own and the others go on with it, or where these turn its meaning:
/// "not", "if".
pub(super) fn mark(
    words: &Words,
    draft: &Wording,
    stored: &Wording,
    alignment: &Alignment,
    all: &mut [Hunk],
) {
    let steps = &alignment.steps;
    let same = |step: &Step| matches!(step, Step::Same(..));
    let (Some(first), Some(last)) = (steps.iter().position(same), steps.iter().rposition(same)) else {
        return;
    };
    let end = Ends { words, draft, stored, range: &alignment.range };
    let count = |span: Range<usize>| hunks(words, draft, stored, &steps[span]).len();
    if end.begins(&steps[..first], &steps[first]) {
        all.iter_mut().take(count(0..first)).for_each(|hunk| hunk.beyond = true);
    }
    if end.goes_on(&steps[last + 1..], &steps[last]) {
        all.iter_mut().rev().take(count(last + 1..steps.len())).for_each(|hunk| hunk.beyond = true);
    }
}

struct Ends<'e> {
    words: &'e Words,
    draft: &'e Wording,
    stored: &'e Wording,
    range: &'e Range<usize>,
}

impl Ends<'_> {
    /// Whether words before those on file only lead up to them.
    fn begins(&self, before: &[Step], next: &Step) -> bool {
        let (Some(added), Step::Same(own, kept)) = (added(before), next) else { return false };
        let Some(last) = added.last() else { return false };
        let sentence = self.ends(self.draft.tokens[*last].end..self.draft.tokens[*own].start);
        let capital = self.stored.text[self.stored.tokens[*kept].start..].starts_with(char::is_uppercase);
        self.stored.breaks.contains(&self.range.start) && (sentence || !capital && !self.turns(&added))
    }

    /// Whether words behind those on file only go on from them.
    fn goes_on(&self, behind: &[Step], before: &Step) -> bool {
        let (Some(added), Step::Same(own, kept)) = (added(behind), before) else { return false };
        let Some(first) = added.first() else { return false };
        let sentence = self.ends(self.draft.tokens[*own].end..self.draft.tokens[*first].start);
        let closed = self.stored.text[self.stored.tokens[*kept].end..].starts_with(['.', '?', '!', '…']);
        self.stored.breaks.contains(&self.range.end) && (sentence || !closed && !self.turns(&added))
    }

    /// Whether a sentence ends between two words of the draft.
    fn ends(&self, between: Range<usize>) -> bool {
        self.draft.text[between].contains(['.', '?', '!', '…'])
    }

    /// Whether words turn the meaning of those beside them.
    fn turns(&self, added: &[usize]) -> bool {
        let word = |at: &usize| self.words.text(self.draft.tokens[*at].word);
        added.iter().any(|at| lexicon::negation(word(at)) || lexicon::condition(word(at)))
            || (0..added.len()).any(|at| hedges::length(|by| added.get(at + by).map(word)) > 0)
    }
}

/// The words that some steps add to those on file; none where they do anything else.
fn added(steps: &[Step]) -> Option<Vec<usize>> {
    steps.iter().map(|step| if let Step::Added(at) = step { Some(*at) } else { None }).collect()
}
