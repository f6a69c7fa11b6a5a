//! `gainsay export`: the two files of a table say the same, every text can be had back from either, no cell is a formula,
//! and the folder takes the place of nothing but what was exported before.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::common::folder::Folder;
use crate::matrix;
use crate::matrix::payloads::PAYLOADS;

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: ministry, kind: body, part-of: {party: norland, from: 2031-01-01}}
  - {id: sudria, name: Sudria, kind: state, color: blue}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-04}
statements:
  - id: ministry-says
    by: ministry
    date: 2031-05-05
    quote: |
      It was
      the others.
    asserts: 'carried-out(sudria, quay-fire)'
  - {id: sudria-says, by: sudria, date: 2031-05-06, denies: ['carried-out(self, quay-fire)']}
  - {id: sudria-later, by: sudria, date: 2031-05-07, retracts: sudria-says, asserts: ['killed(quay-fire) >= 7']}
";

fn run(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(folder)
        .args(arguments.split(' '))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

/// All files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    all.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// The text of a cell, as the manual says it is to be read.
fn text(cell: &str) -> String {
    if cell.starts_with('"') { serde_json::from_str(cell).unwrap() } else { cell.to_owned() }
}

/// The rows of a table by JSON Lines, after they were compared with those of its CSV.
fn rows(folder: &Path, name: &str) -> Vec<Value> {
    let lines = fs::read_to_string(folder.join(format!("{name}.jsonl"))).unwrap();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut csv = csv::Reader::from_path(folder.join(format!("{name}.csv"))).unwrap();
    let headings = csv.headers().unwrap().clone();
    let records: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), lines.len(), "{name}");
    for (record, line) in records.iter().zip(&lines) {
        assert_eq!(line.as_object().unwrap().len(), headings.len(), "{name}");
        for (heading, cell) in headings.iter().zip(record) {
            let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!formula, "{name}, {heading}: {cell}");
            match &line[heading] {
                Value::Null => assert_eq!(cell, "", "{name}, {heading}"),
                Value::String(expected) => assert_eq!(&text(cell), expected, "{name}, {heading}"),
                other => {
                    assert_eq!(&serde_json::from_str::<Value>(cell).unwrap(), other, "{name}, {heading}");
                }
            }
        }
    }
    lines
}

/// The names of the tables in a folder.
fn tables(folder: &Path) -> Vec<String> {
    files(folder).keys().filter_map(|name| name.strip_suffix(".csv").map(str::to_owned)).collect()
}

#[test]
fn every_table_is_written_twice_and_says_the_same() {
    let folder = Folder::with(&[("a.yaml", STORE)]);
    let done = run(&folder.0, "export out");
    assert!(said(&done).starts_with("Wrote 32 files to out."), "{}", said(&done));
    let out = folder.0.join("out");
    let all: BTreeMap<String, Vec<Value>> =
        tables(&out).into_iter().map(|name| (name.clone(), rows(&out, &name))).collect();
    let catalogue: Vec<String> =
        gainsay::export::catalogue().into_iter().map(|(name, _)| name.to_owned()).collect();
    assert!(catalogue.iter().all(|name| all.contains_key(name)) && catalogue.len() == all.len());
    assert_eq!(all["parties"][2]["other"], serde_json::json!({ "color": "blue" }));
    assert_eq!(all["parties"][2]["line"], 4);
    assert_eq!(all["memberships"][0]["whole"], "norland");
    assert_eq!(all["statements"][0]["quote"], serde_json::json!(["It was\nthe others.\n"]));
    let positions = &all["positions"];
    assert_eq!((&positions[0]["root"], &positions[0]["voice"]), (&"norland".into(), &"ministry".into()));
    assert_eq!(
        (&positions[1]["state"], &positions[1]["state-by"][0]),
        (&"withdrawn".into(), &"sudria-later".into())
    );
    assert_eq!(positions[2]["value"], ">= 7");
    let unverified = all["findings"].iter().find(|finding| finding["rule"] == "unverified-link").unwrap();
    assert_eq!((&unverified["file"], &unverified["line"]), (&"claims/a.yaml".into(), &8.into()));
    let unknown = all["findings"].iter().find(|finding| finding["rule"] == "unknown-key").unwrap();
    assert_eq!(unknown["line"], 4);
}

#[test]
fn hostile_texts_come_back_from_both_files() {
    let every = PAYLOADS.len().div_ceil(crate::common::size(PAYLOADS.len()));
    for (name, payload) in PAYLOADS.iter().step_by(every) {
        let folder = matrix::folder(&format!("export-{name}"), payload);
        let done = run(&folder, "export out");
        assert!(said(&done).contains("Wrote 32 files"), "{name}: {}", said(&done));
        let out = folder.join("out");
        for table in tables(&out) {
            rows(&out, &table);
        }
        let hidden = |text: &str| {
            text.chars().any(|letter| {
                gainsay::text::hides(letter) && letter != '\u{feff}'
                    || letter.is_control() && !"\r\n".contains(letter)
            })
        };
        for (file, bytes) in files(&out).into_iter().filter(|(file, _)| file != "export.json") {
            assert!(!hidden(std::str::from_utf8(&bytes).unwrap()), "{name}: {file}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn an_export_takes_the_place_of_an_export_and_of_nothing_else() {
    let folder = Folder::with(&[("a.yaml", STORE)]);
    let out = folder.0.join("out");
    let refused = |line: &str, why: &str| {
        let before = (out.is_dir()).then(|| files(&out));
        let done = run(&folder.0, line);
        assert_eq!(done.status.code(), Some(2), "{line}: {}", said(&done));
        assert!(said(&done).contains(why) && said(&done).contains("help: "), "{line}: {}", said(&done));
        assert_eq!(before, out.is_dir().then(|| files(&out)), "{line}");
    };
    refused("export claims", "`claims` holds `a.yaml`, which no such export wrote");
    refused("export claims/a.yaml", "is a file, and the export is a folder");
    refused("export nowhere/out", "cannot be made");
    fs::create_dir(&out).unwrap();
    assert!(said(&run(&folder.0, "export out")).contains("Wrote 32 files"));
    let first = files(&out);
    assert!(said(&run(&folder.0, "export out")).contains("Wrote 32 files"));
    assert_eq!(files(&out), first, "the same store gives the same bytes");
    refused("export --columns out", "which no such export wrote");
    fs::write(out.join("parties.csv"), "my own").unwrap();
    refused("export out", "`parties.csv` in `out` was changed since it was exported");
    fs::remove_file(out.join("parties.csv")).unwrap();
    // What is missing is no loss.
    assert!(said(&run(&folder.0, "export out")).contains("Wrote 32 files"));
    fs::write(out.join("notes.txt"), "my own").unwrap();
    refused("export out", "`out` holds `notes.txt`, which no such export wrote");
    let left: Vec<String> = fs::read_dir(&folder.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".gainsay"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn what_could_not_be_read_is_said_and_the_rest_is_exported() {
    let folder = Folder::with(&[("a.yaml", STORE), ("b.yaml", "parties:\n  - {id: vardia\n")]);
    let done = run(&folder.0, "export out");
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    assert!(said(&done).contains("not all of the store could be read"), "{}", said(&done));
    assert_eq!(rows(&folder.0.join("out"), "parties").len(), 3);
}
