//! The texts that the reader, imports, sheets and the entry of records may say, taken from their code: every literal of more than one word.

use std::fs;
use std::path::{Path, PathBuf};

/// Where messages of the reader are made: its own code, and what it asks whether a text is sound.
const SAYING: &[&str] = &[
    "src/read",
    "src/ledger/model/date",
    "src/ledger/model/decimal.rs",
    "src/ledger/model/proposition.rs",
    "src/ledger/vocabulary/role.rs",
    "src/ledger/vocabulary/said.rs",
];

/// Parts of these that say nothing of records.
const SILENT: &[&str] = &[
    // The tables of keys: what a key means stands in the manual, and behind `add` where one is lacking.
    "src/read/fields/choices.rs",
    "src/read/fields/kind.rs",
    "src/read/fields/mod.rs",
    "src/read/fields/parts.rs",
    // What an editor program shows of a schema.
    "src/read/schema/",
    // Drafts, archives and revisions; what is said of files is in `files.rs`.
    "src/read/files/",
    "src/read/revision.rs",
];

/// Texts that no ledger brings about, each with the reason.
const ELSEWHERE: &[(&str, &str)] = &[
    ("the built-in vocabulary", "the name of a text"),
    (" local time", "what may stand behind a time"),
    ("not so: {}", "how a report denies a predicate that says nothing of it"),
    ("p(x) = {value}", "a proposition to try a value with"),
    (
        "the file is larger than 4 gigabytes",
        "such a file is refused before, by `files`; a text of that size is not at hand",
    ),
    ("split it into several files", "the same"),
    (
        "begin with a line `{}: …`, and write each further key on a line of its own",
        "of a mapping or of drafts, which have cases of their own",
    ),
];

/// Parts of imports that say nothing of a mapping or of rows.
const SILENT_IMPORTS: &[&str] = &[
    // The table of keys: what a key means stands in the manual, and behind `add` where one is lacking.
    "src/import/mapping/keys.rs",
    // A mapping that is proposed, with what a person should look at beside it: nothing is refused.
    "src/import/propose/",
];

/// Texts of imports that no sheet of the cases brings about, each with the reason.
const ELSEWHERE_IMPORTS: &[(&str, &str)] = &[
    (
        "column {} holds {}",
        "of a formula in a workbook; its remedy is to save the workbook in another program",
    ),
    ("{shown}: open the workbook and save it, so that its formulas have results", "the same"),
    ("{list} {id}\n", "a line of the list of what was imported"),
    ("statements {id} {now}\n", "the same"),
    ("`{}` has no argument {}", "the number of arguments is looked at before any row is"),
    ("`{written}`: {message}", "how a position is written is looked at before any row is"),
    (
        "the sheet has {} rows, and {} were accounted for",
        "a mistake of the program, which no sheet is known to make",
    ),
    ("nothing was written; this is a mistake of gainsay: please report it", "the same"),
    (
        "change these records by hand, or take them out of the sheet",
        "of a refusal without a reason, of which none is known",
    ),
    ("the file cannot be changed", "the same"),
];

/// Parts of sheets that say nothing of rows.
const SILENT_SHEETS: &[&str] = &[
    // The headings.
    "src/sheet/columns.rs",
    // What a row holds when it goes out.
    "src/sheet/rows.rs",
    // A workbook that cannot be made: nothing comes in.
    "src/sheet/book/",
];

/// Texts of sheets that no row of the cases brings about, each with the reason.
const ELSEWHERE_SHEETS: &[(&str, &str)] = &[
    ("{name}({}) {value}", "a proposition as it is written"),
    (
        "`{}` is written in a way in which a sheet cannot change it",
        "of positions that are read and that no editor of records understands; none are known",
    ),
];

/// Parts of the entry of records that refuse nothing.
const SILENT_ENTRIES: &[&str] = &[
    // What a change would bring, counted and compared.
    "src/entry/judging.rs",
    "src/entry/outlook.rs",
    // Records as they are offered, and sentences with their blanks.
    "src/entry/pick.rs",
    "src/entry/sentence.rs",
];

/// Texts of the entry of records that are not followed, each with the reason.
const ELSEWHERE_ENTRIES: &[(&str, &str)] = &[
    ("# Copies of what others published: kept here, and out of version control.\n*\n", "what a file holds"),
    ("merge party {other} into {keep}", "what a change is called"),
    ("It cannot be accepted by itself.", "of a finding that stays though it was accepted; none is known"),
    ("Change the records that it names.", "the same"),
    (
        "It cannot be accepted by itself: nothing that it names tells it from others of its kind.",
        "of two findings that nothing tells apart; none is known",
    ),
    ("Change the record that it is about.", "the same"),
    (
        "This finding does not go away where its statements are reconciled.",
        "of a contradiction that stays though it was reconciled; none is known",
    ),
    ("Accept it, if it is to stay as it is.", "the same"),
];

