//! A finding in a few lines of plain text, each with its place, to be shown beside a file.

use super::sides::worded;
use super::text::{in_question, word};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::{self, counted};
use crate::rules::finding::{Family, Finding, Side};
use crate::text::Span;

/// Largest number of statements of a side that are told; the rest are counted.
const MOST_STATEMENTS: usize = 5;

/// A line of text, made safe, and the place in the ledger to which it belongs.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) at: Option<Span>,
}

impl Line {
    fn of(text: &str, at: Option<Span>) -> Self {
        Self { text: safe::line(text).into_owned(), at }
    }
}

/// The headline: `Unverified link: whether …`; for a problem in the record, its message.
pub(super) fn headline(finding: &Finding) -> String {
    let what = match finding.family {
        Family::Record if !finding.message.trim().is_empty() => finding.message.clone(),
        _ => format!("{}: {}", word(finding), in_question(finding)),
    };
    safe::line(&words::capital(&what)).into_owned()
}

/// The lines on the message, the sides with their words, and what to do; without the headline.
pub(super) fn told(ledger: &Ledger, finding: &Finding) -> Vec<Line> {
    let mut lines = Vec::new();
    if finding.family != Family::Record && !finding.message.trim().is_empty() {
        lines.push(Line::of(&finding.told(), None));
    }
    for side in &finding.sides {
        let party = format!("{}: {}", words::parties(ledger, &[side.root]), side.says);
        lines.push(Line::of(&party, None));
        lines.extend(statements(ledger, &side.statements, Some(side)));
    }
    if finding.sides.is_empty() {
        let labels = finding.labels.iter().filter(|label| !label.text.is_empty());
        lines.extend(labels.map(|label| Line::of(&label.text, Some(label.span))));
    }
    for also in &finding.folding.also {
        lines.push(Line::of(&format!("also: {}", also.text), None));
        lines.extend(statements(ledger, &also.statements, None));
    }
    lines.extend(finding.help.iter().map(|help| Line::of(&format!("help: {help}"), None)));
    lines
}

/// The lines on statements; as those of a side, with the words on which the side rests.
fn statements(ledger: &Ledger, all: &[StatementId], side: Option<&Side>) -> Vec<Line> {
    let line = |id: &StatementId| {
        let words = worded(ledger, *id, side, usize::MAX);
        Line::of(&format!("– {words}"), Some(ledger.statement(*id).span))
    };
    let mut lines: Vec<Line> = all.iter().take(MOST_STATEMENTS).map(line).collect();
    if let Some(left @ 1..) = all.len().checked_sub(MOST_STATEMENTS) {
        lines.push(Line::of(&format!("and {}", counted(left, "more statement", "more statements")), None));
    }
    lines
}
