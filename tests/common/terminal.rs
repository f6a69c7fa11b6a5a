//! A terminal of its own for a command, and somebody who types.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use super::folder::Folder;

/// A command at a terminal of its own, made by `script`.
fn opened(folder: &Folder, command: &str) -> Child {
    Command::new("script")
        .args(["-qec", &format!("{} {command}", env!("CARGO_BIN_EXE_gainsay")), "/dev/null"])
        .current_dir(&folder.0)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` of util-linux is there")
}

/// Answers typed at a terminal of its own, made by `script`; what stands on the screen in the end.
pub fn typed(folder: &Folder, command: &str, answers: impl AsRef<[u8]>) -> String {
    let mut child = opened(folder, command);
    child.stdin.take().unwrap().write_all(answers.as_ref()).unwrap();
    String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).replace('\r', "")
}

/// The same with each answer typed only once its question stands on the screen: a key that interrupts takes back what was
/// typed before it and not yet read.
pub fn answered(folder: &Folder, command: &str, answers: &[(&str, &str)]) -> String {
    let mut child = opened(folder, command);
    let (mut typing, mut screen) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (mut seen, mut from) = (Vec::new(), 0);
    for (question, answer) in answers {
        let stands = |seen: &[u8]| String::from_utf8_lossy(&seen[from..]).contains(question);
        let mut more = [0; 4096];
        while !stands(&seen) {
            match screen.read(&mut more) {
                Ok(count @ 1..) => seen.extend_from_slice(&more[..count]),
                _ => break,
            }
        }
        from = seen.len();
        typing.write_all(answer.as_bytes()).unwrap();
    }
    screen.read_to_end(&mut seen).unwrap();
    drop(typing);
    child.wait().unwrap();
    String::from_utf8_lossy(&seen).replace('\r', "")
}
