//! Our own reader against the library's parser: whatever is written, both read the same, to the last span.
//! `GAINSAY_SEEDS=200000` tries more files, `GAINSAY_SEED` says where to begin.

use std::fs;
use std::path::{Path, PathBuf};

use crate::generator::messy::{file, spoilt};
use crate::generator::seeded::Seeded;
use gainsay::read::records::by_library;
use gainsay::read::yaml::subset::read;
use gainsay::text::FileId;

const FILE: FileId = FileId(3);

/// How many files and records our own reader read, and how many of either went to the library.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    own_files: usize,
    other_files: usize,
    own_records: usize,
    other_records: usize,
}

impl Tally {
    /// Both readers on one text.
    fn hold(&mut self, text: &str) {
        if let Some((own, by_library)) = both(text) {
            self.own_files += 1;
            self.other_records += by_library;
            self.own_records += own - by_library;
        } else {
            self.other_files += 1;
        }
    }
}

/// Records in all, and those that went to the library; nothing where the file did as a whole.
fn both(text: &str) -> Option<(usize, usize)> {
    let read = read(FILE, text)?;
    if read.cut == by_library(FILE, text) {
        return Some((read.cut.records.len(), read.by_library));
    }
    let text = shrunk(text);
    let (own, library) = (gainsay::read::yaml::subset::read(FILE, &text), by_library(FILE, &text));
    let own = own.map(|read| format!("{:#?}", read.cut)).unwrap_or_default();
    let library = format!("{library:#?}");
    let apart = own.lines().zip(library.lines()).position(|(one, other)| one != other).unwrap_or(0);
    let around =
        |all: &str| all.lines().skip(apart.saturating_sub(12)).take(24).collect::<Vec<_>>().join("\n");
    panic!(
        "the readers differ on {text:?}:\n{text}\n== ours\n{}\n== the library's\n{}",
        around(&own),
        around(&library)
    );
}

/// The text without the lines and letters that do not matter to the difference.
fn shrunk(text: &str) -> String {
    let differs = |text: &str| read(FILE, text).is_some_and(|read| read.cut != by_library(FILE, text));
    let mut parts: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    for letters in [false, true] {
        if letters {
            parts = parts.concat().chars().map(String::from).collect();
        }
        let mut at = 0;
        while at < parts.len() {
            let mut fewer = parts.clone();
            fewer.remove(at);
            if differs(&fewer.concat()) {
                parts = fewer;
            } else {
                at += 1;
            }
        }
    }
    parts.concat()
}

/// The seeds to try.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let first = number("GAINSAY_SEED").unwrap_or(1);
    first..first + number("GAINSAY_SEEDS").unwrap_or(usual)
}

#[test]
fn files_in_every_way_of_writing() {
    let mut tally = Tally::default();
    for seed in seeds(4_000) {
        tally.hold(&file(seed));
    }
    assert!(tally.own_files > tally.other_files / 2, "{tally:?}");
    assert!(tally.own_records > tally.other_records && tally.other_records > 0, "{tally:?}");
}

#[test]
fn spoilt_files() {
    let mut tally = Tally::default();
    for seed in seeds(4_000) {
        let mut chance = Seeded::new(seed ^ 0x5eed);
        let text = file(seed);
        tally.hold(&spoilt(&text, &mut chance));
    }
    assert!(tally.own_files * 8 > tally.other_files && tally.other_files > 0, "{tally:?}");
}

