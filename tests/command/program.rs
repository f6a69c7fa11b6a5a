//! The program itself, end to end: its exit statuses, its flags, where it finds a store, what it writes where.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::format_push_string, clippy::format_collect, reason = "a test may")]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use gainsay::rules::CATALOGUE;

const SOUND: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
statements:
  - id: norland-accuses
    by: norland
    date: 2031-05-02
    asserts:
      - carried-out(sudria, quay-fire)
  - id: sudria-denies
    by: sudria
    date: 2031-05-03
    denies:
      - carried-out(self, quay-fire)
";
/// A record with a problem at level error.
const UNSOUND: &str = "parties:\n  - {id: estia, part-of: nobody-at-all}\n";

/// A way to spoil a store, and its name.
type Way<'w> = (&'static str, &'w dyn Fn(&Path));

/// A folder of its own for one test, gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("gainsay-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = fs::canonicalize(std::env::temp_dir()).unwrap().join(name);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    /// A folder with a store `claims` of these files.
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        fs::create_dir(folder.0.join("claims")).unwrap();
        for (name, content) in files {
            fs::write(folder.0.join("claims").join(name), content).unwrap();
        }
        folder
    }

    fn claims(&self) -> PathBuf {
        self.0.join("claims")
    }

    /// The program, in this folder, with nothing of the caller's terminal.
    fn command(&self, arguments: &[&str]) -> Command {
        command_in(&self.0, arguments)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command_in(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Fails unless the program ended so, and did not panic.
#[track_caller]
fn ended(output: &Output, status: i32) {
    let all = format!("{}\n--- stderr:\n{}", out(output), err(output));
    assert_eq!(output.status.code(), Some(status), "{all}");
    assert!(!all.contains("panicked"), "{all}");
}

/// Ends with 2, and says on standard error what is wrong.
#[track_caller]
fn refused(output: &Output, words: &str) {
    ended(output, 2);
    assert!(err(output).contains(words), "no word of {words:?} in {}", err(output));
}

#[test]
fn nothing_at_level_error_is_0() {
    let output = Folder::with(&[("a.yaml", SOUND)]).run(&["check"]);
    ended(&output, 0);
    assert!(out(&output).contains("[direct-contradiction]"), "{}", out(&output));
    assert!(err(&output).is_empty(), "{}", err(&output));
    for help in [&["--help"][..], &["--version"], &["check", "--help"]] {
        let output = Folder::new().run(help);
        ended(&output, 0);
        assert!(err(&output).is_empty() && !out(&output).is_empty());
    }
}

#[test]
fn something_at_level_error_is_1() {
    let folder = Folder::with(&[("a.yaml", SOUND), ("b.yml", UNSOUND)]);
    let output = folder.run(&["check"]);
    ended(&output, 1);
    let text = out(&output);
    assert!(text.contains("unknown-reference") && text.contains("claims/b.yml:2"), "{text}");
    assert!(text.contains("[direct-contradiction]"), "the rest of the ledger is still checked:\n{text}");
}

#[test]
fn bad_usage_is_2() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    refused(&folder.run(&[]), "Usage");
    refused(&folder.run(&["chekc"]), "check");
    refused(&folder.run(&["check", "--no-such-flag"]), "--no-such-flag");
    refused(&folder.run(&["check", "--format", "xml"]), "xml");
    refused(&folder.run(&["check", "--as-of", "yesterday"]), "yesterday");
    refused(&folder.run(&["check", "claims", "--store", "claims"]), "--store");
    refused(&folder.run(&["check", "--deny", "direct-contradictoin"]), "direct-contradiction");
    refused(&folder.run(&["explain", "direct-contradictoin"]), "direct-contradiction");
}

#[test]
fn no_complaint_is_a_command_to_a_log() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let name = "a\n::error::x ##[error]y";
    for arguments in [
        &["check", name][..],
        &["audit", name],
        &["explain", name],
        &["check", "--format", name],
        &["check", "--about", name],
        &["table", "--output", name, "--format", name],
        &["show", "norland", name],
        &[name],
    ] {
        let output = folder.run(arguments);
        let told = err(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told.lines().all(|line| !line.trim_start().starts_with("::")), "{told}");
        assert!(!told.contains("##["), "{told}");
    }
}

