//! The documents held against the code: tables that are made from it, paths and links that lead
//! somewhere, crates with a reason.
//!
//! A table between `<!-- made from the code: NAME -->` and `<!-- end -->` is made by the function of that name in `TABLES`.
//! `GAINSAY_ACCEPT=1 cargo test --test library documents` writes these tables; read what changed before you commit it.

mod commands;
mod keys;
mod predicates;
mod promises;
mod rules;
mod stubs;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The documents, from the top of the repository.
const DOCUMENTS: [&str; 11] = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/ledger.md",
    "docs/export.md",
    "docs/extract.md",
    "docs/import.md",
    "docs/scale.md",
    "docs/serve.md",
    "docs/sheets.md",
    "docs/architecture.md",
];

/// Makes a table; the text is what stands behind its name in the mark.
type Make = fn(&str) -> String;

/// Every table that is made from the code. A name of `LISTS`, of a family or of a command stands behind the first three.
const TABLES: [(&str, Make); 10] = [
    ("keys", keys::keys),
    ("rules", rules::rules),
    ("drafts", rules::drafts),
    ("lists", keys::lists),
    ("mapping", keys::mapping),
    ("predicates", predicates::predicates),
    ("commands", commands::commands),
    ("options", commands::options),
    ("formats", commands::formats),
    ("rooms", rooms),
];

const OPEN: &str = "<!-- made from the code: ";
const CLOSE: &str = "<!-- end -->";

#[test]
fn tables_say_what_the_code_says() {
    if !cfg!(feature = "serve") {
        return; // the documents are those of the whole program
    }
    let accept = std::env::var_os("GAINSAY_ACCEPT").is_some_and(|value| !value.is_empty() && value != "0");
    let mut made: BTreeSet<String> = BTreeSet::new();
    let mut stale = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        let now = renewed(document, &text, &mut made);
        if accept && now != text {
            // Another test of this program may be reading it: the name is moved over when the text is whole.
            let whole = at(document).with_extension("new");
            fs::write(&whole, &now).unwrap();
            fs::rename(&whole, at(document)).unwrap();
        } else if now != text {
            let differs = now.lines().zip(text.lines()).find(|(new, old)| new != old);
            let (new, old) = differs.unwrap_or(("", "the document has more lines"));
            stale.push(format!("{document}\n    has  {old}\n    now  {new}"));
        }
    }
    assert!(
        stale.is_empty(),
        "the code says otherwise than these tables; renew them with GAINSAY_ACCEPT=1 cargo test --test library documents:\n  {}\n",
        stale.join("\n  ")
    );
    let wanted = keys::names().chain(rules::names()).chain(
        ["lists", "mapping", "predicates", "commands", "options", "formats", "rooms"]
            .into_iter()
            .map(str::to_owned),
    );
    let missing: Vec<String> = wanted.filter(|name| !made.contains(name)).collect();
    assert!(missing.is_empty(), "no document has these tables; add them between marks: {missing:?}");
}

/// A document with its tables made anew; adds their names to `made`.
fn renewed(document: &str, text: &str, made: &mut BTreeSet<String>) -> String {
    let mut new = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        new.push_str(line);
        new.push('\n');
        let Some(name) = line.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix(" -->")) else { continue };
        let (kind, of) = name.split_once(' ').unwrap_or((name, ""));
        let table = TABLES.iter().find(|(own, _)| *own == kind);
        let (_, table_of) = table.unwrap_or_else(|| panic!("{document}: there is no table `{name}`"));
        new.push_str(&format!("\n{}\n{CLOSE}\n", table_of(of)));
        assert!(lines.any(|line| line == CLOSE), "{document}: the table `{name}` has no `{CLOSE}`");
        made.insert(name.to_owned());
    }
    new
}

