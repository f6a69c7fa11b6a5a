//! The SQL of `scale/` in `DuckDB` against gainsay, finding by finding, on ledgers that nobody wrote: a checker by other hands.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::generator::large::{self, Shape};
use crate::generator::small::Ledger;

/// The number of small ledgers, in each of which much clashes.
const SMALL: u64 = 60;

#[test]
#[ignore = "needs DuckDB in tests/tools/python, which .ci/run puts there"]
fn sql_finds_what_gainsay_finds() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let _ = fs::remove_dir_all(&folder);
    for seed in 0..SMALL {
        case(&folder.join(format!("small-{seed:03}")), &[("case.yaml".to_owned(), Ledger::new(seed).text())]);
    }
    for (name, shape) in
        [("even", Shape::Even), ("one-event", Shape::OneEvent), ("one-party", Shape::OneParty)]
    {
        case(&folder.join(name), &large::shaped(2_000, 2, 1, shape));
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(project.join("tests/tools/python/bin/python"));
    let compared = python.arg(project.join("tests/tools/scale.py")).arg(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&compared.stdout);
    assert!(compared.status.success(), "{said}{}", String::from_utf8_lossy(&compared.stderr));
    fs::remove_dir_all(folder).unwrap();
}

/// Writes a store, its columns and the JSON of its check.
fn case(folder: &Path, texts: &[(String, String)]) {
    for (name, text) in texts {
        let path = folder.join("claims").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let run = |arguments: &[&str]| {
        let mut gainsay = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        gainsay.current_dir(folder).args(arguments).output().unwrap()
    };
    let exported = run(&["export", "--columns", "columns"]);
    assert!(exported.stdout.starts_with(b"Wrote 22 files"), "{}", String::from_utf8_lossy(&exported.stderr));
    fs::write(folder.join("check.json"), run(&["check", "--format", "json"]).stdout).unwrap();
}
