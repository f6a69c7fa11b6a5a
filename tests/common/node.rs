//! Runs a script of `tests/tools`, whose packages `npm ci --prefix tests/tools` installs. A test that does so is marked
//! as ignored; `.ci/run` installs the packages and runs it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs `tests/tools/SCRIPT` on arguments, with `input` on its standard input.
pub fn run(script: &str, arguments: &[&Path], input: &str) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    assert!(
        folder.join("node_modules").is_dir(),
        "{script} cannot run: install its packages with `npm ci --prefix tests/tools`"
    );
    let mut child = Command::new("node")
        .arg(folder.join(script))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Node.js is installed");
    let mut pipe = child.stdin.take().expect("standard input is a pipe");
    // A script that does not read its input has ended before it is written.
    let _ = pipe.write_all(input.as_bytes());
    drop(pipe);
    child.wait_with_output().expect("the script ends")
}
