//! Who says a quotation, in invented sentences of every kind, each beside a near miss: as data, and the laws that hold for all
//! of them, whatever marks they are written with, whatever the parties are called, and in whatever order they stand.

use gainsay::audit::audit;
use gainsay::ledger::Ledger;
use gainsay::read;

use crate::common;

const PATTERNS: &str = include_str!("attribution.yaml");

/// One pattern: the store, a text, and who says each of its quotations.
struct Pattern {
    text: String,
    by: Vec<Option<String>>,
}

fn patterns() -> Vec<Pattern> {
    let documents = read::whole(PATTERNS).unwrap();
    let list = documents[0].get("patterns").unwrap().items().unwrap().to_vec();
    list.iter()
        .map(|one| {
            let text = one.get("text").unwrap().as_str().unwrap().to_owned();
            let by = one.get("by").unwrap().as_str().unwrap();
            let by = by.split(' ').map(|by| (by != "nobody").then(|| by.to_owned())).collect();
            Pattern { text, by }
        })
        .collect()
}

fn ledger(change: impl Fn(&str) -> String) -> Ledger {
    let start = PATTERNS.find("patterns:").unwrap();
    let loaded = common::one_file(&change(&PATTERNS[..start]));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.ledger
}

/// The party that says each quotation of a text.
fn said(ledger: &Ledger, text: &str) -> Vec<Option<String>> {
    let audit = audit(ledger, text);
    let party =
        |at: usize| audit.quotes[at].speaker.as_ref()?.party().map(|party| ledger.party(party).id.clone());
    (0..audit.quotes.len()).map(party).collect()
}

/// What goes wrong when every text is changed.
fn wrong(ledger: &Ledger, change: impl Fn(&str) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for pattern in patterns() {
        let text = change(&pattern.text);
        let said = said(ledger, &text);
        if said != pattern.by {
            wrong.push(format!("{text}\n    is said by {said:?}, not {:?}", pattern.by));
        }
    }
    wrong
}

#[test]
fn every_pattern_is_read_as_a_reader_does() {
    let wrong = wrong(&ledger(str::to_owned), str::to_owned);
    assert!(patterns().len() >= 150, "{} patterns", patterns().len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), patterns().len(), wrong.join("\n"));
}

#[test]
fn other_marks_change_nothing() {
    let straight = |text: &str| text.replace(['“', '”'], "\"").replace('’', "'");
    let angled = |text: &str| text.replace('“', "«").replace('”', "»");
    let low = |text: &str| text.replace('“', "„").replace('”', "“");
    let british = |text: &str| text.replace('“', "‘").replace('”', "’");
    let ledger = ledger(str::to_owned);
    for (marks, wrong) in [
        ("straight", wrong(&ledger, straight)),
        ("angled", wrong(&ledger, angled)),
        ("low", wrong(&ledger, low)),
        ("British", wrong(&ledger, british)),
    ] {
        assert!(wrong.is_empty(), "{marks}: {} of them: {}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn other_names_change_nothing() {
    let renamed = |text: &str| {
        [
            ("Norland", "Ostmark"),
            ("Sudria", "Veland"),
            ("Holt", "Quist"),
            ("Brandt", "Teller"),
            ("Mira", "Clara"),
            ("Oskar", "Viktor"),
        ]
        .iter()
        .fold(text.to_owned(), |text, (one, other)| text.replace(one, other))
    };
    let wrong = wrong(&ledger(renamed), renamed);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_stands_before_and_behind_in_other_paragraphs_changes_nothing() {
    let between =
        |text: &str| format!("The road along the river was closed.\n\n{text}\n\nSnow fell in the night.");
    let wrong = wrong(&ledger(str::to_owned), between);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
