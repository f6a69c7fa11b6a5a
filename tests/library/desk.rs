//! The desk, asked without a socket: an article read, a statement looked at and saved, and what stands in the files then.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::common::incident::{folder, gainsay, said, write};
use gainsay::check::Case;
use gainsay::check::appearing::Known;
use gainsay::check::options::Options;
use gainsay::serve::desk::{self, Answer, Store};
use serde_json::{Value, json};

const ON_FILE: &str = "
sources:
  - {id: wire-1, outlet: wire, published: 2031-05-06}
statements:
  - {id: norland-accuses, by: norland, date: 2031-05-02, source: wire-1, quote: Sudria lit the fire on the quay that night,
     asserts: ['carried-out(sudria, quay-fire)']}
";
const ARTICLE: &str = "\
Sudria “has nothing to do with the quay fire,” its army said on Monday.

Norland said that Sudria was behind the quay fire.
";

/// A store with one accusation on file.
fn store(name: &str) -> PathBuf {
    let folder = folder(name);
    write(&folder, ON_FILE);
    folder
}

/// Asks the desk about the store as it stands in the files.
fn ask(folder: &Path, asked: &Value, answer: impl Fn(&Store<'_>, &Value) -> Answer) -> Answer {
    let claims = folder.join("claims");
    let case = Case::open(&claims, Options::default()).unwrap();
    let report = case.reason().unfiltered();
    let known = Known::of(case.ledger(), &report.findings);
    answer(&Store { folder: &claims, ledger: case.ledger(), known: &known }, asked)
}

fn denial() -> Value {
    json!({ "record": {
        "by": ["sudria"], "date": ["Monday"], "source": ["wire-1"],
        "quote": ["has nothing to do with the quay fire"],
        "denies": [{ "predicate": "involved-in", "arguments": ["self", "quay-fire"] }],
    }})
}

/// The ledger files of the store, each with its name.
fn files(folder: &Path) -> String {
    let all = fs::read_dir(folder.join("claims")).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|it| it == "yaml")).collect();
    all.sort();
    let text = |path: &PathBuf| {
        format!("{}\n{}", path.file_name().unwrap().to_string_lossy(), fs::read_to_string(path).unwrap())
    };
    all.iter().map(text).collect()
}

#[test]
fn what_is_said_is_read_back_and_its_contradiction_named_before_anything_is_written() {
    let folder = store("desk-preview");
    let before = files(&folder);
    let Answer { status, body, .. } = ask(&folder, &denial(), desk::preview);
    assert_eq!(status, 200, "{body}");
    assert_eq!(body["words"][0]["words"], "Sudria denies that Sudria was involved in the quay fire");
    assert_eq!(body["date"]["words"], "Monday, 5 May 2031");
    let clash = &body["contradicts"][0];
    assert_eq!(clash["question"], "Whether Sudria carried out the quay fire", "{body}");
    assert_eq!(clash["sides"].as_array().unwrap().len(), 2, "{clash}");
    assert!(
        clash["sides"][0]["words"][0]
            .as_str()
            .unwrap()
            .contains("Sudria lit the fire on the quay that night"),
        "{clash}"
    );
    assert_eq!(body["wrong"], json!([]));
    assert_eq!(files(&folder), before);
}

#[test]
fn what_is_missing_is_named() {
    let folder = store("desk-missing");
    let Answer { status, body, .. } = ask(&folder, &json!({ "record": { "quote": ["x"] } }), desk::preview);
    assert_eq!((status, &body["missing"]), (200, &json!(["by", "date"])), "{body}");
    assert_eq!(ask(&folder, &json!({ "record": { "quote": ["x"] } }), desk::save).status, 422);
    assert_eq!(ask(&folder, &json!({ "record": { "lies": ["x"] } }), desk::save).status, 400);
}

#[test]
fn a_saved_statement_is_what_add_writes() {
    let (desk, add) = (store("desk-save"), store("desk-add"));
    let Answer { status, body, .. } = ask(&desk, &denial(), desk::save);
    assert_eq!((status, &body["id"]), (200, &json!("sudria-2031-05-05")), "{body}");
    let arguments = [
        "add",
        "statement",
        "--by",
        "Sudria",
        "--date",
        "monday",
        "--source",
        "wire-1",
        "--quote",
        "has nothing to do with the quay fire",
        "--denies",
        "involved-in(self, quay-fire)",
    ];
    let (_, complaints, status) = said(&gainsay(&add, &arguments));
    assert_eq!(status, 0, "{complaints}");
    assert_eq!(files(&desk), files(&add));
}

