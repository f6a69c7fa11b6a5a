//! `gainsay sheet out` and `sheet in` as commands: a dry run writes nothing, both sides of a change are told apart.

use std::fs;
use std::process::{Command, Output};

use crate::common::folder::Folder;

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-04}
statements:
  - id: norland-says
    by: norland # its ministry
    date: 2031-05-05
    asserts: 'carried-out(sudria, quay-fire)'
  - {id: sudria-says, by: sudria, date: 2031-05-06, asserts: ['killed(quay-fire) = 7']}
";

fn gainsay(folder: &Folder, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(&folder.0).args(arguments.split(' ')).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap() + std::str::from_utf8(&output.stderr).unwrap()
}

/// A store with its sheet, in which one text was exchanged for another.
fn changed(changes: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[("a.yaml", STORE)]);
    let out = gainsay(&folder, "sheet out a.csv");
    assert!(out.status.success(), "{}", printed(&out));
    let path = folder.0.join("a.csv");
    let mut sheet = fs::read_to_string(&path).unwrap();
    for (old, new) in changes {
        assert!(sheet.contains(old), "{old}: {sheet}");
        sheet = sheet.replacen(old, new, 1);
    }
    fs::write(path, sheet).unwrap();
    folder
}

fn ledger(folder: &Folder) -> String {
    fs::read_to_string(folder.claims().join("a.yaml")).unwrap()
}

#[test]
fn a_dry_run_shows_what_would_be_contradicted_and_writes_nothing() {
    let folder = changed(&[(
        "\"asserts\",\"killed\",\"the quay fire\",\"\",\"\",\"\",\"7\"",
        "\"denies\",\"carried-out\",\"self\",\"the quay fire\",\"\",\"\",\"\"",
    )]);
    let dry = gainsay(&folder, "sheet in a.csv");
    let text = printed(&dry);
    assert!(dry.status.success(), "{text}");
    assert!(text.contains("Row 3, sudria-says: stance: “asserts” → “denies”"), "{text}");
    assert!(text.contains("1 row changed (of 1 statement), 0 new, 1 as before."), "{text}");
    assert!(text.contains("What it would contradict:") && text.contains("1 new contradiction"), "{text}");
    assert!(text.contains("Nothing was written: this is a dry run."), "{text}");
    assert_eq!(ledger(&folder), STORE);
    let wrote = gainsay(&folder, "sheet in a.csv --write");
    assert!(wrote.status.success(), "{}", printed(&wrote));
    let new =
        STORE.replace("asserts: ['killed(quay-fire) = 7']", "denies: [\"carried-out(self, quay-fire)\"]");
    assert_eq!(ledger(&folder), new);
    // The same sheet again says what the ledger says now.
    let again = printed(&gainsay(&folder, "sheet in a.csv --write"));
    assert!(again.contains("0 rows changed, 0 new, 2 as before."), "{again}");
    assert!(printed(&gainsay(&folder, "undo")).contains("Took back `gainsay sheet in a.csv`"));
    assert_eq!(ledger(&folder), STORE);
}

#[test]
fn what_was_changed_in_the_sheet_in_the_ledger_or_in_both_is_told_apart() {
    let folder = changed(&[("\"2031-05-06\"", "\"2031-05-07\"")]);
    let elsewhere = STORE.replace("date: 2031-05-05", "date: 2031-05-04");
    fs::write(folder.claims().join("a.yaml"), &elsewhere).unwrap();
    let text = printed(&gainsay(&folder, "sheet in a.csv --write"));
    assert!(
        text.contains(
            "1 row changed (of 1 statement), 0 new, 0 as before.\n1 row changed in the ledger since, and not in the sheet"
        ),
        "{text}"
    );
    let both = elsewhere.replace("date: 2031-05-06", "date: \"2031-05-07\"");
    assert_eq!(ledger(&folder), both);

    fs::write(folder.claims().join("a.yaml"), both.replace("2031-05-07", "2031-05-08")).unwrap();
    let refused = gainsay(&folder, "sheet in a.csv --write");
    let text = printed(&refused);
    assert_eq!(refused.status.code(), Some(1), "{text}");
    assert!(
        text.contains("a.csv, row 3: the row was changed both here and in the ledger (`sudria-says`)"),
        "{text}"
    );
    assert!(text.contains("Nothing was written"), "{text}");
    assert!(ledger(&folder).contains("2031-05-08"));
}

#[test]
fn a_row_that_is_missing_deletes_nothing_and_a_copied_row_is_not_guessed_at() {
    let folder = changed(&[]);
    let path = folder.0.join("a.csv");
    let sheet = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = sheet.lines().collect();
    fs::write(&path, [lines[0], lines[2]].join("\r\n")).unwrap();
    let text = printed(&gainsay(&folder, "sheet in a.csv --write"));
    assert!(text.contains("1 row of the ledger not in the sheet: nothing is deleted."), "{text}");
    assert_eq!(ledger(&folder), STORE);

    let copy = lines[2].replace("\"7\"", "\"8\"");
    fs::write(&path, [lines[0], lines[1], lines[2], &copy].join("\n")).unwrap();
    let text = printed(&gainsay(&folder, "sheet in a.csv --write"));
    assert!(text.contains("row 4: this row and row 3 are one row of the ledger"), "{text}");
    assert_eq!(ledger(&folder), STORE);

    // Without its mark and its id the copy is a new statement.
    let (new, mark) = copy.rsplit_once(',').unwrap();
    assert!(mark.starts_with("\"sudria-says 1 "), "{mark}");
    let new = new.replace("\"sudria-says\"", "\"\"") + ",\"\"";
    fs::write(&path, [lines[0], lines[1], lines[2], &new].join("\n")).unwrap();
    let text = printed(&gainsay(&folder, "sheet in a.csv --write"));
    assert!(text.contains("Row 4: new statement sudria-2031-05-06, into claims/a.yaml"), "{text}");
    assert!(ledger(&folder).contains("  - id: sudria-2031-05-06\n    by: sudria\n"), "{}", ledger(&folder));
}

