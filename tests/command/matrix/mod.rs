//! Every text that a person can write, and every name of a file, in every format of every command, hostile in some
//! twenty-five ways: nothing that is printed may steer, break out or become more than text.
//!
//! A new format joins with its line in `RUNS`; a test fails on a format or a text field that is not in here.

mod kinds;
pub(crate) mod payloads;
mod store;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use self::kinds::Kind::{self, Csv, Dot, Github, Html, Json, Markdown, Mermaid, Sarif, Svg, Terminal, Yaml};
use self::payloads::{PAYLOADS, PLAIN};
use self::store::Words;
use crate::common;
use gainsay::read::fields::{Field, Kind as FieldKind, LISTS};

/// What is run, and what it prints. `@` stands for each of `store::SUBJECTS` in turn.
const RUNS: &[(&str, Kind)] = &[
    ("check", Terminal),
    ("check --all --explain --strict", Terminal),
    ("check --format markdown", Markdown),
    ("check --format json", Json),
    ("check --format sarif", Sarif),
    ("check --format github", Github),
    ("table", Terminal),
    ("table --format markdown", Markdown),
    ("table --format html", Html),
    ("table --format csv", Csv),
    ("table --format csv --layout wide", Csv),
    ("table --format json", Json),
    #[cfg(feature = "xlsx")]
    ("table --format xlsx", Kind::Xlsx),
    ("show @", Terminal),
    ("show @ --format markdown", Markdown),
    ("show @ --format json", Json),
    ("show @ --format yaml", Yaml),
    ("show official-says", Terminal),
    ("show official-says --format markdown", Markdown),
    ("show port", Terminal),
    ("show peace", Terminal),
    ("show jeers(north,strike)", Terminal),
    ("show jeers(north,strike) --format markdown", Markdown),
    ("show jeers(north,strike) --format json", Json),
    ("show jeers(crowd,strike)", Terminal),
    ("replies", Terminal),
    ("replies --format markdown", Markdown),
    ("replies --format json", Json),
    ("timeline", Terminal),
    ("timeline --format markdown", Markdown),
    ("timeline --format json", Json),
    ("timeline --format svg", Svg),
    ("graph --format svg", Svg),
    ("graph --format dot", Dot),
    ("graph --format mermaid", Mermaid),
    ("graph --format json", Json),
    ("timeline --tolls --format svg", Svg),
    ("report", Terminal),
    ("report --format markdown", Markdown),
    ("report --format html", Html),
    ("report --for readers", Terminal),
    ("report --for readers --format markdown", Markdown),
    ("report --for readers --format html", Html),
    ("diff claims other", Terminal),
    ("diff claims other --format markdown", Markdown),
    ("diff claims other --format json", Json),
    ("what-if same-event(raid,strike)", Terminal),
    ("what-if same-event(raid,strike) --format json", Json),
    ("audit draft.txt", Terminal),
    ("audit draft.txt --format json", Json),
    ("audit draft.txt --format sarif", Sarif),
    ("audit draft.txt --format html", Html),
    ("extract draft.txt --about strike --published 2031-05-06", Terminal),
    ("extract draft.txt --about strike --published 2031-05-06 --format json", Json),
    ("extract draft.txt --about strike --published 2031-05-06 --format yaml", Yaml),
    ("import sheet.csv", Terminal),
    ("import sheet.csv --format json", Json),
    ("import bare.csv", Yaml),
    ("import bare.csv --format json", Json),
    ("test", Terminal),
    ("test --format json", Json),
    ("explain", Terminal),
    ("explain --format json", Json),
    ("parties", Terminal),
    ("parties --suggest", Terminal),
    ("parties --format json", Json),
    ("parties --suggest --format json", Json),
    ("sheet out -", Csv),
    ("sheet out back.csv", Terminal),
    ("sheet in back.csv", Terminal),
    ("sheet in back.csv --format json", Json),
    ("list", Terminal),
    ("list --format json", Json),
    ("search e", Terminal),
    ("search e --format json", Json),
    // Writes, so that there is something to take back.
    ("rename party south southland", Terminal),
    ("undo --dry-run", Terminal),
    ("undo --dry-run --format json", Json),
];

/// Fields that no command prints.
const PRINTED_NOWHERE: &[&str] = &["reconciliations.by", "requests.note"];

/// One run and what came of it.
struct Run {
    line: String,
    kind: Kind,
    printed: Vec<u8>,
    complaints: String,
}

#[test]
fn nothing_that_is_written_becomes_more_than_text() {
    let plain = runs("plain", PLAIN);
    let every = PAYLOADS.len().div_ceil(common::size(PAYLOADS.len()));
    let payloads: Vec<_> = PAYLOADS.iter().step_by(every).collect();
    let next = AtomicUsize::new(0);
    let some = || -> Vec<String> {
        let all = std::iter::from_fn(|| payloads.get(next.fetch_add(1, Ordering::Relaxed)));
        all.flat_map(|(name, payload)| wrong(&plain, name, &runs(name, payload))).collect()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let failures: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let first: Vec<&str> = failures.iter().take(12).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} failures, the first:\n{}", failures.len(), first.join("\n"));
}

