//! The document on an event, a party or the store as text, Markdown and a page of HTML; here, the parts that these
//! share.

mod html;
mod markdown;
mod sentences;
mod statement;
mod text;

pub use html::{
    Apart, Leads, Part, SCRIPT, SCRIPT_DIGEST, STYLE_DIGEST, alone, apart, html, recorded, style,
};
pub use markdown::markdown;
pub use sentences::{found, scope};
pub use text::text;

use super::{Document, Kind, kind};
use crate::check::formats::quotes;
use crate::check::formats::text::in_question;
use crate::ledger::Ledger;
use crate::ledger::model::id::SourceId;
use crate::ledger::words::{self, counted};
use crate::rules::finding::{Family, Finding};

/// The title: the subjects of the document.
#[must_use]
pub fn title(document: &Document<'_>) -> String {
    if document.about.is_empty() {
        "All that is on file".to_owned()
    } else {
        words::capital(&words::subjects(document.report.ledger, &document.about))
    }
}

/// The limits of the document beside those in its title.
#[must_use]
pub fn narrowed(document: &Document<'_>) -> Vec<String> {
    let as_of = document.report.as_of.map(|date| format!("As of {}.", date.words()));
    as_of.into_iter().chain(document.report.only.clone()).collect()
}

/// The parts that list findings: heading and findings, without empty ones.
fn parts<'d>(document: &'d Document<'_>, kinds: &[Kind]) -> Vec<(&'static str, Vec<&'d Finding>)> {
    let heading = |of| match of {
        Kind::Contradictions => "Contradictions",
        Kind::Unverified => "Unverified links and open questions",
        Kind::Agreements => "Agreements",
        Kind::Notes => "Notes of less weight",
    };
    let of = |of: &Kind| {
        let fits = |finding: &&Finding| kind(finding) == Some(*of);
        (heading(*of), document.report.findings.iter().filter(fits).collect::<Vec<_>>())
    };
    kinds.iter().map(of).filter(|(_, findings)| !findings.is_empty()).collect()
}

/// The problems in the record.
fn problems<'d>(document: &'d Document<'_>) -> Vec<&'d Finding> {
    let fits = |finding: &&Finding| finding.family == Family::Record && finding.counts();
    document.report.findings.iter().filter(fits).collect()
}

/// The sentence on what was cut and how to see it; none where nothing was.
#[must_use]
pub fn cuts(document: &Document<'_>) -> Option<String> {
    let told = document.cuts.iter().map(|cut| format!("{} of {} {}", cut.shown, cut.of, cut.what));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| {
        format!(
            "Too much for one report, so some of it is left out. Shown are {}. --about ID narrows the report to a \
             party, an event, a place or a topic; --all leaves nothing out.",
            words::list(&told)
        )
    })
}

/// A source in words: outlet, title, dates and grade.
fn source_words(ledger: &Ledger, id: SourceId) -> String {
    let source = ledger.source(id);
    let named = source.outlet.is_some() || source.title.is_some();
    let name = words::source(ledger, id);
    let mut parts = vec![if named { words::capital(&name) } else { name }];
    let dated = |what: &str, date: Option<crate::ledger::model::date::Date>| {
        date.map(|date| format!("{what} {}", date.words()))
    };
    parts.extend(dated("published", source.published));
    parts.extend(dated("read", source.retrieved));
    parts.extend(dated("corrected", source.corrected));
    parts.extend(dated("withdrawn", source.withdrawn));
    parts.extend(source.translated_from.as_ref().map(|from| format!("translated from {from}")));
    parts.extend(source.reliability.map(|grade| format!("reliability {grade} of A to F")));
    parts.join(", ")
}

/// A text without its last line break.
fn ended(text: &str) -> String {
    text.trim_end().to_owned()
}

/// The paragraphs on what gainsay does and does not claim.
#[must_use]
pub fn method(document: &Document<'_>) -> Vec<String> {
    let ledger = document.report.ledger;
    let origins = ledger.settings.verify_origins;
    let mut said: Vec<String> = [
        "This report compares what is on record in a ledger that people keep: who said what, when, and where it was \
         read. It does not say who is right, and nothing in it is a score. What is not in the ledger is not in it.",
        "A contradiction is between words and not between facts: two parties, or one party twice, say what cannot both \
         be so. Where it exists only on a reading of somebody's words, that party has not said so, and the report says \
         that.",
        "An agreement counts who knows it for themselves, not outlets: a report that cites another is no second source. \
         That parties agree does not make it so.",
        "An accusation is unanswered where nothing on file answers it. The accused may have answered elsewhere. A denial \
         of one thing is not taken for an answer to another.",
        "All parties are treated alike, whatever they are. A party's own later word takes the place of its earlier one; \
         what was withdrawn or said otherwise since is marked and takes no further part.",
    ]
    .map(str::to_owned)
    .to_vec();
    said.insert(
        2,
        format!(
            "A link (that somebody did, ordered or backs something, that two events are one) is corroborated when {} \
             with no stake in it assert it with certainty, each on its own knowledge; documented where one gives evidence \
             of an outlet with no stake; undisputed where the accused says so too and nobody denies it; and unverified \
             otherwise. Unverified does not mean untrue.",
            counted(origins, "party", "parties")
        ),
    );
    said.extend(quotes(&document.report.counts).map(|quotes| format!("In the whole ledger: {quotes}.")));
    said
}