#[test]
fn what_is_no_sheet_of_ours_is_refused() {
    let folder = changed(&[]);
    fs::write(folder.0.join("other.csv"), "who,what\nNorland,no\n").unwrap();
    let other = gainsay(&folder, "sheet in other.csv");
    assert_eq!(other.status.code(), Some(2));
    assert!(printed(&other).contains("no column `mark (leave as it is)`"), "{}", printed(&other));
    // A sheet may hold what is not in the ledger yet.
    let again = gainsay(&folder, "sheet out a.csv");
    assert_eq!(again.status.code(), Some(2));
    assert!(printed(&again).contains("is there already; nothing was written"), "{}", printed(&again));
    let name = gainsay(&folder, "sheet out a.ods");
    assert!(printed(&name).contains("is no name of a sheet"), "{}", printed(&name));
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_comes_back_as_it_went_out_and_without_a_remark_on_its_sheets() {
    let folder = Folder::with(&[("a.yaml", STORE)]);
    let out = gainsay(&folder, "sheet out a.xlsx");
    assert!(out.status.success(), "{}", printed(&out));
    let text = printed(&gainsay(&folder, "sheet in a.xlsx --write"));
    assert!(text.contains("0 rows changed, 0 new, 2 as before."), "{text}");
    assert!(!text.contains("Of its sheets"), "{text}");
    assert_eq!(ledger(&folder), STORE);
}

#[test]
fn what_a_sheet_settles_and_where_long_words_differ_is_shown() {
    let long = "The ministry has looked at all that was said about the quay in these weeks and says that";
    let store = STORE.replace(
        "asserts: ['killed(quay-fire) = 7']}",
        &format!("denies: ['carried-out(sudria, quay-fire)'], note: '{long} it was us'}}"),
    );
    let folder = Folder::with(&[("a.yaml", &store)]);
    assert!(gainsay(&folder, "sheet out a.csv").status.success());
    let path = folder.0.join("a.csv");
    let sheet = fs::read_to_string(&path).unwrap();
    fs::write(&path, sheet.replace("it was us", "it was not us").replace("\"denies\"", "\"asserts\""))
        .unwrap();
    let text = printed(&gainsay(&folder, "sheet in a.csv"));
    assert!(text.contains("it was us” → “… ") && text.contains("it was not us”"), "{text}");
    assert!(text.contains("What it would settle, for better or worse:\n  "), "{text}");
    assert!(text.contains("1 row changed (of 1 statement), 0 new, 1 as before."), "{text}");
}

#[test]
fn programs_are_told_what_a_sheet_would_do_and_did() {
    let folder = changed(&[(
        "\"asserts\",\"killed\",\"the quay fire\",\"\",\"\",\"\",\"7\"",
        "\"denies\",\"carried-out\",\"self\",\"the quay fire\",\"\",\"\",\"\"",
    )]);
    let json = |arguments: &str, status: i32| -> serde_json::Value {
        let output = gainsay(&folder, arguments);
        assert_eq!(output.status.code(), Some(status), "{}", printed(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", printed(&output)))
    };
    let dry = json("sheet in a.csv --format json", 0);
    let cell = serde_json::json!({"row": 3, "statement": "sudria-says", "column": "stance", "was": "asserts", "now": "denies"});
    assert!(dry["changed"].as_array().unwrap().contains(&cell), "{dry}");
    assert_eq!(
        (&dry["written"], &dry["unchanged"], &dry["files"]),
        (&false.into(), &1.into(), &serde_json::json!(["claims/a.yaml"]))
    );
    assert_eq!(dry["brings"]["contradictions"][0]["rule"], "direct-contradiction", "{dry}");
    assert_eq!(ledger(&folder), STORE);
    assert_eq!(json("sheet in a.csv --write --format json", 0)["written"], true);
    assert_ne!(ledger(&folder), STORE);
    let again = json("sheet in a.csv --write --format json", 0);
    assert_eq!((&again["written"], &again["brings"]), (&false.into(), &serde_json::Value::Null));
    let would = json("undo --dry-run --format json", 0);
    assert_eq!((&would["written"], &would["command"]), (&false.into(), &"sheet in a.csv".into()));
    let undone = json("undo --format json", 0);
    let file = serde_json::json!([{"file": "claims/a.yaml", "gone": false}]);
    assert_eq!((&undone["written"], &undone["files"]), (&true.into(), &file));
    assert_eq!(ledger(&folder), STORE);
    // What cannot be brought in is told in its place.
    let text = fs::read_to_string(folder.0.join("a.csv")).unwrap().replace("2031-05-06", "yesterday");
    fs::write(folder.0.join("a.csv"), text).unwrap();
    let refused = json("sheet in a.csv --write --format json", 1);
    assert_eq!((&refused["written"], &refused["refused"][0]["row"]), (&false.into(), &3.into()), "{refused}");
    assert_eq!(ledger(&folder), STORE);
}
