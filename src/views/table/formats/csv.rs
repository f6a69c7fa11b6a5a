//! The table as CSV: a row for each position, every field between quotation marks and none of them a formula.

use super::positions::{COLUMNS, positions};
use super::{Format, wide};
use crate::check::Report;
use crate::layout::spread::{MARK, line};
use crate::views::table::Table;

/// See [`csv`].
pub const FORMAT: Format = Format {
    name: "csv",
    help: "For a spreadsheet: a row for each position",
    file: None,
    wide: Some(wide::wide),
    print: |report, table, _| Ok(csv(report, table).into_bytes()),
};

/// The positions of the table as CSV.
#[must_use]
pub fn csv(report: &Report<'_>, table: &Table) -> String {
    let rows = positions(report.ledger, table);
    let lines = rows.iter().map(|row| line(row, ','));
    std::iter::once(MARK.to_owned()).chain([line(&COLUMNS, ',')]).chain(lines).collect()
}
