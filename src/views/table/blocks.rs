//! The table for reading: in blocks of one event, by question. Positions that several roots take on themselves share a
//! line, where a table of propositions has a row for each.

use std::collections::BTreeSet;

use super::{Cell, Row, Status, Table};
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::proposition::Argument;
use crate::ledger::model::stance::Sign;
use crate::ledger::{vocabulary, words};

/// The part of the table on one event, or on none.
#[derive(Clone, Debug, PartialEq)]
pub struct Block<'t> {
    /// The event; none for what is said of no event.
    pub event: Option<EventId>,
    /// The roots that have a position in it, or are read as having one, in the order of the table.
    pub columns: Vec<PartyId>,
    /// The questions, each with its lines.
    pub sections: Vec<Section<'t>>,
}

/// The lines on one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'t> {
    /// The question, in words.
    pub question: &'t str,
    /// The roots that have a position in it, or are read as having one, in the order of the table.
    pub columns: Vec<PartyId>,
    /// The lines.
    pub lines: Vec<Line<'t>>,
}

/// A line: a row, or several rows that differ only in who speaks of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'t> {
    /// The proposition in words.
    pub reading: String,
    /// The status; none where no status applies.
    pub status: Option<Status>,
    /// The cells, in the order of the table.
    pub cells: Vec<&'t Cell>,
    /// The roots whose words may be read as saying so.
    pub read_as: &'t [PartyId],
}

/// The blocks of a table.
#[must_use]
pub fn blocks<'t>(ledger: &Ledger, table: &'t Table) -> Vec<Block<'t>> {
    let section = |rows: &'t [Row]| Section {
        question: vocabulary::question(&rows[0].asks),
        columns: columns(table, rows),
        lines: lines(ledger, rows, &table.columns),
    };
    let block = |rows: &'t [Row]| Block {
        event: rows[0].event,
        columns: columns(table, rows),
        sections: rows.chunk_by(|a, b| a.asks == b.asks).map(section).collect(),
    };
    table.rows.chunk_by(|a, b| a.event == b.event).map(block).collect()
}

fn columns(table: &Table, rows: &[Row]) -> Vec<PartyId> {
    let cells = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.root);
    let speak: BTreeSet<PartyId> = cells.chain(rows.iter().flat_map(|row| &row.read_as).copied()).collect();
    table.columns.iter().copied().filter(|root| speak.contains(root)).collect()
}

fn lines<'t>(ledger: &Ledger, rows: &'t [Row], columns: &[PartyId]) -> Vec<Line<'t>> {
    let folded = |row: &Row| {
        let own = |at| row.proposition.with(at, Argument::SPEAKER);
        row.own.map(|at| (own(at), row.status))
    };
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let key = folded(row);
        let same = |other: &&Row| key.is_some() && folded(other) == key;
        if rows[..at].iter().any(|earlier| same(&earlier)) {
            continue;
        }
        let mut cells: Vec<&Cell> = row.cells.iter().collect();
        cells.extend(rows[at + 1..].iter().filter(same).flat_map(|later| &later.cells));
        cells.sort_by_key(|cell| columns.iter().position(|root| *root == cell.root));
        let each = row.own.filter(|_| cells.len() > row.cells.len());
        let reading = match each {
            Some(place) => {
                let each = Some((place, "each of them"));
                words::sentence_with(ledger, &row.proposition, None, Sign::Plus, each)
            }
            None => row.reading.clone(),
        };
        lines.push(Line { reading, status: row.status, cells, read_as: &row.read_as });
    }
    lines
}
