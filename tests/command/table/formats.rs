//! The table for pages and spreadsheets: one set of facts, counted in each format, and what each format owes its reader.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::store::{accuses, denies, said, store};

/// A store with what a table can show: a clash, a shared attitude of five, two voices of one root, a value, a
/// condition, a reading, a source with an address.
fn folder(name: &str) -> PathBuf {
    let condemns = |by: &str| said(&format!("{by}-condemns"), by, 4, "asserts: ['condemns(self, strike)']");
    let statements = [
        accuses("north"),
        denies("league"),
        said("army-toll", "army", 5, "quote: 'Two, = 2', asserts: ['killed(strike) = 2']"),
        said("minister-toll", "minister", 5, "asserts: ['killed(strike) >= 1']"),
        said("if-so", "east", 6, "if: 'it was them', asserts: ['happened(strike)']"),
        said("east-backs", "east", 6, "asserts: ['backs(west, league)', 'involved-in(league, raid)']"),
        said("west-denies", "west", 7, "denies: ['involved-in(self, raid)']"),
        ["north", "league", "east", "west", "wire"].map(condemns).concat(),
    ];
    let text =
        store(&statements, "").replace("outlet: wire", "outlet: wire, url: 'https://wire.example/1?a=b&c=d'");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("table").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("a.yaml"), text).unwrap();
    folder
}

