//! The schema for editors, in the language server that VS Code and Helix run: it refuses the keys that the reader of
//! ledgers refuses, underlines nothing that is right, and completes what a person types.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::format_collect, clippy::needless_pass_by_value, reason = "a test may")]

use crate::common;
use crate::common::node;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gainsay::ledger::model::date::Date;
use gainsay::read::fields::{Field, Kind, LISTS};
use gainsay::read::records::{self, Problem};
use gainsay::read::{Text, texts};
use gainsay::text::FileId;
use serde_json::{Value, json};

/// A key that a file may not have: file, line, key.
type Refused = (PathBuf, usize, String);

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn it_refuses_the_keys_that_the_reader_refuses_and_nothing_that_is_right() {
    let folder = fresh("agreement");
    fs::write(folder.join("every-key.yaml"), every_key()).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    gainsay(&["init", folder.join("first").to_str().unwrap()]);
    for place in [&folder, &root.join("claims"), &root.join("tests/cases")] {
        ledgers(place, &mut files);
    }
    let answers = ask(&folder, files.iter().map(|file| json!({ "path": file })).collect());

    let (mut by_reader, mut by_schema) = (BTreeSet::new(), BTreeSet::new());
    let (mut alarms, mut compared) = (Vec::new(), 0);
    for (file, answer) in files.iter().zip(&answers) {
        let Some((text, problems)) = read(file) else { continue };
        compared += 1;
        let line = |at: u32| text[..at as usize].matches('\n').count() + 1;
        for problem in problems.iter().filter(|problem| problem.rule == "unknown-key") {
            let key = problem.message.split('`').nth(1).unwrap();
            by_reader.insert((file.clone(), line(problem.span.start), key.to_owned()));
        }
        let cut = records::cut(FileId(0), &text);
        let records: Vec<_> = cut.records.iter().map(|record| record.node.span).collect();
        for (at, said) in problems_of(answer) {
            if let Some(key) =
                said.strip_prefix("Property ").and_then(|rest| rest.strip_suffix(" is not allowed."))
            {
                // Under `levels` the keys are rules, and one that is none is an unknown reference to the reader.
                let named = |message: &str| message.contains(&format!("`{key}`"));
                let rule = problems.iter().any(|problem| {
                    problem.rule == "unknown-reference"
                        && line(problem.span.start) == at
                        && named(&problem.message)
                });
                if !rule {
                    by_schema.insert((file.clone(), at, key.to_owned()));
                }
                continue;
            }
            // What it underlines, the reader has something against as well.
            let record = records.iter().find(|record| (line(record.start)..=line(record.end)).contains(&at));
            let (first, last) = record.map_or((at, at), |record| (line(record.start), line(record.end)));
            if !problems.iter().any(|problem| (first..=last).contains(&line(problem.span.start))) {
                alarms.push(format!("{}:{at}: {said}", file.display()));
            }
        }
    }
    assert!(compared > 150, "only {compared} files were compared");
    assert!(alarms.is_empty(), "the reader takes what an editor underlines:\n{}", alarms.join("\n"));
    let only = |a: &BTreeSet<Refused>, b: &BTreeSet<Refused>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(only(&by_reader, &by_schema), [], "keys that only the reader refuses");
    assert_eq!(only(&by_schema, &by_reader), [], "keys that only the schema refuses");
    assert!(by_reader.len() > 2 * LISTS.len(), "too few keys were refused to prove anything: {by_reader:#?}");
}

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn it_takes_every_date_and_proposition_that_the_reader_takes() {
    let folder = fresh("values");
    let dates: Vec<String> =
        altered(&DATES, 40_000).into_iter().filter(|text| Date::parse(text).is_ok()).collect();
    assert!(dates.len() > 500, "only {} dates were made", dates.len());
    let events: String = dates.iter().map(|date| format!("  - {{id: x, date: '{date}'}}\n")).collect();
    fs::write(folder.join("dates.yaml"), format!("events:\n{events}")).unwrap();
    let said: String = PROPOSITIONS.iter().map(|text| format!("      - '{text}'\n")).collect();
    assert!(PROPOSITIONS.iter().all(|text| gainsay::ledger::model::proposition::parse(text).is_ok()));
    let head = "statements:\n  - id: x\n    by: x\n    date: 2031\n    asserts:\n";
    fs::write(folder.join("propositions.yaml"), format!("{head}{said}")).unwrap();
    let files = ["dates.yaml", "propositions.yaml"].map(|name| json!({ "path": folder.join(name) }));
    let answers = ask(&folder, files.to_vec());
    for answer in &answers {
        let refused: Vec<_> = problems_of(answer);
        assert!(refused.is_empty(), "{refused:#?} in {}", answer["path"]);
    }
}

