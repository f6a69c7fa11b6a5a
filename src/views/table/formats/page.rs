//! The table within a page of ours: its positions lead to their statements, and its rows have marks for filters.

use maud::{Markup, html};

use super::{entries, outcome, remark, roots, voice};
use crate::layout::markup::Text;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::words;
use crate::views::table::blocks::{Block, Line, Section, blocks};
use crate::views::table::{Cell, Table};

/// Largest number of parties of a question that have a column each; with more, each proposition has a card.
const MOST_COLUMNS: usize = 5;

/// Facts of the page: the addresses of statements, and the marks of lines for filters.
pub struct Hooks<'h> {
    /// The address of a statement on the page.
    pub statement: &'h dyn Fn(StatementId) -> String,
    /// The marks of a line about an event.
    pub marks: &'h dyn Fn(Option<EventId>, &Line<'_>) -> String,
}

/// The table, block by block.
#[must_use]
pub fn page(ledger: &Ledger, table: &Table, hooks: &Hooks<'_>) -> Markup {
    html! {
        @for block in &blocks(ledger, table) {
            section class="block" data-part="" {
                h3 { (Text(super::heading(ledger, block.event))) }
                @for section in &block.sections {
                    div class="question" data-part="" {
                        @if section.columns.len() <= MOST_COLUMNS {
                            (columns(ledger, block, section, hooks))
                        } @else {
                            h4 { (section.question) }
                            @for line in &section.lines { (card(ledger, block, section, line, hooks)) }
                        }
                    }
                }
            }
        }
    }
}

/// A table with a column for each party. On a narrow screen a row becomes a card; the roles keep the meaning of
/// elements.
fn columns(ledger: &Ledger, block: &Block<'_>, section: &Section<'_>, hooks: &Hooks<'_>) -> Markup {
    let name = |root| words::capital(&ledger.party(root).name);
    html! {
        table class="stances" role="table" {
            caption { (section.question) }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { "What is said" }
                    @for root in &section.columns { th scope="col" role="columnheader" { (Text(name(*root))) } }
                    th scope="col" role="columnheader" { "Status" }
                }
            }
            tbody role="rowgroup" {
                @for line in &section.lines {
                    tr role="row" data-f=((hooks.marks)(block.event, line)) {
                        th scope="row" role="rowheader" { (proposition(ledger, line, section)) }
                        @for root in &section.columns {
                            @let said = said(ledger, line, *root, hooks);
                            td role="cell" class=[said.is_none().then_some("silent")] data-label=(Text(name(*root))) {
                                @if let Some(said) = said { (said) }
                            }
                        }
                        td role="cell" class=[line.status.is_none().then_some("silent")] data-label="Status" { (tagged(line)) }
                    }
                }
            }
        }
    }
}

/// A proposition with a line for each party.
fn card(
    ledger: &Ledger,
    block: &Block<'_>,
    section: &Section<'_>,
    line: &Line<'_>,
    hooks: &Hooks<'_>,
) -> Markup {
    html! {
        div class="card" data-f=((hooks.marks)(block.event, line)) {
            p { strong { (proposition(ledger, line, section)) } " " (tagged(line)) }
            dl {
                @for root in roots(line, &section.columns) {
                    @if let Some(said) = said(ledger, line, root, hooks) {
                        div {
                            dt { (Text(words::capital(&ledger.party(root).name))) }
                            dd { (said) }
                        }
                    }
                }
            }
        }
    }
}

fn proposition(ledger: &Ledger, line: &Line<'_>, section: &Section<'_>) -> Markup {
    html! {
        (Text(words::capital(&line.reading)))
        @if let Some(remark) = remark(ledger, line, &section.columns) { span class="remark" { (Text(remark)) } }
    }
}

fn tagged(line: &Line<'_>) -> Markup {
    let shown = outcome(line.status, line.cells.iter().copied());
    html! { @if let Some(status) = line.status { span class={ "tag " (status.word()) } { (shown) } } }
}

/// The words of a root on a line, its positions with links to their statements; none where it has none.
fn said(ledger: &Ledger, line: &Line<'_>, root: PartyId, hooks: &Hooks<'_>) -> Option<Markup> {
    if let Some(found) = line.cells.iter().find(|found| found.root == root) {
        return Some(positions(ledger, found, hooks));
    }
    let read = voice(ledger, line, root);
    (!read.is_empty()).then(|| {
        html! { @for words in &read { p class="position" { strong { (Text(&words.stance)) } ", " (Text(&words.credit)) } } }
    })
}

/// The positions of a cell, each as a link to its last statement, with links to the others.
fn positions(ledger: &Ledger, found: &Cell, hooks: &Hooks<'_>) -> Markup {
    html! {
        @for (words, entry) in entries(ledger, found).iter().zip(&found.entries) {
            p class="position" {
                strong { (Text(&words.stance)) } " "
                @if let Some((last, others)) = entry.statements.split_last() {
                    a href=(Text((hooks.statement)(*last))) { (Text(&words.credit)) }
                    @for (at, other) in others.iter().enumerate() {
                        @if at == 0 { ", also " } @else { ", " }
                        a href=(Text((hooks.statement)(*other))) { (Text(ledger.statement(*other).date.words())) }
                    }
                }
            }
        }
    }
}
