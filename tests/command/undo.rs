//! `gainsay undo`: what a command changed goes back byte for byte, one change after the other, and nothing else does.

use std::fs;
use std::path::Path;

use crate::common::incident::{PARTIES, folder, gainsay, said, write};

/// With comments, an order of its own and ends of lines that no command would write.
const RECORDS: &str = "# the quay\nstatements:\n  - {id: one, by: sudria, date: 2031-05-02, asserts: ['killed(quay-fire) = 4']} # first\r\n\
                       \n  - id: two\n    by: norland\n    date: 2031-05-03\n    asserts: ['backs(estia, front)', involved-in(sudria, quay-fire)]\n";
const MORE: &str = "# Estia, twice\nsources:\n- id: paper\n  outlet: estia # whose it is\n";

/// Every file of records of the store, with its bytes.
fn store(place: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(place.join("claims"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[track_caller]
fn run(place: &Path, arguments: &[&str], status: i32) -> String {
    let (out, complaints, ended) = said(&gainsay(place, arguments));
    assert_eq!(ended, status, "{arguments:?}: {out}{complaints}");
    out + &complaints
}

/// The command that was printed, run to the letter.
#[track_caller]
fn follow(place: &Path, printed: &str) -> String {
    let line = printed.lines().find_map(|line| line.strip_prefix("To undo it: gainsay "));
    let arguments: Vec<&str> = line.unwrap_or_else(|| panic!("no way back: {printed}")).split(' ').collect();
    run(place, &arguments, 0)
}

fn made(name: &str) -> std::path::PathBuf {
    let place = folder(name);
    write(&place, RECORDS);
    fs::write(place.join("claims/b.yaml"), MORE).unwrap();
    place
}

#[test]
fn a_merge_goes_back_byte_for_byte() {
    let place = made("undo-merge");
    let before = store(&place);
    // Estia's own record is taken out by hand, and all that refers to it is given to Norland.
    let taken = PARTIES.replace("  - {id: estia, name: Estia, kind: state}\n", "");
    fs::write(place.join("claims/a.yaml"), format!("{taken}{RECORDS}")).unwrap();
    let cut = store(&place);
    let merged = run(&place, &["rename", "party", "estia", "norland"], 0);
    assert!(merged.contains("2 places in 2 files"), "{merged}");
    assert_ne!(store(&place), cut);
    let undone = follow(&place, &merged);
    assert!(undone.contains("Took back `gainsay rename party estia norland`"), "{undone}");
    assert!(
        undone.contains("claims/a.yaml is as it was before") && undone.contains("claims/b.yaml is"),
        "{undone}"
    );
    assert_eq!(store(&place), cut);
    assert_ne!(cut, before);
}

#[test]
fn changes_of_every_command_go_back_one_after_the_other() {
    let place = made("undo-all");
    let zero = store(&place);
    run(&place, &["rename", "party", "sudria", "sudrian-state", "--store", "claims"], 0);
    let one = store(&place);
    run(&place, &["add", "place", "--id", "cove", "--name", "The cove", "--file", "new.yaml"], 0);
    let two = store(&place);
    let printed = run(&place, &["fmt", "claims"], 0);
    assert!(printed.contains("To undo it: gainsay undo --store claims\n"), "{printed}");
    assert_ne!(store(&place), two);
    let dry = run(&place, &["undo", "--dry-run"], 0);
    assert!(dry.contains("Would take back `gainsay fmt`") && store(&place) != two, "{dry}");
    follow(&place, &printed);
    assert_eq!(store(&place), two);
    assert!(run(&place, &["undo"], 0).contains("claims/new.yaml, a new file, is gone"));
    assert_eq!(store(&place), one);
    run(&place, &["undo"], 0);
    assert_eq!(store(&place), zero);
    let nothing = run(&place, &["undo"], 2);
    assert!(nothing.contains("no change of a command is on file"), "{nothing}");
    assert_eq!(store(&place), zero);
    // What is kept is no part of the store, and is kept out of version control.
    assert_eq!(fs::read_to_string(place.join("claims/.gainsay/.gitignore")).unwrap(), "*\n");
}

#[test]
fn what_was_changed_since_is_left_alone() {
    let place = made("undo-since");
    run(&place, &["rename", "party", "estia", "east"], 0);
    let file = place.join("claims/b.yaml");
    let changed = fs::read_to_string(&file).unwrap() + "# by hand\n";
    fs::write(&file, &changed).unwrap();
    let now = store(&place);
    let refused = run(&place, &["undo"], 2);
    assert!(
        refused.contains("claims/b.yaml was changed since `gainsay rename party estia east`"),
        "{refused}"
    );
    assert_eq!(store(&place), now);
    // A change that names a file outside the store is no change of ours.
    let kept = place.join("claims/.gainsay/000001.undo");
    let text = fs::read_to_string(&kept).unwrap();
    fs::write(&kept, text.replace("claims/b.yaml", "claims/../b.yaml")).unwrap();
    fs::write(place.join("b.yaml"), changed.strip_suffix("# by hand\n").unwrap()).unwrap();
    assert!(run(&place, &["undo"], 2).contains("nothing was taken back"));
    assert!(fs::read_to_string(place.join("b.yaml")).unwrap().contains("outlet: east"));
}

#[test]
fn a_change_that_was_stopped_half_way_goes_back_too() {
    let place = made("undo-half");
    let before = store(&place);
    run(&place, &["rename", "party", "estia", "east"], 0);
    // As though it had been stopped before the second file.
    fs::write(place.join("claims/b.yaml"), MORE).unwrap();
    let undone = run(&place, &["undo"], 0);
    assert!(undone.contains("claims/a.yaml is") && !undone.contains("b.yaml"), "{undone}");
    assert_eq!(store(&place), before);
}
