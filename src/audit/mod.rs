//! The audit of a draft: every quotation and attribution in it against the ledger.

pub mod advice;
pub mod claims;
#[cfg(feature = "docx")]
pub mod comments;
pub mod coverage;
pub mod fallen;
pub mod findings;
pub mod held;
pub mod html;
pub mod json;
pub mod judge;
pub mod matching;
pub mod remarks;
pub mod since;
pub mod splice;
pub mod stretches;
pub mod text;
mod unnamed;
pub mod verdict;

pub use html::html;
pub use json::json;
use std::ops::Range;
pub use text::text;

use crate::attribution::Prose as Draft;
use crate::attribution::speakers::{How, Speaker};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::text::FileId;
use crate::text::quotes::cuts::Dropped;
use crate::text::quotes::difference::{Hunk, Wording};
use crate::text::quotes::readable::Beside;
use claims::{Attribution, Standing};
use coverage::Coverage;
use held::Held;
use since::Since;
use verdict::{Remark, Verdict};

/// One quotation of a draft, or one paragraph of it, and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// The index of the quotation among those of the draft.
    pub quotation: usize,
    /// Its bytes in the draft, marks excluded.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// The remarks on it.
    pub remarks: Vec<Remark>,
    /// The statements on file that it quotes, the best match first.
    pub statements: Vec<StatementId>,
    /// The speaker, by the draft; none where it names nobody.
    pub speaker: Option<Speaker>,
    /// The way in which the draft says so.
    pub how: Option<How>,
    /// Its unmarked differences from the words on file.
    pub difference: Vec<Hunk>,
    /// Words that its cuts take away and that turn the meaning.
    pub dropped: Vec<Dropped>,
    /// The words of the first statement that it keeps, by their tokens.
    pub kept: Vec<usize>,
    /// The party that denies that the first statement was ever said; none where nobody does.
    pub denied_by: Option<PartyId>,
    /// The figure that its speaker has given since in place of the one quoted; none where that stands.
    pub since: Option<Since>,
    /// The words on file beside it.
    pub stored: Vec<String>,
}

impl Quoted {
    /// True when its words differ from those on file beyond hesitation and grammar. How far words without a closing mark
    /// reach is not known: there only what stands for words on file, or leaves some out, counts.
    #[must_use]
    pub fn changed(&self) -> bool {
        let counts = |hunk: &Hunk| self.verdict != Verdict::Unbalanced || !hunk.stored.is_empty();
        self.difference.iter().any(|hunk| hunk.changes() && counts(hunk))
    }
}

/// The result of the audit of a draft.
#[derive(Debug)]
pub struct Audit<'l> {
    /// The ledger.
    pub ledger: &'l Ledger,
    /// Every quotation, in the order of the draft.
    pub quotes: Vec<Quoted>,
    /// The things that the draft attributes without marks, in its order.
    pub attributions: Vec<Attribution>,
    /// The numbers of its attributing sentences with and without a record.
    pub coverage: Coverage,
    /// The number of marks that may open a quotation stand in what was not read, such as code.
    pub unread: usize,
    /// The number of lines that look like words under a name, as in a transcript, and were not read as speech.
    pub unlabelled: usize,
    /// The parts of the draft beside its text, such as notes.
    pub beside: Vec<Beside>,
}

impl Audit<'_> {
    /// The part beside the text of the draft that holds the words that begin at a byte; none where they are of the text
    /// itself.
    #[must_use]
    pub fn beside_at(&self, byte: usize) -> Option<&Beside> {
        let begun = self.beside.partition_point(|one| one.range.start <= byte);
        self.beside[..begun].last().filter(|one| byte < one.range.end)
    }

    /// The sentences that say something of which nothing is on record, in the order of the draft, which is this file of the
    /// ledger's texts: their bytes, without the blank that parts them from the sentence before, and what is said of them.
    pub fn unrecorded(&self, draft: FileId) -> impl Iterator<Item = (Range<usize>, &Attribution)> {
        let text = &self.ledger.texts.file(draft).text;
        self.attributions.iter().filter(|told| told.standing == Standing::NoRecord).map(|told| {
            let words = &text[told.range.clone()];
            let blank = words.len() - words.trim_start().len();
            (told.range.start + blank..told.range.end, told)
        })
    }
}

/// Audits a draft.
#[must_use]
pub fn audit<'l>(ledger: &'l Ledger, text: &str) -> Audit<'l> {
    document(ledger, text, &[])
}

/// Audits a draft some paragraphs of which are set off as quotations, without marks.
#[must_use]
pub fn document<'l>(ledger: &'l Ledger, text: &str, set_off: &[Range<usize>]) -> Audit<'l> {
    let mut draft = Draft::new(ledger, text, set_off);
    let matched = matching::matched(ledger, &mut draft);
    let judged = stretches::judged(&matched);
    let mut quotes: Vec<Quoted> = Vec::with_capacity(judged.len());
    for at in &judged {
        let next = judge::judge(ledger, &draft, *at, &matched, &quotes);
        quotes.push(next);
    }
    let held = Held::new(ledger);
    let wordings: Vec<&Wording> = judged.iter().map(|at| &matched.stretches[*at].wording).collect();
    let attributions = coverage::attributions(ledger, &draft, &matched, &held, &quotes);
    let told = since::told(&quotes, &attributions);
    remarks::add(ledger, &draft, &wordings, &mut quotes, &held, &told);
    let coverage = coverage::count(&draft, &quotes, &attributions);
    quotes.sort_by_key(|quoted| quoted.range.start);
    Audit { ledger, quotes, attributions, coverage, unread: 0, unlabelled: draft.unread, beside: Vec::new() }
}
