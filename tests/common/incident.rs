//! Small invented stores, read as the command reads them.
#![allow(dead_code, clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gainsay::check::Case;
use gainsay::check::options::Options;
use gainsay::read::{Loaded, Text, texts};

/// Norland accuses; Sudria is accused; the Front is a group; the Wire reports.
pub const PARTIES: &str = "
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: norland-envoy, name: Nora Envoy, kind: person, part-of: norland}
  - {id: sudria, name: Sudria, kind: state}
  - {id: sudria-army, name: Sudrian Army, kind: body, part-of: sudria}
  - {id: estia, name: Estia, kind: state}
  - {id: front, name: Free Front, kind: armed-group}
  - {id: raiders, name: raiders in the north, kind: class}
  - {id: wire, name: The Wire, kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
";

/// A ledger of one file: the parties above and these records.
pub fn ledger(records: &str) -> Loaded {
    let content = Ok(format!("{PARTIES}{records}"));
    let loaded = texts(vec![Text { path: "claims/a.yaml".to_owned(), content }], &gainsay::rules::names());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded
}

/// The same as a case.
pub fn case(records: &str, options: Options) -> Case {
    ledger(records);
    Case::of(
        vec![Text { path: "claims/a.yaml".to_owned(), content: Ok(format!("{PARTIES}{records}")) }],
        options,
    )
}

/// A fresh folder for one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("claims")).unwrap();
    folder
}

/// Writes the store of a folder: the parties above and these records.
pub fn write(folder: &Path, records: &str) {
    std::fs::write(folder.join("claims/a.yaml"), format!("{PARTIES}{records}")).unwrap();
}

/// Runs gainsay in a folder.
pub fn gainsay(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(arguments)
        .current_dir(folder)
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// What a run printed, its complaints, and its exit status.
pub fn said(output: &Output) -> (String, String, i32) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
}