/// The rooms of `src`, lowest first, with the first sentence that each says of itself.
fn rooms(_: &str) -> String {
    let library = read("src/lib.rs");
    let order = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let rows = order.map(|room| {
        let folder = format!("src/{room}/mod.rs");
        let job = if at(&folder).exists() { read(&folder) } else { read(&format!("src/{room}.rs")) };
        let opening = job.lines().map_while(|line| line.strip_prefix("//! ")).collect::<Vec<_>>().join(" ");
        let job = opening
            .split_once(". ")
            .map_or(opening.as_str(), |(first, _)| first)
            .trim_end_matches('.')
            .to_owned();
        [format!("`{room}/`"), job]
    });
    table(["room", "its job"], rows)
}

/// The files that the documents on the code name are there, under the repository, `src` or `docs`; a name without a folder is
/// the name of some file.
#[test]
fn paths_lead_somewhere() {
    let mut names = BTreeSet::new();
    for folder in ["src", "tests", "examples", "benches", "docs", "fuzz"] {
        collect(&at(folder), &mut names);
    }
    let mut wrong = Vec::new();
    for document in ["CONTRIBUTING.md", "docs/architecture.md"] {
        for (line, path) in spans(&read(document)) {
            let ends = [".rs", ".yaml", ".mjs", "/"].iter().any(|end| path.ends_with(end));
            // Names that stand for others, and a rule that is not there yet.
            let invented = path.contains([' ', '<', '*', '…']) || path.ends_with("/late_denial.rs");
            if !ends || invented {
                continue;
            }
            let found = match path.strip_suffix('/').unwrap_or(path) {
                name if !name.contains('/') => names.contains(name) || at(name).exists(),
                path => ["", "src", "docs"].iter().any(|above| at(above).join(path).exists()),
            };
            if !found {
                wrong.push(format!("{document}:{line}: `{path}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "nothing stands at these paths:\n  {}\n", wrong.join("\n  "));
}

/// The names of all files and folders below a folder.
fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        names.insert(entry.file_name().to_string_lossy().into_owned());
        collect(&entry.path(), names);
    }
}

#[test]
fn links_lead_to_a_heading() {
    let mut wrong = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        for (number, line) in prose(&text) {
            for part in line.split("](").skip(1) {
                let target = part.split(')').next().unwrap_or_default();
                if target.starts_with("http") {
                    continue;
                }
                let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
                let folder = at(document).parent().unwrap().to_owned();
                let file = if file.is_empty() { at(document) } else { folder.join(file) };
                let sound = file.exists()
                    && (anchor.is_empty() || anchors(&fs::read_to_string(&file).unwrap()).contains(anchor));
                if !sound {
                    wrong.push(format!("{document}:{number}: {target}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "these links lead nowhere:\n  {}\n", wrong.join("\n  "));
}

#[test]
fn every_crate_has_its_reason() {
    let manifest = read("Cargo.toml");
    let dependencies = manifest.split("[dependencies]\n").nth(1).unwrap();
    let crates: BTreeSet<&str> = dependencies
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name))
        .collect();
    let text = read("docs/architecture.md");
    let section = text.split("## Dependencies").nth(1).unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let told: BTreeSet<&str> = rows
        .flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`').skip(1).step_by(2))
        .filter(|name| crates.contains(name) || !manifest.contains(&format!("\n{name} = [")))
        .collect();
    assert_eq!(told, crates, "the table of crates in docs/architecture.md and those of Cargo.toml");
}

/// A table in Markdown.
fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = row(&head.map(str::to_owned));
    text.push_str(&format!("|{}\n", "---|".repeat(N)));
    for cells in rows {
        text.push_str(&row(&cells.map(|cell| cell.replace('|', "\\|"))));
    }
    text
}

/// Words in marks of code, as a list: "`a`, `b` or `c`".
fn code(words: &[&str], last: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((one, rest)) if !rest.is_empty() => format!("{} {last} {one}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// The lines outside fenced blocks, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(number, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((number + 1, line))
    })
}

/// What stands in marks of code, with the number of its line.
fn spans(text: &str) -> Vec<(usize, &str)> {
    let lines = prose(text);
    lines.flat_map(|(at, line)| line.split('`').skip(1).step_by(2).map(move |span| (at, span))).collect()
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text).filter(|(_, line)| line.starts_with('#'));
    headings
        .map(|(_, line)| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
            kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
        })
        .collect()
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
