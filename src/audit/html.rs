//! The audit as a page: the draft with its quotations marked, and beside it what is to be said of each.

use std::ops::Range;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Audit;
use super::text::summary;
use crate::layout::markup::Text;
use crate::rules::finding::{Finding, Level};
use crate::rules::{Rule, drafts};
use crate::text::FileId;
use crate::text::lines::Lines;
use crate::text::quotes::prose::paragraphs;

/// The look of the page.
const STYLE: &str = include_str!("page.css");
/// Nothing is fetched and nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A stretch of the draft that is marked: whether its words are coloured, and the numbers of its notes.
struct Stretch {
    range: Range<usize>,
    class: &'static str,
    notes: Vec<usize>,
}

/// The audit as an HTML page. `findings` are its own; the draft is this file of the ledger's texts.
#[must_use]
pub fn html(audit: &Audit<'_>, findings: &[Finding], draft: FileId) -> String {
    let file = audit.ledger.texts.file(draft);
    let lines = Lines::new(&audit.ledger.texts);
    let notes: Vec<&Finding> = findings.iter().filter(|finding| told(finding)).collect();
    let stretches = stretches(findings, &notes);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Audit of " (Text(&file.path)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "Audit of " (Text(&file.path)) }
                    @for line in summary(audit).lines() { p { (line) } }
                    p.key {
                        span.error { "error" } " " span.warning { "warning" } " " span.note { "not on file" } " "
                        span.sound { "as on file" }
                    }
                }
                main {
                    article { @for range in paragraphs(&file.text) { p { (paragraph(&file.text, range, &stretches)) } } }
                    @if !notes.is_empty() {
                        ol.notes { @for (at, finding) in notes.iter().enumerate() { (note(at + 1, finding, &lines)) } }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// Whether a finding has a note of its own: what is as on file has none.
fn told(finding: &Finding) -> bool {
    const WITH_NOTE: [&Rule; 5] = [
        &drafts::unknown::RULE,
        &drafts::speaker_unresolved::RULE,
        &drafts::secondhand::RULE,
        &drafts::cleaned::RULE,
        &drafts::translation::RULE,
    ];
    finding.level != Level::Note || WITH_NOTE.contains(&finding.rule)
}

fn class(finding: &Finding) -> &'static str {
    const OPEN: [&Rule; 2] = [&drafts::unknown::RULE, &drafts::speaker_unresolved::RULE];
    match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note if OPEN.contains(&finding.rule) => "note",
        Level::Note if *finding.rule == drafts::not_speech::RULE => "plain",
        Level::Note => "sound",
    }
}

/// The stretches that are marked, in their order, none within another.
fn stretches(findings: &[Finding], notes: &[&Finding]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut end = 0;
    for finding in findings {
        let span = finding.labels[0].span;
        let range = span.start as usize..span.end as usize;
        let number = notes.iter().position(|note| std::ptr::eq(*note, finding)).map(|at| at + 1);
        let sentence =
            [&drafts::stance_conflict::RULE, &drafts::number_conflict::RULE, &drafts::overreach::RULE]
                .contains(&finding.rule);
        match stretches.iter_mut().rev().find(|other| other.range == range) {
            Some(other) => {
                other.notes.extend(number);
                if finding.level < Level::Note {
                    other.class = class(finding);
                }
            }
            // Within another, or a sentence: a number behind it, and no colour.
            None if range.start < end || sentence => {
                stretches.push(Stretch {
                    range: range.end..range.end,
                    class: "plain",
                    notes: number.into_iter().collect(),
                });
            }
            None => {
                end = range.end;
                stretches.push(Stretch { range, class: class(finding), notes: number.into_iter().collect() });
            }
        }
    }
    stretches.sort_by_key(|stretch| (stretch.range.start, stretch.range.end));
    stretches
}

/// A paragraph of the draft with its marks.
fn paragraph(text: &str, range: Range<usize>, stretches: &[Stretch]) -> Markup {
    let from = stretches.partition_point(|stretch| stretch.range.end < range.start);
    let mut at = range.start;
    html! {
        @for stretch in stretches[from..].iter().take_while(|stretch| stretch.range.start <= range.end) {
            @let start = stretch.range.start.clamp(at, range.end);
            @let end = stretch.range.end.clamp(start, range.end);
            (Text(&text[at..start]))
            @if start < end { mark class=(stretch.class) { (Text(&text[start..end])) } }
            @for note in stretch.notes.iter().filter(|_| stretch.range.end <= range.end) {
                a.ref href=(format!("#note-{note}")) { (note) }
            }
            ({ at = end; "" })
        }
        (Text(&text[at..range.end]))
    }
}

/// What is to be said of one quotation or sentence.
fn note(number: usize, finding: &Finding, lines: &Lines<'_>) -> Markup {
    html! {
        li id=(format!("note-{number}")) class=(class(finding)) {
            p.headline { b { (finding.rule.id) } " " (Text(&finding.reading)) }
            p.draft { (Text(&finding.message)) }
            @for label in &finding.labels[1..] {
                p.file { (Text(&label.text)) " " small { (Text(lines.place(label.span))) } }
            }
            @if let Some(help) = &finding.help { p.help { (Text(help)) } }
        }
    }
}