#[test]
fn who_writes_waits_and_says_for_whom_and_who_looks_does_not() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let lock = folder.claims().join(".gainsay.lock");
    std::fs::write(&lock, "somebody else").unwrap();
    let held = std::fs::File::options().read(true).write(true).open(&lock).unwrap();
    held.lock().unwrap();
    ended(&folder.run(&["fmt", "--check"]), 1);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| folder.run(&["fmt"]));
        std::thread::sleep(std::time::Duration::from_secs(2));
        assert!(!waiting.is_finished());
        std::fs::remove_file(&lock).unwrap();
        drop(held);
        let output = waiting.join().unwrap();
        assert_eq!(err(&output), "gainsay: waiting for somebody else, which writes to the store\n");
        ended(&output, 0);
    });
}

#[test]
fn an_unknown_id_is_2() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    refused(&folder.run(&["check", "--about", "norlnad"]), "norland");
    refused(&folder.run(&["check", "--about", "norland", "--about", "x"]), "`x`");
    ended(&folder.run(&["check", "--about", "quay-fire"]), 0);
    // Statements and sources are not among what a finding can be about.
    refused(&folder.run(&["check", "--about", "norland-accuses"]), "norland-accuses");
}

#[test]
fn a_store_that_is_none_is_refused_with_what_to_type() {
    let folder = Folder::with(&[("case.yaml", SOUND)]);
    refused(&folder.run(&["check", "clams"]), "there is no folder `clams`\nhelp: did you mean `claims`?");
    refused(&folder.run(&["check", "elsewhere/all"]), "make a new one with `gainsay init`");
    refused(&folder.run(&["check", "claims/case.yaml"]), "help: name the folder that holds it: `claims`");
    refused(&folder.run(&["check", "--as-of", "4 May 2031"]), "did you mean `2031-05-04`?");
}

#[test]
fn nothing_read_is_2() {
    refused(&Folder::new().run(&["check"]), "claims");
    refused(&Folder::new().run(&["test"]), "claims");
    let empty = Folder::with(&[]);
    refused(&empty.run(&["check"]), "no record was read");
    assert_eq!(empty.run(&["test"]).status.code(), Some(2));
    let comments = Folder::with(&[("a.yaml", "# nothing yet\n"), ("b.txt", SOUND)]);
    refused(&comments.run(&["check"]), "no record was read");
    refused(&comments.run(&["check", "--format", "json"]), "no record was read");
    refused(&comments.run(&["check", "nowhere"]), "nowhere");
    refused(&comments.run(&["check", "claims/a.yaml"]), "claims/a.yaml");
}

#[test]
fn a_file_unread_is_2_and_the_rest_is_reported() {
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(SOUND.bytes().flat_map(|byte| [byte, 0])).collect();
    let fifo = |claims: &Path| {
        assert!(Command::new("mkfifo").arg(claims.join("a.yaml")).status().unwrap().success());
    };
    let utf_16 = |claims: &Path| fs::write(claims.join("a.yaml"), &wide).unwrap();
    let to_itself = |claims: &Path| symlink("a.yaml", claims.join("a.yaml")).unwrap();
    let to_nothing = |claims: &Path| symlink("gone.yaml", claims.join("a.yaml")).unwrap();
    let pipe = |claims: &Path| symlink("/dev/zero", claims.join("a.yaml")).unwrap();
    let broken =
        |claims: &Path| fs::write(claims.join("a.yaml"), "parties: [{id: estia}\nnothing: {\n").unwrap();
    let ways: [Way; 6] = [
        ("a named pipe", &fifo),
        ("UTF-16", &utf_16),
        ("a link to itself", &to_itself),
        ("a link to nothing", &to_nothing),
        ("a link to a device", &pipe),
        ("brackets that do not close", &broken),
    ];
    for (what, spoil) in ways {
        let folder = Folder::with(&[("b.yaml", SOUND), ("c.yaml", UNSOUND)]);
        spoil(&folder.claims());
        let output = folder.run(&["check"]);
        assert_eq!(output.status.code(), Some(2), "{what}: 2 wins over 1:\n{}{}", out(&output), err(&output));
        let text = out(&output);
        for rule in ["unreadable-file", "unknown-reference", "direct-contradiction"] {
            assert!(text.contains(rule), "{what}: no {rule} in\n{text}");
        }
        assert_eq!(folder.run(&["test"]).status.code(), Some(2), "{what}");
        let json = folder.run(&["check", "--format", "json", "--allow", "records"]);
        assert_eq!(json.status.code(), Some(2), "{what}: no flag makes an unread file a read one");
    }
}

