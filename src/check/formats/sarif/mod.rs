//! SARIF 2.1.0, for code scanning and editors: a result for each finding, with the other side as a related place.

pub mod log;
mod shape;

use crate::check::Report;
use crate::check::formats::settled::reason;
use crate::check::formats::told::{Line, headline, told};
use crate::check::identity::Identity;
use crate::rules::CATALOGUE;
use crate::rules::finding::{Family, Finding, Label};
use crate::text::lines::Lines;
use crate::text::{FileId, Span};
use log::{Place, Rule, Said, words};

/// The report as a SARIF log. `base` is the path from the root of the repository to the folder that holds the store:
/// empty, or ended by `/`.
#[must_use]
pub fn sarif(report: &Report<'_>, base: &str) -> String {
    let lines = Lines::new(&report.ledger.texts);
    let rules = CATALOGUE.iter().map(|rule| Rule {
        id: rule.id,
        summary: rule.summary(),
        help: rule.page(),
        level: rule.level,
        family: rule.family.singular(),
    });
    let told = report.findings.iter().filter(|finding| finding.folding.into.is_none());
    log::log(rules, told.map(|finding| found(report, finding, &lines, base)).collect())
}

fn found(report: &Report<'_>, finding: &Finding, lines: &Lines<'_>, base: &str) -> Said<'static> {
    let mut places = labels(report, finding).into_iter().map(|label| place(&label, lines, base));
    let first = places.next().unwrap_or_else(|| nowhere(base));
    let linked = |line: Line| {
        let at = line.at.and_then(|span| finding.labels.iter().position(|label| label.span == span));
        let place = line.at.map(|span| lines.place(span));
        let text = words(&line.text);
        match (place, at) {
            (None, _) => text,
            (Some(place), Some(at @ 1..)) => format!("{text} [{}]({at})", inside(&place)),
            (Some(place), _) => format!("{text} {}", words(&place)),
        }
    };
    let mut message = vec![words(&headline(finding))];
    message.extend(told(report.ledger, finding).into_iter().map(linked));
    Said {
        rule: finding.rule.id,
        level: finding.level,
        message: message.join("\n"),
        identity: identity(report, finding, &first),
        place: first,
        related: places.collect(),
        settled: finding.settled().then(|| reason(report.ledger, finding)),
    }
}

/// The places of a finding; a finding without any has the place of its first statement, or of the first file.
fn labels(report: &Report<'_>, finding: &Finding) -> Vec<Label> {
    if !finding.labels.is_empty() {
        return finding.labels.clone();
    }
    let statement = finding.statements.first().map(|id| report.ledger.statement(*id).span);
    // The first text is the built-in vocabulary, and no file.
    let first = || (report.ledger.texts.len() > 1).then_some(Span { file: FileId(1), start: 0, end: 0 });
    statement.or_else(first).map(|span| Label { span, text: String::new() }).into_iter().collect()
}

fn place(label: &Label, lines: &Lines<'_>, base: &str) -> Place {
    let span = label.span;
    let (start, end) = (lines.position(span), lines.position(Span { start: span.end, ..span }));
    Place {
        path: joined(base, lines.file(span).0),
        start: (start.line, start.column),
        end: (end.line, end.column),
        text: label.text.clone(),
    }
}

/// A path after the path to where it begins; each `../` at its start takes one step of that path back.
fn joined(base: &str, path: &str) -> String {
    let (mut base, mut path) = (base, path);
    while let (Some(rest), Some(inner)) = (path.strip_prefix("../"), base.strip_suffix('/')) {
        path = rest;
        base = inner.rfind('/').map_or("", |at| &inner[..=at]);
    }
    format!("{base}{path}")
}

/// The place of a finding that is about no file, since a log needs one.
fn nowhere(base: &str) -> Place {
    Place { path: format!("{base}."), start: (1, 1), end: (1, 1), text: String::new() }
}

/// The facts by which a finding is the same in the next log; for a problem in the record, its file too.
fn identity(report: &Report<'_>, finding: &Finding, place: &Place) -> String {
    let identity = Identity::of(report.ledger, finding);
    let roots = identity.roots.into_iter().map(|(root, values)| format!("{root} {}", values.join(", ")));
    let file = (finding.family == Family::Record).then(|| place.path.clone());
    let parts = [identity.rule.to_owned(), identity.about].into_iter().chain(roots).chain(file);
    parts.map(|part| part.trim().to_owned()).collect::<Vec<_>>().join(" | ")
}

/// The words of a link.
fn inside(text: &str) -> String {
    words(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}
