//! Which statements a quotation may be: candidates by shared pairs of words, each held against it word by word.

use std::collections::HashMap;

use super::Draft;
use super::stretches::{Stretch, stretches};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::text::quotes::align::{Alignment, CHANGE, Step, align};
use crate::text::quotes::difference::Wording;
use crate::text::quotes::shingles::Shingles;
use crate::text::quotes::tokens::{Kind, Token};
use crate::text::quotes::wording::{Comparison, compare};

/// The work that goes into one quotation at most, in pairs of words.
const MOST_WORK: usize = 4_000_000;

/// A statement that a quotation may be.
#[derive(Clone, Debug)]
pub struct Match {
    /// The statement.
    pub statement: StatementId,
    /// The words of the quotation.
    pub total: usize,
    /// Those that stand in the statement.
    pub same: usize,
    /// Those of them that say something by themselves.
    pub telling: usize,
    /// The cost of the changes.
    pub cost: u32,
    /// True when it covers whole pieces of the statement.
    pub whole: bool,
    /// Its relation to the words on file.
    pub comparison: Comparison,
}

impl Match {
    /// True when nothing differs but hesitation and what is marked.
    #[must_use]
    pub fn clean(&self) -> bool {
        self.comparison.hunks.iter().all(|hunk| hunk.harmless)
            && self.comparison.likeness != crate::text::quotes::wording::Likeness::Altered
    }

    /// True when so large a part of the quotation, of ten, stands in the statement.
    #[must_use]
    pub fn share(&self, tenths: usize) -> bool {
        self.same * 10 >= self.total * tenths
    }
}

/// The statements that every stretch of quotation may be.
pub struct Matched {
    /// The stretches.
    pub stretches: Vec<Stretch>,
    /// The wordings of the statements that have a quote.
    pub wordings: Vec<(StatementId, Wording)>,
    /// For each stretch the first of the same words: what is asked of one is asked of all.
    first: Vec<usize>,
    candidates: Vec<Vec<usize>>,
    matches: Vec<Vec<Match>>,
}

impl Matched {
    /// The wordings that share something with a stretch.
    #[must_use]
    pub fn candidates(&self, stretch: usize) -> &[usize] {
        &self.candidates[self.first[stretch]]
    }

    /// The statements that a stretch may be, the best first.
    #[must_use]
    pub fn matches(&self, stretch: usize) -> &[Match] {
        &self.matches[self.first[stretch]]
    }
}

/// Finds what every stretch of quotation in a draft may be.
pub fn matched(ledger: &Ledger, draft: &mut Draft<'_>) -> Matched {
    let stretches = stretches(draft);
    let spoken = ledger.said().filter(|(_, statement)| !statement.quote.is_empty());
    let words = &mut draft.words;
    let wordings: Vec<(StatementId, Wording)> =
        spoken.map(|(id, statement)| (id, Wording::new(words, ledger.quotes(statement)))).collect();
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut distinct: Vec<&Wording> = Vec::new();
    let mut first = Vec::with_capacity(stretches.len());
    for Stretch { wording, .. } in &stretches {
        first.push(*known.entry(&wording.text).or_insert_with(|| {
            distinct.push(wording);
            distinct.len() - 1
        }));
    }
    let tokens: Vec<&[Token]> = distinct.iter().map(|wording| wording.tokens.as_slice()).collect();
    let index = Shingles::new(words, &tokens);
    let candidates = index.candidates(wordings.iter().map(|(_, wording)| wording.tokens.as_slice()));
    let matches = candidates
        .iter()
        .enumerate()
        .map(|(at, candidates)| {
            let quotation = distinct[at];
            let mut work = 0;
            let mut matches: Vec<Match> = candidates
                .iter()
                .take_while(|candidate| {
                    let first = work == 0;
                    work += quotation.tokens.len() * wordings[**candidate].1.tokens.len();
                    first || work <= MOST_WORK
                })
                .filter_map(|candidate| hold(draft, quotation, &wordings[*candidate]))
                .collect();
            matches
                .sort_by_key(|found| (found.cost, !found.whole, found.comparison.likeness, found.statement));
            matches
        })
        .collect();
    Matched { stretches, wordings, first, candidates, matches }
}

/// Holds a quotation against a statement.
fn hold(draft: &Draft<'_>, quotation: &Wording, stored: &(StatementId, Wording)) -> Option<Match> {
    let (statement, stored) = stored;
    let alignment = align(&quotation.tokens, &stored.tokens)?;
    let Alignment { steps, cost, range } = &alignment;
    let same: Vec<usize> =
        steps.iter().filter_map(|step| if let Step::Same(at, _) = step { Some(*at) } else { None }).collect();
    let total = quotation.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    if same.is_empty() || *cost > CHANGE * u32::try_from(total).unwrap_or(u32::MAX) / 2 + CHANGE {
        return None;
    }
    let telling = same.iter().filter(|at| !draft.words.common(quotation.tokens[**at].word)).count();
    let whole = stored.breaks.contains(&range.start) && stored.breaks.contains(&range.end);
    let comparison = compare(&draft.words, quotation, stored, &alignment);
    Some(Match { statement: *statement, total, same: same.len(), telling, cost: *cost, whole, comparison })
}
