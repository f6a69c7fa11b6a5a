//! The sheet out and in again: nothing changes that nobody changed, on every store of the tests; a changed cell changes its key.

use std::fs;
use std::path::Path;

use gainsay::grid::{Grid, Opening};
use gainsay::layout::spread;
use gainsay::ledger::Ledger;
use gainsay::read::{Loaded, Text, texts};
use gainsay::sheet::{Back, Came, Sheet, plan};
use gainsay::write::edit::comments;

use crate::common::{self, names};
use crate::generator::{contested, messy, small};

/// The stores of the tests: their name, and their files.
fn stores() -> Vec<(String, Vec<Text>)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut found = Vec::new();
    let folders = walkdir::WalkDir::new(&cases).sort_by_file_name().into_iter().filter_map(Result::ok);
    for folder in folders.filter(|entry| entry.file_type().is_dir()) {
        let files = fs::read_dir(folder.path()).unwrap().filter_map(|entry| Some(entry.ok()?.path()));
        let mut files: Vec<_> =
            files.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
        files.sort();
        let text = |path: &Path| String::from_utf8(fs::read(path).unwrap());
        let read = files.iter().map(|path| Text {
            path: format!("claims/{}", path.file_name().unwrap().to_string_lossy()),
            content: text(path).map_err(|_| (String::new(), String::new())),
        });
        let read: Vec<Text> = read.collect();
        if !read.is_empty() {
            found.push((folder.path().display().to_string(), read));
        }
    }
    for seed in 0..common::size(200) as u64 {
        let (small, contested) = (small::Ledger::new(seed).text(), contested::Contested::new(seed).text());
        for (name, text) in [("small", small), ("contested", contested), ("messy", messy::file(seed))] {
            found.push((
                format!("{name} {seed}"),
                vec![Text { path: "claims/a.yaml".to_owned(), content: Ok(text) }],
            ));
        }
    }
    assert!(found.len() > 200, "{} stores", found.len());
    found
}

/// The rows of a sheet as a program reads them, below the headings.
fn cells(sheet: &Sheet<'_>) -> Vec<Vec<String>> {
    sheet.rows().collect()
}

