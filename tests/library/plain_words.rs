//! What is printed is plain English: forms that readers misread are in no output of any store here.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::Case;
use gainsay::check::formats;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::ledger::words::{self, Number};
use gainsay::text::FileId;
use gainsay::views::document::{self, document};
use gainsay::views::table;
use rayon::prelude::*;

/// Forms that nobody should read, each with the reason.
const NEVER: [(&str, &str); 17] = [
    (" of children", "so many children, not so many of children"),
    (" of medical staff", "the same"),
    (" 0 of ", "none, or nobody"),
    ("done it", "not every predicate is a deed"),
    ("by definition", "a word of the manual and of `show`"),
    ("says so (accusation", "accuses"),
    ("(exoneration", "clears"),
    ("laim of responsibility", "the act has a verb of its own"),
    ("part from any one event", "Other"),
    ("no stronger", "said in plainer words"),
    (" lays on ", "accuses of"),
    (" laid on ", "accused of"),
    ("independent origin", "sources, none citing another"),
    ("that can speak", "that can be asked"),
    ("which cannot be asked", "who cannot be asked"),
    ("disinterested", "with no stake on file"),
    ("Proposition", "What is said"),
];

/// What follows a name in the singular.
const ONE: [&str; 14] = [
    "says", "denies", "has", "is", "was", "does", "claims", "admits", "accuses", "clears", "names", "speaks",
    "suggests", "declines",
];

/// What stands before a subject.
const BEFORE: [&str; 9] = [". ", "; ", ": ", "that ", "whether ", "Whether ", "| ", "- ", "\u{2013} "];

/// Every store of the cases, and the ones of `claims`.
fn stores() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = |folder: &Path| {
        let mut found: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        found.sort();
        found
    };
    let cases = folders(&root.join("tests/cases"));
    let cases = cases.iter().flat_map(|rule| folders(rule)).map(|case| case.join("claims"));
    std::iter::once(root.join("claims")).chain(cases.filter(|claims| claims.is_dir())).collect()
}

/// All that is printed of a store for people, in one line each.
fn printed(case: &Case) -> Vec<(&'static str, String)> {
    let style = Style { width: 100, all: true, ..Style::default() };
    let reasoned = case.reason();
    let (reasoning, report) = (&reasoned.reasoning, reasoned.report());
    let document = document(case, true);
    let table = table::table(reasoning, &report, &table::Options::default());
    let mut outputs = vec![
        ("check", formats::text(&report, style)),
        ("report", document::formats::text(&document, style)),
        ("report --format markdown", document::formats::markdown(&document)),
    ];
    let for_people = |format: &&&table::formats::Format| format.file.is_none() && format.name != "json";
    for format in table::formats::FORMATS.iter().filter(for_people) {
        let printed = (format.print)(&report, &table, 100).unwrap();
        outputs.push((format.name, String::from_utf8(printed).unwrap()));
    }
    let in_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    outputs.into_iter().map(|(command, text)| (command, in_line(text))).collect()
}

/// Subjects of several that have the verb of one.
fn disagreeing(ledger: &Ledger, text: &str) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for at in 0..ledger.parties.len() {
        if words::party_number(ledger, at.into()) == Number::Many {
            names.push(&ledger.parties.at(at).name);
        }
    }
    names.extend(ledger.events.iter().map(|event| event.name.as_str()).filter(|name| words::plural(name)));
    let has_verb_of_one = |behind: &str| {
        let word = behind.strip_prefix(' ').and_then(|rest| rest.split(' ').next());
        word.is_some_and(|word| ONE.contains(&word))
    };
    let mut found: Vec<String> = Vec::new();
    for subject in names.iter().flat_map(|name| [(*name).to_owned(), words::capital(name)]) {
        for (at, _) in text.match_indices(subject.as_str()) {
            let begins = BEFORE.iter().any(|before| text[..at].ends_with(before));
            if begins && has_verb_of_one(&text[at + subject.len()..]) {
                found.push(text[at..].chars().take(subject.chars().count() + 20).collect());
            }
        }
    }
    // "Norland and Sudria says"
    for one in ledger.parties.iter().map(|party| format!(" and {}", party.name)) {
        for (at, _) in text.match_indices(one.as_str()) {
            let second = ledger.parties.iter().any(|party| text[..at].ends_with(&party.name));
            if second && has_verb_of_one(&text[at + one.len()..]) {
                found.push(text[at..].chars().take(one.chars().count() + 20).collect());
            }
        }
    }
    found
}

/// Forms that nobody should read, in what a store prints.
fn misread(case: &Case) -> Vec<String> {
    let mut found = Vec::new();
    // Quotes and names are other people's words.
    let texts = &case.ledger().texts;
    let own = (0..texts.len())
        .map(|at| texts.file(FileId(u32::try_from(at).unwrap())).text.as_str())
        .collect::<String>();
    for (command, text) in printed(case) {
        let mut wrong: Vec<String> = NEVER
            .iter()
            .filter(|(form, _)| text.contains(form) && !own.contains(form))
            .map(|(form, why)| format!("`{form}`: {why}"))
            .collect();
        wrong.extend(disagreeing(case.ledger(), &text));
        if text.contains("verified")
            && text
                .replace("unverified", "")
                .replace("Not verified", "")
                .replace("not verified", "")
                .replace("Unverified", "")
                .contains("verified")
        {
            wrong.push("`verified`: nothing is".to_owned());
        }
        found.extend(wrong.into_iter().map(|wrong| format!("{command}: {wrong}")));
    }
    found
}

#[test]
fn no_output_has_a_form_that_readers_misread() {
    let of_store = |store: &PathBuf| {
        let Ok(case) = Case::open(store, Options::default()) else { return Vec::new() };
        misread(&case).into_iter().map(|wrong| format!("{}: {wrong}", store.display())).collect()
    };
    let found: Vec<String> = stores().par_iter().flat_map(of_store).collect();
    assert!(found.is_empty(), "{} forms:\n{}", found.len(), found.join("\n"));
}