const DATES: [&str; 12] = [
    "2031",
    "2031-05",
    "2031-05-04",
    "2031-05-04~",
    "2031-05-03/2031-05-06",
    "2031-05-04T05:30",
    "2031-05-04T05:30Z",
    "2031-05-04T05:30+03:00",
    "2031/..",
    "../2031-05",
    "2031-21",
    "203X",
];
const PROPOSITIONS: [&str; 8] = [
    "arms(a, b)",
    " arms ( a,b ) ",
    "arms(self, a-1)",
    "killed(x) = 3",
    "killed(x)>=34",
    "killed(x) ~ 500",
    "killed(x) = 100..300",
    "cause(x) = \"sabotage: nothing else\"",
];

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn a_new_store_completes_and_underlines_by_itself() {
    let folder = fresh("new-store");
    let store = folder.join("first");
    gainsay(&["init", store.to_str().unwrap()]);
    let typed = "\
# yaml-language-server: $schema=gainsay.schema.json
parties:
  - id: estia
    kind: 
statements:
  - id: estia-denies
    by: estia
    date: 2031-03-07
    
    assserts:
      - ordered(estia, harbour-strike)
    denies:
      - 
sources:
  - id: herald-7-march

";
    let file = store.join("front.yaml");
    fs::write(&file, typed).unwrap();
    let places = json!([
        { "line": 3, "column": 10 },
        { "line": 12, "column": 8 },
        { "line": 8, "column": 4 },
        { "line": 15, "column": 0 },
    ]);
    let files =
        vec![json!({ "path": store.join("harbour.yaml") }), json!({ "path": file, "complete": places })];
    // No schema is set from outside: the first line of the file names it.
    let request = json!({ "folder": folder, "files": files });
    let answers = answers(&request);

    assert_eq!(problems_of(&answers[0]), [], "the worked example is sound");
    let problems = problems_of(&answers[1]);
    assert!(problems.contains(&(10, "Property assserts is not allowed.".to_owned())), "{problems:#?}");

    let offered = |at: usize| answers[1]["offered"][at].as_array().unwrap();
    let labels =
        |at: usize| -> Vec<&str> { offered(at).iter().map(|one| one["label"].as_str().unwrap()).collect() };
    assert_eq!(labels(0), ["state", "body", "armed-group", "organisation", "person", "outlet", "class"]);
    assert!(labels(1).contains(&"involved-in(party, event)"), "{:?}", labels(1));
    assert!(labels(2).contains(&"suggests") && !labels(2).contains(&"denies"), "{:?}", labels(2));
    assert!(labels(3).contains(&"events"), "{:?}", labels(3));
    let doubts = offered(2).iter().find(|one| one["label"] == "doubts").unwrap();
    assert_eq!(doubts["says"], "says it is unlikely");
}

