//! gainsay built for WASI, where there are no threads, no other programs and no locks: what reads says the same as the
//! program of this machine, byte for byte; what writes is refused in plain words.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::common::folder::Folder;

/// Builds it, in a folder of its own: what is built there must not take the place of the program that other tests run.
fn built() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wasi-target");
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--bin", "gainsay", "--target", "wasm32-wasip1"])
        .args(["--no-default-features", "--features", "docx,xlsx"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", &target)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    target.join("wasm32-wasip1/debug/gainsay.wasm")
}

fn under_node(program: &Path, folder: &Path, arguments: &[&str]) -> Output {
    Command::new("node")
        .arg("--no-warnings")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/wasi.mjs"))
        .args([program, folder])
        .args(arguments)
        .output()
        .expect("Node.js is installed")
}

fn here(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "100")
        .output()
        .unwrap()
}

#[test]
#[ignore = "needs Node.js and the target wasm32-wasip1, which `.ci/run` installs"]
fn what_is_built_for_wasi_says_the_same() {
    let program = built();
    let folder = Folder::with(&[
        ("case.yaml", include_str!("../planted/claims/reed-lake.yaml")),
        ("broken.yaml", "statements:\n  - id: \"open\n    by: norland\n"),
    ]);
    let draft = "Norland said: “We did not do it.”\n";
    fs::write(folder.0.join("draft.txt"), draft).unwrap();
    for arguments in [
        &["check", "--format", "json", "--all"][..],
        &["check", "--strict"],
        &["test"],
        &["table", "--format", "html"],
        &["table", "--format", "xlsx"],
        &["report", "--for", "readers"],
        &["report", "--format", "html"],
        &["timeline", "--format", "svg"],
        &["replies", "--format", "json"],
        &["graph"],
        &["list", "--format", "json"],
        &["audit", "draft.txt", "--format", "json"],
        &["fmt", "--check"],
        &["explain", "agreement"],
        &["check", "nowhere"],
    ] {
        let (there, here) = (under_node(&program, &folder.0, arguments), here(&folder.0, arguments));
        let said = String::from_utf8_lossy(&there.stderr);
        assert_eq!(there.status.code(), here.status.code(), "{arguments:?}: {said}");
        assert_eq!(
            String::from_utf8_lossy(&there.stdout),
            String::from_utf8_lossy(&here.stdout),
            "{arguments:?}: {said}"
        );
    }
}

#[test]
#[ignore = "needs Node.js and the target wasm32-wasip1, which `.ci/run` installs"]
fn what_is_built_for_wasi_writes_to_no_store() {
    let program = built();
    let case = include_str!("../planted/claims/reed-lake.yaml");
    let folder = Folder::with(&[("case.yaml", case)]);
    let output = under_node(&program, &folder.0, &["add", "party", "--name", "Westmark", "--no-input"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("no file can be locked"), "{said}");
    assert_eq!(fs::read_to_string(folder.claims().join("case.yaml")).unwrap(), case);
    let left: Vec<_> =
        fs::read_dir(folder.claims()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["case.yaml"]);
}
