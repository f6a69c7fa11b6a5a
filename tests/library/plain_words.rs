//! What is printed is plain English: forms that readers misread are in no output of any store here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gainsay::check::formats;
use gainsay::check::options::Options;
use gainsay::check::{Case, Report};
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::ledger::words::{self, Number};
use gainsay::text::FileId;
use gainsay::views::document::{self, document};
use gainsay::views::edition::{self, edition};
use gainsay::views::show::{self, Subject};
use gainsay::views::{graph, page, replies, table, timeline};
use rayon::prelude::*;

/// Forms that nobody should read, each with the reason.
const NEVER: [(&str, &str); 18] = [
    (" of children", "so many children, not so many of children"),
    (" of medical staff", "the same"),
    (" 0 of ", "none, or nobody"),
    ("done it", "not every predicate is a deed"),
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
    ("Nothing would change", "no finding would come or go"),
    ("Up to the ", "Back to the"),
    ("lay on it", "accuse it of"),
];

/// Words of the manual, which `show` and the way to what follows may use.
const OF_THE_MANUAL: [(&str, &str); 2] =
    [("by definition", "a word of the manual and of `show`"), ("Proposition", "What is said")];

/// What follows a name in the singular, and in the plural.
const VERBS: [(&str, &str); 17] = [
    ("says", "say"),
    ("denies", "deny"),
    ("has", "have"),
    ("is", "are"),
    ("was", "were"),
    ("does", "do"),
    ("claims", "claim"),
    ("admits", "admit"),
    ("accuses", "accuse"),
    ("clears", "clear"),
    ("names", "name"),
    ("speaks", "speak"),
    ("suggests", "suggest"),
    ("declines", "decline"),
    ("seeks", "seek"),
    ("condemns", "condemn"),
    ("intends", "intend"),
];

/// What stands before a subject.
const BEFORE: [&str; 9] = [". ", "; ", ": ", "that ", "whether ", "Whether ", "| ", "- ", "\u{2013} "];