#[test]
fn a_folder_that_leads_into_itself_is_read_once() {
    let folder = Folder::with(&[("b.yaml", SOUND), ("c.yaml", UNSOUND)]);
    let plain = out(&folder.run(&["check"]));
    symlink(folder.claims(), folder.claims().join("around")).unwrap();
    let output = folder.run(&["check"]);
    assert_eq!((output.status.code(), out(&output)), (Some(1), plain), "{}", err(&output));
}

#[test]
fn json_is_printed_whatever_the_exit_status() {
    for (files, status) in [
        (&[("a.yaml", SOUND)][..], 0),
        (&[("a.yaml", SOUND), ("b.yaml", UNSOUND)], 1),
        (&[("a.yaml", SOUND), ("b.yaml", "parties: [\u{0}")], 2),
    ] {
        let output = Folder::with(files).run(&["check", "--format", "json"]);
        ended(&output, status);
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["version"], 1);
        assert_eq!(document["counts"]["statements"], 2);
    }
}

#[test]
fn the_last_level_flag_wins() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let status = |flags: &[&str]| {
        let output = folder.run(&[&["check"], flags].concat());
        (output.status.code().unwrap(), out(&output).contains("[direct-contradiction]"))
    };
    assert_eq!(status(&[]), (0, true));
    assert_eq!(status(&["--deny", "direct-contradiction"]), (1, true));
    assert_eq!(status(&["--deny", "contradictions"]), (1, true));
    assert_eq!(status(&["--deny", "agreements"]), (0, true));
    assert_eq!(status(&["--allow", "contradictions"]), (0, false));
    assert_eq!(status(&["--deny", "contradictions", "--warn", "direct-contradiction"]), (0, true));
    assert_eq!(status(&["--warn", "direct-contradiction", "--deny", "contradictions"]), (1, true));
    assert_eq!(status(&["--allow", "direct-contradiction", "--deny", "contradictions"]), (1, true));
    assert_eq!(status(&["--deny", "contradictions", "--allow", "direct-contradiction"]), (0, false));
    assert_eq!(
        status(&["--deny=contradictions", "--warn=contradictions", "--deny=contradictions"]),
        (1, true)
    );
}

#[test]
fn level_flags_win_over_settings() {
    let with = |settings: &str| Folder::with(&[("a.yaml", SOUND), ("s.yaml", settings)]);
    let deny = with("settings: {levels: {direct-contradiction: error}}\n");
    ended(&deny.run(&["check"]), 1);
    ended(&deny.run(&["check", "--warn", "direct-contradiction"]), 0);
    ended(&deny.run(&["check", "--warn", "contradictions"]), 0);
    let allow = with("settings: {levels: {contradictions: allow}}\n");
    assert!(!out(&allow.run(&["check"])).contains("[direct-contradiction]"));
    ended(&allow.run(&["check", "--deny", "direct-contradiction"]), 1);
    let family = with("settings: {levels: {contradictions: error, direct-contradiction: warning}}\n");
    ended(&family.run(&["check"]), 0);
}

#[test]
fn a_store_is_found_here_above_and_by_name() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let here = folder.run(&["check"]);
    assert!(!out(&here).contains("The store is"), "{}", out(&here));

    let below = folder.0.join("one/two");
    fs::create_dir_all(&below).unwrap();
    let above = command_in(&below, &["check"]).output().unwrap();
    ended(&above, 0);
    assert!(out(&above).contains(&format!("The store is {}", folder.claims().display())), "{}", out(&above));
    assert!(out(&above).contains("claims/a.yaml:7"), "{}", out(&above));
    let json = command_in(&below, &["check", "--format", "json"]).output().unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&json.stdout).is_ok(), "{}", out(&json));

    for arguments in
        [&["check", "../../claims"][..], &["check", "--store", "../../claims"], &["test", "../../claims"]]
    {
        let named = command_in(&below, arguments).output().unwrap();
        ended(&named, 0);
        assert!(!out(&named).contains("The store is"), "{}", out(&named));
    }
    // The nearest wins, and a file of that name is no store.
    fs::write(below.join("claims"), "").unwrap();
    ended(&command_in(&below, &["check"]).output().unwrap(), 0);
    fs::create_dir(folder.0.join("one/claims")).unwrap();
    refused(&command_in(&below, &["check"]).output().unwrap(), "no record was read");
}

