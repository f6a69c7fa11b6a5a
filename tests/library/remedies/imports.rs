//! What an import says of a mapping and of rows, each remedy followed: in the mapping, in the sheet or in the store. The
//! cases are data, `import.txt` in `sheets/`: a text in parts, each below a line `== name`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay::entry::desk::Desk;
use gainsay::grid::{self, Grid};
use gainsay::import::copy::copy;
use gainsay::import::mapping::{Mapping, Opening};
use gainsay::import::prepare::{Prepared, open, prepare};
use gainsay::import::{Refused, faults};
use gainsay::read::apart::Fault;
use gainsay::write::store::Queue;

use super::followed::{BASE, Case, cases};
use super::{held, literals};
use crate::common;

/// What an import says, with its remedies, and what the store holds with what it makes.
type Made = (Vec<String>, String);

/// The parts of a case by name: `store`, `mapping`, `sheet`; `first` and `between`, the sheet as it was imported before and
/// what was exchanged in its records since; `was`, the mapping of that time; `without copies`, that its copies are lost.
fn parts(text: &str) -> BTreeMap<&str, String> {
    let mut parts: BTreeMap<&str, String> = BTreeMap::new();
    let mut name = "mapping";
    for line in text.lines() {
        match line.strip_prefix("== ") {
            Some(next) => {
                name = next;
                parts.entry(name).or_default();
            }
            None => *parts.entry(name).or_default() += &format!("{line}\n"),
        }
    }
    parts
}

/// Nobody else writes here.
fn queue() -> Queue {
    Queue { name: "a test".to_owned(), wait: |_, _| false }
}

fn faulty(faults: Vec<Fault>) -> Vec<String> {
    faults.into_iter().map(|fault| format!("{}\n{}", fault.message, fault.help)).collect()
}

/// What a mapping makes of a sheet; what is wrong with the mapping otherwise.
fn prepared(desk: &Desk, mapping: &str, sheet: &str, refused: &Refused) -> Result<Prepared, Vec<String>> {
    let opening = Opening::read(mapping);
    let opening = grid::Opening {
        ending: "csv",
        heading: opening.headings,
        delimiter: opening.delimiter,
        encoding: opening.encoding.as_deref(),
        ..grid::Opening::default()
    };
    let fault = |fault: grid::Fault| vec![format!("{}\n{}", fault.message, fault.help)];
    let sheet = copy(Grid::open(sheet.as_bytes(), opening).map_err(fault)?).map_err(fault)?;
    let (columns, _) = open(&sheet.text).map_err(fault)?;
    let read = Mapping::read(mapping, &columns).map_err(faulty)?;
    let wrong = faults(&desk.before.ledger, &read, mapping);
    if !wrong.is_empty() {
        return Err(faulty(wrong));
    }
    prepare(desk, mapping, &read, &sheet, refused)
        .map_err(|failure| vec![format!("{}\n{}", failure.message, failure.help)])
}

/// Imports the sheet of a text into a store of its own.
fn imported(text: &str) -> Made {
    let parts = parts(text);
    let part = |name: &str| parts.get(name).map_or("", String::as_str);
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("claims");
    fs::create_dir(&store).unwrap();
    fs::write(store.join("base.yaml"), BASE).unwrap();
    if !part("store").is_empty() {
        fs::write(store.join("case.yaml"), part("store")).unwrap();
    }
    if !part("first").is_empty() {
        let desk = Desk::lock(&store, queue()).unwrap();
        let was = parts.get("was").map_or(part("mapping"), String::as_str);
        let first = prepared(&desk, was, part("first"), &Refused::default()).ok().unwrap();
        let changes = first.changes.into_iter().map(|(path, text)| (path, text.into_bytes()));
        for (path, bytes) in changes.chain(first.beside) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        drop(desk);
        let file = store.join("sheet.yaml");
        let exchanged = part("between").lines().filter_map(|line| line.split_once(" => "));
        let records = exchanged.fold(fs::read_to_string(&file).unwrap(), |text, (old, new)| {
            assert!(text.contains(old), "{old:?} is not in {text}");
            text.replacen(old, new, 1)
        });
        fs::write(file, records).unwrap();
        if parts.contains_key("without copies") {
            fs::remove_dir_all(store.join("archive")).unwrap();
        }
    }
    let desk = Desk::lock(&store, queue()).unwrap();
    let prepared = match prepared(&desk, part("mapping"), part("sheet"), &Refused::default()) {
        Ok(prepared) => prepared,
        Err(told) => return (told, String::new()),
    };
    let mut told: Vec<String> = prepared.made.rejected.iter().map(|row| row.reason.clone()).collect();
    told.extend(prepared.merged.kept.iter().cloned());
    told.extend(prepared.made.open.iter().flat_map(|open| &open.alike).map(|alike| alike.shown.clone()));
    let judged = desk.judge_records(&prepared.changes);
    told.extend(judged.wrong.iter().map(|finding| finding.told().into_owned()));
    (told, held::beside(&common::one_file(BASE).ledger, &judged.after))
}

fn follow(case: &Case, met: &mut BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let (before, _) = imported(&case.wrong);
    for says in case.says.iter().filter(|says| !before.iter().any(|told| told.contains(says.as_str()))) {
        wrong.push(format!("is not told {says:?}, but {before:#?}"));
    }
    if case.says.is_empty() {
        wrong.push("nothing is to be said".to_owned());
    }
    met.extend(before);
    for way in &case.ways {
        let text = case.after(way, &mut wrong);
        let (told, held) = imported(&text);
        if way.done.is_empty() || way.means.is_empty() || !told.is_empty() {
            wrong.push(format!("after {:?}: {told:#?}", way.done));
        }
        for means in way.means.iter().filter(|means| !held.contains(means.as_str())) {
            wrong.push(format!("does not mean {means:?}:\n{held}"));
        }
    }
    wrong
}

#[test]
fn each_remedy_of_an_import_leads_to_records_that_are_accepted_and_every_message_is_tried() {
    let (mut met, mut report) = (BTreeSet::new(), String::new());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/remedies/sheets/import.txt");
    for case in cases(&fs::read_to_string(file).unwrap()) {
        for wrong in follow(&case, &mut met) {
            let _ = writeln!(report, "## {}: {wrong}", case.title);
        }
    }
    for (place, literal) in literals::of_imports() {
        if !met.iter().any(|told| literals::is_in(&literal, told)) {
            let _ = writeln!(report, "{place}: no case of tests/library/remedies/sheets shows {literal:?}");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
