//! The table as a workbook: the table itself, its positions as a list, and a legend. Text only: a cell is never a
//! formula.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::super::legend::legend;
use super::super::positions::{COLUMNS, positions};
use super::super::{EMPTY, closing, heading, outcome, remark, voice};
use crate::check::Report;
use crate::layout::safe;
use crate::layout::spread::fitting;
use crate::layout::wrap::wrap;
use crate::ledger::Ledger;
use crate::ledger::model::id::EventId;
use crate::ledger::words;
use crate::views::table::Table;
use crate::views::table::blocks::{Line, Section, blocks};

/// Height of a line and of the highest row, in points.
const LINE: u32 = 15;
const HIGHEST: u32 = 409;
/// Largest number of characters side by side that are made to fit on a sheet of paper.
const PAPER: u32 = 420;

/// The table as the bytes of a workbook; an error where it has more rows or columns than a sheet may.
pub(super) fn workbook(report: &Report<'_>, table: &Table) -> Result<Vec<u8>, XlsxError> {
    let ledger = report.ledger;
    let mut book = Workbook::new();
    // Without a date of our own the clock would be asked, and no two workbooks would be equal.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));

    let fixed = [("What is said", 44), ("Status", 12), ("Event", 24), ("Question", 18)];
    let parties = table.columns.iter().map(|root| (ledger.party(*root).name.as_str(), 28));
    let columns: Vec<(&str, u32)> = fixed.into_iter().chain(parties).collect();
    let rows = blocks(ledger, table);
    let rows = rows.iter().flat_map(|block| {
        let lines =
            block.sections.iter().flat_map(|section| section.lines.iter().map(move |line| (section, line)));
        lines.map(|(section, line)| row(ledger, table, block.event, section, line))
    });
    sheet(book.add_worksheet(), "Table", &columns, rows)?;

    let widths = [24, 18, 44, 12, 24, 28, 16, 28, 24, 24, 32, 60, 32, 40];
    let columns: Vec<(&str, u32)> = COLUMNS.into_iter().zip(widths).collect();
    let rows = positions(ledger, table).into_iter().map(|row| row.iter().map(|text| shown(text)).collect());
    sheet(book.add_worksheet(), "Positions", &columns, rows)?;

    let closing = if table.rows.is_empty() { EMPTY.to_owned() } else { closing(report, table) };
    let about = [("This workbook", shown(&closing)), ("an empty cell", "no position on file".to_owned())];
    let words = legend(ledger, table).into_iter().map(|(word, meaning)| (word, meaning.to_owned()));
    let rows = about.into_iter().chain(words).map(|(word, meaning)| vec![word.to_owned(), meaning]);
    sheet(book.add_worksheet(), "Legend", &[("Word", 28), ("Meaning", 90)], rows)?;
    book.save_to_buffer()
}

/// A row of the table: the proposition and its status, then a cell for each party.
fn row(
    ledger: &Ledger,
    table: &Table,
    event: Option<EventId>,
    section: &Section<'_>,
    line: &Line<'_>,
) -> Vec<String> {
    let mut proposition = shown(&words::capital(&line.reading));
    if let Some(remark) = remark(ledger, line, &table.columns) {
        proposition = format!("{proposition}\n{}", shown(&remark));
    }
    let first = [
        proposition,
        outcome(line.status, line.cells.iter().copied()).to_owned(),
        shown(&heading(ledger, event)),
        shown(section.question),
    ];
    let parties = table.columns.iter().map(|root| {
        let said = voice(ledger, line, *root)
            .into_iter()
            .map(|words| format!("{}\n{}", shown(&words.stance), shown(&words.credit)));
        said.collect::<Vec<_>>().join("\n\n")
    });
    first.into_iter().chain(parties).collect()
}

/// A sheet that is ready to read: the header stays, each column has a filter, long text is wrapped.
fn sheet(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[(&str, u32)],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<(), XlsxError> {
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let head = cell.clone().set_bold().set_background_color(0xEE_EE_EE).set_border_bottom(FormatBorder::Thin);
    sheet.set_name(name)?;
    for (at, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(at, *width)?;
        sheet.write_string_with_format(0, at, fitting(shown(heading)), &head)?;
    }
    let mut last = 0;
    for row in rows {
        last += 1;
        // Not every program makes room for wrapped text by itself.
        let lines = columns.iter().zip(&row).map(|((_, width), text)| lines(text, *width)).max();
        sheet.set_row_height(last, LINE.saturating_mul(lines.unwrap_or(1)).min(HIGHEST))?;
        for (at, text) in (0..).zip(row).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(last, at, fitting(text), &cell)?;
        }
    }
    let right = u16::try_from(columns.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, right)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    if columns.iter().map(|(_, width)| width).sum::<u32>() <= PAPER {
        sheet.set_print_fit_to_pages(1, 0);
    }
    Ok(())
}

/// The number of lines that a text takes in a column of `width` characters.
fn lines(text: &str, width: u32) -> u32 {
    let width = usize::try_from(width).unwrap_or(usize::MAX);
    u32::try_from(text.split('\n').map(|line| wrap(line, width, 0).len().max(1)).sum::<usize>())
        .unwrap_or(u32::MAX)
}

fn shown(text: &str) -> String {
    safe::line(text).into_owned()
}
