//! The desk of `gainsay serve`, used in headless Chromium by `tests/tools/desk.mjs`: an article from its text to the records.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::common::incident::{folder, gainsay, said, write};
use crate::common::node;

const ON_FILE: &str = "
sources:
  - {id: wire-1, outlet: wire, published: 2031-05-06}
statements:
  - {id: norland-accuses, by: norland, date: 2031-05-02, source: wire-1, quote: Sudria lit the quay that night and nobody else did,
     asserts: ['ordered(sudria, quay-fire)']}
";
const ARTICLE: &str = "\
Norland said on Sunday that Sudria was behind the quay fire.

Sudria “has no link and has nothing to do with the quay fire,” Sudria’s permanent mission said on Monday.

“We lit it,” said the Quay Brigade, an armed group.
";

/// A server, ended when it is no longer wanted.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves the store of a folder; the address is left in a file there.
fn serve(folder: &Path) -> (Served, PathBuf) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["serve", "claims", "--no-open"])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let file = folder.join("address");
    fs::write(&file, line).unwrap();
    (Served(child), file)
}

#[test]
#[ignore = "needs Chromium and the packages of tests/tools: .ci/run installs them, and so do \
            `apt-get install chromium` and `npm ci --prefix tests/tools`"]
fn an_article_becomes_records_at_the_desk() {
    let folder = folder("desk-browser");
    write(&folder, ON_FILE);
    let (served, address) = serve(&folder);
    let mut arguments: Vec<PathBuf> = vec![address, folder.join("claims")];
    arguments.extend(std::env::var_os("GAINSAY_PICTURES").map(PathBuf::from));
    let arguments: Vec<&Path> = arguments.iter().map(PathBuf::as_path).collect();
    let output = node::run("desk.mjs", &arguments, ARTICLE);
    drop(served);
    let faults = String::from_utf8_lossy(&output.stdout).into_owned();
    let record = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{faults}{record}");
    let (_, complaints, status) = said(&gainsay(&folder, &["check", "--store", "claims"]));
    assert_eq!(status, 0, "{complaints}");
}