fn printed(folder: &Path, format: &str) -> String {
    let output = table(folder, &["--format", format]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn table(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.env("COLUMNS", "100").arg("table").arg(folder).args(arguments).output().unwrap()
}

/// What the table says, counted: positions, rows that are contested only on a reading, and statements named.
#[derive(Debug, PartialEq)]
struct Facts {
    positions: usize,
    read_as: usize,
    contested: usize,
}

/// The facts as the JSON has them.
fn facts(folder: &Path) -> Facts {
    let table: Value = serde_json::from_str(&printed(folder, "json")).unwrap();
    let rows = table["rows"].as_array().unwrap();
    let cells = || rows.iter().flat_map(|row| row["cells"].as_object().unwrap().values());
    let also = cells().map(|cell| cell["also"].as_array().map_or(0, Vec::len)).sum::<usize>();
    Facts {
        positions: cells().count() + also,
        read_as: rows.iter().map(|row| row["read_as"].as_array().unwrap().len()).sum(),
        contested: rows.iter().filter(|row| row["status"] == "contested").count(),
    }
}

/// How often each fact stands in a text; every position is credited with a date of March 2031.
fn counted(text: &str, contested: &str) -> Facts {
    Facts {
        positions: text.matches(" Mar 2031").count(),
        read_as: text.matches("may be read as saying so").count(),
        contested: text.matches(contested).count(),
    }
}

#[test]
fn every_format_has_the_same_facts() {
    let folder = folder("facts");
    let facts = facts(&folder);
    assert!(facts.positions > 12 && facts.read_as == 1 && facts.contested > 2, "{facts:?}");
    assert_eq!(counted(&printed(&folder, "text"), "[contested]"), facts);
    assert_eq!(counted(&printed(&folder, "markdown"), "| contested |"), facts);
    assert_eq!(counted(&printed(&folder, "html"), ">contested</span>"), facts);
    let rows = records(&printed(&folder, "csv"));
    let propositions: std::collections::BTreeSet<_> =
        rows.iter().filter(|row| row[3] == "contested").map(|row| &row[13]).collect();
    let read_as = rows.iter().filter(|row| row[5].contains("may be read as saying so")).count();
    let positions = rows.iter().filter(|row| !row[8].is_empty()).count();
    assert_eq!(Facts { positions, read_as, contested: propositions.len() }, facts);
}

/// The rows of a CSV document behind its header.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    assert_eq!(&reader.headers().unwrap()[13], "Canonical text");
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_has_a_row_for_each_position_with_its_words_and_where_they_stand() {
    let text = printed(&folder("csv"), "csv");
    assert!(text.lines().all(|line| line.trim_start_matches('\u{feff}').starts_with('"')), "{text}");
    assert!(text.ends_with("\"\r\n"));
    let rows = records(&text);
    let toll = rows.iter().find(|row| row[12] == "army-toll").unwrap();
    let expected = [
        "The Harbour strike",
        "How many?",
        "How many were killed in the Harbour strike",
        "on one word only",
        "Northland",
        "says 2",
        "2",
        "Northland army",
        "2031-03-05",
        "The Wire",
        "https://wire.example/1?a=b&c=d",
        "Two, = 2",
        "army-toll",
        "killed(strike)",
    ];
    assert_eq!(*toll, expected);
}

#[test]
fn wide_csv_has_a_row_for_each_proposition_and_a_column_for_each_party() {
    let folder = folder("wide");
    let output = table(&folder, &["--format", "csv", "--layout", "wide"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(headings[..4], ["Event", "Question", "What is said", "Status"]);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let long: std::collections::BTreeSet<_> =
        records(&printed(&folder, "csv")).iter().map(|row| row[13].clone()).collect();
    assert_eq!(rows.len(), long.len());
    let toll = rows.iter().find(|row| &row[headings.len() - 1] == "killed(strike)").unwrap();
    let northland = headings.iter().position(|heading| heading == "Northland").unwrap();
    assert_eq!(&toll[northland], "says 2; says at least 1");
    let one = table(&folder, &["--format", "json", "--layout", "wide"]);
    assert_eq!(one.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&one.stderr).contains("write `--format csv --layout wide`"));
}

#[test]
fn the_fragment_is_made_of_whole_tables_that_carry_their_style() {
    let page = printed(&folder("html"), "html");
    assert!(!page.contains("<style") && !page.contains("class=") && !page.contains("<script"), "{page}");
    let tables = page.matches("<table style=").count();
    assert!(tables > 2 && page.matches("</table>").count() == tables);
    assert_eq!(page.matches("<caption").count(), tables);
    assert!(page.contains("The Harbour strike: Who did it?</caption>"), "{page}");
    // No table has more than three columns: a phone and the page of a document have no room for more.
    let columns = |table: &str| table.matches("<th scope=\"col\"").count();
    assert!(page.split("<table").skip(1).all(|table| (2..=3).contains(&columns(table))), "{page}");
    assert!(page.contains("overflow-wrap:anywhere"), "{page}");
    // Below it stand words for readers, who have no file.
    let legend = page.rsplit("<p ").next().unwrap();
    assert!(!legend.contains("on file") && !legend.contains("origin</"), "{legend}");
    assert!(page.contains("href=\"https://wire.example/1?a=b&amp;c=d\""), "{page}");
    // Five parties share the attitude, so each has a row beside the proposition.
    assert!(page.contains("<th scope=\"rowgroup\" rowspan=\"5\""), "{page}");
    assert!(page.contains("<strong>contested</strong>: "), "{page}");
}

#[test]
fn the_table_is_written_to_a_file_where_one_is_named() {
    let folder = folder("file");
    let file = folder.join("out.csv");
    let output = table(&folder, &["--format", "csv", "--output", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), printed(&folder, "csv"));
    let nowhere = folder.join("none/out.csv");
    let refused = table(&folder, &["--format", "csv", "--output", nowhere.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("out.csv` could not be written: "), "{said}");
}

#[test]
#[cfg(not(feature = "xlsx"))]
fn without_the_feature_the_command_says_how_to_get_a_workbook() {
    let refused = table(&folder("no-xlsx"), &["--format", "xlsx"]);
    assert_eq!((refused.status.code(), refused.stdout.as_slice()), (Some(2), &b""[..]));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--format csv") && said.contains("cargo install --path ."), "{said}");
}

/// What openpyxl reads of a workbook: sheets, each with its cells as text by row.
#[cfg(feature = "xlsx")]
fn read_again(folder: &Path) -> Value {
    let file = folder.join("out.xlsx");
    let output = table(folder, &["--format", "xlsx", "--output", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    let mut reader = Command::new(tools.join("python/bin/python"));
    let read =
        reader.arg(tools.join("xlsx.py")).arg(&file).output().expect("tests/tools/python is installed");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    serde_json::from_slice(&read.stdout).unwrap()
}

#[test]
#[cfg(feature = "xlsx")]
#[ignore = "needs openpyxl in tests/tools/python; .ci/run installs it and runs this"]
fn another_program_reads_the_workbook_and_finds_the_same_facts() {
    let folder = folder("xlsx");
    let facts = facts(&folder);
    let book = read_again(&folder);
    let names: Vec<_> = book.as_array().unwrap().iter().map(|sheet| &sheet["name"]).collect();
    assert_eq!(names, ["Table", "Positions", "Legend"]);
    for sheet in book.as_array().unwrap() {
        assert_eq!(
            (&sheet["frozen"], &sheet["wrapped"], &sheet["formulas"]),
            (&"B2".into(), &true.into(), &0.into())
        );
        assert!(sheet["filter"].as_str().unwrap().starts_with("A1:"), "{sheet}");
    }
    let text = |sheet: &Value| {
        let rows = sheet["rows"].as_array().unwrap().iter().skip(1);
        rows.map(|row| {
            row.as_array()
                .unwrap()
                .iter()
                .map(|cell| cell.as_str().unwrap_or(""))
                .collect::<Vec<_>>()
                .join("|")
        })
        .collect::<Vec<_>>()
        .join("\n")
    };
    assert_eq!(counted(&text(&book[0]), "|contested|"), facts);
    let listed =
        records(&printed(&folder, "csv")).into_iter().map(|row| row.join("|")).collect::<Vec<_>>().join("\n");
    assert_eq!(text(&book[1]), listed);
    assert!(text(&book[2]).contains("in other words|"), "{}", text(&book[2]));
}

#[test]
fn every_format_has_the_words_where_they_are_asked_for() {
    let folder = folder("words");
    for format in ["text", "markdown", "html", "csv", "json"] {
        let with = table(&folder, &["--format", format, "--words"]);
        let (with, without) = (String::from_utf8(with.stdout).unwrap(), printed(&folder, format));
        assert!(with.contains("Two, = 2"), "{format}: {with}");
        // A row of CSV has the words anyway.
        assert_eq!(without.contains("Two, = 2"), format == "csv", "{format}: {without}");
    }
    let wide = table(&folder, &["--format", "csv", "--layout", "wide", "--words"]);
    let wide = String::from_utf8(wide.stdout).unwrap();
    assert!(wide.contains("“Two, = 2”"), "{wide}");
}

#[test]
fn who_agrees_that_something_is_not_so_is_not_put_down_as_agreeing_that_it_is() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("table").join("not-so");
    std::fs::create_dir_all(&folder).unwrap();
    let denies = |by: &str, day| said(&format!("{by}-denies"), by, day, "denies: ['condemns(self, strike)']");
    let text = store(&[denies("league", 6), denies("west", 7)], "");
    std::fs::write(folder.join("a.yaml"), text).unwrap();
    for format in ["text", "markdown", "html", "csv"] {
        let printed = printed(&folder, format).replace(['\n', '│'], " ");
        assert!(
            printed.contains("agreed: not so") || format == "text" && printed.contains("agreed:"),
            "{format}: {printed}"
        );
    }
    let wide = table(&folder, &["--format", "csv", "--layout", "wide"]);
    assert!(String::from_utf8_lossy(&wide.stdout).contains("agreed: not so"));
    // What programs read is one word for both.
    let json: Value = serde_json::from_str(&printed(&folder, "json")).unwrap();
    assert!(json["rows"].as_array().unwrap().iter().any(|row| row["status"] == "agreed"), "{json:#}");
}
