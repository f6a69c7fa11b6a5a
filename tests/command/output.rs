//! `--output`: a file is replaced whole or not at all, and never one that a store is made of. What cannot be shown is not
//! written, and what was written is a success.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Output};

use crate::common::folder::Folder;

const GAINSAY: &str = env!("CARGO_BIN_EXE_gainsay");

const CASE: &str = "\
parties:
  - {id: norland, kind: state}
sources:
  - {id: post, archive: archive/post.txt}
";

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(GAINSAY).current_dir(&folder.0).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}

fn store() -> Folder {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::create_dir(folder.claims().join("archive")).unwrap();
    fs::write(folder.claims().join("archive/post.txt"), "what it said").unwrap();
    folder
}

#[test]
fn a_report_takes_the_place_of_no_file_of_the_store() {
    let folder = store();
    symlink("claims/case.yaml", folder.0.join("link.html")).unwrap();
    for file in ["claims/case.yaml", "claims/new.yml", "claims/archive/post.txt", "link.html"] {
        for command in ["report", "table", "graph", "timeline", "replies", "show post"] {
            let words: Vec<&str> = command.split(' ').chain(["--output", file]).collect();
            let output = run(&folder, &words);
            assert_eq!(output.status.code(), Some(2), "{command} {file}");
            assert!(said(&output).contains("a file of the store"), "{}", said(&output));
        }
    }
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), CASE);
    assert_eq!(fs::read_to_string(folder.claims().join("archive/post.txt")).unwrap(), "what it said");
    assert!(!folder.claims().join("new.yml").exists());
    // The near miss: what lies in the store and is no part of it.
    assert_eq!(run(&folder, &["report", "--output", "claims/report.html"]).status.code(), Some(0));
}

#[test]
fn a_report_replaces_a_file_and_keeps_links_modes_and_devices() {
    let folder = store();
    fs::write(folder.0.join("real.txt"), "old").unwrap();
    fs::set_permissions(folder.0.join("real.txt"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.txt", folder.0.join("link.txt")).unwrap();
    assert_eq!(run(&folder, &["report", "--output", "link.txt"]).status.code(), Some(0));
    let printed = fs::read_to_string(folder.0.join("real.txt")).unwrap();
    assert!(printed.contains("How to read this"), "{printed}");
    assert_eq!(fs::metadata(folder.0.join("real.txt")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(folder.0.join("link.txt")).unwrap().is_symlink());
    let output = run(&folder, &["report", "--output", "/dev/stdout"]);
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap()), (Some(0), printed));
}

#[test]
fn a_report_on_a_full_disk_leaves_the_old_one() {
    if !super::faults::have("unshare", "util-linux") {
        return;
    }
    let folder = store();
    let steps = "mkdir out && mount -t tmpfs -o size=12k tmpfs out && echo old > out/report.html || exit 90
        \"$0\" report --format html --output out/report.html; status=$?
        test \"$(cat out/report.html)\" = old || exit 91
        test \"$(ls -A out)\" = report.html || exit 92
        exit $status";
    let output = Command::new("unshare")
        .args(["-r", "-m", "sh", "-c", steps, GAINSAY])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("`out/report.html` could not be written"), "{}", said(&output));
}

/// `add` with its output on a disk that is full: status, what it says, and whether the record was written.
fn add_unseen(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, bool) {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(GAINSAY);
    let output = command
        .current_dir(&folder.0)
        .arg("add")
        .args(arguments)
        .args(["--file", "claims/case.yaml"])
        .stdout(full)
        .output()
        .unwrap();
    let written = fs::read_to_string(folder.claims().join("case.yaml")).unwrap().contains("id: new");
    (output.status.code(), said(&output), written)
}

#[test]
fn a_record_is_written_where_only_the_last_word_on_it_cannot_be_said() {
    let folder = store();
    let (status, said, written) = add_unseen(&folder, &["topic", "--id", "new"]);
    assert!(status == Some(0) && written, "{said}");
    assert!(said.contains("The files of the store were written all the same"), "{said}");
}

#[test]
fn a_record_is_not_written_where_what_it_contradicts_cannot_be_shown() {
    let folder = store();
    let said_before = "events: [{id: fire}]\nstatements:\n  - {id: one, by: norland, date: 2031-05-02, asserts: ['killed(fire) = 3']}\n";
    fs::write(folder.claims().join("case.yaml"), format!("{CASE}{said_before}")).unwrap();
    let new = [
        "statement",
        "--id",
        "new",
        "--by",
        "norland",
        "--date",
        "2031-05-02",
        "--asserts",
        "killed(fire) = 9",
    ];
    let (status, said, written) = add_unseen(&folder, &new);
    assert!(status == Some(2) && !written, "{said}");
    assert!(said.contains("Nothing was written to the store"), "{said}");
}
