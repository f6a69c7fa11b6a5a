//! The cells of workbooks: those that a spreadsheet program writes, and those that nobody should.

#![cfg(feature = "xlsx")]

use std::io::{Cursor, Write};

use gainsay::grid::{Fault, Grid, Kind, Opening, Row};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows.
fn sheet(rows: &str) -> Vec<u8> {
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='Data' sheetId='1' r:id='one'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='one' Type='a/worksheet' Target='worksheets/sheet1.xml'/>\
                     <Relationship Id='two' Type='a/sharedStrings' Target='/xl/shared.xml'/></Relationships>";
    let shared = "<sst><si><t>Name</t></si><si><r><t>Ann </t></r><r><t>&amp; Ben_x000D_</t></r><rPh><t>x</t></rPh></si></sst>";
    package(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/shared.xml", shared),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// An ODS of one sheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &format!("<office><table:table table:name='Data'>{rows}</table:table></office>")),
    ])
}

fn read(bytes: &[u8]) -> (Vec<String>, Vec<Result<Row, Fault>>) {
    let grid = Grid::open(bytes, Opening::default()).unwrap();
    (grid.columns.iter().map(|column| column.name.clone()).collect(), grid.take(100).collect())
}

/// What is said of the first fault.
fn fault(bytes: &[u8]) -> String {
    match Grid::open(bytes, Opening::default()) {
        Ok(grid) => grid.map(Result::err).find_map(|fault| fault).unwrap().message,
        Err(fault) => fault.message,
    }
}

#[test]
fn a_workbook_gives_texts_numbers_and_days() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, name) in (0..).zip(["who", "toll", "day", "sure", "sum"]) {
        sheet.write_string(0, at, name).unwrap();
    }
    let days = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(3, 0, "Ann Orr").unwrap();
    sheet.write_number(3, 1, 7.5).unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(2031, 5, 4).unwrap(), &days).unwrap();
    sheet.write_boolean(3, 3, true).unwrap();
    sheet.write_formula(3, 4, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    book.add_worksheet().set_name("Notes").unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let (columns, rows) = read(&bytes);
    assert_eq!(columns, ["who", "toll", "day", "sure", "sum"]);
    let row = rows[0].as_ref().unwrap();
    let cells: Vec<(&str, Kind)> = row.cells.iter().map(|cell| (&*cell.text, cell.kind)).collect();
    let expected = [
        ("Ann Orr", Kind::Text),
        ("7.5", Kind::Number),
        ("2031-05-04", Kind::Date),
        ("true", Kind::Flag),
        ("2", Kind::Number),
    ];
    assert_eq!((row.number, &cells[..]), (4, &expected[..]));
    assert_eq!(rows.len(), 1);
    let said = Grid::open(&bytes, Opening::default()).unwrap().said;
    assert_eq!(said, ["Of its sheets `Sheet1`, `Notes` the first was read."]);
    let asked = Grid::open(&bytes, Opening { sheet: Some("Nots"), ..Opening::default() });
    assert!(asked.err().unwrap().help.contains("`Notes`"));
}

#[test]
fn shared_texts_are_whole_and_a_formula_without_a_result_is_told() {
    let bytes = sheet(
        "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>More</t></is></c></row>\
         <row r='9'><c r='A9' t='s'><v>1</v></c><c r='B9'><f>A1</f></c></row>",
    );
    let (columns, rows) = read(&bytes);
    assert_eq!(columns, ["Name", "More"]);
    let row = rows[0].as_ref().unwrap();
    assert_eq!((row.number, row.text(0), row.cells[1].kind), (9, "Ann & Ben", Kind::Failed));
}

#[test]
fn a_cell_without_a_place_stands_behind_the_one_before_it_also_behind_an_empty_one() {
    let bytes = sheet(
        "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c><c t='str'><v>d</v></c></row>\
         <row><c/><c><v/></c><c t='s'/><c><v>4</v></c></row>\
         <row><c r='B3'/><c><v>3</v></c></row>",
    );
    let (_, rows) = read(&bytes);
    let row = |at: usize| rows[at].as_ref().unwrap();
    assert_eq!((row(0).text(0), row(0).text(3)), ("", "4"));
    assert_eq!((row(1).text(0), row(1).text(2)), ("", "3"));
}

