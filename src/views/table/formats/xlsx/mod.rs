//! The table as a workbook, where gainsay was built with workbooks; an error where it was not.

#[cfg(feature = "xlsx")]
mod workbook;

use super::Format;
use crate::check::Report;
use crate::views::table::Table;

/// See [`xlsx`].
pub const FORMAT: Format = Format {
    name: "xlsx",
    help: "For a spreadsheet: a workbook with the table, its positions as a list, and a legend",
    file: Some("a workbook"),
    wide: None,
    print: |report, table, _| xlsx(report, table),
};

/// The table as the bytes of a workbook.
///
/// # Errors
/// It has more rows or columns than a sheet may.
#[cfg(feature = "xlsx")]
pub fn xlsx(report: &Report<'_>, table: &Table) -> Result<Vec<u8>, String> {
    workbook::workbook(report, table).map_err(|reason| {
        format!(
            "gainsay: this table does not fit into a workbook: {reason}\n\
             help: narrow it with `--about` or `--parties`, or use `--format csv`"
        )
    })
}

/// Nothing.
///
/// # Errors
/// This gainsay was built without workbooks.
#[cfg(not(feature = "xlsx"))]
pub fn xlsx(_: &Report<'_>, _: &Table) -> Result<Vec<u8>, String> {
    Err("gainsay: this gainsay was built without workbooks\n\
         help: use `--format csv`, which every spreadsheet opens, or build gainsay with them: \
         `cargo install --path .` does"
        .to_owned())
}