/// Every text of the reader with its place, other than those that no ledger brings about.
pub fn of_the_reader() -> Vec<(String, String)> {
    of(SAYING, SILENT, ELSEWHERE)
}

/// Those of imports.
pub fn of_imports() -> Vec<(String, String)> {
    of(&["src/import"], SILENT_IMPORTS, ELSEWHERE_IMPORTS)
}

/// Those of sheets that come in.
pub fn of_sheets() -> Vec<(String, String)> {
    of(&["src/sheet"], SILENT_SHEETS, ELSEWHERE_SHEETS)
}

/// Those of records that are entered.
pub fn of_entries() -> Vec<(String, String)> {
    of(&["src/entry"], SILENT_ENTRIES, ELSEWHERE_ENTRIES)
}

fn of(said_in: &[&str], silent: &[&str], elsewhere: &[(&str, &str)]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for saying in said_in {
        let path = root.join(saying);
        if path.is_dir() {
            below(&path, &mut files);
        } else {
            files.push(path);
        }
    }
    files.sort();
    let mut found = Vec::new();
    for path in files {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if silent.iter().any(|silent| name.starts_with(silent)) && name != "src/read/files/suspicious.rs" {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, literal) in literals(code) {
            let words = literal.split(' ').filter(|word| word.contains(char::is_alphabetic)).count();
            if words > 1 && !elsewhere.iter().any(|(text, _)| *text == literal) {
                found.push((format!("{name}:{line}"), literal));
            }
        }
    }
    found
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Whether a text was made from a literal: all of its parts around `{…}` stand in it, in their order.
pub fn is_in(literal: &str, text: &str) -> bool {
    let mut rest = text;
    parts(literal).iter().all(|part| match rest.find(part.as_str()) {
        Some(found) => {
            rest = &rest[found + part.len()..];
            true
        }
        None => false,
    })
}

/// What stands around the places `{…}` of a literal; `{{` and `}}` are brackets.
fn parts(literal: &str) -> Vec<String> {
    let (mut parts, mut letters) = (vec![String::new()], literal.chars().peekable());
    while let Some(letter) = letters.next() {
        if matches!(letter, '{' | '}') && letters.next_if_eq(&letter).is_none() {
            letters.by_ref().find(|letter| *letter == '}');
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

/// The literals of Rust code with their lines.
fn literals(code: &str) -> Vec<(usize, String)> {
    let letters: Vec<char> = code.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < letters.len() {
        let next = letters.get(at + 1).copied();
        match letters[at] {
            '\n' => line += 1,
            '/' if next == Some('/') => {
                while letters.get(at + 1).is_some_and(|letter| *letter != '\n') {
                    at += 1;
                }
            }
            // `'"'` is a letter, `'t` a lifetime.
            '\'' if letters.get(at + 2) == Some(&'\'') && next != Some('\\') => at += 2,
            '\'' if next == Some('\\') => at += 2,
            'r' if next == Some('"') => {
                let start = at + 2;
                at = start;
                while letters[at] != '"' {
                    at += 1;
                }
                found.push((line, letters[start..at].iter().collect()));
            }
            '"' => {
                let begun = line;
                let mut text = String::new();
                at += 1;
                while letters[at] != '"' {
                    if letters[at] == '\\' {
                        at += 1;
                        match letters[at] {
                            'n' => text.push('\n'),
                            '\n' => {
                                line += 1;
                                while letters[at + 1].is_whitespace() {
                                    line += usize::from(letters[at + 1] == '\n');
                                    at += 1;
                                }
                            }
                            other => text.push(other),
                        }
                    } else {
                        line += usize::from(letters[at] == '\n');
                        text.push(letters[at]);
                    }
                    at += 1;
                }
                found.push((begun, text));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

#[test]
fn literals_are_found_and_known_again() {
    let code =
        "f(\"one two\"); // \"not this\"\n'\"'; g(\"a \\\n      b {x} c\"); r\"q r\" fn f<'t>(a: &'t str)";
    let found: Vec<String> = literals(code).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["one two", "a b {x} c", "q r"]);
    assert_eq!(parts("a {x} `{{{y}}}` c"), ["a ", " `{", "}` c"]);
    assert!(is_in("a {x} `{{{y}}}` c", "a odd `{z}` c"));
    assert!(!is_in("a {x} b", "b a"));
}
