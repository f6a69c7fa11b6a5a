//! The table as CSV: a row for each position, every field between quotation marks and none of them a formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::Format;
use super::positions::{COLUMNS, positions};
use crate::check::Report;
use crate::layout::safe;
use crate::views::table::Table;

/// The mark by which spreadsheets recognise UTF-8.
const MARK: &str = "\u{feff}";

/// See [`csv`].
pub const FORMAT: Format = Format {
    name: "csv",
    help: "For a spreadsheet: a row for each position",
    file: None,
    print: |report, table, _| Ok(csv(report, table).into_bytes()),
};

/// The positions of the table as CSV.
#[must_use]
pub fn csv(report: &Report<'_>, table: &Table) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many fields as the first.
    let _ = writer.write_record(COLUMNS);
    for row in positions(report.ledger, table) {
        let _ = writer.write_record(row.iter().map(|field| safe::cell(field).into_owned()));
    }
    let text = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8_lossy(&text))
}