/// Every store of the cases, and the ones of `claims`.
pub(crate) fn stores() -> Vec<PathBuf> {
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

/// All that is printed of a store for people, in one line each; and whether words of the manual may stand there.
fn printed(store: &Path, case: &Case) -> Vec<(&'static str, bool, String)> {
    let style = Style { width: 100, all: true, ..Style::default() };
    let reasoned = case.reason();
    let (reasoning, report) = (&reasoned.reasoning, reasoned.report());
    let document = document(case, true);
    let table = table::table(reasoning, &report, &table::Options::default());
    let mut outputs = vec![
        ("check", formats::text(&report, style)),
        ("report", document::formats::text(&document, style)),
        ("report --format markdown", document::formats::markdown(&document)),
        ("report --for readers", edition::formats::text(&edition(case, true, None, None), style)),
    ];
    let for_people = |format: &&&table::formats::Format| format.file.is_none() && format.name != "json";
    for format in table::formats::FORMATS.iter().filter(for_people) {
        let printed = (format.print)(&report, &table, 100).unwrap();
        outputs.push((format.name, String::from_utf8(printed).unwrap()));
    }
    let ledger = case.ledger();
    let timeline = timeline::timeline(reasoning, case.options());
    let replies = replies::replies(reasoning, case.options());
    let graph = graph::graph(reasoning, &table, None);
    outputs.extend([
        ("timeline", timeline::formats::text(ledger, &timeline, None, style)),
        ("timeline --format markdown", timeline::formats::markdown(ledger, &timeline, None)),
        ("timeline --format svg", timeline::formats::svg(ledger, &timeline, "")),
        ("timeline --tolls --format svg", timeline::formats::tolls(ledger, &timeline)),
        ("replies", replies::formats::text(ledger, &replies, None, style)),
        ("replies --format markdown", replies::formats::markdown(ledger, &replies, None)),
        ("graph", graph::formats::svg(ledger, &graph, "")),
        ("graph --format dot", graph::formats::dot(ledger, &graph, "")),
        ("graph --format mermaid", graph::formats::mermaid(ledger, &graph, "")),
    ]);
    if let Some(what_if) = what_if(store, &report) {
        outputs.push(("what-if", what_if));
    }
    let pages = show::pages(reasoning, &report, &subjects(ledger));
    let manual = [
        ("check --explain", formats::text(&report, Style { explain: true, ..style })),
        ("show", page::text(&pages, &ledger.texts, Style { explain: true, ..style })),
        ("show --format markdown", page::markdown(&pages, &ledger.texts)),
    ];
    let outputs = outputs.into_iter().map(|(command, text)| (command, false, in_line(&text)));
    outputs.chain(manual.into_iter().map(|(command, text)| (command, true, in_line(&text)))).collect()
}

/// A text in one line; a row that begins with a column of names begins with a bar.
fn in_line(text: &str) -> String {
    let row = |line: &str| {
        let named = line.strip_prefix("  ").is_some_and(|row| !row.starts_with(' ') && row.contains("   "));
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if named { format!("| {words}") } else { words }
    };
    text.lines().map(row).collect::<Vec<_>>().join(" ")
}

/// Everything that `show` has a page of.
fn subjects(ledger: &Ledger) -> Vec<Subject> {
    let ids = ledger.parties.iter().map(|one| &one.id).chain(ledger.events.iter().map(|one| &one.id));
    let ids =
        ids.chain(ledger.places.iter().map(|one| &one.id)).chain(ledger.topics.iter().map(|one| &one.id));
    let ids = ids.chain(ledger.sources.iter().map(|one| &one.id));
    let ids = ids.chain(ledger.said().map(|(_, statement)| &statement.id)).cloned();
    let said = ledger.said().flat_map(|(_, statement)| &statement.positions);
    let said = said.map(|written| words::canonical(ledger, &ledger.proposition(written.proposition)));
    ids.chain(said).filter_map(|id| show::find(ledger, &id).ok()).flatten().collect()
}

/// What `what-if` prints of the first link that is not verified; none where there is none.
fn what_if(store: &Path, report: &Report<'_>) -> Option<String> {
    let link = report.findings.iter().find(|finding| finding.rule.id == "unverified-link")?;
    let asked = words::canonical(report.ledger, &link.about?);
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output = command.args(["what-if", &asked, "--store"]).arg(store).output().unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Whether a verb that agrees not with a number follows.
fn disagrees(number: Number, behind: &str) -> bool {
    let word = behind.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.', ':', ';']).next());
    word.is_some_and(|word| VERBS.iter().any(|(one, many)| word == number.pick(*many, *one)))
}

/// Subjects of several that have the verb of one, and subjects of one that have that of several.
fn disagreeing(ledger: &Ledger, text: &str) -> Vec<String> {
    let mut names: Vec<(&str, Number)> = Vec::new();
    for at in 0..ledger.parties.len() {
        names.push((&ledger.parties.at(at).name, words::party_number(ledger, at.into())));
    }
    for event in &ledger.events {
        names.push((&event.name, if words::plural(&event.name) { Number::Many } else { Number::One }));
    }
    let has_verb_of_one = |behind: &str| disagrees(Number::Many, behind);
    let mut found: Vec<String> = Vec::new();
    for (subject, number) in names
        .iter()
        .flat_map(|(name, number)| [((*name).to_owned(), *number), (words::capital(name), *number)])
    {
        for (at, _) in text.match_indices(subject.as_str()) {
            let begins = BEFORE.iter().any(|before| text[..at].ends_with(before));
            if begins && disagrees(number, &text[at + subject.len()..]) {
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

/// Quotations that are closed where they were cut: the beginning of a quote on file, or of a stretch of it, and no mark for
/// what is left out.
fn closed_where_cut(ledger: &Ledger, text: &str) -> Vec<String> {
    let in_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let quotes = ledger.said().flat_map(|(_, statement)| &statement.quote);
    let whole: Vec<String> = quotes.map(|quote| in_line(quote.text(&ledger.texts))).collect();
    let stretches: Vec<&str> =
        whole.iter().flat_map(|quote| quote.split(['…', '[', ']'])).map(str::trim).collect();
    let shown = text.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    let cut = |shown: &&str| {
        let starts = stretches.iter().any(|stretch| stretch.starts_with(*shown) && stretch != shown);
        starts && !stretches.contains(shown) && shown.chars().count() > 20
    };
    shown.filter(cut).map(str::to_owned).collect()
}

/// Forms that nobody should read, in what a store prints.
fn misread(store: &Path, case: &Case) -> Vec<String> {
    let mut found = Vec::new();
    // Quotes and names are other people's words.
    let texts = &case.ledger().texts;
    let own = (0..texts.len())
        .map(|at| texts.file(FileId(u32::try_from(at).unwrap())).text.as_str())
        .collect::<String>();
    for (command, manual, text) in printed(store, case) {
        let kept = OF_THE_MANUAL.iter().filter(|_| !manual);
        let mut wrong: Vec<String> = NEVER
            .iter()
            .chain(kept)
            .filter(|(form, _)| text.contains(form) && !own.contains(form))
            .map(|(form, why)| format!("`{form}`: {why}"))
            .collect();
        wrong.extend(disagreeing(case.ledger(), &text));
        let cut = closed_where_cut(case.ledger(), &text);
        wrong.extend(cut.into_iter().map(|cut| format!("“{cut}”: closed where it was cut")));
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
        misread(store, &case).into_iter().map(|wrong| format!("{}: {wrong}", store.display())).collect()
    };
    let found: Vec<String> = stores().par_iter().flat_map(of_store).collect();
    assert!(found.is_empty(), "{} forms:\n{}", found.len(), found.join("\n"));
}