#[test]
fn each_position_has_its_part_of_the_words() {
    let folder = store("desk-long");
    let mut asked = denial();
    asked["record"]["denies"] = json!([
        { "predicate": "involved-in", "arguments": ["self", "quay-fire"], "quote": "nothing to do with" },
    ]);
    asked["record"]["asserts"] = json!([
        { "predicate": "killed", "arguments": ["quay-fire", ""], "value": ">= 3" },
        { "predicate": "cause", "arguments": ["quay-fire"], "value": "a spark; or two", "free": true },
    ]);
    let Answer { status, body, .. } = ask(&folder, &asked, desk::save);
    assert_eq!(status, 200, "{body}");
    let text = files(&folder);
    for line in ["says: involved-in(self, quay-fire)", "quote: nothing to do with", "killed(quay-fire) >= 3"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.contains("cause(quay-fire) = \"a spark; or two\""), "{text}");
}

#[test]
fn what_was_not_seen_is_not_written() {
    let folder = store("desk-changed");
    let seen = ask(&folder, &denial(), desk::preview).body["seen"].clone();
    let more = "\n  - {id: wire-says, by: wire, date: 2031-05-03, source: wire-1, asserts: ['ordered(sudria, quay-fire)']}\n";
    write(&folder, &format!("{ON_FILE}{more}"));
    let by_hand = files(&folder);
    let mut asked = denial();
    asked["seen"] = seen;
    let Answer { status, body, .. } = ask(&folder, &asked, desk::save);
    assert_eq!((status, files(&folder)), (409, by_hand.clone()), "{body}");
    assert!(body["contradicts"].as_array().unwrap().len() > 1, "{body}");
    asked["seen"] = body["seen"].clone();
    let Answer { status, body, .. } = ask(&folder, &asked, desk::save);
    assert_eq!(status, 200, "{body}");
    assert!(files(&folder).contains("wire-says") && files(&folder).contains("sudria-2031-05-05"));
}

#[test]
fn sixty_saves_at_once_all_land() {
    let folder = store("desk-sixty");
    let claims = folder.join("claims");
    let case = Case::open(&claims, Options::default()).unwrap();
    let known = Known::of(case.ledger(), &case.reason().unfiltered().findings);
    let store = Store { folder: &claims, ledger: case.ledger(), known: &known };
    let ids: Vec<Value> = thread::scope(|scope| {
        let store = &store;
        let saves: Vec<_> = (0..60)
            .map(|number| {
                scope.spawn(move || {
                    let mut asked = denial();
                    asked["record"]["quote"] = json!([format!("has nothing to do with it, number {number}")]);
                    let Answer { status, body, .. } = desk::save(store, &asked);
                    assert_eq!(status, 200, "{body}");
                    body["id"].clone()
                })
            })
            .collect();
        saves.into_iter().map(|save| save.join().unwrap()).collect()
    });
    let case = Case::open(&claims, Options::default()).unwrap();
    assert_eq!(case.ledger().statements.len(), 61);
    assert!(ids.iter().all(|id| case.ledger().statements.find(id.as_str().unwrap()).is_some()));
}

#[test]
fn an_article_is_recorded_after_a_yes_and_read() {
    let folder = store("desk-article");
    let before = files(&folder);
    let mut asked = json!({
        "text": ARTICLE, "outlet": "Harbour Herald", "published": "6 May 2031", "about": "quay-fire", "today": "2031-05-07",
    });
    let Answer { status, body, .. } = ask(&folder, &asked, desk::article);
    assert_eq!((status, &body["first"]["id"]), (200, &json!("harbour-herald-2031-05-06")), "{body}");
    assert_eq!(files(&folder), before, "nothing is written before a yes");
    asked["yes"] = json!(true);
    let Answer { status, body, .. } = ask(&folder, &asked, desk::article);
    assert_eq!((status, &body["source"]), (200, &json!("harbour-herald-2031-05-06")), "{body}");
    assert_eq!(
        fs::read_to_string(folder.join("claims/archive/harbour-herald-2031-05-06.txt")).unwrap(),
        ARTICLE
    );
    let text: Vec<char> = body["text"].as_str().unwrap().chars().collect();
    let one = &body["statements"][0];
    let place = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
    let words: String = text[place("start")..place("end")].iter().collect();
    assert!(words.contains("nothing to do with the quay fire"), "{words}");
    assert_eq!(one["record"]["source"], json!(["harbour-herald-2031-05-06"]), "{one}");
    assert_eq!(one["day"], "Monday, 5 May 2031", "{one}");
    // The second time it is on file, and read from the copy that is kept.
    let kept =
        ask(&folder, &json!({ "source": "harbour-herald-2031-05-06", "about": "quay-fire" }), desk::article);
    assert_eq!((kept.status, &kept.body["statements"]), (200, &body["statements"]));
}