/// What came of rows that are written and read as a file of this kind.
fn back(sheet: &Sheet<'_>, rows: &[Vec<String>], divider: char) -> Came {
    let lines = rows.iter().map(|row| spread::line(row, divider));
    let file: String = [spread::MARK.to_owned(), spread::line(&sheet.headings(), divider)]
        .into_iter()
        .chain(lines)
        .collect();
    let ending = if divider == '\t' { "tsv" } else { "csv" };
    let mut grid = Grid::open(file.as_bytes(), Opening { ending, ..Opening::default() }).unwrap();
    let headings: Vec<String> = grid.columns.iter().map(|column| column.heading.clone()).collect();
    let mut back = Back::new(sheet, &headings.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    for row in &mut grid {
        let row = row.unwrap();
        back.row(row.number, |column| row.text(column));
    }
    back.done()
}

fn read(files: &[Text]) -> Ledger {
    loaded(files).ledger
}

fn loaded(files: &[Text]) -> Loaded {
    texts(files.to_vec(), &names())
}

#[test]
fn out_and_in_again_nothing_changes() {
    for (name, files) in stores() {
        let ledger = read(&files);
        let sheet = Sheet::new(&ledger);
        let rows = cells(&sheet);
        for divider in [',', '\t', ';'] {
            let came = back(&sheet, &rows, divider);
            let changed: Vec<_> =
                came.cells(&sheet).map(|cell| (cell.row, cell.heading, cell.now.to_owned())).collect();
            assert_eq!(changed, [], "{name}");
            assert_eq!((came.unchanged, came.missing, came.new_rows()), (rows.len(), 0, 0), "{name}");
            assert!(came.refused.is_empty() && came.elsewhere.is_empty(), "{name}: {:?}", came.refused);
            let plan = plan(&sheet, &came, "claims", &files).ok().unwrap();
            assert!(plan.changes.is_empty() && plan.placed.is_empty(), "{name}");
        }
    }
}

#[test]
fn a_cell_that_is_changed_changes_its_key_and_nothing_else() {
    let mut tried = 0;
    for (name, files) in stores().into_iter().step_by(8 / common::size(8)) {
        let Loaded { ledger, problems, .. } = loaded(&files);
        let sheet = Sheet::new(&ledger);
        let (headings, rows) = (sheet.headings(), cells(&sheet));
        let place = |heading: &str| headings.iter().position(|own| own == heading).unwrap();
        for (heading, now) in [
            ("note", "seen: by us"),
            ("note", ""),
            ("locator", "- 4"),
            ("credibility", "3"),
            ("stance", "doubts"),
            ("date", "2031-02-03"),
            ("scope", "one day"),
        ] {
            let column = place(heading);
            let Some(at) = rows
                .iter()
                .position(|row| row[column] != now && (column != place("stance") || row[column] == "denies"))
            else {
                continue;
            };
            if ["stance", "scope"].contains(&heading) && rows[at][place("stance")].is_empty() {
                continue;
            }
            let mut changed = rows.clone();
            now.clone_into(&mut changed[at][column]);
            let came = back(&sheet, &changed, ',');
            // What cannot be changed safely is refused, and said.
            let Ok(plan) = plan(&sheet, &came, "claims", &files) else { continue };
            tried += 1;
            assert_eq!(plan.changes.len(), 1, "{name}, {heading}");
            let (path, new) = &plan.changes[0];
            let old = files.iter().find(|file| file.path == *path).unwrap().content.as_ref().unwrap();
            assert_eq!(comments(old), comments(new), "{name}, {heading}");
            let after: Vec<Text> = files
                .iter()
                .map(|file| {
                    let same = file.path == *path;
                    if same { Text { path: path.clone(), content: Ok(new.clone()) } } else { file.clone() }
                })
                .collect();
            let after = loaded(&after);
            let worse = after.problems.len() > problems.len();
            let after = after.ledger;
            let sheet = Sheet::new(&after);
            let statement = &rows[at][0];
            let now_rows = cells(&sheet);
            // A position with another stance stands elsewhere among those of its statement.
            let (own, others): (Vec<_>, Vec<_>) = now_rows.iter().partition(|row| row[0] == *statement);
            let others_before: Vec<_> = rows.iter().filter(|row| row[0] != *statement).collect();
            // A statement that is in error now is judged before anything is written.
            if worse {
                continue;
            }
            // A sentence may name what another statement says.
            let held = |row: &&Vec<String>| {
                let of = row.iter().zip(&headings);
                of.filter(|(_, heading)| *heading != "in words" && !heading.starts_with("mark"))
                    .map(|(cell, _)| cell.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                others.iter().map(held).collect::<Vec<_>>(),
                others_before.iter().map(held).collect::<Vec<_>>(),
                "{name}, {heading}"
            );
            let found = own.iter().filter(|row| row[column] == now).count();
            assert!(found > 0, "{name}, {heading}: {own:?}");
            let differ: std::collections::BTreeSet<usize> = rows
                .iter()
                .filter(|row| row[0] == *statement)
                .zip(&own)
                .flat_map(|(a, b)| (0..a.len()).filter(|at| a[*at] != b[*at]).collect::<Vec<_>>())
                .collect();
            let sentence = place("in words");
            let named: Vec<&str> = differ
                .iter()
                .filter(|at| **at != sentence && **at + 1 != headings.len())
                .map(|at| headings[*at].as_str())
                .collect();
            assert!(heading == "stance" || named == [heading], "{name}, {heading}: {named:?}");
        }
    }
    assert!(tried > 60 * common::size(8), "{tried} changes tried");
}

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: front, name: the Front, kind: armed-group}
  - {id: front-2, name: The Front, kind: armed-group, aliases: [FRT]}
  - {id: wire, name: 'The Wire', kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-04}
sources:
  - {id: post, outlet: wire, title: 'Fire at the quay'}
statements:
  # the first word on it
  - id: norland-says
    by: norland # its ministry, on the radio
    date: 2031-05-05
    source: post
    quote: >
      seven people lost their lives, and Sudria did it
    asserts:
      - carried-out(sudria, quay-fire)   # in so many words
      - {says: killed(quay-fire) = 7, scope: a day}
  - {id: sudria-denies, by: sudria, date: 2031-05-06, note: '=1+1', denies: ['involved-in(self, quay-fire)']}
  - {id: front-claims, by: front-2, date: 2031-05-07, asserts: ['carried-out(front, quay-fire)']}
";

/// The text of `STORE` after cells of its sheet were changed: row from 1, heading, new text.
fn after(changes: &[(usize, &str, &str)]) -> Result<String, Vec<(usize, Option<String>, String)>> {
    let files = [Text { path: "claims/a.yaml".to_owned(), content: Ok(STORE.to_owned()) }];
    let ledger = read(&files);
    let sheet = Sheet::new(&ledger);
    let (headings, mut rows) = (sheet.headings(), cells(&sheet));
    for (row, heading, now) in changes {
        let column = headings.iter().position(|own| own == heading).unwrap();
        if *row > rows.len() {
            rows.push(vec![String::new(); headings.len()]);
        }
        (*now).clone_into(&mut rows[row - 1][column]);
    }
    let came = back(&sheet, &rows, ',');
    let plan = plan(&sheet, &came, "claims", &files).map_err(|refused| {
        refused.into_iter().map(|one| (one.row, one.column, one.message)).collect::<Vec<_>>()
    })?;
    Ok(plan.changes.into_iter().next().map_or_else(|| STORE.to_owned(), |(_, text)| text))
}

#[test]
fn names_stand_for_ids_and_are_told_apart_where_two_are_alike() {
    let ledger = read(&[Text { path: "claims/a.yaml".to_owned(), content: Ok(STORE.to_owned()) }]);
    let sheet = Sheet::new(&ledger);
    let rows = cells(&sheet);
    let column = |heading: &str| sheet.headings().iter().position(|own| own == heading).unwrap();
    let of = |heading: &str| rows.iter().map(|row| row[column(heading)].as_str()).collect::<Vec<_>>();
    assert_eq!(of("by"), ["Norland", "Norland", "Sudria", "The Front (front-2)"]);
    assert_eq!(of("source"), ["Fire at the quay", "Fire at the quay", "", ""]);
    assert_eq!(of("argument 1"), ["Sudria", "the quay fire", "self", "the Front (front)"]);
    assert_eq!(of("value"), ["", "7", "", ""]);
    assert_eq!(of("in words")[2], "Sudria denies that Sudria was involved in the quay fire");
}

#[test]
fn what_is_changed_is_written_where_it_stood() {
    let same = |changes: &[(usize, &str, &str)], old: &str, new: &str| {
        assert!(STORE.contains(old));
        assert_eq!(after(changes).unwrap(), STORE.replacen(old, new, 1), "{changes:?}");
    };
    same(
        &[(1, "argument 1", "FRT")],
        "- carried-out(sudria, quay-fire)   #",
        "- carried-out(front-2, quay-fire)   #",
    );
    same(&[(2, "value", ">= 8")], "killed(quay-fire) = 7", "\"killed(quay-fire) >= 8\"");
    same(&[(2, "by", "Sudria")], "by: norland #", "by: sudria #");
    same(&[(1, "by", "Sudria"), (2, "by", "Sudria")], "by: norland #", "by: sudria #");
    same(&[(1, "date", "6 May 2031")], "date: 2031-05-05", "date: \"2031-05-06\"");
    // As some programs save it, which is no change.
    same(&[(1, "date", "5/5/2031"), (3, "date", "06.05.2031"), (4, "date", "5/7/2031")], "date", "date");
    same(&[(3, "note", "'=1+1")], "note", "note");
    same(&[(3, "note", "'=2+2")], "'=1+1'", "\"=2+2\"");
    same(&[(3, "note", "")], ", note: '=1+1'", "");
    same(
        &[(1, "scope", "a night")],
        "- carried-out(sudria, quay-fire)   #",
        "- {says: \"carried-out(sudria, quay-fire)\", scope: \"a night\"}   #",
    );
    same(&[(2, "scope", "")], "{says: killed(quay-fire) = 7, scope: a day}", "killed(quay-fire) = 7");
    same(
        &[(1, "evidence", "fire at  THE quay | post")],
        "    asserts:",
        "    evidence:\n      - post\n      - post\n    asserts:",
    );
    same(
        &[(3, "stance", "doubts")],
        "denies: ['involved-in(self, quay-fire)']",
        "doubts: [\"involved-in(self, quay-fire)\"]",
    );
    same(
        &[(1, "quote", "Sudria did it")],
        ">\n      seven people lost their lives, and Sudria did it",
        "Sudria did it",
    );
}

#[test]
fn what_cannot_be_understood_is_refused_with_its_place() {
    let refused = |changes: &[(usize, &str, &str)], row: usize, column: &str, words: &str| {
        let refused = after(changes).unwrap_err();
        let found = refused.iter().any(|(at, heading, message)| {
            *at == row && heading.as_deref().unwrap_or_default() == column && message.contains(words)
        });
        assert!(found, "{changes:?}: {refused:?}");
    };
    refused(&[(1, "by", "the Front")], 2, "by", "more than one party is called `the Front`");
    refused(&[(1, "by", "Sudira")], 2, "by", "no party `Sudira`");
    refused(&[(1, "by", "")], 2, "by", "needs `by`");
    refused(&[(1, "date", "soon")], 2, "date", "no date");
    refused(&[(3, "date", "7/8/2031")], 4, "date", "no date");
    refused(&[(1, "credibility", "7")], 2, "credibility", "no number from 1 to 6");
    refused(&[(1, "stance", "says")], 2, "stance", "no stance");
    refused(&[(1, "predicate", "carried")], 2, "predicate", "unknown predicate");
    refused(&[(1, "argument 3", "Sudria")], 2, "argument 3", "takes no argument 3");
    refused(&[(1, "argument 1", "")], 2, "argument 1", "is empty");
    refused(&[(2, "value", "many")], 3, "predicate", "many");
    refused(&[(2, "value", "")], 3, "value", "without a value");
    refused(&[(1, "statement", "else")], 2, "statement", "not changed in a sheet");
    refused(&[(1, "in words", "Norland is silent")], 2, "in words", "not read");
    refused(&[(1, "by", "Sudria"), (2, "by", "the Wire")], 3, "by", "row 2 changes the same cell");
    refused(&[(3, "mark (leave as it is)", "3")], 4, "mark (leave as it is)", "no mark");
    let empty = [(3, "stance", ""), (3, "predicate", ""), (3, "argument 1", ""), (3, "argument 2", "")];
    refused(&empty, 4, "", "nothing is deleted");
    refused(&[(5, "by", "Norland")], 6, "date", "needs `date`");
    refused(&[(5, "by", "Norland"), (5, "date", "2031-05-08")], 6, "", "says nothing");
    refused(&[(5, "statement", "norland-says")], 6, "statement", "on file already");
}

#[test]
fn a_complete_new_row_is_a_new_statement() {
    let row = [
        (5, "by", "Norland | sudria"),
        (5, "date", "8 May 2031"),
        (5, "stance", "denies"),
        (5, "predicate", "killed"),
        (5, "argument 1", "the quay fire"),
        (5, "value", "9"),
        (5, "as-of", "2031-05-07"),
        (5, "via", "The Wire, anonymous: an editor, retired"),
    ];
    let new = after(&row).unwrap();
    let added = new.strip_prefix(STORE).unwrap();
    assert_eq!(
        added,
        "  - id: norland-2031-05-08\n    by:\n      - norland\n      - sudria\n    date: \"2031-05-08\"\n    via:\n      party: wire\n      anonymous: an editor, retired\n    denies:\n      - says: killed(quay-fire) = 9\n        as-of: \"2031-05-07\"\n"
    );
    let two = [
        (5, "statement", "both"),
        (6, "statement", "both"),
        (5, "by", "Norland"),
        (6, "date", "2031"),
        (5, "quote", "no"),
        (6, "stance", "asserts"),
        (6, "predicate", "happened"),
        (6, "argument 1", "quay-fire"),
    ];
    assert!(after(&two).unwrap().ends_with("  - id: both\n    by: norland\n    date: \"2031\"\n    quote: \"no\"\n    asserts:\n      - happened(quay-fire)\n"));
}

#[test]
fn a_value_in_words_that_are_not_on_file_yet_is_put_in_words() {
    let loaded = crate::common::one_file(
        "parties:\n  - {id: norland, name: Norland, kind: state}\nevents:\n  - {id: quay-fire, name: the quay fire}\n",
    );
    let by = ["norland".to_owned()];
    let said = gainsay::entry::sentence::in_words(
        &loaded.ledger,
        &by,
        gainsay::ledger::model::stance::Stance::Asserts,
        "target(quay-fire) = \"the crane\"",
    );
    assert!(said.is_some_and(|said| said.contains("“the crane”")));
}
