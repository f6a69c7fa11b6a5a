//! Where the system gives no second thread, every command does its work on the one that it has, and says the same.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[cfg(feature = "serve")]
use crate::common::desk::Desk;
use crate::common::folder::Folder;
use crate::faults::have;

/// A store, and a program in it that another user may run.
fn folder() -> (Folder, PathBuf) {
    let case = include_str!("../planted/claims/reed-lake.yaml");
    let folder = Folder::with(&[("case.yaml", case)]);
    let program = folder.0.join("gainsay");
    fs::copy(env!("CARGO_BIN_EXE_gainsay"), &program).unwrap();
    for path in [&folder.0, &folder.claims(), &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    (folder, program)
}

/// The program as somebody who may have no process and no thread beside it. (The limit does not hold for root.)
fn limited(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if Command::new("id").arg("-u").output().unwrap().stdout == b"0\n" {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    }
    command.args(["--", "prlimit", "--nproc=1", "--"]).arg(program);
    command
}

#[test]
fn every_command_says_the_same_on_one_thread() {
    if !have("setpriv", "util-linux") {
        return;
    }
    let (folder, program) = folder();
    let run = |mut command: Command, arguments: &[&str]| -> Output {
        command.args(arguments).current_dir(&folder.0).output().unwrap()
    };
    for arguments in [
        &["check", "--all"][..],
        &["check", "--format", "json"],
        &["table"],
        &["report", "--format", "html"],
        &["timeline"],
        &["test"],
        &["list"],
    ] {
        let (alone, many) = (run(limited(&program), arguments), run(Command::new(&program), arguments));
        let said = String::from_utf8_lossy(&alone.stderr);
        assert_eq!(alone.status.code(), many.status.code(), "{arguments:?}: {said}");
        assert_eq!(alone.stdout, many.stdout, "{arguments:?}: {said}");
        assert!(!alone.stdout.is_empty(), "{arguments:?}");
    }
}

#[cfg(feature = "serve")]
#[test]
fn the_desk_answers_on_one_thread() {
    if !have("setpriv", "util-linux") {
        return;
    }
    let (folder, program) = folder();
    let desk = Desk::run(limited(&program).args(["serve", "--no-open"]), &folder.0);
    for page in ["/", "/table", "/findings", "/enter"] {
        let came = desk.get(page);
        assert_eq!(came.status, 200, "{page}: {}", came.text);
    }
}
