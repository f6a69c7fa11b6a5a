//! `check --watch`: the findings again as soon as a file of the store has changed.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::common::folder::Folder;

const CASE: &str = include_str!("../planted/claims/reed-lake.yaml");

/// Ends the program when the test does.
struct Watched(Child);

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_change_is_checked_as_it_is_saved_and_nothing_is_between() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "--summary", "--watch"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .spawn();
    let mut watched = Watched(child.unwrap());
    let lines = BufReader::new(watched.0.stdout.take().unwrap()).lines();
    let mut lines = lines
        .map(|line| line.unwrap())
        .filter(|line| line.starts_with('─') || line.contains(" statements by"));
    let mut both = || (lines.next().unwrap(), lines.next().unwrap());
    let (line, first) = both();
    assert!(line.starts_with('─'), "{line}");
    // What is saved and stays as it was is checked again too; that a file is gone is a change as well.
    fs::write(folder.claims().join("more.yaml"), "parties:\n  - {id: late-comer, name: a late comer}\n")
        .unwrap();
    let (_, second) = both();
    fs::remove_file(folder.claims().join("more.yaml")).unwrap();
    let (_, third) = both();
    assert_ne!(first, second);
    assert_eq!(first, third);
    let files = |line: &str| line.split(" in ").nth(1).unwrap().to_owned();
    assert!(files(&first).starts_with("1 file") && files(&second).starts_with("2 files"), "{first} {second}");
}

#[test]
fn it_is_for_reading_and_no_format_for_programs() {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "--watch", "--format", "json"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be used with"));
}