#[test]
fn the_schema_is_draft_07_and_init_places_it() {
    let printed = gainsay(&["schema"]);
    let schema: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    for list in LISTS {
        let found = &schema["properties"][list.name];
        let keys = if list.name == "settings" { &found["properties"] } else { &found["items"]["properties"] };
        for field in list.fields {
            assert_eq!(keys[field.key]["description"], field.meaning, "{} of {}", field.key, list.name);
        }
    }
    let store = fresh("placed").join("first");
    gainsay(&["init", store.to_str().unwrap()]);
    let placed = fs::read_to_string(store.join("gainsay.schema.json")).unwrap();
    assert_eq!(placed, gainsay(&["schema", "--store", store.to_str().unwrap()]));
    assert_ne!(placed, printed);
    let example = fs::read_to_string(store.join("harbour.yaml")).unwrap();
    assert!(example.starts_with(
        "# yaml-language-server: $schema=gainsay.schema.json\n# $schema: gainsay.schema.json\n"
    ));
}

#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn it_offers_the_records_of_the_store() {
    let folder = fresh("records");
    let store = folder.join("first");
    gainsay(&["init", store.to_str().unwrap()]);
    gainsay(&["add", "place", "--name", "Port Quay", "--store", store.to_str().unwrap(), "--no-input"]);
    // Who is not on file yet is no mistake; what is no id is one.
    let typed = "\
# yaml-language-server: $schema=gainsay.schema.json
events:
  - id: quay-fire
    place: 
    participants:
      - 
statements:
  - id: estia-denies
    by: 
    date: 2031-03-07
    denies:
      - 
  - id: told
    by: nobody-yet
    date: 2031-03-07
  - id: shouted
    by: Nobody Yet
    date: 2031-03-07
";
    let file = store.join("more.yaml");
    fs::write(&file, typed).unwrap();
    let places = json!([
        { "line": 3, "column": 11 },
        { "line": 5, "column": 8 },
        { "line": 8, "column": 8 },
        { "line": 11, "column": 8 },
    ]);
    let answers = answers(&json!({ "folder": folder, "files": [{ "path": file, "complete": places }] }));
    let offered = |at: usize| answers[0]["offered"][at].as_array().unwrap();
    let labels =
        |at: usize| -> Vec<&str> { offered(at).iter().map(|one| one["label"].as_str().unwrap()).collect() };
    assert_eq!(labels(0), ["port-quay"]);
    assert!(labels(1).contains(&"sudria") && !labels(1).contains(&"true"), "{:?}", labels(1));
    assert!(labels(2).contains(&"coast-front") && !labels(2).contains(&"port-quay"), "{:?}", labels(2));
    let front = offered(2).iter().find(|one| one["label"] == "coast-front").unwrap();
    assert_eq!(
        (front["insert"].as_str(), front["says"].as_str()),
        (Some("coast-front"), Some("the Coast Front"))
    );
    let denial = offered(3).iter().find(|one| one["label"] == "ordered(party, event)").unwrap();
    let blanks = denial["insert"].as_str().unwrap();
    assert!(
        blanks.starts_with("ordered(${1|") && blanks.contains("sudria") && blanks.contains("harbour-strike")
    );
    let lines: Vec<usize> = problems_of(&answers[0]).into_iter().map(|(line, _)| line).collect();
    assert!(lines.contains(&17) && !lines.contains(&14), "{:#?}", answers[0]["problems"]);
}

#[test]
fn whatever_writes_to_a_store_keeps_its_schema_up_to_date() {
    let store = fresh("up-to-date").join("first");
    let store = store.to_str().unwrap();
    gainsay(&["init", store]);
    let placed = || fs::read_to_string(Path::new(store).join("gainsay.schema.json")).unwrap();
    let fresh = || gainsay(&["schema", "--store", store]);
    for arguments in [
        &["add", "party", "--name", "Estia", "--kind", "state", "--no-input"][..],
        &["rename", "party", "estia", "estland"],
        &["undo"],
        &["undo"],
    ] {
        let before = placed();
        gainsay(&[arguments, &["--store", store]].concat());
        assert_ne!(placed(), before, "{arguments:?}");
        assert_eq!(placed(), fresh(), "{arguments:?}");
    }
    // One that is the same for every store is left as it is.
    let plain = gainsay(&["schema"]);
    fs::write(Path::new(store).join("gainsay.schema.json"), &plain).unwrap();
    gainsay(&["add", "party", "--name", "Estia", "--no-input", "--store", store]);
    assert_eq!(placed(), plain);
}

