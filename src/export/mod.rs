//! The tables of a store for other programs: records, positions and findings as CSV and JSON Lines, and columns for engines.

pub mod columns;
mod findings;
pub mod found;
mod memberships;
mod positions;
mod records;
mod table;

use crate::check::Report;
use crate::reason::Reasoning;
use table::Table;

/// Takes the next part of a file: the file's name, the part.
pub type Out<'o> = dyn FnMut(&str, &str) + 'o;

/// Writes every table, each as CSV and as JSON Lines: the records as they are written in the files, then what follows from
/// them. A table without rows has its headings all the same.
pub fn tables(reasoning: &Reasoning<'_>, report: &Report<'_>, out: &mut Out<'_>) {
    records::write(reasoning.ledger, out);
    memberships::write(reasoning.ledger, out);
    positions::write(reasoning, out);
    findings::write(report, out);
}

/// The tables and their columns, in the order of the manual.
#[must_use]
pub fn catalogue() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut all: Vec<Table> = records::tables();
    all.extend([memberships::table(), positions::table(), findings::table()]);
    all.into_iter().map(|table| (table.name, table.columns)).collect()
}
