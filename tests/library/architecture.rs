//! The walls of the code, kept by a test rather than by memory. `docs/architecture.md` says why they stand.

use crate::common;
use gainsay::rules::Run;

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first: each imports only lower ones.
const LAYERS: &[&str] = &[
    "text",
    "ledger",
    "read",
    "grid",
    "write",
    "reason",
    "rules",
    "layout",
    "check",
    "attribution",
    "audit",
    "extract",
    "views",
    "entry",
    "sheet",
    "import",
    "export",
    "serve",
    "cli",
];
const LONGEST_FILE: usize = 300;

/// What only some folders may name, and which.
const WALLS: [(&str, &[&str]); 9] = [
    ("std::fs", &["read", "write", "cli"]),
    ("std::net", &["serve"]),
    ("std::time", &["cli", "read", "serve"]), // the day on which a file was saved, whether it was since; how long a request takes
    ("SystemTime::now", &["cli"]), // `yesterday`, as somebody types it who enters a record; no report asks the clock
    ("Instant::now", &["serve"]),
    ("std::env", &["cli", "main"]),
    ("std::io", &["read", "grid", "write", "serve", "cli"]), // a part of a package is unpacked as it is read
    ("std::process", &["read", "cli", "main"]),              // `pdftotext`, and `git`
    ("Reasoning::new", &["check", "audit"]),                 // a command reasons once: it asks its case
];

/// One file of the library.
struct Source {
    /// From `src/`, `/` between parts.
    path: String,
    /// The module at the top that it belongs to.
    layer: String,
    text: String,
}

impl Source {
    /// Its lines of code with their numbers: no comment, and nothing of the tests at its end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(at, line)| (at + 1, line))
    }
}

#[test]
fn every_file_says_its_job_in_its_first_line() {
    let silent = sources().into_iter().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path);
    none(silent, "begin these files with a line `//! …` that says what they are for");
}

#[test]
fn files_are_short() {
    let mut files: Vec<(usize, String)> =
        sources().into_iter().map(|file| (file.text.lines().count(), file.path)).collect();
    files.sort();
    let long = files.into_iter().filter(|(lines, _)| *lines > LONGEST_FILE);
    none(
        long.map(|(lines, path)| format!("{path}: {lines} lines")),
        "split these files: none is above 300 lines",
    );
}

#[test]
fn every_module_has_its_layer() {
    let strays = sources().into_iter().filter(|file| !["lib", "main"].contains(&file.layer.as_str()));
    none(
        strays.filter(|file| layer(&file.layer).is_none()).map(|file| file.path),
        "say in LAYERS, in src/lib.rs and in docs/architecture.md where these belong",
    );
}

#[test]
fn a_layer_imports_only_lower_ones() {
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(own) = layer(&file.layer) else { continue };
        for (line, used) in imports(&file) {
            match layer(&used) {
                Some(other) if other > own => {
                    wrong.push(format!("{}:{line}: {} imports the higher {used}", file.path, file.layer));
                }
                Some(_) => {}
                None => wrong.push(format!("{}:{line}: `crate::{used}` is no layer", file.path)),
            }
        }
    }
    none(wrong.into_iter(), "move what is shared down, or hand it over as an argument");
}

#[test]
fn only_read_write_and_cli_touch_the_world() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (line, code) in file.code() {
            for (name, allowed) in WALLS {
                if names(code, name) && !allowed.contains(&file.layer.as_str()) {
                    wrong.push(format!("{}:{line}: {name}", file.path));
                }
            }
            let prints = ["println!", "print!(", "dbg!", "stdout()", "stderr()"].into_iter();
            let mut prints = prints.filter(|print| code.contains(print));
            if let Some(print) = prints.next().filter(|_| file.layer != "cli") {
                wrong.push(format!("{}:{line}: {print}", file.path));
            }
        }
    }
    none(
        wrong.into_iter(),
        "only `read`, `write` and `cli` touch the disk, only `cli` prints, and nothing asks the clock or the network",
    );
}

#[test]
fn no_view_asks_for_a_rule_by_its_name() {
    // Drafts have verdicts of their own, whose rules the audit names.
    let rules = || gainsay::rules::CATALOGUE.iter().filter(|rule| !matches!(rule.run, Run::Draft));
    let beside = ["layout", "check", "views", "serve", "cli"];
    let sources = sources();
    let lines = sources.iter().filter(|file| beside.contains(&&*file.layer)).flat_map(|file| {
        let asks = |line: &str| {
            let named = rules().any(|rule| line.contains(&format!("\"{}\"", rule.id)));
            named && line.contains("rule") || line.contains("::RULE") && !line.contains("drafts::")
        };
        let wrong = file.code().filter(move |(_, line)| asks(line));
        wrong.map(|(at, line)| format!("{}:{at}: {}", file.path, line.trim()))
    });
    none(
        lines,
        "ask what the rule tells (`Tells` in src/rules/finding.rs), so that a new rule is treated as its like are",
    );
}

#[test]
fn no_code_knows_the_real_case() {
    let claims = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    let ledger = gainsay::read::store(&claims, &common::names()).unwrap().ledger;
    let of_case = ledger.parties.ids().chain(ledger.events.ids()).chain(ledger.places.ids());
    let statements = ledger.statements.iter().map(|statement| statement.id.as_str());
    // An id of one word (`agency`, `jordan`) may be an English word as well; with a hyphen it is the case's own.
    let ids: Vec<&str> = of_case.chain(statements).filter(|id| id.contains('-')).collect();
    assert!(!ids.is_empty(), "claims/ names nothing");
    let mut wrong = Vec::new();
    for file in sources() {
        for (at, line) in file.text.lines().enumerate() {
            let words = line.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
            let mut named = words.filter(|word| ids.contains(word));
            wrong.extend(named.next().map(|id| format!("{}:{}: {id}", file.path, at + 1)));
        }
    }
    none(wrong.into_iter(), "a rule, a message or an example in src/ names an id of claims/; invent another");
}

/// Fails with the list, unless there is nothing in it.
fn none(wrong: impl Iterator<Item = String>, remedy: &str) {
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{remedy}:\n  {}\n", wrong.join("\n  "));
}

/// How high a module stands.
fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == name)
}

/// Whether a line names a path such as `std::fs`, also as `std::{fs, io}`.
fn names(code: &str, path: &str) -> bool {
    let (root, module) = path.split_once("::").unwrap_or((path, ""));
    code.contains(path)
        || code.split_once(&format!("{root}::{{")).is_some_and(|(_, list)| roots(list).contains(&module))
}

/// The top modules that a file names as `crate::X` or `crate::{X, Y::Z}`, with the line of each.
fn imports(file: &Source) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (line, code) in file.code() {
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(list) => all.extend(roots(list).into_iter().map(|name| (line, name.to_owned()))),
                None => all.push((line, word(rest).to_owned())),
            }
        }
    }
    all
}

/// The first parts of the paths in `a::b, c::{d, e}, f}`, as far as the line goes.
fn roots(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut all = Vec::new();
    let mut fresh = true;
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            _ if fresh && !letter.is_whitespace() => {
                all.push(word(&list[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    all
}

fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

/// Every `.rs` file below `src/`, in the order of their paths.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "there is no source");
    paths
        .into_iter()
        .map(|path| {
            let below: Vec<String> = path
                .strip_prefix(&root)
                .unwrap()
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            let layer = below[0].trim_end_matches(".rs").to_owned();
            Source {
                path: format!("src/{}", below.join("/")),
                layer,
                text: fs::read_to_string(&path).unwrap(),
            }
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}
