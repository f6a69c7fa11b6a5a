//! The sheets of workbooks, read as they are unpacked: XLSX, and ODS. No part is held in memory but the texts that cells
//! of an XLSX share.

mod cells;
mod filling;
mod ods;
mod package;
mod shared;
mod stream;
mod styles;
mod xlsx;

use super::{Fault, Row};
use package::Package;

/// More rows than any sheet has.
const MOST_ROWS: usize = 1_048_576;

/// The rows of a sheet of a workbook, empty ones too. Which of several it is, is said where nobody chose.
///
/// # Errors
/// It is no workbook, or has no such sheet.
pub fn open<'b>(
    bytes: &'b [u8],
    sheet: Option<&str>,
    said: &mut Vec<String>,
) -> Result<Box<dyn Iterator<Item = Result<Row, Fault>> + 'b>, Fault> {
    let mut package = Package::open(bytes)?;
    if package.is_open_document() {
        return Ok(Box::new(ods::open(&mut package, sheet, said)?));
    }
    Ok(Box::new(xlsx::open(&mut package, sheet, said)?))
}

/// Which of these sheets is meant: an index.
fn chosen(names: &[String], asked: Option<&str>, said: &mut Vec<String>) -> Result<usize, Fault> {
    let list = || names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match asked {
        Some(asked) => names.iter().position(|name| name == asked).ok_or_else(|| {
            Fault::new(format!("the workbook has no sheet `{asked}`"), format!("its sheets are {}", list()))
        }),
        None if names.is_empty() => Err(Fault::new("the workbook has no sheet", "save it anew, or as CSV")),
        None => {
            if names.len() > 1 {
                said.push(format!("Of its sheets {} the first was read.", list()));
            }
            Ok(0)
        }
    }
}