#[test]
fn cells_far_apart_cost_no_more_than_their_rows() {
    let bytes = sheet(
        "<row r='1'><c r='A1' t='str'><v>a</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    );
    assert!(bytes.len() < 1500);
    let (_, rows) = read(&bytes);
    let row = rows[0].as_ref().unwrap();
    assert_eq!((row.number, row.cells.len(), rows.len()), (1_048_576, 16_384, 1));
}

#[test]
fn a_million_empty_rows_are_passed_over() {
    let empty = "<row/>".repeat(1_048_575);
    let bytes = sheet(&format!("<row r='1'><c r='A1'><v>1</v></c></row>{empty}"));
    assert_eq!(read(&bytes).1, []);
}

#[test]
fn what_unfolds_into_more_than_a_sheet_is_refused() {
    let long = "x".repeat(5 * 1024 * 1024);
    assert!(fault(&sheet(&format!("<row><c t='str'><v>{long}</v></c></row>"))).contains("4 megabytes"));
    let rows =
        format!("<row><c t='str'><v>a</v></c></row><row><c t='str'><v>{}</v></c></row>", &long[..1_100_000]);
    assert!(fault(&sheet(&rows)).contains("larger than a megabyte"));
    let wide = "<c t='str'><v>".to_owned() + &long[..1_000_000] + "</v></c>";
    assert!(fault(&sheet(&format!("<row>{}</row>", wide.repeat(20)))).contains("16 megabytes"));
    assert!(fault(&ods("<table:table-row><table:table-cell table:number-columns-repeated='99999999999'><text:p>a</text:p></table:table-cell></table:table-row>")).contains("16384 columns"));
}

#[test]
fn errors_of_an_open_document_and_rows_beyond_its_end_are_told() {
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let failed = "<table:table-cell table:formula='of:=1/0' office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#DIV/0!</text:p></table:table-cell>\
                  <table:table-cell table:formula='of:=[.A9]'/>";
    let head = row(
        "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>",
    );
    let (_, rows) = read(&ods(&format!("{head}{}", row(failed))));
    let cells = &rows[0].as_ref().unwrap().cells;
    assert_eq!((cells[0].text.as_str(), cells[0].kind), ("#DIV/0!", Kind::Failed));
    assert_eq!(cells[1].kind, Kind::Failed);
    let empty = "<table:table-row table:number-rows-repeated='1048575'/>";
    assert_eq!(read(&ods(&format!("{head}{empty}{empty}"))).1, []);
    assert!(fault(&ods(&format!("{head}{empty}{head}"))).contains("beyond row 1048576"));
}

#[test]
fn rows_out_of_order_and_cells_twice_have_a_place() {
    let bytes = sheet("<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>");
    assert!(fault(&bytes).contains("behind row 2"));
    assert!(fault(&sheet("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>")).contains("twice"));
    assert!(fault(&sheet("<row r='1'><c r='A1' t='s'><v>7</v></c></row>")).contains("does not hold"));
    assert!(fault(&sheet("<row r='1'><c r='XFE1'><v>1</v></c></row>")).contains("16384 columns"));
    assert!(fault(b"PK\x03\x04nothing").contains("no workbook"));
    assert!(fault(&package(&[("a", "b")])).contains("no workbook"));
}

#[test]
fn an_open_document_gives_the_same_cells() {
    let row = "<table:table-row table:number-rows-repeated='2'>\
               <table:table-cell office:value-type='string'><office:annotation><text:p>no</text:p></office:annotation>\
               <text:p>Ann<text:s text:c='2'/>Orr</text:p><text:p>&amp; Ben</text:p></table:table-cell>\
               <table:table-cell table:number-columns-repeated='2'/>\
               <table:table-cell office:value-type='date' office:date-value='2031-05-04'><text:p>4 May</text:p></table:table-cell>\
               </table:table-row>";
    let empty = "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";
    let head = "<table:table-row><table:table-cell><text:p>who</text:p></table:table-cell></table:table-row>";
    let (columns, rows) = read(&ods(&format!("{head}{row}{empty}")));
    assert_eq!(columns, ["who"]);
    let shown: Vec<(usize, &str, &str, Kind)> = rows
        .iter()
        .map(|row| row.as_ref().unwrap())
        .map(|row| (row.number, row.text(0), row.text(3), row.cells[3].kind))
        .collect();
    let text = "Ann  Orr\n& Ben";
    assert_eq!(shown, [(2, text, "2031-05-04", Kind::Date), (3, text, "2031-05-04", Kind::Date)]);
}
