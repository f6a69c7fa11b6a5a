//! The order of rows and columns, which no order of records changes: the event asked about first, then events on which
//! something is contested, then by date; what is said of no event comes last.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Options, Row, Status, Table};
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::vocabulary::QUESTIONS;

/// The table of rows, put under their events and in order, with its columns.
pub fn order(ledger: &Ledger, mut rows: Vec<Row>, options: &Options) -> Table {
    let mut about: BTreeMap<EventId, usize> = BTreeMap::new();
    for row in &rows {
        if let [only] = events(ledger, row).as_slice() {
            *about.entry(*only).or_default() += 1;
        }
    }
    let id = |event: &EventId| ledger.event(*event).id.clone();
    for row in &mut rows {
        let named = events(ledger, row);
        row.event = named
            .into_iter()
            .min_by_key(|event| (Reverse(about.get(event).copied().unwrap_or_default()), id(event)));
    }
    let contested: BTreeSet<EventId> =
        rows.iter().filter(|row| row.status == Some(Status::Contested)).filter_map(|row| row.event).collect();
    rows.sort_by_cached_key(|row| {
        let asks = QUESTIONS.iter().position(|(word, _)| *word == row.asks).unwrap_or(QUESTIONS.len());
        let event = row.event.map(|event| {
            let asked = options.about.iter().position(|about| *about == ledger.event(event).id);
            let date = ledger.event(event).date.map(|date| date.order());
            ((asked.is_none(), asked), !contested.contains(&event), date.is_none(), date, id(&event))
        });
        let (none, status) = (row.status.is_none(), row.status);
        ((event.is_none(), event), asks, (none, status), row.name.clone())
    });
    let columns = columns(ledger, &rows, options);
    let places: BTreeMap<PartyId, usize> = columns.iter().copied().zip(0..).collect();
    for row in &mut rows {
        row.cells.sort_by_key(|cell| places.get(&cell.root));
    }
    Table { columns, rows }
}

fn columns(ledger: &Ledger, rows: &[Row], options: &Options) -> Vec<PartyId> {
    let mut cells: BTreeMap<PartyId, usize> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        *cells.entry(cell.root).or_default() += 1;
    }
    // Whoever is only read as speaking has a column too, in which it says that.
    for root in rows.iter().flat_map(|row| &row.read_as) {
        if options.parties.is_empty() || options.parties.contains(root) {
            cells.entry(*root).or_default();
        }
    }
    let mut columns: Vec<PartyId> = cells.keys().copied().collect();
    columns.sort_by_cached_key(|root| {
        let asked = options.parties.iter().position(|party| party == root);
        (asked, Reverse(cells[root]), ledger.party(*root).id.clone())
    });
    columns
}

/// The events that a row's proposition names.
fn events(ledger: &Ledger, row: &Row) -> Vec<EventId> {
    let predicate = ledger.vocabulary.get(row.proposition.predicate);
    (0..predicate.arguments.len()).filter_map(|at| predicate.event(&row.proposition, at)).collect()
}