/// What is wrong with what a payload made the commands print.
fn wrong(plain: &[Run], name: &str, hostile: &[Run]) -> Vec<String> {
    let mut failures = Vec::new();
    for (run, plain) in hostile.iter().zip(plain) {
        if let Err(reason) = run.kind.check(&run.printed, &plain.printed) {
            failures.push(format!("{name}, {}: {reason}", run.line));
        }
        if let Err(reason) = Terminal.check(run.complaints.as_bytes(), &[]) {
            failures.push(format!("{name}, complaints of {}: {reason}", run.line));
        }
    }
    failures
}

/// Writes the store with a payload in every text and in the names of its files, and runs everything over it.
fn runs(name: &str, payload: &str) -> Vec<Run> {
    let folder = folder(name, payload);
    let lines = RUNS.iter().flat_map(|(line, kind)| {
        let subjects: &[&str] = if line.contains('@') { store::SUBJECTS } else { &[""] };
        subjects.iter().map(move |subject| (line.replace('@', subject), *kind))
    });
    lines.map(|(line, kind)| run(&folder, line, kind)).collect()
}

fn run(folder: &Path, line: String, kind: Kind) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder).env("COLUMNS", "100").args(line.split(' '));
    let output = command.output().unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    let status = output.status.code();
    assert!(
        matches!(status, Some(0..=2)) && !complaints.contains("panicked"),
        "{line}: {status:?} {complaints}"
    );
    assert!(!output.stdout.is_empty(), "{line} prints nothing: {complaints}");
    Run { line, kind, printed: output.stdout, complaints }
}

/// A folder with the store and an older one without its last statements, for `diff`.
pub(crate) fn folder(name: &str, payload: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let mut words = Words::new(payload);
    let (sound, later, broken) = store::files(&mut words);
    // A name may hold anything but these two, and no more than 255 bytes of it.
    let file = payload.replace(['/', '\0'], "");
    let file = &file[..file.floor_char_boundary(200)];
    for (store, texts) in
        [("claims", &[("a", &sound), ("b", &later), ("c", &broken)][..]), ("other", &[("a", &sound)])]
    {
        let below = folder.join(store).join(format!("in {file}"));
        std::fs::create_dir_all(&below).unwrap();
        std::fs::write(folder.join("draft.txt"), store::draft(payload)).unwrap();
        std::fs::write(folder.join("sheet.csv"), store::sheet(payload)).unwrap();
        std::fs::write(folder.join("bare.csv"), store::sheet(payload)).unwrap();
        std::fs::write(folder.join("sheet.csv.mapping.yaml"), store::MAPPING).unwrap();
        for (letter, text) in texts {
            std::fs::write(below.join(format!("{file}{letter}.yaml")), text).unwrap();
        }
    }
    folder
}

#[test]
fn every_text_field_is_in_the_store_and_is_seen_somewhere() {
    let mut words = Words::new(PLAIN);
    store::files(&mut words);
    let is_text = |field: &&Field| matches!(field.kind, FieldKind::Words);
    let mut all = BTreeSet::new();
    for list in LISTS {
        all.extend(list.fields.iter().filter(is_text).map(|field| format!("{}.{}", list.name, field.key)));
        for field in list.fields {
            if let FieldKind::Membership(inner) = field.kind {
                all.extend(
                    inner
                        .iter()
                        .filter(is_text)
                        .map(|own| format!("{}.{}.{}", list.name, field.key, own.key)),
                );
            }
        }
    }
    let given: BTreeSet<String> = words.fields.iter().map(|(field, _)| (*field).to_owned()).collect();
    let missing: Vec<_> = all.difference(&given).collect();
    assert!(missing.is_empty(), "give these a hostile text in tests/command/matrix/store.rs: {missing:?}");
    let seen: Vec<u8> = runs("seen", PLAIN).into_iter().flat_map(|run| run.printed).collect();
    let seen = String::from_utf8_lossy(&seen);
    let shown = words.fields.iter().filter(|(_, mark)| seen.contains(mark.as_str()));
    let shown: BTreeSet<&str> = shown.map(|(field, _)| *field).collect();
    let unseen: Vec<_> = given.iter().filter(|field| !shown.contains(field.as_str())).collect();
    assert_eq!(unseen, PRINTED_NOWHERE, "these fields, and no others, are printed nowhere");
}

#[test]
fn every_format_of_every_command_is_tried() {
    let help = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        String::from_utf8(command.args(arguments).arg("--help").output().unwrap().stdout).unwrap()
    };
    let all = help(&[]);
    let commands =
        all.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands = commands.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    let mut missing = Vec::new();
    for command in commands.map(|line| line.split(' ').next().unwrap()) {
        let page = help(&[command]);
        let Some((_, formats)) = page.split_once("--format <FORMAT>") else { continue };
        let default = formats.split_once("[default: ").unwrap().1.split(']').next().unwrap();
        let formats = formats.split("[default: ").next().unwrap().lines();
        let formats = formats.filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next());
        for format in formats {
            let option = format!("--format {format}");
            let tried = RUNS.iter().any(|(line, _)| {
                line.split(' ').next() == Some(command)
                    && (line.ends_with(&option) || format == default && !line.contains("--format"))
            });
            // Without its feature the command only says how to get it.
            if !tried && (cfg!(feature = "xlsx") || format != "xlsx") {
                missing.push(format!("{command} {option}"));
            }
        }
    }
    assert!(missing.is_empty(), "add a line to RUNS for each of these: {missing:?}");
}
