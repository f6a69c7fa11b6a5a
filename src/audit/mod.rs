//! The audit of a draft: every quotation and attribution in it against the ledger.

pub mod advice;
pub mod claims;
pub mod coverage;
pub mod cues;
pub mod findings;
pub mod html;
pub mod json;
pub mod judge;
pub mod matching;
pub mod names;
pub mod remarks;
pub mod roles;
pub mod sentences;
pub mod speakers;
pub mod speech;
pub mod text;
pub mod verbs;
pub mod verdict;

pub use html::html;
pub use json::json;
use std::ops::Range;
pub use text::text;

use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::reason::Reasoning;
use crate::text::quotes::difference::{Hunk, Wording};
use crate::text::quotes::marks::{self, Quotation};
use crate::text::quotes::tokens::Words;
use crate::text::quotes::wording::Dropped;
use claims::Attribution;
use coverage::Coverage;
use names::Names;
use sentences::Sentence;
use speakers::{Speaker, Speakers};
use verdict::{Remark, Verdict};

/// One quotation of a draft and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// Its bytes in the draft, marks excluded.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
    /// What it is.
    pub verdict: Verdict,
    /// What else is to be said of it.
    pub remarks: Vec<Remark>,
    /// The statements on file that it quotes, the best match first.
    pub statements: Vec<StatementId>,
    /// Who says it, by the draft.
    pub speaker: Option<Speaker>,
    /// Where it differs from the words on file, unmarked.
    pub difference: Vec<Hunk>,
    /// Words that its cuts take away and that turn the meaning.
    pub dropped: Vec<Dropped>,
    /// The words on file beside it.
    pub stored: Vec<String>,
}

/// What the audit of a draft found.
#[derive(Debug)]
pub struct Audit<'l> {
    /// The ledger.
    pub ledger: &'l Ledger,
    /// Every quotation, in the order of the draft.
    pub quotes: Vec<Quoted>,
    /// What the draft attributes without marks, in its order.
    pub attributions: Vec<Attribution>,
    /// How many of its attributing sentences have a record.
    pub coverage: Coverage,
}

/// A draft, taken apart.
pub struct Draft<'d> {
    /// Its text.
    pub text: &'d str,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    /// The wording of each.
    pub wordings: Vec<Wording>,
    /// Whether each is the name of something on file, a title, a label: no speech.
    pub labels: Vec<bool>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Who speaks in it.
    pub speakers: Speakers,
    /// The words of the run.
    pub words: Words,
}

impl<'d> Draft<'d> {
    /// Takes a draft apart.
    #[must_use]
    pub fn new(ledger: &Ledger, text: &'d str) -> Self {
        let mut words = Words::default();
        let names = Names::new(ledger, &mut words);
        let quotations = marks::quotations(text);
        let wordings: Vec<Wording> = quotations
            .iter()
            .map(|quotation| {
                Wording::new(&mut words, quotation.pieces.iter().map(|piece| &text[piece.clone()]))
            })
            .collect();
        let labels: Vec<bool> = (0..quotations.len())
            .map(|at| speech::label(&mut words, &names, text, &quotations[at], &wordings[at]))
            .collect();
        let masked: Vec<bool> = (0..quotations.len())
            .map(|at| {
                let quotation = &quotations[at];
                let closes = quotation.odd.as_ref().is_none_or(|mark| mark.start >= quotation.range().end);
                quotation.inside.is_none() && closes && !quotation.range().is_empty() && !labels[at]
            })
            .collect();
        let sentences = sentences::sentences(text, &mut words, &names, &quotations, &masked);
        let speakers = speakers::speakers(ledger, &words, text, &sentences, quotations.len());
        Self { text, quotations, wordings, labels, sentences, speakers, words }
    }
}

/// Audits a draft.
#[must_use]
pub fn audit<'l>(ledger: &'l Ledger, text: &str) -> Audit<'l> {
    let mut draft = Draft::new(ledger, text);
    let matched = matching::matched(ledger, &mut draft);
    let mut quotes: Vec<Quoted> =
        (0..draft.quotations.len()).map(|at| judge::judge(ledger, &draft, at, &matched)).collect();
    // Who holds what is worked out only where something quoted is held.
    let held = |id: &StatementId| !ledger.statement(*id).positions.is_empty();
    let mut reasoning =
        quotes.iter().flat_map(|quoted| &quoted.statements).any(held).then(|| Reasoning::new(ledger));
    remarks::add(ledger, &draft, &mut quotes, &mut reasoning);
    let attributions = coverage::attributions(ledger, &draft, &matched);
    let coverage = coverage::count(&draft, &quotes, &attributions);
    Audit { ledger, quotes, attributions, coverage }
}
