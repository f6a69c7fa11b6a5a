//! A terminal of its own for a command, and somebody who types.

use std::io::Write;
use std::process::{Command, Stdio};

use super::folder::Folder;

/// Answers typed at a terminal of its own, made by `script`; what stands on the screen in the end.
pub fn typed(folder: &Folder, command: &str, answers: impl AsRef<[u8]>) -> String {
    let mut child = Command::new("script")
        .args(["-qec", &format!("{} {command}", env!("CARGO_BIN_EXE_gainsay")), "/dev/null"])
        .current_dir(&folder.0)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux is there");
    child.stdin.take().unwrap().write_all(answers.as_ref()).unwrap();
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).replace('\r', "")
}