#[test]
fn a_new_store_is_ready_to_run() {
    let folder = Folder::new();
    for (arguments, store) in [(&["init"][..], "claims"), (&["init", "deep/new"], "deep/new")] {
        ended(&folder.run(arguments), 0);
        let check = folder.run(&["check", store]);
        ended(&check, 0);
        assert!(out(&check).contains("[direct-contradiction]"), "{}", out(&check));
        let test = folder.run(&["test", store]);
        ended(&test, 0);
        assert!(out(&test).ends_with(" passed, 0 failed\n"), "{}", out(&test));
        assert!(!out(&test).starts_with('0'), "{}", out(&test));
        // And not a second time.
        let before = fs::read_to_string(folder.0.join(store).join("harbour.yaml")).unwrap();
        refused(&folder.run(arguments), "not empty");
        assert_eq!(fs::read_to_string(folder.0.join(store).join("harbour.yaml")).unwrap(), before);
    }
    fs::create_dir(folder.0.join("empty")).unwrap();
    ended(&folder.run(&["init", "empty"]), 0);
    fs::create_dir(folder.0.join("hidden")).unwrap();
    fs::write(folder.0.join("hidden/.keep"), "").unwrap();
    refused(&folder.run(&["init", "hidden"]), "not empty");
    fs::write(folder.0.join("file"), "mine").unwrap();
    assert_eq!(folder.run(&["init", "file"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.0.join("file")).unwrap(), "mine");
}

#[test]
fn expectations_are_counted() {
    let with = |expect: &str| Folder::with(&[("a.yaml", SOUND), ("e.yaml", expect)]);
    let met = with("expect:\n  - {finds: direct-contradiction}\n  - {finds-no: agreements}\n").run(&["test"]);
    ended(&met, 0);
    assert_eq!(out(&met), "2 passed, 0 failed\n");
    let unmet = with("expect:\n  - {finds: agreement}\n  - {finds-no: agreement}\n").run(&["test"]);
    ended(&unmet, 1);
    assert!(
        out(&unmet).contains("claims/e.yaml:2") && out(&unmet).ends_with("1 passed, 1 failed\n"),
        "{}",
        out(&unmet)
    );
    for unsound in [
        "finds: agreemnt",
        "finds-no: agreement, on: 'kiled(quay-fire)'",
        "finds-no: agreement, between: [nolrand]",
    ] {
        let unsound = with(&format!("expect:\n  - {{{unsound}}}\n")).run(&["test"]);
        ended(&unsound, 1);
        assert!(out(&unsound).ends_with("0 passed, 1 failed\n"), "{}", out(&unsound));
    }
}

#[test]
fn every_rule_is_explained() {
    let folder = Folder::new();
    let list = out(&folder.run(&["explain"]));
    for rule in CATALOGUE {
        assert!(list.contains(&format!("  {} ", rule.id)), "{} is not in the list:\n{list}", rule.id);
        let page = folder.run(&["explain", rule.id]);
        ended(&page, 0);
        let page = out(&page);
        assert!(page.starts_with(&format!("# {}\n", rule.id)) && page.contains("# What to do"), "{page}");
        assert!(
            page.contains("```yaml\n") && !page.contains("```yaml,finding") && !page.contains("//!"),
            "{page}"
        );
    }
}

#[test]
fn colour_is_asked_for_and_refused() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let coloured = |variables: &[(&str, &str)]| {
        let output = folder.command(&["check"]).envs(variables.iter().copied()).output().unwrap();
        ended(&output, 0);
        out(&output).contains('\u{1b}')
    };
    assert!(!coloured(&[]), "a pipe is no terminal");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]), "an empty NO_COLOR says nothing");
    assert!(!coloured(&[("TERM", "dumb")]));
    let json = folder.command(&["check", "--format", "json"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(!out(&json).contains('\u{1b}'));
}

#[test]
fn a_terminal_is_coloured_unless_it_is_dumb() {
    // `script` lends a terminal; where it is missing there is none to be had.
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    let in_terminal = |variables: &[(&str, &str)]| {
        let mut command = Command::new("script");
        command.args(["-qec", &format!("{} check", env!("CARGO_BIN_EXE_gainsay")), "/dev/null"]);
        command.current_dir(&folder.0).stdin(Stdio::null());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm").envs(variables.iter().copied());
        command.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(plain) = in_terminal(&[]) else { return };
    assert!(plain.contains("\u{1b}["), "{plain}");
    for quiet in [("TERM", "dumb"), ("NO_COLOR", "1"), ("CLICOLOR", "0")] {
        let text = in_terminal(&[quiet]).unwrap();
        assert!(text.contains("direct-contradiction") && !text.contains('\u{1b}'), "{quiet:?}: {text}");
    }
}

#[test]
fn the_width_asked_for_is_kept() {
    let folder = Folder::with(&[("a.yaml", SOUND)]);
    for columns in ["60", "80", "160"] {
        let output = folder.command(&["check"]).env("COLUMNS", columns).output().unwrap();
        let widest = out(&output).lines().map(|line| line.chars().count()).max().unwrap();
        assert!(
            widest <= columns.parse().unwrap(),
            "{widest} columns, {columns} asked for:\n{}",
            out(&output)
        );
    }
}

#[test]
fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
    let many: String =
        (0..300).map(|at| format!("parties:\n  - {{id: p{at}, part-of: nobody}}\n---\n")).collect();
    let folder = Folder::with(&[("a.yaml", SOUND), ("b.yaml", &many)]);
    for arguments in [&["check"][..], &["check", "--format", "json"], &["test"], &["explain"], &["--help"]] {
        let mut child =
            folder.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = err(&output);
        assert!(!said.contains("panicked") && !said.contains("ould not be written"), "{arguments:?}: {said}");
        assert!(output.status.code().is_some(), "{arguments:?}: it was killed");
    }
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    for arguments in [&["check"][..], &["check", "--format", "json"], &["explain"]] {
        let full = full.try_clone().unwrap();
        let output = folder.command(arguments).stdout(full).output().unwrap();
        refused(&output, "could not be written");
    }
}

/// Every command that reads a store and answers from it, and what it is asked.
const READING: [&[&str]; 10] = [
    &["check"],
    &["table"],
    &["report"],
    &["replies"],
    &["timeline"],
    &["graph"],
    &["parties"],
    &["show", "norland-accuses"],
    &["what-if", "carried-out(sudria, quay-fire)"],
    &["audit", "draft.txt"],
];

#[test]
fn whatever_is_read_ends_alike_and_says_what_is_wrong() {
    let quoting = "sources:\n  - {id: wire, title: The fire, archive: wire.txt}\nstatements:\n  - {id: quoted, by: norland, \
                   date: 2031-05-04, source: wire, quote: We saw who set it, asserts: ['happened(quay-fire)']}\n";
    let archived = ("wire.txt", "They spoke of the weather and of nothing else.\n");
    // What only the rules see is no less an error than what the reader met.
    let cases: [(&[(&str, &str)], i32); 4] = [
        (&[("a.yaml", SOUND)], 0),
        (&[("a.yaml", SOUND), ("b.yaml", UNSOUND)], 1),
        (&[("a.yaml", SOUND), ("b.yaml", quoting), archived], 1),
        (&[("a.yaml", SOUND), ("b.yaml", "parties: [{id: estia\n")], 2),
    ];
    for (files, status) in cases {
        let folder = Folder::with(files);
        fs::write(folder.0.join("draft.txt"), "Nothing is quoted here.\n").unwrap();
        for arguments in READING {
            let output = folder.run(arguments);
            ended(&output, status);
            // The problems are the very thing that `check` prints.
            let told = if arguments[0] == "check" { out(&output) } else { err(&output) };
            assert_eq!(told.contains("error"), status != 0, "{arguments:?}: {told}");
        }
        // These two answer another question, but say all the same what they could not use.
        for arguments in [&["test"][..], &["diff", "2031-05-03", "claims"]] {
            let output = folder.run(arguments);
            assert_eq!(output.status.code() == Some(2), status == 2, "{arguments:?}: {}", err(&output));
            assert_eq!(
                err(&output).contains("gainsay check"),
                status != 0,
                "{arguments:?}: {}",
                err(&output)
            );
        }
    }
}
