//! A finding in a few lines of plain text, each with its place: for what is shown beside a file and not on a page.

use super::sides::worded;
use super::text::{in_question, word};
use crate::layout::credit::names;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::{self, counted};
use crate::rules::finding::{Family, Finding, Side};
use crate::text::Span;

/// How many statements of a side are told; the rest are counted.
const MOST_STATEMENTS: usize = 5;

/// A line of text, made safe, and the place in the ledger that it speaks of.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) at: Option<Span>,
}

impl Line {
    fn of(text: &str, at: Option<Span>) -> Self {
        Self { text: safe::line(text).into_owned(), at }
    }
}

/// What it is and what it is about: `Unverified link: whether …`; of a problem in the record, what is wrong.
pub(super) fn headline(finding: &Finding) -> String {
    let what = match finding.family {
        Family::Record if !finding.message.trim().is_empty() => finding.message.clone(),
        _ => format!("{}: {}", word(finding), in_question(finding)),
    };
    safe::line(&words::capital(&what)).into_owned()
}

/// What is found, who stands where with which words, and what to do; without the headline.
pub(super) fn told(ledger: &Ledger, finding: &Finding) -> Vec<Line> {
    let mut lines = Vec::new();
    if finding.family != Family::Record && !finding.message.trim().is_empty() {
        lines.push(Line::of(&finding.told(), None));
    }
    for side in &finding.sides {
        let party = format!("{}: {}", names(ledger, &[side.root]), side.says);
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

/// Statements, a line each; those of a side with the words that it rests on.
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
