//! Every message of the reader with its remedy: what is done to a file by following it, and what it must mean then. The
//! cases are data, `*.txt` beside this file; a message in the code that no case shows fails the test.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay::ledger::Ledger;
use gainsay::read::{Loaded, Text, texts};

use super::{held, literals, made};
use crate::common;

/// Records that the cases refer to, in a file of its own.
pub const BASE: &str = include_str!("base.yaml");

/// One way to follow a remedy: what takes the place of what, and what the records must hold then.
#[derive(Default)]
pub struct Way {
    pub done: Vec<(String, String)>,
    pub means: Vec<String>,
}

/// A file that is wrong, what must be said of it, and the ways to follow the remedy.
pub struct Case {
    pub title: String,
    pub wrong: String,
    pub says: Vec<String>,
    pub ways: Vec<Way>,
}

impl Case {
    /// The text after a remedy was followed; what it tells to exchange and is not there is told as wrong.
    pub fn after(&self, way: &Way, wrong: &mut Vec<String>) -> String {
        way.done.iter().fold(self.wrong.clone(), |text, (old, new)| {
            if !text.contains(old.as_str()) {
                wrong.push(format!("holds no {old:?}"));
            }
            text.replacen(old, new, 1)
        })
    }
}

/// Marks that stand for letters which nobody sees: `␉` a tab, `⏎` a line break, `⟪00A0⟫` the letter of that number.
fn unmarked(text: &str) -> String {
    let text = text.replace('␉', "\t").replace('⏎', "\n");
    let mut parts = text.split('⟪');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('⟫').unwrap();
        whole.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        whole.push_str(rest);
    }
    whole
}

/// The cases of a file: `## title`, the text that is wrong, then lines `says|`, `do|old => new`, `means|`; `or|` begins
/// another way to follow the same remedy.
pub fn cases(content: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for line in content.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            let (title, wrong) = (title.to_owned(), String::new());
            found.push(Case { title, wrong, says: Vec::new(), ways: vec![Way::default()] });
            continue;
        }
        let Some(case) = found.last_mut() else { continue };
        let marked = line.split_once('|').filter(|(word, _)| ["says", "do", "means", "or"].contains(word));
        let Some((word, rest)) = marked else {
            if !line.is_empty() {
                case.wrong.push_str(&unmarked(line));
                case.wrong.push('\n');
            }
            continue;
        };
        if word == "or" {
            case.ways.push(Way::default());
        }
        let way = case.ways.last_mut().unwrap();
        match word {
            "says" => case.says.push(unmarked(rest)),
            "do" => {
                let (old, new) = rest.split_once(" =>").unwrap_or_else(|| panic!("{}: {rest}", case.title));
                way.done.push((unmarked(old), unmarked(new.strip_prefix(' ').unwrap_or(new))));
            }
            "means" => way.means.push(unmarked(rest)),
            _ => {}
        }
    }
    found
}

fn loaded(content: &str) -> Loaded {
    let text = |path: &str, content: &str| Text { path: path.to_owned(), content: Ok(content.to_owned()) };
    texts(vec![text("claims/base.yaml", BASE), text("claims/case.yaml", content)], &common::names())
}

/// What a loaded store says of its problems.
fn told(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(|problem| format!("{}\n{}", problem.message, problem.help)).collect()
}

/// Follows each way of a case; what came out otherwise.
fn follow(base: &Ledger, case: &Case, met: &mut BTreeSet<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    let before = told(&loaded(&case.wrong));
    for says in &case.says {
        if !before.iter().any(|told| told.contains(says)) {
            wrong.push(format!("is not told {says:?}, but {before:#?}"));
        }
    }
    if case.says.is_empty() || before.is_empty() {
        wrong.push(format!("nothing is said: {before:#?}"));
    }
    met.extend(before);
    for way in &case.ways {
        let text = case.after(way, &mut wrong);
        let after = loaded(&text);
        let (told, held) = (told(&after), held::beside(base, &after.ledger));
        if way.done.is_empty() || way.means.is_empty() || !told.is_empty() {
            wrong.push(format!("after {:?}: {told:#?}", way.done));
        }
        for means in &way.means {
            if !held.contains(means.as_str()) {
                wrong.push(format!("does not mean {means:?}:\n{held}"));
            }
        }
    }
    wrong
}

fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/remedies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files.iter().flat_map(|path| cases(&fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn each_remedy_leads_to_records_that_are_accepted_and_every_message_is_tried() {
    let base = loaded("").ledger;
    let mut met = BTreeSet::new();
    let mut report = String::new();
    for case in all().into_iter().chain(made::cases()) {
        for wrong in follow(&base, &case, &mut met) {
            let _ = writeln!(report, "## {}: {wrong}", case.title);
        }
    }
    for (place, literal) in literals::of_the_reader() {
        if !met.iter().any(|told| literals::is_in(&literal, told)) {
            let _ = writeln!(report, "{place}: no case of tests/library/remedies shows {literal:?}");
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
