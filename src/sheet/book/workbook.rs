//! The sheet as a workbook: the rows, lists to choose from, and the marks out of sight. Text only: a cell is never a formula.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::super::Sheet;
use super::super::columns::Column;
use crate::layout::safe;
use crate::layout::spread::fitting;
use crate::ledger::model::stance::Stance;
use crate::read::fields::Kind;

/// The name of the sheet with what can be chosen.
const LISTS: &str = "Lists";
/// Rows below the last for which there are lists, too: room for new ones.
const ROOM: u32 = 1000;
/// The last row of any sheet, from 0.
const LAST: u32 = 1_048_575;

/// What can be chosen in a column.
struct Choice {
    heading: &'static str,
    /// The columns of the sheet in which it can be.
    columns: Vec<u16>,
    items: Vec<String>,
}

/// The sheet as the bytes of a workbook; an error where it has more rows than a sheet may.
pub(super) fn workbook(sheet: &Sheet<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a date of our own the clock would be asked, and no two workbooks would be equal.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let choices = choices(sheet);
    let page = book.add_worksheet();
    let last = rows(page, sheet)?;
    for (at, choice) in (0..).zip(&choices).filter(|(_, choice)| !choice.items.is_empty()) {
        offer(page, at, choice, last.saturating_add(ROOM).min(LAST))?;
    }
    let lists = book.add_worksheet();
    lists.set_name(LISTS)?;
    for (at, choice) in (0..).zip(&choices) {
        lists.write_string(0, at, choice.heading)?;
        for (row, item) in (1..).zip(&choice.items) {
            lists.write_string(row, at, fitting(safe::line(item).into_owned()))?;
        }
    }
    lists.set_hidden(true);
    book.save_to_buffer()
}

/// Writes the rows; gives the number of the last, from 0.
fn rows(page: &mut Worksheet, sheet: &Sheet<'_>) -> Result<u32, XlsxError> {
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let grey = cell.clone().set_font_color(0x70_70_70);
    let head = cell.clone().set_bold().set_background_color(0xEE_EE_EE).set_border_bottom(FormatBorder::Thin);
    page.set_name(super::ROWS)?;
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(at, width(*column))?;
        // New rows are text as well: else a date that is typed becomes a number.
        let format = if matches!(column, Column::Sentence) { &grey } else { &cell };
        page.set_column_format(at, &format.clone().set_num_format("@"))?;
        page.write_string_with_format(0, at, column.heading(), &head)?;
        if matches!(column, Column::Mark) {
            page.set_column_hidden(at)?;
        }
    }
    let mut last = 0;
    for row in sheet.rows() {
        last += 1;
        for (at, text) in (0..).zip(row).filter(|(_, text)| !text.is_empty()) {
            let sentence = matches!(sheet.columns[usize::from(at)], Column::Sentence);
            let format = if sentence { &grey } else { &cell };
            page.write_string_with_format(last, at, text, &format.clone().set_num_format("@"))?;
        }
    }
    let right = u16::try_from(sheet.columns.len() - 1).unwrap_or(u16::MAX);
    page.autofilter(0, 0, last, right)?;
    page.set_freeze_panes(1, 1)?;
    Ok(last)
}

/// Offers a list in the columns where it belongs. Something else may be typed: several names, or somebody new.
fn offer(page: &mut Worksheet, own: u16, choice: &Choice, last: u32) -> Result<(), XlsxError> {
    let letter = rust_xlsxwriter::column_number_to_name(own);
    let range = format!("={LISTS}!${letter}$2:${letter}${}", choice.items.len() + 1);
    let validation = DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Information)
        .show_error_message(false);
    for column in &choice.columns {
        page.add_data_validation(1, *column, last, *column, &validation)?;
    }
    Ok(())
}

fn choices(sheet: &Sheet<'_>) -> Vec<Choice> {
    let columns = |wanted: &dyn Fn(Column) -> bool| -> Vec<u16> {
        (0..).zip(&sheet.columns).filter(|(_, column)| wanted(**column)).map(|(at, _)| at).collect()
    };
    let keyed = |fits: &dyn Fn(Kind) -> bool| {
        columns(&|column| matches!(column, Column::Key(field) if fits(field.kind)))
    };
    let of = |lists: &[&str]| lists.iter().flat_map(|list| sheet.names.all(list)).collect::<Vec<_>>();
    let predicates = sheet.ledger.vocabulary.iter().map(|(_, predicate)| predicate.id.clone());
    vec![
        Choice {
            heading: "stance",
            columns: columns(&|column| matches!(column, Column::Stance)),
            items: Stance::ALL.map(|stance| stance.key().to_owned()).to_vec(),
        },
        Choice {
            heading: "predicate",
            columns: columns(&|column| matches!(column, Column::Predicate)),
            items: predicates.collect(),
        },
        Choice {
            heading: "parties",
            columns: keyed(&|kind| {
                matches!(kind, Kind::Speaker | Kind::Carrier(_) | Kind::Reference("parties"))
            }),
            items: of(&["parties"]),
        },
        Choice {
            heading: "sources",
            columns: keyed(&|kind| matches!(kind, Kind::Reference("sources"))),
            items: of(&["sources"]),
        },
        Choice {
            heading: "arguments",
            columns: columns(&|column| matches!(column, Column::Argument(_))),
            items: of(&["parties", "events", "places", "topics", "sources"]),
        },
    ]
}

/// The width of a column in characters.
fn width(column: Column) -> u32 {
    match column {
        Column::Key(field) if matches!(field.key, "quote" | "note") => 60,
        Column::Sentence => 48,
        Column::Words => 40,
        Column::Key(field) if matches!(field.key, "date" | "credibility") => 12,
        Column::Stance | Column::Value | Column::AsOf => 12,
        _ => 24,
    }
}
