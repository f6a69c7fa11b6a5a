//! The first page of a document in sentences: its scope, and what is contradicted, unverified, unanswered and agreed.

use super::{counted, in_question};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::words;
use crate::rules::finding::{Family, Finding, Side, Tells};
use crate::views::document::{Document, Kind, kind, unanswered};

/// A point of the first page: findings under one heading.
pub(super) struct Point<'d> {
    /// The heading.
    pub heading: &'static str,
    /// The sentence where there is nothing to list.
    pub none: &'static str,
    /// The number of findings.
    pub count: usize,
    /// The findings listed, each with its sentence.
    pub findings: Vec<(&'d Finding, String)>,
    /// The words for findings that are not listed here.
    pub more: Option<String>,
}

/// Largest number of findings listed under a heading; the others stand below, or are cut.
const MOST: usize = 20;

/// The points of the first page.
pub(super) fn points<'d>(document: &'d Document<'_>) -> Vec<Point<'d>> {
    let of = |wanted| {
        let fits = move |finding: &&Finding| kind(finding) == Some(wanted) && !unanswered(finding);
        document.report.findings.iter().filter(fits).collect()
    };
    let numbers = &document.numbers;
    let lesser = (numbers.lesser > 0).then(|| {
        format!(
            "and {} that nobody denies and on which nothing hangs, among the notes of less weight",
            numbers.lesser
        )
    });
    let point = |heading, none, count: usize, found: Vec<&'d Finding>, lesser: Option<String>| {
        let more = count.checked_sub(MOST).filter(|more| *more > 0).map(|more| format!("and {more} more"));
        let more = more.into_iter().chain(lesser).collect::<Vec<_>>().join("; ");
        let sentence = |finding: &'d Finding| (finding, sentence(document.report.ledger, finding));
        let findings = found.into_iter().take(MOST).map(sentence).collect();
        Point { heading, none, count, findings, more: (!more.is_empty()).then_some(more) }
    };
    let open = document.report.findings.iter().filter(|finding| unanswered(finding)).collect();
    vec![
        point(
            "Contradicted",
            "Nothing on record here is contradicted.",
            numbers.contradicted,
            of(Kind::Contradictions),
            None,
        ),
        point(
            "Not verified",
            "Beside what is contradicted above, no claim that anybody denies, or on which anything hangs, is unverified.",
            numbers.unverified,
            of(Kind::Unverified),
            lesser,
        ),
        point(
            "Not answered",
            "Every accusation on record here of a party that can be asked has an answer.",
            numbers.unanswered,
            open,
            None,
        ),
        point("Agreed", "No two parties say the same here.", numbers.agreed, of(Kind::Agreements), None),
    ]
}

/// The scope of a document: "23 statements by 9 parties, from 14 sources, said from 17 Oct 2023 to 26 Nov 2023."
#[must_use]
pub fn scope(document: &Document<'_>) -> String {
    let numbers = &document.numbers;
    let mut sentence = format!(
        "{} by {}",
        counted(numbers.statements, "statement", "statements"),
        counted(numbers.parties, "party", "parties"),
    );
    if numbers.sources > 0 {
        sentence = format!("{sentence}, from {}", counted(numbers.sources, "source", "sources"));
    }
    if let Some((first, last)) = numbers.dates {
        // A date that spans days counts by its first; an open beginning has no first day, and its words begin with "until".
        let day = |date: Date| match date.first() {
            i32::MIN => None,
            day => Some(Date::day(day).words()),
        };
        let when = match (day(first), day(last)) {
            (None, None) => last.words(),
            (None, Some(to)) => format!("until {to}"),
            (Some(from), Some(to)) if from == to && last.first() == last.last() => format!("on {from}"),
            (Some(from), Some(to)) if from == to => format!("on or after {from}"),
            (Some(from), to) => format!("from {from} to {}", to.unwrap_or_else(|| last.words())),
        };
        sentence = format!("{sentence}, said {when}");
    }
    format!("{sentence}.")
}

/// The counts of findings in one sentence.
#[must_use]
pub fn found(document: &Document<'_>) -> String {
    let counts = &document.report.counts;
    let charge = |finding: &&Finding| unanswered(finding) && kind(finding) == Some(Kind::Unverified);
    let charges = document.report.findings.iter().filter(charge).count();
    let mut parts = vec![
        counted(counts.contradictions, "contradiction", "contradictions"),
        counted(charges, "charge unanswered", "charges unanswered"),
        counted(counts.unverified_links.saturating_sub(charges), "claim not verified", "claims not verified"),
        counted(counts.agreements, "agreement", "agreements"),
    ];
    for (count, one, many) in [
        (counts.notes, "note of less weight", "notes of less weight"),
        (
            counts.reconciled,
            "contradiction that an editor has reconciled",
            "contradictions that an editor has reconciled",
        ),
        (counts.problems, "problem in the record", "problems in the record"),
    ] {
        if count > 0 {
            parts.push(counted(count, one, many));
        }
    }
    format!("Found: {}.", words::list(&parts))
}

/// A finding as a sentence that can stand alone.
pub(super) fn sentence(ledger: &Ledger, finding: &Finding) -> String {
    let about = words::capital(&in_question(finding));
    let sides = sides(ledger, finding);
    match finding.rule.tells {
        Tells::Sides | Tells::Values | Tells::Rivals | Tells::Opposites | Tells::Reading => {
            format!("{about}: {sides}.")
        }
        Tells::Link => {
            let hang = finding.hangs_on.len();
            let hangs = if hang == 0 {
                String::new()
            } else {
                format!(" {} on it.", counted(hang, "finding hangs", "findings hang"))
            };
            format!("{about}: {sides}.{hangs}")
        }
        Tells::Accusation => {
            let accused = words::parties(ledger, &finding.parties);
            let has = words::verb(words::parties_number(ledger, &finding.parties), "have");
            format!("{about}: {sides}; {accused} {has} not answered that on file.")
        }
        Tells::Message if finding.family == Family::Agreement => finding.message.clone(),
        Tells::Turn | Tells::Message => format!("{about}: {}", finding.message),
    }
}

/// The sides in words; parties that say the same in the same words are named together.
fn sides(ledger: &Ledger, finding: &Finding) -> String {
    let mut groups: Vec<(&str, Vec<&Side>)> = Vec::new();
    for side in &finding.sides {
        let say = short(side, &side.say);
        match groups.iter_mut().find(|(known, _)| *known == say) {
            Some((_, sides)) => sides.push(side),
            None => groups.push((say, vec![side])),
        }
    }
    let told = groups.into_iter().map(|(say, sides)| {
        let mut roots: Vec<_> = sides.iter().map(|side| side.root).collect();
        roots.dedup();
        let says = if roots.len() == 1 { short(sides[0], &sides[0].says) } else { say };
        format!("{} {says}", words::parties(ledger, &roots))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The words for a side; where it may only be read so, without the words that are read.
fn short<'f>(side: &Side, says: &'f str) -> &'f str {
    if side.read { "may be read as saying so, without having said it" } else { says }
}
