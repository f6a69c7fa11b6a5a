//! A block as a ruled table: a row for each proposition under its question, a column for each party.

use comfy_table::presets::UTF8_FULL;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

use super::{outcome, remark, voice};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::views::table::blocks::{Block, Line};

/// Least width of a party's column; where there is less, the block is set as cards.
const LEAST_PARTY: usize = 16;
/// Greatest width of a party's column.
const MOST_PARTY: usize = 40;
/// Least and greatest width of the column of propositions.
const PROPOSITION: (usize, usize) = (20, 44);
/// Width of the longest status.
const STATUS: usize = 10;

/// The block as a ruled table, without a last line break; none where it does not fit.
pub(super) fn ruled(ledger: &Ledger, block: &Block<'_>, width: usize) -> Option<String> {
    let parties = block.columns.len();
    // Each column has a space on either side and a rule; one more rule closes the row.
    let room = width.checked_sub(3 * (parties + 2) + 1 + STATUS)?;
    let proposition = (room / (parties + 1)).clamp(PROPOSITION.0, PROPOSITION.1);
    let party = room.checked_sub(proposition)?.checked_div(parties)?.min(MOST_PARTY);
    if party < LEAST_PARTY {
        return None;
    }
    let mut table = Table::new();
    table.load_style(UTF8_FULL);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    let names = block.columns.iter().map(|root| safe::line(&ledger.party(*root).name).into_owned());
    let header = [String::new()].into_iter().chain(names).chain(["status".to_owned()]);
    table.set_header(header);
    for section in &block.sections {
        table.add_row([safe::line(section.question)]);
        for line in &section.lines {
            table.add_row(row(ledger, block, line));
        }
    }
    let widths = [proposition].into_iter().chain(std::iter::repeat_n(party, parties)).chain([STATUS]);
    table.set_constraints(
        widths.map(|width| {
            ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + 2).unwrap_or(u16::MAX)))
        }),
    );
    Some(table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n"))
}

fn row(ledger: &Ledger, block: &Block<'_>, line: &Line<'_>) -> Vec<String> {
    let mut first = safe::line(&words::capital(&line.reading)).into_owned();
    if let Some(remark) = remark(ledger, line, &block.columns) {
        first = format!("{first}\n\n{}", safe::line(&remark));
    }
    let cells = block.columns.iter().map(|root| {
        let entries = voice(ledger, line, *root).into_iter();
        let shown =
            entries.map(|words| format!("{}\n{}", safe::line(&words.stance), safe::line(&words.credit)));
        shown.collect::<Vec<_>>().join("\n\n")
    });
    [first]
        .into_iter()
        .chain(cells)
        .chain([outcome(line.status, line.cells.iter().copied()).to_owned()])
        .collect()
}
