//! A block as cards, for a page too narrow for its columns: a proposition with its status, then a line for each party.

use super::text::broken;
use super::{outcome, remark, roots, voice};
use crate::layout::safe;
use crate::layout::wrap::{columns, tag};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::views::table::blocks::{Block, Line};

/// Columns by which a card is indented under its question.
const INDENT: usize = 2;

/// The cards of a block, without a last line break.
pub(super) fn cards(ledger: &Ledger, block: &Block<'_>, width: usize) -> String {
    let names = block.columns.iter().map(|root| columns(&safe::line(&ledger.party(*root).name)));
    let column = names.max().unwrap_or(0).min((width / 4).min(28));
    let mut parts = Vec::new();
    for section in &block.sections {
        parts.push(broken(section.question, width, 0).join("\n"));
        parts.extend(section.lines.iter().map(|line| card(ledger, line, &block.columns, column, width)));
    }
    parts.join("\n\n")
}

fn card(ledger: &Ledger, line: &Line<'_>, parties: &[PartyId], column: usize, width: usize) -> String {
    let width = width - INDENT;
    let mut rows = broken(&words::capital(&line.reading), width, 2);
    let word = outcome(line.status, line.cells.iter().copied());
    if !word.is_empty() {
        let shown = format!("[{word}]");
        tag(&mut rows, &shown, &shown, width);
    }
    let gap = column + 4;
    for root in roots(line, parties) {
        let mut name = broken(&ledger.party(root).name, column, 0).into_iter();
        let entries = voice(ledger, line, root).into_iter();
        let body =
            entries.flat_map(|words| broken(&format!("{}, {}", words.stance, words.credit), width - gap, 2));
        let mut body = body.collect::<Vec<_>>().into_iter();
        loop {
            let (left, right) = (name.next(), body.next());
            if left.is_none() && right.is_none() {
                break;
            }
            let left = left.unwrap_or_default();
            let pad = " ".repeat(gap - 2 - columns(&left));
            rows.push(format!("  {left}{pad}{}", right.unwrap_or_default()).trim_end().to_owned());
        }
    }
    if let Some(remark) = remark(ledger, line, parties) {
        rows.extend(broken(&remark, width - 2, 0).into_iter().map(|row| format!("  {row}")));
    }
    rows.into_iter().map(|row| format!("{}{row}", " ".repeat(INDENT))).collect::<Vec<_>>().join("\n")
}
