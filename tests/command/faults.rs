//! Faults while a record is written: many writers at once, sudden death, failing system calls, a full disk, no leave.
//!
//! `GAINSAY_KILLS` says how many writers are killed (if not given, 60 with `GAINSAY_FULL=1`, else 8). Where `CI` is set, a missing tool is a failure.

#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::common;
use crate::common::folder::Folder;

const GAINSAY: &str = env!("CARGO_BIN_EXE_gainsay");

/// A store large enough to be caught in the middle of writing it.
fn large() -> String {
    use std::fmt::Write;
    let mut text = "# kept\ntopics:\n".to_owned();
    for at in 0..2000 {
        writeln!(text, "  - id: t{at}   # remark {at}\n    name: a topic of some length, number {at}")
            .unwrap();
    }
    text
}

const SMALL: &str = "# kept\ntopics:\n  - id: t0\n";

fn add(store: &Path, id: &str) -> Command {
    let mut command = Command::new(GAINSAY);
    command.args(["add", "topic", "--id", id, "--name", "x\ny: z", "--store"]).arg(store);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What stands in the file once the record is written.
fn with(text: &str, id: &str) -> String {
    format!("{text}  - id: {id}\n    name: \"x\\ny: z\"\n")
}

/// Whether a tool is there; where it must be, its absence is a failure.
pub fn have(tool: &str, package: &str) -> bool {
    let found =
        Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    let wanted = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    assert!(found || !wanted, "`{tool}` is missing; install it: apt-get install {package}");
    found
}

/// Nothing but the one file is left in the store, and what is kept to take changes back, whole.
fn is_tidy(folder: &Folder) -> bool {
    let names = |folder: PathBuf| -> Vec<String> {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    };
    let kept = names(folder.claims().join(".gainsay"));
    names(folder.claims()).len() == 1 + usize::from(!kept.is_empty())
        && kept.len() <= 21
        && kept.iter().all(|name| {
            name == ".gitignore" || name.split_once('.').is_some_and(|(_, ending)| ending == "undo")
        })
}

#[test]
fn sixty_at_once_all_land() {
    let folder = Folder::with(&[("case.yaml", SMALL)]);
    let children: Vec<_> =
        (1..=60).map(|at| add(&folder.claims(), &format!("n{at}")).spawn().unwrap()).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let text = fs::read_to_string(folder.claims().join("case.yaml")).unwrap();
    for at in 1..=60 {
        assert_eq!(text.matches(&format!("  - id: n{at}\n    name: \"x\\ny: z\"\n")).count(), 1, "n{at}");
    }
    assert!(text.starts_with(SMALL) && text.len() == SMALL.len() + with("", "n1").len() * 60 + 51, "{text}");
    assert!(is_tidy(&folder));
}

#[test]
fn whoever_is_killed_leaves_the_old_file_or_the_new_one() {
    let kills = std::env::var("GAINSAY_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(common::size(60) as u64);
    let old = large();
    let folder = Folder::with(&[("case.yaml", &old)]);
    let file = folder.claims().join("case.yaml");
    // How long one writer takes here, so that death comes at any moment of its life.
    let begin = std::time::Instant::now();
    assert!(add(&folder.claims(), "killed").status().unwrap().success());
    let whole = begin.elapsed();
    let new = with(&old, "killed");
    assert_eq!(fs::read_to_string(&file).unwrap(), new);
    let (mut kept, mut written) = (0, 0);
    for at in 0..kills {
        fs::write(&file, &old).unwrap();
        let mut child = add(&folder.claims(), "killed").spawn().unwrap();
        std::thread::sleep(Duration::from_micros(
            u64::try_from(whole.as_micros()).unwrap() * 6 * at / (5 * kills),
        ));
        child.kill().unwrap();
        child.wait().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        kept += usize::from(text == old);
        written += usize::from(text == new);
        assert_eq!(kept + written, usize::try_from(at).unwrap() + 1, "neither the old file nor the new one");
    }
    assert!(kept > 0, "nobody was killed in time");
    // What the dead left does not keep the next one from writing, and is swept away.
    fs::write(&file, &old).unwrap();
    assert!(add(&folder.claims(), "killed").status().unwrap().success());
    assert_eq!(fs::read_to_string(&file).unwrap(), new);
    assert!(is_tidy(&folder));
}

#[test]
fn whatever_system_call_fails_the_store_is_whole_and_the_status_says_so() {
    if !have("strace", "strace") {
        return;
    }
    let new = with(SMALL, "new");
    let folder = Folder::with(&[("case.yaml", SMALL)]);
    let file = folder.claims().join("case.yaml");
    let log = folder.0.join("log");
    let mut hits = 0;
    for call in ["openat", "read", "write", "fsync", "renameat", "flock", "fchmod", "getdents64"] {
        let mut met = 0;
        for error in &["EIO", "ENOSPC"][..common::size(2)] {
            for at in 1.. {
                fs::write(&file, SMALL).unwrap();
                let status = Command::new("strace")
                    .args(["-f", "-y", "-qq", "-o"])
                    .arg(&log)
                    .args(["-e", &format!("inject={call}:error={error}:when={at}"), GAINSAY])
                    .args(["add", "topic", "--id", "new", "--name", "x\ny: z", "--store"])
                    .arg(folder.claims())
                    .env_remove("LD_LIBRARY_PATH")
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .status()
                    .unwrap();
                let injected = fs::read_to_string(&log).unwrap();
                // What is looked for on the way to the program and elsewhere may be missing without harm.
                let ours = folder.0.display().to_string();
                let elsewhere = |line: &str| {
                    let named = line.contains("</") || line.contains("\"/");
                    named && !line.contains(&ours) && !line.contains("</dev/null>")
                };
                let Some(hit) = injected.lines().find(|line| line.contains("(INJECTED)")) else {
                    assert!(status.success(), "{call} {error} {at}: nothing was hit, and it failed");
                    break;
                };
                let foreign = elsewhere(hit);
                met += usize::from(!foreign);
                let text = fs::read_to_string(&file).unwrap();
                assert!(text == SMALL || text == new, "{hit}\n{text}");
                // Only what is said once the record is written may fail without harm.
                // What was interrupted in the log by another thread has its file on the line where it began.
                let begun = || {
                    let thread = hit.split_whitespace().next().unwrap_or_default();
                    let part = format!("{call}(");
                    let mine = |line: &&str| line.starts_with(thread) && line.contains(&part);
                    injected.lines().filter(mine).take_while(|line| *line != hit).last().unwrap_or_default()
                };
                let told = hit.contains("resumed>") && begun().contains("</dev/null>");
                let afterwards = (hit.contains("</dev/null>") || told) && text == new;
                assert!(foreign || afterwards || !status.success(), "a fault went unnoticed: {hit}");
                assert!(
                    foreign || status.success() == (text == new),
                    "the status does not say it: {hit}\n{text}"
                );
            }
        }
        assert!(met > 0, "no {call} was ever hit");
        hits += met;
    }
    assert!(hits >= 20 * common::size(2), "only {hits} faults were hit");
    assert!(add(&folder.claims(), "last").status().unwrap().success());
    assert!(is_tidy(&folder));
}

const SOURCE: &str = "sources:\n  - id: post\n";

/// `gainsay archive` in a folder whose renaming fails as `when` says; what it complained of, and the copy and the record
/// that are there now.
fn keep_another_copy(folder: &Folder, when: &str) -> (String, String, String) {
    let (copy, record) = (folder.claims().join("archive/post.txt"), folder.claims().join("case.yaml"));
    fs::create_dir_all(folder.claims().join("archive")).unwrap();
    fs::write(&copy, "what it said").unwrap();
    fs::write(folder.claims().join("archive/.gitignore"), "*\n").unwrap();
    fs::write(&record, SOURCE).unwrap();
    fs::write(folder.0.join("page.txt"), "what it says now").unwrap();
    let output = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e"])
        .arg(format!("inject=rename,renameat:error=EIO:when={when}"))
        .args([GAINSAY, "archive", "post", "page.txt", "--replace"])
        .current_dir(&folder.0)
        .env_remove("LD_LIBRARY_PATH")
        .output()
        .unwrap();
    assert!(when == "9" || output.status.code() == Some(2), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    (said, fs::read_to_string(copy).unwrap(), fs::read_to_string(record).unwrap())
}

#[test]
fn a_copy_and_its_record_are_replaced_together_or_it_says_what_was() {
    if !have("strace", "strace") {
        return;
    }
    let folder = Folder::with(&[]);
    let (_, copy, record) = keep_another_copy(&folder, "9");
    assert!(copy == "what it says now" && record.contains("sha256"), "{copy} {record}");
    for when in ["1", "2"] {
        let (said, copy, record) = keep_another_copy(&folder, when);
        assert_eq!((copy.as_str(), record.as_str()), ("what it said", SOURCE), "{said}");
        assert!(said.contains("nothing was changed"), "{said}");
    }
    // The way back fails as well.
    let (said, copy, _) = keep_another_copy(&folder, "2+");
    assert_eq!(copy, "what it says now");
    assert!(!said.contains("nothing was changed"), "{said}");
    assert!(said.contains("claims/archive/post.txt had been changed before that"), "{said}");
}

#[test]
fn a_full_disk_leaves_the_store_as_it_was() {
    if !have("unshare", "util-linux") {
        return;
    }
    // A file of 28 KB on a disk of 48: the new one has no room beside it.
    let folder = Folder::with(&[]);
    let old: String = large().lines().take(800).flat_map(|line| [line, "\n"]).collect();
    fs::write(folder.0.join("old.yaml"), &old).unwrap();
    let steps = "mount -t tmpfs -o size=48k tmpfs claims && cp old.yaml claims/case.yaml || exit 90
        \"$0\" add topic --id new --store claims; status=$?
        cmp -s old.yaml claims/case.yaml || exit 91
        test \"$(ls -A claims)\" = case.yaml || exit 92
        exit $status";
    let output = Command::new("unshare")
        .args(["-r", "-m", "sh", "-c", steps, GAINSAY])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("claims/case.yaml could not be written") && said.contains("make room on the disk"),
        "{said}"
    );
}

#[test]
fn without_leave_to_write_it_says_so() {
    if !have("setpriv", "util-linux") {
        return;
    }
    let folder = Folder::with(&[("case.yaml", SMALL)]);
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let root =
        String::from_utf8(Command::new("id").arg("-u").output().unwrap().stdout).unwrap().trim() == "0";
    // The program may lie where only its owner may look.
    let program = folder.0.join("gainsay");
    fs::copy(GAINSAY, &program).unwrap();
    let file = folder.claims().join("case.yaml");
    let run = || {
        let mut command = if root {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        command.args(["add", "topic", "--id", "new", "--store"]).arg(folder.claims()).output().unwrap()
    };
    // A folder that may not be written to; then one that may, with a file in it that may not.
    for (folder_mode, file_mode) in [(0o555, 0o644), (0o777, 0o444)] {
        mode(&folder.claims(), folder_mode);
        mode(&file, file_mode);
        let output = run();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("Permission denied"), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), SMALL);
        mode(&folder.claims(), 0o755);
        assert!(is_tidy(&folder));
    }
}