#[test]
fn an_article_that_cannot_be_read_says_why() {
    let folder = store("desk-unread");
    for (asked, status) in [
        (json!({}), 400),
        (json!({ "text": "  \n" }), 422),
        (json!({ "text": "x", "outlet": "wire", "published": "the day after" }), 422),
        (json!({ "text": "x", "source": "nowhere" }), 422),
        (json!({ "source": "wire-1" }), 422),
        (json!({ "text": "x", "about": "no-event" }), 422),
        (json!({ "file": { "name": "a.txt", "base64": "???" } }), 400),
        (json!({ "file": { "name": "a.rtf", "base64": "e1xydGYx" } }), 422),
    ] {
        let answer = ask(&folder, &asked, desk::article);
        assert_eq!(answer.status, status, "{asked}: {}", answer.body);
        assert!(!answer.body["message"].as_str().unwrap_or_default().is_empty(), "{asked}: {}", answer.body);
    }
}

#[test]
fn whoever_is_not_on_file_is_made() {
    let folder = store("desk-make");
    let asked = json!({ "list": "parties", "record": { "name": "Quay Brigade", "kind": "armed-group", "part-of": ["sudria"] } });
    let Answer { status, body, .. } = ask(&folder, &asked, desk::make);
    assert_eq!((status, &body["id"]), (200, &json!("quay-brigade")), "{body}");
    assert!(files(&folder).contains("name: Quay Brigade"));
    let asked = json!({ "list": "parties", "record": { "name": "X", "kind": "crowd" } });
    let Answer { status, body, .. } = ask(&folder, &asked, desk::make);
    assert_eq!((status, body["wrong"].as_array().map(Vec::is_empty)), (422, Some(false)), "{body}");
    assert_eq!(ask(&folder, &json!({ "list": "rules", "record": {} }), desk::make).status, 400);
}

#[test]
fn every_sentence_can_be_put_together() {
    let folder = store("desk-vocabulary");
    let vocabulary = ask(&folder, &Value::Null, |store, _| Answer::ok(desk::vocabulary(store))).body;
    let predicates = vocabulary["predicates"].as_array().unwrap();
    assert!(predicates.len() > 50, "{}", predicates.len());
    for predicate in predicates {
        let blanks = |key: &str| {
            predicate["parts"].as_array().unwrap().iter().filter(|part| !part[key].is_null()).count()
        };
        assert_eq!(blanks("argument"), predicate["arguments"].as_array().unwrap().len(), "{predicate}");
        assert_eq!(blanks("value"), usize::from(!predicate["value"].is_null()), "{predicate}");
        for argument in predicate["arguments"].as_array().unwrap() {
            assert!(vocabulary["records"][argument["list"].as_str().unwrap()].is_array(), "{predicate}");
        }
    }
    assert_eq!(vocabulary["records"]["parties"][0]["id"], "norland");
}

#[test]
fn a_draft_is_held_against_what_is_on_file_and_not_kept() {
    let folder = store("desk-audit");
    let before = files(&folder);
    let draft = "Norland said: “Sudria lit the fire on the pier that night.”\n\n“We know nothing of it,” said Estia. Sudria said the quay is open.\n";
    let Answer { status, body, .. } = ask(&folder, &json!({ "text": draft }), desk::audit);
    assert_eq!((status, body["text"].as_str()), (200, Some(draft)), "{body}");
    let altered = body["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["on_file"].to_string().contains("Sudria lit the fire on the quay that night"));
    assert_eq!(altered.unwrap()["class"], "warning", "{body}");
    let letters: Vec<char> = draft.chars().collect();
    let marked: Vec<String> = body["marks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| {
            let place = |key: &str| usize::try_from(mark[key].as_u64().unwrap()).unwrap();
            letters[place("start")..place("end")].iter().collect()
        })
        .collect();
    assert!(marked.iter().any(|words| words == "Sudria lit the fire on the pier that night."), "{marked:?}");
    assert!(marked.iter().any(|words| words.contains("We know nothing of it")), "{marked:?}");
    assert_eq!(files(&folder), before);
    assert_eq!(ask(&folder, &json!({ "text": "" }), desk::audit).status, 422);
}
