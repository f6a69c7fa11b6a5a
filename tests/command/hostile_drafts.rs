//! A draft may be anything: a megabyte of quotation marks, of one word, of nested marks. The audit ends, does not panic,
//! and its JSON is JSON. Short of `GAINSAY_FULL` it is an eighth of a megabyte. Nothing here is timed, but whatever takes the square of a megabyte does not come to an end.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::common;

/// How long one draft may take, in a build for tests, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(5);

/// What a megabyte is made of, again and again.
const MARKS: [(&str, &str); 18] = [
    ("opening marks", "“"),
    ("closing marks", "”"),
    ("straight marks", "\""),
    ("apostrophes", "'"),
    ("single opening marks", "‘"),
    ("nested marks", "“‘"),
    ("marks that open and close", "“” "),
    ("one word", "river "),
    ("a word without a space", "river"),
    ("a word of the store", "drone "),
    ("stops", "…"),
    ("brackets", "["),
    ("closed brackets", "[]"),
    ("closing brackets", "]"),
    ("one name", "June Harrow "),
    ("denials", "Sarn denied it. "),
    ("verbs", "said "),
    ("names and verbs", "“a” Sarn fumed and June Harrow said, "),
];

/// What makes tens of thousands of quotations; 100,000 bytes are enough of those.
const QUOTATIONS: [(&str, &str); 7] = [
    ("nested and closed", "“a ‘b “c” d’ e” "),
    ("omissions", "“a […] b” "),
    ("said and said", "“Yes,” he said. "),
    ("paragraphs that open", "“Yes.\n\n"),
    ("short ones", "“drones” and "),
    ("tags", "<p>\"<b>"),
    ("line ends", "\n\"\r\n"),
];

/// Runs the audit with a draft, and says what went wrong.
fn survives(name: &str, text: &str) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile_drafts");
    fs::create_dir_all(&folder).unwrap();
    let slug = name.replace(' ', "-");
    let (draft, printed) = (folder.join(format!("{slug}.txt")), folder.join(format!("{slug}.json")));
    fs::write(&draft, text).unwrap();
    let mut audit = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["audit", "--format", "json", "--store", "tests/planted/claims"])
        .arg(&draft)
        .stdout(fs::File::create(&printed).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = audit.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            audit.kill().unwrap();
            audit.wait().unwrap();
            return Err(format!("{name}: no end after {PATIENCE:?}"));
        }
        sleep(Duration::from_millis(5));
    };
    if !matches!(status.code(), Some(0 | 1)) {
        return Err(format!("{name}: ended with {status}"));
    }
    let json: Result<serde_json::Value, _> = serde_json::from_slice(&fs::read(&printed).unwrap());
    fs::remove_file(&draft).unwrap();
    fs::remove_file(&printed).unwrap();
    json.map(|_| ()).map_err(|error| format!("{name}: {error}"))
}

#[test]
fn a_megabyte_of_anything_ends() {
    let marks = MARKS.iter().map(|(name, piece)| (name, piece.repeat(common::size(1_000_000) / piece.len())));
    let quotations =
        QUOTATIONS.iter().map(|(name, piece)| (name, piece.repeat(common::size(100_000) / piece.len())));
    let faults: Vec<String> =
        marks.chain(quotations).filter_map(|(name, text)| survives(name, &text).err()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_megabyte_between_two_marks_ends() {
    let words = "the drone struck three depots before dawn and the barracks ".repeat(common::size(17_000));
    let faults: Vec<String> = [
        ("one quotation", format!("“{words},” June Harrow said.")),
        (
            "one quotation with omissions",
            format!("“{},” June Harrow said.", words.replace("barracks ", "… ")),
        ),
        ("one quotation in brackets", format!("“Three soldiers [{words}] were killed,” June Harrow said.")),
    ]
    .iter()
    .filter_map(|(name, text)| survives(name, text).err())
    .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
