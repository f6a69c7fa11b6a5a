//! `gainsay list` and `gainsay search`: records of every kind, by name, file and line, and by their words.

use std::fs;
use std::path::Path;

use crate::common::incident::{folder, gainsay, said};

const A: &str = "\
parties:
  - id: sudria
    name: República de Sudria
    aliases: [the South]
  - {id: norland, name: Norland}
statements:
  # one
  - id: south-denies
    by: [sudria, norland]
    date: 2031-05-03
    quote: >
      we had no part in
      it, as O’Neill said
    denies: [involved-in(self, quay-fire)]
  - {id: odd, by: nobody, date: 2031-05-32, asserts: ['killed(quay-fire) = 3']}
";
const B: &str = "\
events:
  - {id: quay-fire, name: the Quay fire, date: 2031-05-01}
requests:
  - {to: sudria, about: quay-fire, date: 2031-05-02}
rules:
  - {id: arms-backs, when: 'arms(?a, ?b)', then: 'backs(?a, ?b)'}
settings:
  stale-after: 30
";

fn run(place: &Path, arguments: &[&str]) -> (String, i32) {
    let (out, complaints, status) = said(&gainsay(place, arguments));
    (out + &complaints, status)
}

fn store(name: &str) -> std::path::PathBuf {
    let place = folder(name);
    fs::write(place.join("claims/a.yaml"), A).unwrap();
    fs::create_dir(place.join("claims/sub")).unwrap();
    fs::write(place.join("claims/sub/b.yaml"), B).unwrap();
    place
}

#[test]
fn every_kind_of_record_is_listed_with_its_place() {
    let place = store("listing-all");
    let wanted = "\
parties:
  norland  Norland  claims/a.yaml:5
  sudria  República de Sudria  claims/a.yaml:2

events:
  quay-fire  the Quay fire  claims/sub/b.yaml:2

statements:
  odd  nobody, 2031-05-32: asserts killed(quay-fire) = 3  claims/a.yaml:15
  south-denies  República de Sudria and Norland, 3 May 2031: “we had no part in it, as O’Neill said”  claims/a.yaml:8

requests:
  sudria  claims/sub/b.yaml:4

rules:
  arms-backs  arms(?a, ?b)  claims/sub/b.yaml:6

7 records
";
    assert_eq!(run(&place, &["list"]), (wanted.to_owned(), 0));
    let (rules, _) = run(&place, &["list", "--kind", "rule"]);
    assert!(rules.starts_with("rules:\n  arms-backs") && rules.ends_with("\n1 record\n"), "{rules}");
    assert_eq!(run(&place, &["list", "--kind", "nation"]).1, 2);
    let (json, _) = run(&place, &["list", "--kind", "request", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let record = serde_json::json!({"kind": "request", "id": null, "name": "sudria", "file": "claims/sub/b.yaml", "line": 4});
    assert_eq!(json, serde_json::json!({"version": 1, "records": [record]}));
}

#[test]
fn words_are_found_in_any_text_and_in_any_letters() {
    let place = store("listing-search");
    let found = |words: &[&str]| {
        let (out, status) = run(&place, &[&["search"], words].concat());
        assert_eq!(status, 0, "{out}");
        out
    };
    assert!(
        found(&["republica"]).contains("sudria  República") && found(&["THE SOUTH"]).contains("sudria  ")
    );
    let both = found(&["O'Neill", "PART in"]);
    assert!(both.contains("south-denies") && both.ends_with("\n1 record\n"), "{both}");
    // A word that stands nowhere, and keys, which nobody said.
    assert_eq!(found(&["part", "nowhere"]), "0 records\n");
    assert_eq!(found(&["stale-after"]), "0 records\n");
    assert_eq!(found(&["aliases"]), "0 records\n");
    assert!(found(&["quay-fire", "--kind", "request"]).contains("claims/sub/b.yaml:4"));
    // What cannot be read may hold it too.
    fs::write(place.join("claims/c.yaml"), "parties:\n  - {id: x\n").unwrap();
    let (partly, status) = run(&place, &["search", "norland"]);
    assert!(
        partly.contains("norland  Norland") && partly.contains("not all of the store could be read"),
        "{partly}"
    );
    assert_eq!(status, 2);
}

#[test]
fn parties_rules_and_expectations_are_listed_for_programs_too() {
    let place = store("listing-json");
    let json = |arguments: &[&str]| -> serde_json::Value {
        let (out, _, _) = said(&gainsay(&place, arguments));
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    };
    let parties = json(&["parties", "--format", "json"]);
    assert_eq!(parties["parties"][1]["name"], "República de Sudria");
    assert_eq!(parties["parties"][1]["place"], serde_json::json!({ "file": "claims/a.yaml", "line": 2 }));
    assert_eq!(json(&["parties", "--suggest", "--format", "json"])["groups"], serde_json::json!([]));
    let rules = json(&["explain", "reversal", "--format", "json"]);
    assert_eq!(
        (&rules["rules"][0]["rule"], &rules["rules"][0]["family"]),
        (&"reversal".into(), &"contradiction".into())
    );
    let drafts = json(&["explain", "drafts", "--format", "json"]);
    assert!(drafts["rules"].as_array().unwrap().iter().all(|rule| rule["family"] == "draft"), "{drafts}");
    let said = "statements:\n  - {id: blame, by: norland, date: 2031-05-04, asserts: ['involved-in(sudria, quay-fire)']}\n";
    fs::write(place.join("claims/d.yaml"), said).unwrap();
    let graph = json(&["graph", "--format", "json"]);
    assert_eq!(
        graph["nodes"][0],
        serde_json::json!({"kind": "party", "id": "sudria", "name": "República de Sudria"})
    );
    let link = &graph["links"][0];
    assert_eq!(
        (&link["from"], &link["to"], &link["standing"]),
        (&0.into(), &1.into(), &"unverified".into()),
        "{graph}"
    );
    assert_eq!(
        link["sides"][0],
        serde_json::json!({"stance": "asserts", "hearsay": false, "roots": ["norland"]})
    );
    let test = json(&["test", "--format", "json"]);
    assert_eq!((&test["passed"], &test["failed"]), (&0.into(), &serde_json::json!([])));
}
