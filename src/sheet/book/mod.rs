//! The sheet as a workbook, where gainsay was built with workbooks; an error where it was not.

#[cfg(feature = "xlsx")]
mod workbook;

use super::Sheet;

/// The name of the sheet with the rows.
pub const ROWS: &str = "Statements";

/// The sheet as the bytes of a workbook, with lists to choose from.
///
/// # Errors
/// It has more rows than a sheet may.
#[cfg(feature = "xlsx")]
pub fn book(sheet: &Sheet<'_>) -> Result<Vec<u8>, (String, String)> {
    workbook::workbook(sheet).map_err(|reason| {
        (
            format!("this ledger does not fit into a workbook: {reason}"),
            "name a file that ends in .csv, which has no such limit".to_owned(),
        )
    })
}

/// Nothing.
///
/// # Errors
/// This gainsay was built without workbooks.
#[cfg(not(feature = "xlsx"))]
pub fn book(_: &Sheet<'_>) -> Result<Vec<u8>, (String, String)> {
    Err((
        "this gainsay was built without workbooks".to_owned(),
        "name a file that ends in .csv, which every spreadsheet program opens, or build gainsay with them: \
         `cargo install --path .` does"
            .to_owned(),
    ))
}
