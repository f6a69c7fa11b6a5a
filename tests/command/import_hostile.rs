//! Sheets that would take all the memory of a machine, or hold what no sheet does: each is read or refused within bounds.

use std::fs;
use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::{PLAIN, gainsay, import, records, said, written};

/// A workbook of these parts: the rows, and the texts that its cells share.
fn workbook(rows: &str, shared: &str) -> Vec<u8> {
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='Data' sheetId='1' r:id='one'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='one' Type='a/worksheet' Target='worksheets/sheet1.xml'/>\
                     <Relationship Id='two' Type='a/sharedStrings' Target='/xl/shared.xml'/></Relationships>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/shared.xml", shared),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn small_files_that_unfold_into_large_ones_stay_within_two_gigabytes() {
    let head = "<row r='1'><c r='A1' t='str'><v>Who</v></c></row>";
    let far = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>";
    let wide = format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(15));
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let bomb = workbook(&wide.repeat(1_000), &shared);
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    for (sheet, told) in [
        (workbook(&format!("{head}{far}"), "<sst/>"), "stands in a column without a heading"),
        (bomb, "megabytes of text"),
    ] {
        let mapping = "sheet: {id: sheet}\nrecords:\n  - list: parties\n    record: {name: who}\n";
        let folder = written("", "");
        fs::write(folder.0.join("sheet.xlsx"), sheet).unwrap();
        fs::write(folder.0.join("sheet.xlsx.mapping.yaml"), mapping).unwrap();
        let mut command = Command::new("prlimit");
        command.args(["--as=2147483648", "--", env!("CARGO_BIN_EXE_gainsay"), "import", "sheet.xlsx"]);
        let Ok(output) = command.current_dir(&folder.0).stdin(Stdio::null()).output() else { return };
        assert!(matches!(output.status.code(), Some(0 | 2)), "{:?}: {}", output.status, said(&output));
        assert!(said(&output).contains(told), "{}", said(&output));
    }
}

#[test]
fn what_no_sheet_holds_is_read_or_told() {
    let nul = written("No,Who,When,Words\n1,Norland,2031-05-04,We \0 did.\n", PLAIN);
    let output = gainsay(&nul, &["import", "sheet.csv", "--write"]);
    let check = gainsay(&nul, &["check", "claims"]);
    assert!(matches!(check.status.code(), Some(0 | 1)), "{}\n{}", said(&output), said(&check));
    let large =
        written(format!("No,Who,When,Words\n1,Norland,2031-05-04,{}\n", "x".repeat(1_100_000)), PLAIN);
    let told = said(&gainsay(&large, &["import", "sheet.csv"]));
    assert!(told.contains("sheet.csv, row 2, column D: the cell is larger than a megabyte"), "{told}");
    let numbers = written("", "");
    let line = "{\"who\": \"Norland\", \"no\": 12345678901234567890123, \"words\": \"No.\"}\n";
    fs::write(numbers.0.join("sheet.jsonl"), line).unwrap();
    let mapping = "sheet: {id: sheet, key: no}\nrecords:\n  - list: statements\n    record: {by: \"{who}\", date: 2031-05-04, quote: \"{words}\"}\n";
    fs::write(numbers.0.join("sheet.jsonl.mapping.yaml"), mapping).unwrap();
    import(&numbers, "sheet.jsonl");
    assert!(records(&numbers, "sheet").contains("12345678901234567890123"), "{}", records(&numbers, "sheet"));
}