#[test]
fn ledgers_that_people_wrote() {
    let mut tally = Tally::default();
    let mut texts = Vec::new();
    for folder in ["claims", "tests/cases", "src"] {
        yaml(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
    }
    for path in &texts {
        let text = fs::read_to_string(path).unwrap();
        tally.hold(&text);
        let mut chance = Seeded::new(text.len() as u64);
        for _ in 0..20 {
            both(&spoilt(&text, &mut chance));
        }
    }
    // Files that are there for their faults are few.
    assert!(tally.own_files > 50 && tally.own_files > tally.other_files * 5, "{tally:?}");
    assert!(tally.own_records > tally.other_records * 20, "{tally:?}");
}

#[test]
fn texts_on_which_they_differed_once() {
    for text in [
        "parties:\n  - id: a\r  -",
        "s:\n- :\n  - : u: >\nsettings:\ne: #\n- a",
        "s: #\n - l\n  : ",
        "s:\n  - g\n  - {}>\n  - {n: [],}",
        "s: #\u{1}",
        "s:\n- y:\n  e:\n  s: >+\n\ns:\n- e:\n  t: \nsettings: #",
    ] {
        both(text);
    }
}

#[test]
fn what_people_lay_out_plainly_goes_to_the_library_neither_whole_nor_in_part() {
    for (text, records) in [
        ("parties:\n  - {id: a , name: A }\n  - id: b\n    name: 'B''s'\n    aliases: [x , y ]\n", 2),
        ("parties:\r\n  - id: a\r\n    name: A\r\n  - id: b\r\n", 2),
        (
            "statements:\n  - id: a\n    quote: |\n      \n      We\n\n      go.\n    note: >\n      x\n      y\n",
            1,
        ),
        ("statements:\n- id: a\n  by:\n  - x\n  - y\n- id: b\n", 2),
        ("statements:\n  - id: a\n    asserts:\n      - says: p(q)\n        quote: \"r\"\n      - s(t)\n", 1),
    ] {
        assert_eq!(both(text), Some((records, 0)), "{text}");
    }
}

/// The YAML test suite, if `GAINSAY_YAML_SUITE` names the folder where it lies: each text by itself, and as a field of a
/// record between two others.
#[test]
fn the_yaml_test_suite() {
    let Some(folder) = std::env::var_os("GAINSAY_YAML_SUITE") else { return };
    let mut tally = Tally::default();
    let mut texts = Vec::new();
    yaml(Path::new(&folder), &mut texts);
    for path in &texts {
        let text = fs::read_to_string(path).unwrap();
        tally.hold(&text);
        let within = format!("      {}", text.replace('\n', "\n      "));
        for before in ["", "\n", "\n      - "] {
            tally.hold(&format!(
                "statements:\n  - id: a\n  - id: b\n    quote: {before}{within}\n    by: x\n  - id: c\n"
            ));
        }
        tally.hold(&format!("statements:\n- id: a\n-\n{within}\n- id: c\nparties:\n- id: x\n"));
    }
    assert!(texts.len() > 300, "{} texts in {}", texts.len(), Path::new(&folder).display());
    assert!(tally.own_files > 200 && tally.own_records > 200 && tally.other_records > 100, "{tally:?}");
}

#[test]
fn large_ledgers_are_read_by_our_own_reader_alone() {
    let mut tally = Tally::default();
    for (_, text) in crate::generator::large::files(2_000, 4, 7) {
        tally.hold(&text);
    }
    assert_eq!((tally.other_files, tally.other_records), (0, 0), "{tally:?}");
    assert!(tally.own_records > 4_000, "{tally:?}");
}

fn yaml(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            yaml(&path, found);
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml")
            && fs::read_to_string(&path).is_ok()
        {
            found.push(path);
        }
    }
}

/// A record that nests deeper than our own reader knows, so that it goes to the library.
fn nested(depth: usize) -> String {
    format!("id: a\n  aliases: {}x{}\n", "[".repeat(depth), "]".repeat(depth))
}

#[test]
fn the_last_record_of_a_list_flush_with_its_key_goes_to_the_library_alone() {
    // What follows is no part of a list that begins there: read along with it, the whole file would go.
    let text = format!("parties:\n- id: b\n- {}places:\n- id: c\n", nested(30));
    assert_eq!(both(&text), Some((3, 1)));
}

#[test]
fn a_record_nests_a_hundred_deep_and_no_deeper_where_it_is_read_alone() {
    let alone = |depth: &usize| both(&format!("parties:\n- {}- id: b\n", nested(*depth))).is_some();
    // The list of the records, the record itself and the innermost text are levels as well.
    assert_eq!((21..120).filter(alone).max(), Some(97));
}
