//! A document's first page in sentences: what it speaks of, what is contradicted, unverified, unanswered and agreed.

use super::{counted, in_question, names};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::words;
use crate::rules::finding::{Family, Finding, Side, Tells};
use crate::views::document::{Document, Kind, kind, unanswered};

/// What the first page lists under one heading.
pub(super) struct Point<'d> {
    /// The heading.
    pub heading: &'static str,
    /// What is said where there is nothing to list.
    pub none: &'static str,
    /// How many findings.
    pub count: usize,
    /// Which findings, each with its sentence.
    pub findings: Vec<(&'d Finding, String)>,
    /// What more there is, not listed here.
    pub more: Option<String>,
}

/// So many findings are listed under a heading; the others stand below, or are cut.
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

/// What a document speaks of: "23 statements by 9 parties, from 14 sources, said from 17 Oct 2023 to 26 Nov 2023."
pub(super) fn scope(document: &Document<'_>) -> String {
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
        // Of dates that span days, the first one; an open beginning has none.
        let day = |date: Date| match date.first() {
            i32::MIN => date.words(),
            day => Date::day(day).words(),
        };
        let (from, to) = (day(first), day(last));
        let when = if from == to { format!("on or after {from}") } else { format!("from {from} to {to}") };
        sentence = format!("{sentence}, said {when}");
    }
    format!("{sentence}.")
}

/// What was found, in one sentence.
pub(super) fn found(document: &Document<'_>) -> String {
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

/// A finding as one sentence that can stand alone.
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
            let accused = names(ledger, &finding.parties);
            let has = words::verb(words::parties_number(ledger, &finding.parties), "have");
            format!("{about}: {sides}; {accused} {has} not answered that on file.")
        }
        Tells::Message if finding.family == Family::Agreement => finding.message.clone(),
        Tells::Turn | Tells::Message => format!("{about}: {}", finding.message),
    }
}

/// Who stands where: parties that say the same in the same words are named together.
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
        format!("{} {says}", names(ledger, &roots))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// What a side says, without the words that may only be read so.
fn short<'f>(side: &Side, says: &'f str) -> &'f str {
    if side.read { "may be read as saying so, without having said it" } else { says }
}
