//! The record on the page: every statement with its words and its source, every source with its address.

use maud::{Markup, html};

use super::marks::{Marks, source_anchor, statement_anchor};
use crate::layout::credit::who;
use crate::layout::markup::{Text, link};
use crate::layout::position;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::roots;
use crate::ledger::words;
use crate::text::lines::Lines;
use crate::views::checks;
use crate::views::document::Document;
use crate::views::document::formats::source_words;
use crate::views::document::formats::statement::positions;

/// Largest number of findings that are named beside a statement; more are counted.
const MOST_FINDINGS: usize = 8;

/// Statements, one after the other.
pub(super) fn statements(
    ledger: &Ledger,
    lines: &Lines<'_>,
    marks: &Marks<'_>,
    all: &[StatementId],
) -> Markup {
    html! { @for id in all { (statement(ledger, lines, marks, *id)) } }
}

fn statement(ledger: &Ledger, lines: &Lines<'_>, marks: &Marks<'_>, id: StatementId) -> Markup {
    let record = ledger.statement(id);
    let mut roots: Vec<PartyId> = record.by.iter().map(|by| roots::spoken_for(ledger, record, *by)).collect();
    let said = positions(ledger, id, &record.positions);
    roots.extend(&record.by);
    let of: Vec<Proposition> = said.iter().map(|(proposition, _)| *proposition).collect();
    html! {
        article class="statement" id=(statement_anchor(ledger, id)) data-f=(marks.said(&of, &roots, &[id])) {
            h3 { (Text(words::capital(&who(ledger, id, None)))) }
            // The words of single positions stand with these.
            @for quote in ledger.quotes(record).filter(|_| !record.quoted_in_parts()) {
                blockquote lang=[language(ledger, record.source)] { p { "“" (Text(quote)) "”" } }
            }
            @if !said.is_empty() {
                ul class="way" { @for (_, says) in &said { li { (Text(words::capital(says))) } } }
            }
            @if let Some(basis) = position::basis(record) { p { "Says it rests on " (Text(basis)) "." } }
            p class="rule" {
                @if let Some(source) = record.source {
                    "Source: " a href=(marks.to_source(source)) { (Text(source_words(ledger, source))) }
                    @if let Some(locator) = &record.locator { ", " (Text(locator)) }
                    ". "
                } @else { "No source on record. " }
                code { (Text(&record.id)) } ", " span class="place" { (Text(lines.place(record.span))) }
                (used(marks, id))
            }
            (checked(ledger, marks, id))
        }
    }
}

/// Who has compared a statement with its source, where each has a page of its own; and the button for whoever has just done so.
fn checked(ledger: &Ledger, marks: &Marks<'_>, id: StatementId) -> Markup {
    let by = checks::words(ledger.statement(id));
    html! {
        @if marks.to_pages() {
            p class="checked" {
                @if let Some(by) = &by { "Checked by " (Text(by)) "." } @else { "No second reader has checked it yet." }
                @if by.is_none() && marks.can_change() {
                    " "
                    button type="button" data-check=(ledger.statement(id).id) data-seen=(checks::seen(ledger, id)) {
                        "I have compared it with its source"
                    }
                }
            }
        }
    }
}

/// The findings that rest on a statement.
fn used(marks: &Marks<'_>, id: StatementId) -> Markup {
    let used = marks.used(id);
    html! {
        @if !used.is_empty() {
            ". In the findings "
            @for (at, finding) in used.iter().take(MOST_FINDINGS).enumerate() {
                @if at > 0 { ", " }
                a href=(marks.to_finding(*finding)) { (finding + 1) }
            }
            @if used.len() > MOST_FINDINGS { " and " (used.len() - MOST_FINDINGS) " more" }
        }
    }
}

/// The language of a source's words; none where it is not written as a tag.
fn language(ledger: &Ledger, source: Option<SourceId>) -> Option<&str> {
    let tag = ledger.source(source?).language.as_deref()?;
    let plain = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (plain && (2..=35).contains(&tag.len())).then_some(tag)
}

/// Every source of these statements.
pub(super) fn sources(document: &Document<'_>) -> Markup {
    let ledger = document.report.ledger;
    html! {
        ul {
            @for id in &document.sources {
                @let source = ledger.source(*id);
                li id=(source_anchor(ledger, *id)) {
                    (Text(source_words(ledger, *id)))
                    @if let Some(url) = &source.url { ": " span class="url" { (link(url, url)) } }
                    @if source.archive.is_some() { " (its text is archived)" }
                    ". " code { (Text(&source.id)) }
                }
            }
        }
    }
}