/// A record of each list for each of its keys, and one for each key misspelt.
fn every_key() -> String {
    LISTS
        .iter()
        .map(|list| {
            let mut text = format!("---\n{}:\n", list.name);
            let (item, indent) = if list.name == "settings" { ("", "  ") } else { ("  - ", "    ") };
            if !item.is_empty() {
                text.push_str(&format!("{item}note: x\n"));
            }
            for field in list.fields {
                text.push_str(&format!("{indent}{}: {}\n", field.key, value(field)));
                text.push_str(&format!("{indent}{}x: x\n", field.key));
            }
            text
        })
        .collect()
}

/// A value for a key; where it is a mapping, one with its keys right and wrong.
fn value(field: &Field) -> String {
    match field.kind {
        Kind::Membership(fields) | Kind::Mapping(fields) => {
            let keys = fields.iter().map(|field| format!("{0}: {1}, {0}x: x", field.key, value(field)));
            format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
        }
        Kind::Levels => "{agreements: note}".to_owned(),
        Kind::Number(low, _) => low.to_string(),
        Kind::Date => "2031".to_owned(),
        _ => "x".to_owned(),
    }
}

/// What the reader finds in a file by itself; nothing of files that are not YAML, which editors report in their own way.
fn read(file: &Path) -> Option<(String, Vec<Problem>)> {
    let text = fs::read_to_string(file).ok()?;
    let file = Text { path: "claims/case.yaml".to_owned(), content: Ok(text.clone()) };
    let problems = texts(vec![file], &common::names()).problems;
    (!problems.iter().any(|problem| problem.rule == "unreadable-file")).then_some((text, problems))
}

/// Asks the language server about files, all of them under the schema.
fn ask(folder: &Path, files: Vec<Value>) -> Vec<Value> {
    let schema = folder.join("gainsay.schema.json");
    fs::write(&schema, gainsay(&["schema"])).unwrap();
    answers(
        &json!({ "folder": "/", "schemas": { schema.to_str().unwrap(): ["**/*.yaml", "**/*.yml"] }, "files": files }),
    )
}

fn answers(request: &Value) -> Vec<Value> {
    let output = node::run("editor.mjs", &[], &request.to_string());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The problems of one answer: line from 1, words.
fn problems_of(answer: &Value) -> Vec<(usize, String)> {
    let problem = |one: &Value| {
        let line = usize::try_from(one["line"].as_u64().unwrap()).unwrap() + 1;
        (line, one["text"].as_str().unwrap().to_owned())
    };
    answer["problems"].as_array().unwrap().iter().map(problem).collect()
}

/// Texts that differ from one of these by a few letters, the same ones every time.
fn altered(texts: &[&str], count: usize) -> Vec<String> {
    let letters: Vec<char> = "0123459-/~?%.XYTZ:+[]{},ES ".chars().collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % bound
    };
    let one = |_| {
        let mut text: Vec<char> = texts[below(texts.len())].chars().collect();
        for _ in 0..below(4) {
            let at = below(text.len() + 1);
            let end = (at + below(2)).min(text.len());
            let letter = letters[below(letters.len())];
            text.splice(at..end, (below(3) > 0).then_some(letter));
        }
        text.into_iter().collect()
    };
    (0..count).map(one).collect::<BTreeSet<String>>().into_iter().collect()
}

fn gainsay(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// An empty folder.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Every `.yaml` and `.yml` file below a folder.
fn ledgers(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            ledgers(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            files.push(path);
        }
    }
}
