//! What is said of the rows of a sheet that comes back, each remedy followed. The cases are data, `sheet.txt` in `sheets/`:
//! what is changed in the sheet of a store, a line each.
//!
//! `row 2: value = 7` changes a cell, `drop 2` takes a row out, `copy 2` puts it there twice, `new: by = Alba; …` adds one,
//! `heading note = mine` renames a column; `ledger: old ⇒ new` changes the store before its sheet is made, `then: old ⇒ new`
//! when it is away.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay::read::{Loaded, Text, texts};
use gainsay::sheet::{Back, Refusal, Sheet, plan};
use gainsay::write::store::with;

use super::followed::{BASE, Case, cases};
use super::{held, literals};
use crate::common;

/// The store whose sheet is changed, beside the records of all cases.
const STORE: &str = include_str!("sheets/store.yaml");

fn read(store: &str) -> (Vec<Text>, Loaded) {
    let text = |path: &str, content: &str| Text { path: path.to_owned(), content: Ok(content.to_owned()) };
    let files = vec![text("claims/base.yaml", BASE), text("claims/case.yaml", store)];
    let loaded = texts(files.clone(), &common::names());
    (files, loaded)
}

/// The store with the exchanges that a case makes before its sheet goes out, or when it is away.
fn exchanged(store: &str, case: &str, when: &str) -> String {
    let lines = case.lines().filter_map(|line| line.strip_prefix(when)?.split_once(" ⇒ "));
    lines.fold(store.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old:?} is not in {text}");
        text.replacen(old, &new.replace('↵', "\n"), 1)
    })
}

/// Cells by their headings.
fn cells(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split(';')
        .map(str::trim)
        .filter_map(|cell| cell.split_once(" = ").or_else(|| Some((cell.strip_suffix(" =")?, ""))))
}

/// The headings and rows of a sheet with what a case changes in them, each row with its number.
fn changed(sheet: &Sheet<'_>, case: &str) -> (Vec<String>, Vec<(usize, Vec<String>)>) {
    let own = sheet.headings();
    let place =
        |heading: &str| own.iter().position(|own| own == heading).unwrap_or_else(|| panic!("{heading}"));
    let (mut headings, mut rows) = (own.clone(), sheet.rows().map(Some).collect::<Vec<_>>());
    let set = |row: &mut Vec<String>, line: &str| {
        for (heading, value) in cells(line) {
            row[place(heading)] = value.replace('⇥', "\t");
        }
    };
    for line in case.lines() {
        let number = |text: &str| text.trim().parse::<usize>().unwrap() - 1;
        if let Some((at, line)) = line.strip_prefix("row ").and_then(|line| line.split_once(": ")) {
            set(rows[number(at)].as_mut().unwrap(), line);
        } else if let Some(at) = line.strip_prefix("copy ") {
            rows.push(rows[number(at)].clone());
        } else if let Some(at) = line.strip_prefix("drop ") {
            rows[number(at)] = None;
        } else if let Some(line) = line.strip_prefix("new: ") {
            let mut row = vec![String::new(); own.len()];
            set(&mut row, line);
            rows.push(Some(row));
        } else if let Some((heading, name)) =
            line.strip_prefix("heading ").and_then(|it| it.split_once(" = "))
        {
            name.clone_into(&mut headings[place(heading)]);
        }
    }
    (headings, (2..).zip(rows).filter_map(|(at, row)| Some((at, row?))).collect())
}

fn refused(refusals: Vec<Refusal>) -> Vec<String> {
    refusals.into_iter().map(|refusal| format!("{}\n{}", refusal.message, refusal.help)).collect()
}

/// What is said of the sheet of a case, and what the store holds with it.
fn came(case: &str) -> (Vec<String>, String) {
    let before = exchanged(STORE, case, "ledger: ");
    let (_, out) = read(&before);
    let (headings, rows) = changed(&Sheet::new(&out.ledger), case);
    let (files, now) = read(&exchanged(&before, case, "then: "));
    let sheet = Sheet::new(&now.ledger);
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut back = match Back::new(&sheet, &headings) {
        Ok(back) => back,
        Err((message, help)) => return (vec![format!("{message}\n{help}")], String::new()),
    };
    for (number, row) in &rows {
        back.row(*number, |column| &row[column]);
    }
    let plan = match plan(&sheet, &back.done(), "claims", &files) {
        Ok(plan) => plan,
        Err(wrong) => return (refused(wrong), String::new()),
    };
    let after = texts(with(&files, &plan.changes), &common::names());
    let told =
        after.problems.iter().map(|problem| format!("{}\n{}", problem.message, problem.help)).collect();
    let base = texts(files[..1].to_vec(), &common::names());
    (told, held::beside(&base.ledger, &after.ledger))
}

fn follow(case: &Case, met: &mut BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let (before, _) = came(&case.wrong);
    for says in case.says.iter().filter(|says| !before.iter().any(|told| told.contains(says.as_str()))) {
        wrong.push(format!("is not told {says:?}, but {before:#?}"));
    }
    met.extend(before);
    for way in &case.ways {
        let text = case.after(way, &mut wrong);
        let (told, held) = came(&text);
        if case.says.is_empty() || way.done.is_empty() || way.means.is_empty() || !told.is_empty() {
            wrong.push(format!("after {:?}: {told:#?}", way.done));
        }
        for means in way.means.iter().filter(|means| !held.contains(means.as_str())) {
            wrong.push(format!("does not mean {means:?}:\n{held}"));
        }
    }
    wrong
}

#[test]
fn each_remedy_of_a_sheet_leads_to_records_that_are_accepted_and_every_message_is_tried() {
    let (mut met, mut report) = (BTreeSet::new(), String::new());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/remedies/sheets/sheet.txt");
    for case in cases(&fs::read_to_string(file).unwrap()) {
        for wrong in follow(&case, &mut met) {
            let _ = writeln!(report, "## {}: {wrong}", case.title);
        }
    }
    for (place, literal) in literals::of_sheets() {
        if !met.iter().any(|told| literals::is_in(&literal, told)) {
            let _ = writeln!(report, "{place}: no case of tests/library/remedies/sheets shows {literal:?}");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
