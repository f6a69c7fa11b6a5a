//! GitHub annotations: a workflow command for each finding, then settled findings and the summary as plain lines of the
//! log.

use super::settled::{reason, settled};
use super::summary;
use super::text::in_question;
use super::told::{Line, headline, told};
use crate::check::Report;
use crate::check::formats::{nothing, quotes};
use crate::layout::safe;
use crate::rules::finding::{Finding, Level};
use crate::text::lines::Lines;

/// The report as lines for the log of a workflow. `base` is the path from the root of the repository to the folder that
/// holds the store: empty, or ended by `/`.
#[must_use]
pub fn github(report: &Report<'_>, base: &str) -> String {
    let lines = Lines::new(&report.ledger.texts);
    let counted = report.findings.iter().filter(|finding| finding.counts());
    let mut rows: Vec<String> = counted.map(|finding| annotation(report, finding, &lines, base)).collect();
    for (heading, findings) in settled(report) {
        rows.extend(findings.into_iter().map(|finding| {
            let why = reason(report.ledger, finding);
            plain(&format!("{heading}: {} [{}] ({why})", in_question(finding), finding.rule.id))
        }));
    }
    let as_of = report.as_of.map(|date| format!("As of {}:", date.words()));
    let closing = as_of.into_iter().chain(report.only.clone()).chain([summary(report)]);
    rows.extend(closing.chain(nothing(report)).chain(quotes(&report.counts)).map(|line| plain(&line)));
    rows.join("\n") + "\n"
}

fn annotation(report: &Report<'_>, finding: &Finding, lines: &Lines<'_>, base: &str) -> String {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let place = finding.labels.first().map(|label| {
        let position = lines.position(label.span);
        let file = property(&format!("{base}{}", lines.file(label.span).0));
        format!("file={file},line={},col={},", position.line, position.column)
    });
    let title = property(&format!("{} [{}]", headline(finding), finding.rule.id));
    let with_place = |line: Line| match line.at {
        Some(span) => format!("{} {}", line.text, lines.place(span)),
        None => line.text,
    };
    let mut body: Vec<String> = told(report.ledger, finding).into_iter().map(with_place).collect();
    if body.is_empty() {
        body.push(headline(finding));
    }
    let body = body.iter().map(|line| data(line)).collect::<Vec<_>>().join("%0A");
    format!("::{command} {}title={title}::{body}", place.unwrap_or_default())
}

/// A line that is no command: it begins with our own words, and the older form `##[…]`, which counts anywhere in a
/// line, is broken up.
fn plain(text: &str) -> String {
    safe::line(text).replace("##[", "## [")
}

/// The message of a command.
fn data(text: &str) -> String {
    plain(text).replace('%', "%25")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
