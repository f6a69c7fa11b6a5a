//! An XLSX workbook: its sheets, and what they share.

use quick_xml::events::Event;

use super::super::Fault;
use super::cells::Cells;
use super::package::{Package, Relation};
use super::{chosen, shared, styles};
use crate::read::files::xml::attribute;

/// The sheets that a workbook lists.
#[derive(Default)]
struct Book {
    names: Vec<String>,
    ids: Vec<String>,
    /// Whether days are counted from 1904.
    late: bool,
}

/// The rows of a sheet.
///
/// # Errors
/// It is no workbook, has no such sheet, or what its cells share cannot be read.
pub fn open<'b>(
    package: &mut Package<'b>,
    sheet: Option<&str>,
    said: &mut Vec<String>,
) -> Result<Cells<'b>, Fault> {
    let none = || Fault::new("the package holds no workbook", "save it anew as XLSX, or as CSV");
    let first = package.relations("")?;
    let name = of_kind(&first, "officeDocument").map_or("xl/workbook.xml", |it| &it.target).to_owned();
    let related = package.relations(&name)?;
    let book = book(package, &name)?.ok_or_else(none)?;
    let at = chosen(&book.names, sheet, said)?;
    let own = related.iter().find(|it| it.id == book.ids[at]).ok_or_else(none)?;
    let shared = match of_kind(&related, "sharedStrings") {
        Some(part) => package.part(&part.target)?.map(shared::read).transpose()?,
        None => None,
    };
    let dates = match of_kind(&related, "styles") {
        Some(part) => package.part(&part.target)?.map(styles::dates).transpose()?,
        None => None,
    };
    let rows = package.part(&own.target)?.ok_or_else(none)?;
    Ok(Cells::new(rows, shared.unwrap_or_default(), dates.unwrap_or_default(), book.late))
}

fn of_kind<'r>(relations: &'r [Relation], kind: &str) -> Option<&'r Relation> {
    relations.iter().find(|it| it.kind == kind)
}

fn book(package: &mut Package<'_>, name: &str) -> Result<Option<Book>, Fault> {
    let Some(mut part) = package.part(name)? else { return Ok(None) };
    let mut book = Book::default();
    loop {
        match part.next()? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "sheet" => {
                    book.names.push(attribute(&element, "name").unwrap_or_default());
                    book.ids.push(attribute(&element, "id").unwrap_or_default()); // `r:id`, and not `sheetId`
                }
                "workbookPr" => {
                    let late = attribute(&element, "date1904");
                    book.late = matches!(late.as_deref(), Some("1" | "true"));
                }
                _ => {}
            },
            Event::Eof => return Ok(Some(book)),
            _ => {}
        }
    }
}
