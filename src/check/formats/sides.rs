//! The sides of a finding: the roots in a left column, beside each what it says and where it said so.

use crate::check::Report;
use crate::layout::credit::credit_of;
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{columns, tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::{counted, parties};
use crate::rules::finding::{Family, Finding, Level, Side};
use crate::text::lines::Lines;

/// Largest number of statements of a side that are shown; the rest are counted.
const MOST_STATEMENTS: usize = 5;
/// Largest number of characters of a quote that are shown.
const MOST_QUOTE: usize = 200;
/// Largest number of them in an agreement or a note, where the words matter less.
const MOST_QUOTE_AGREED: usize = 100;

/// The layout of the sides of findings, with left columns of one width.
pub(super) struct Sides<'r> {
    report: &'r Report<'r>,
    lines: &'r Lines<'r>,
    style: Style,
    column: usize,
}

impl<'r> Sides<'r> {
    /// A layout whose left column fits the longest name, up to a quarter of the width.
    pub(super) fn new(report: &'r Report<'r>, lines: &'r Lines<'r>, style: Style) -> Self {
        let sides =
            report.findings.iter().filter(|finding| finding.counts()).flat_map(|finding| &finding.sides);
        let longest = sides.map(|side| columns(&safe::line(&report.ledger.party(side.root).name))).max();
        let column = longest.unwrap_or(0).min((style.columns() / 4).min(28));
        Self { report, lines, style, column }
    }

    /// The lines of a finding's sides or, where it has none, of its statements or its places.
    pub(super) fn of(&self, finding: &Finding) -> Vec<String> {
        let minor = finding.family == Family::Agreement || finding.level == Level::Note;
        let quote = if minor { MOST_QUOTE_AGREED } else { MOST_QUOTE };
        let width = self.style.columns() - 2;
        let rows = if !finding.sides.is_empty() {
            finding.sides.iter().flat_map(|side| self.side(side, quote)).collect()
        } else if !finding.statements.is_empty() {
            self.statements(&finding.statements, None, quote, width)
        } else {
            let mut rows = Vec::new();
            for label in &finding.labels {
                rows.extend(self.placed(&label.text, &self.lines.place(label.span), width));
            }
            rows
        };
        rows.into_iter().map(|row: String| format!("  {row}")).collect()
    }

    /// The sides of a finding in a line, with the place of the first statement.
    pub(super) fn in_short(&self, finding: &Finding) -> Vec<String> {
        let ledger = self.report.ledger;
        let said: Vec<String> = finding
            .sides
            .iter()
            .map(|side| format!("{} {}", parties(ledger, &[side.root]), side.says))
            .collect();
        let first = finding.sides.iter().find_map(|side| side.statements.first());
        let place = first.map(|id| self.lines.place(ledger.statement(*id).span)).unwrap_or_default();
        let rows = self.placed(&said.join("; "), &place, self.style.columns() - 2);
        rows.into_iter().map(|row| format!("  {row}")).collect()
    }

    /// The lines on findings folded into a finding, with the statements that the finding itself does not show.
    pub(super) fn also(&self, finding: &Finding) -> Vec<String> {
        let width = self.style.columns() - 2;
        let mut rows = Vec::new();
        for also in &finding.folding.also {
            rows.extend(wrap(&format!("also: {}", safe::line(&also.text)), width, 6));
            let statements = self.statements(&also.statements, None, MOST_QUOTE_AGREED, width - 2);
            rows.extend(statements.into_iter().map(|row| format!("  {row}")));
        }
        rows
    }

    fn side(&self, side: &Side, quote: usize) -> Vec<String> {
        let gap = self.column + 3;
        let width = self.style.columns() - 2 - gap;
        let mut body = wrap(&safe::line(&side.says), width, 0);
        for step in side.way.iter().filter(|_| self.style.explain) {
            body.extend(wrap(&format!("- {}", safe::line(step)), width, 2));
        }
        body.extend(self.statements(&side.statements, Some(side), quote, width));
        let name = safe::line(&parties(self.report.ledger, &[side.root])).into_owned();
        let mut name = wrap(&name, self.column, 0);
        let shown = |name: &str| paint(self.style.color, Role::Name, name);
        let mut rows = Vec::new();
        if name.iter().any(|line| columns(line) > self.column) {
            rows.extend(name.drain(..).map(|line| shown(&line)));
        }
        for at in 0..name.len().max(body.len()) {
            let left = name.get(at).map_or("", String::as_str);
            let pad = " ".repeat(gap - columns(left));
            let row = format!("{}{pad}{}", shown(left), body.get(at).map_or("", String::as_str));
            rows.push(row.trim_end().to_owned());
        }
        rows
    }

    fn statements(
        &self,
        all: &[StatementId],
        side: Option<&Side>,
        quote: usize,
        width: usize,
    ) -> Vec<String> {
        let ledger = self.report.ledger;
        let mut rows = Vec::new();
        for id in all.iter().take(MOST_STATEMENTS) {
            let place = self.lines.place(ledger.statement(*id).span);
            rows.extend(self.placed(&worded(ledger, *id, side, quote), &place, width));
        }
        if let Some(left @ 1..) = all.len().checked_sub(MOST_STATEMENTS) {
            rows.push(format!("and {}", counted(left, "more statement", "more statements")));
        }
        rows
    }

    /// A text with the place of its record at the right margin.
    fn placed(&self, text: &str, place: &str, width: usize) -> Vec<String> {
        let place = safe::line(place);
        let mut rows = wrap(&safe::line(text), width, 2);
        tag(&mut rows, &place, &paint(self.style.color, Role::Faint, &place), width);
        rows
    }
}

/// A statement in a line. As one of a side, its root is not named again, and the words are those on which the side
/// rests.
pub(crate) fn worded(ledger: &Ledger, id: StatementId, side: Option<&Side>, most: usize) -> String {
    let own = side.map_or(&[][..], |side| side.own(id));
    credit_of(ledger, id, side.map(|side| side.root), own, most)
}
