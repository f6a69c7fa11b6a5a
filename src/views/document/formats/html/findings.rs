//! Findings on the page: the sentences of the first page, then each finding with all its sides.

use maud::{Markup, html};

use super::marks::{Marks, finding_anchor};
use crate::check::Report;
use crate::check::formats::settled::{reason, settled};
use crate::check::formats::sides::worded;
use crate::check::formats::text::{in_question, word};
use crate::layout::markup::Text;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::{self, counted};
use crate::rules::finding::{Finding, Side};
use crate::text::lines::Lines;
use crate::views::document::Document;
use crate::views::document::formats::sentences::points;

/// Largest number of statements of a side that are listed with a finding; the others are counted.
const MOST_STATEMENTS: usize = 8;
/// Largest number of characters of a quote that are shown there; the statement has it whole.
const MOST_QUOTE: usize = 260;

/// The answers: which matters are contradicted, unverified, unanswered and agreed.
pub(super) fn answers(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    html! {
        @for point in points(document) {
            div class="point" data-part="" {
                h2 { (point.heading) @if point.count > 0 { " (" (point.count) ")" } }
                @if point.findings.is_empty() { p { (point.none) } }
                @if !point.findings.is_empty() || point.more.is_some() {
                    ul {
                        @for (finding, sentence) in &point.findings {
                            li data-f=(marks.finding(finding)) {
                                a href=(marks.to_finding(place(&document.report, finding))) { (Text(sentence)) }
                                (settle(marks, finding))
                            }
                        }
                        @if let Some(more) = &point.more { li { (more) } }
                    }
                }
            }
        }
    }
}

/// The index of a finding on the page.
fn place(report: &Report<'_>, finding: &Finding) -> usize {
    report.findings.iter().position(|other| std::ptr::eq(other, finding)).unwrap_or_default()
}

/// A finding: its question, its sides, and what to do about it.
pub(super) fn finding(
    report: &Report<'_>,
    lines: &Lines<'_>,
    marks: &Marks<'_>,
    finding: &Finding,
) -> Markup {
    let class = word(finding).replace(' ', "-");
    html! {
        article class="finding" id=(finding_anchor(place(report, finding))) data-f=(marks.finding(finding)) {
            h3 {
                span class={ "tag " (class) } { (word(finding)) } " "
                (Text(words::capital(&in_question(finding))))
            }
            @if !finding.sides.is_empty() {
                dl {
                    @for side in &finding.sides {
                        div {
                            dt { (Text(words::capital(&words::parties(report.ledger, &[side.root])))) }
                            dd { (stance(report, marks, side)) }
                        }
                    }
                }
            } @else if !finding.statements.is_empty() {
                (statements(report, marks, &finding.statements, None))
            } @else {
                ul {
                    @for label in finding.labels.iter().filter(|label| !label.text.is_empty()) {
                        li { (Text(&label.text)) " " span class="place" { (Text(lines.place(label.span))) } }
                    }
                }
            }
            @if !finding.message.trim().is_empty() { p { (Text(&finding.message)) } }
            @if !finding.hanging.is_empty() {
                p { strong { "What hangs on it:" } }
                ul { @for one in &finding.hanging { li { (Text(one)) } } }
            }
            @for also in &finding.folding.also {
                p { strong { "Also: " } (Text(&also.text)) "." }
                @if !also.statements.is_empty() { (statements(report, marks, &also.statements, None)) }
            }
            @if let Some(help) = &finding.help { p { strong { "What to do: " } (Text(help)) "." } }
            p class="rule" {
                "Rule: " (finding.rule.id)
                @if let Some(name) = finding.on(report.ledger) { ", on " code { (Text(name)) } }
                (settle(marks, finding))
            }
        }
    }
}

/// The way to where an editor deals with a finding, where there is one.
fn settle(marks: &Marks<'_>, finding: &Finding) -> Markup {
    html! { @if let Some(address) = marks.to_settle(finding) { " " a class="settle" href=(address) { "Deal with it" } } }
}

fn stance(report: &Report<'_>, marks: &Marks<'_>, side: &Side) -> Markup {
    html! {
        p { (Text(&side.says)) }
        @if !side.way.is_empty() {
            ul class="way" { @for step in &side.way { li { (Text(step)) } } }
        }
        (statements(report, marks, &side.statements, Some(side)))
    }
}

/// Statements as links to their places on the page.
fn statements(report: &Report<'_>, marks: &Marks<'_>, all: &[StatementId], side: Option<&Side>) -> Markup {
    let ledger = report.ledger;
    html! {
        ul class="said" {
            @for id in all.iter().take(MOST_STATEMENTS) {
                li { a href=(marks.to_statement(*id)) { (Text(worded(ledger, *id, side, MOST_QUOTE))) } }
            }
            @if all.len() > MOST_STATEMENTS {
                li { "and " (counted(all.len() - MOST_STATEMENTS, "more statement", "more statements")) }
            }
        }
    }
}

/// The findings that an editor has dealt with.
pub(super) fn dealt_with(report: &Report<'_>, marks: &Marks<'_>) -> Markup {
    html! {
        @for (heading, findings) in settled(report) {
            @if !findings.is_empty() {
                section data-part="" {
                    h2 { (heading) }
                    ul {
                        @for finding in findings {
                            li data-f=(marks.finding(finding)) {
                                (Text(words::capital(&in_question(finding)))) ": " (Text(reason(report.ledger, finding))) "."
                                (statements(report, marks, &finding.statements, None))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A problem in the record.
pub(super) fn problem(lines: &Lines<'_>, marks: &Marks<'_>, finding: &Finding) -> Markup {
    let what = if finding.message.trim().is_empty() { &finding.reading } else { &finding.message };
    html! {
        li {
            strong { (word(finding)) ": " } (Text(what)) " "
            @for label in &finding.labels { span class="place" { (Text(lines.place(label.span))) } " " }
            @if let Some(help) = &finding.help { "What to do: " (Text(help)) "." }
            (settle(marks, finding))
        }
    }
}
