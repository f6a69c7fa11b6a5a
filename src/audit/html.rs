//! The audit as a page: the draft with its quotations and unrecorded sentences marked, and beside it what is to be said of each.

use std::ops::Range;

use maud::{DOCTYPE, Markup, html};

use super::Audit;
use super::findings::Noted;
use super::text::summary;
use super::verdict::{Verdict, Weight};
use crate::layout::markup::{Text, head};
use crate::ledger::words::capital;
use crate::rules::finding::Level;
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

/// The audit as an HTML page. `said` is what it says; the draft is this file of the ledger's texts. With `internals`, the
/// page names rules and places in the ledger.
#[must_use]
pub fn html(audit: &Audit<'_>, said: &[Noted], draft: FileId, internals: bool) -> String {
    let file = audit.ledger.texts.file(draft);
    let lines = Lines::new(&audit.ledger.texts);
    let notes: Vec<&Noted> = said.iter().filter(|noted| beside(noted)).collect();
    let stretches = stretches(audit, said, draft);
    let name = |verdict: Verdict| if internals { verdict.rule().id } else { verdict.words() };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&format!("Audit of {}", file.path), POLICY, STYLE))
            body {
                header {
                    h1 { "Audit of " (Text(&file.path)) }
                    @for line in summary(audit, name).lines() { p { (line) } }
                    p.key {
                        span.error { "error" } " " span.warning { "to look at" } " " span.note { "not on file" } " "
                        span.unrecorded { "nothing on record" } " " span.sound { "as on file" }
                    }
                }
                main {
                    article { @for range in paragraphs(&file.text) { p { (paragraph(&file.text, range, &stretches)) } } }
                    @if !notes.is_empty() {
                        ol.notes {
                            @for (at, one) in notes.iter().enumerate() {
                                (note(at + 1, one, internals.then_some(&lines)))
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// True when something is said beside the draft: not of what is as on file.
#[must_use]
pub fn beside(noted: &Noted) -> bool {
    noted.listed() || noted.weight == Weight::Aside
}

/// The word for how a remark looks.
#[must_use]
pub fn class(noted: &Noted) -> &'static str {
    match (noted.finding.level, noted.weight) {
        (Level::Error, _) => "error",
        (Level::Warning, _) => "warning",
        (Level::Note, Weight::NotOnFile | Weight::Unnamed) => "note",
        (Level::Note, Weight::NoSpeech) => "plain",
        (Level::Note, _) => "sound",
    }
}

/// The stretches that are marked, in their order, none within another.
fn stretches(audit: &Audit<'_>, said: &[Noted], draft: FileId) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let numbers = said.iter().scan(0, |number, noted| {
        *number += usize::from(beside(noted));
        Some(beside(noted).then_some(*number))
    });
    let (sentences, quotations): (Vec<_>, Vec<_>) =
        said.iter().zip(numbers).partition(|(noted, _)| noted.sentence);
    for (one, number) in quotations {
        let (range, class) = (one.range(), class(one));
        let notes: Vec<usize> = number.into_iter().collect();
        match stretches.last_mut() {
            Some(other) if other.range == range => {
                other.notes.extend(notes);
                if one.finding.level < Level::Note {
                    other.class = class;
                }
            }
            // Within another: a number behind it, and no colour.
            Some(other) if range.start < other.range.end => other.notes.extend(notes),
            _ => stretches.push(Stretch { range, class, notes }),
        }
    }
    let quoted = stretches.len();
    let unrecorded = audit.unrecorded(draft).map(|(range, _)| (range, "unrecorded", Vec::new()));
    let told = sentences.into_iter();
    let told = told.map(|(noted, number)| (noted.range(), class(noted), number.into_iter().collect()));
    let mut end = 0;
    let mut all: Vec<(Range<usize>, &'static str, Vec<usize>)> = told.chain(unrecorded).collect();
    all.sort_by_key(|(range, ..)| (range.start, range.end));
    for (range, class, notes) in all {
        let next = stretches[..quoted].partition_point(|stretch| stretch.range.end <= range.start);
        let free = stretches[..quoted].get(next).is_none_or(|stretch| stretch.range.start >= range.end);
        if free && range.start >= end {
            end = range.end;
            stretches.push(Stretch { range, class, notes });
        } else {
            // A sentence with quotations in it: a number behind it, and no colour.
            stretches.push(Stretch { range: range.end..range.end, class: "plain", notes });
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

/// The note on one quotation or sentence.
fn note(number: usize, noted: &Noted, lines: Option<&Lines<'_>>) -> Markup {
    let finding = &noted.finding;
    html! {
        li id=(format!("note-{number}")) class=(class(noted)) {
            p.headline { b { (Text(capital(&finding.reading))) } @if lines.is_some() { " " small { (finding.rule.id) } } }
            p.draft { (Text(&finding.message)) }
            @for label in &finding.labels[1..] {
                p.file { (Text(&label.text)) @if let Some(lines) = lines { " " small { (Text(lines.place(label.span))) } } }
            }
            @if let Some(help) = &finding.help { p.help { (Text(capital(help).replace("[ ]", "[\u{a0}]"))) } }
        }
    }
}
