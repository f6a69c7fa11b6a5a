//! Two parties made one at the desk: what it would bring is seen first, and it is taken back whole.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::desk::{Came, Desk};
use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, quote: The Front did it, asserts: ['carried-out(front, quay-fire)']}
  - {id: ff-denies, by: free-front, date: 2031-05-03, quote: We did not, denies: ['carried-out(self, quay-fire)']}
  - {id: n-blames, by: norland, date: 2031-05-04, asserts: ['ordered(sudria, quay-fire)'], via: [free-front]}
";
const TWICE: &str = "\
# Entered by the night desk.
parties:
  # This one speaks.
  - id: free-front
    name: The Free Front
    aliases: [FF, Free Front]
    kind: armed-group
  - id: quay-union
    name: Quay Union
    kind: organisation
    part-of: free-front
";

fn opened(name: &str, arguments: &[&str]) -> (PathBuf, Desk) {
    let folder = folder(name);
    write(&folder, RECORDS);
    std::fs::write(folder.join("claims/b.yaml"), TWICE).unwrap();
    let desk = Desk::open(&folder, arguments);
    (folder, desk)
}

fn files(folder: &Path) -> [String; 2] {
    ["a", "b"].map(|name| std::fs::read_to_string(folder.join(format!("claims/{name}.yaml"))).unwrap())
}

fn sent(desk: &Desk, body: &Value) -> (u16, Value) {
    let Came { status, text, .. } = desk.post("/merge", &body.to_string());
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

#[test]
fn two_parties_become_one_as_it_was_seen_and_are_two_again() {
    let (folder, desk) = opened("serve-merge", &[]);
    let before = files(&folder);
    assert!(desk.get("/party/front").text.contains("href=\"/merge?party=front\""));
    let page = desk.get("/merge?party=front").text;
    assert!(
        page.contains("Its name is like that of") && page.contains("/merge?party=front&amp;other=free-front"),
        "{page}"
    );
    let mut body = json!({ "party": "front", "other": "free-front", "keep": "this" });
    // What nobody has looked at is not saved.
    let (status, told) = sent(&desk, &body);
    assert!(status == 409 && told["message"].as_str().unwrap().contains("first"), "{told}");
    assert_eq!(files(&folder), before);
    body["look"] = json!(true);
    let (status, seen) = sent(&desk, &body);
    assert!(
        status == 200
            && seen["message"].as_str().unwrap().contains("free-front would become front in 3 places"),
        "{seen}"
    );
    let brings = seen["brings"].as_str().unwrap();
    assert!(brings.contains("New") && brings.contains("direct-contradiction"), "{brings}");
    assert!(seen["record"].as_str().unwrap().contains("name: The Free Front"), "{seen}");
    assert_eq!(files(&folder), before, "a look writes");
    // Somebody else was faster: what it would bring is another now, and is shown.
    std::fs::write(
        folder.join("claims/c.yaml"),
        "statements:\n  - {id: late, by: free-front, date: 2031-05-06, asserts: ['happened(quay-fire)']}\n",
    )
    .unwrap();
    body["look"] = json!(false);
    body["seen"] = seen["seen"].clone();
    let (status, now) = sent(&desk, &body);
    assert!(status == 409 && now["seen"] != seen["seen"], "{now}");
    assert_eq!(files(&folder), before);
    body["seen"] = now["seen"].clone();
    let (status, saved) = sent(&desk, &body);
    assert!(status == 200 && saved["then"] == "/party/front", "{saved}");
    let [a, b] = files(&folder);
    assert!(!a.contains("free-front") && a.contains("aliases: [\"The Free Front\", \"FF\"]"), "{a}");
    assert!(
        b.contains("# Entered by the night desk.\nparties:\n  # This one speaks.\n  - id: quay-union"),
        "{b}"
    );
    assert!(b.ends_with("    part-of: front\n"), "{b}");
    assert!(std::fs::read_to_string(folder.join("claims/c.yaml")).unwrap().contains("by: front"));
    assert!(desk.get("/party/front").text.contains("We did not"));
    assert_eq!(desk.get("/party/free-front").status, 404);
    assert_eq!(said(&gainsay(&folder, &["check"])).2, 0);
    assert!(desk.get("/").text.contains("merge party free-front into front"), "the way back is not offered");
    assert_eq!(desk.post("/undo", "{}").status, 200);
    assert_eq!(files(&folder), before);
}

#[test]
fn what_named_both_names_the_one_once() {
    let (folder, desk) = opened("serve-merge-once", &[]);
    let joint = "statements:
  - id: joint
    by: [free-front, norland, front] # all three
    date: 2031-05-05
    via: [front, free-front]
    asserts: ['seeks-peace(self, norland)']
  - {id: joint-2, by: [front, free-front], date: 2031-05-06, denies: ['carried-out(norland, quay-fire)']}
";
    std::fs::write(folder.join("claims/c.yaml"), joint).unwrap();
    let mut body = json!({ "party": "front", "other": "free-front", "keep": "this", "look": true });
    let (status, seen) = sent(&desk, &body);
    assert_eq!(status, 200, "{seen}");
    body["look"] = json!(false);
    body["seen"] = seen["seen"].clone();
    let (status, told) = sent(&desk, &body);
    assert_eq!(status, 200, "{told}");
    let merged = joint
        .replace("by: [free-front, norland, front] #", "by:\n      - front\n      - norland #")
        .replace("    via: [front, free-front]", "    via:\n      - front")
        .replace("by: [front, free-front]", "by: [\"front\"]");
    assert_eq!(std::fs::read_to_string(folder.join("claims/c.yaml")).unwrap(), merged);
}

#[test]
fn the_other_may_be_kept_and_what_both_said_is_no_change() {
    let (folder, desk) = opened("serve-merge-other", &[]);
    let records = "
statements:
  - {id: one, by: front, date: 2031-05-03, quote: We did not, denies: ['carried-out(self, quay-fire)']}
  - {id: n-accuses, by: norland, date: 2031-05-02, quote: The Front did it, asserts: ['carried-out(front, quay-fire)']}
";
    write(&folder, records);
    let mut body = json!({ "party": "front", "other": "The Free Front", "keep": "other", "look": true });
    let (status, seen) = sent(&desk, &body);
    // The contradiction is the same afterwards, under the other id.
    assert!(status == 200 && seen["brings"].as_str().unwrap().contains("Nothing changed"), "{seen}");
    body["look"] = json!(false);
    body["seen"] = seen["seen"].clone();
    assert_eq!(sent(&desk, &body).0, 200);
    let [a, b] = files(&folder);
    assert!(!a.contains("id: front,") && a.contains("by: free-front"), "{a}");
    assert!(b.contains("aliases: [FF, Free Front]"), "{b}");
}

#[test]
fn what_only_the_other_record_says_is_taken_over() {
    let (folder, desk) = opened("serve-merge-keys", &[]);
    let people = "parties:
  - {id: orr, name: Ann Orr, kind: person, part-of: norland}
  - id: a-orr
    name: A. Orr
    kind: person
    title: foreign minister
    part-of: [{party: estia, until: 2030-12-31}]
";
    std::fs::write(folder.join("claims/c.yaml"), people).unwrap();
    let mut body = json!({ "party": "orr", "other": "a-orr", "keep": "this", "look": true });
    let (status, seen) = sent(&desk, &body);
    assert_eq!(status, 200, "{seen}");
    body["look"] = json!(false);
    body["seen"] = seen["seen"].clone();
    assert_eq!(sent(&desk, &body).0, 200);
    // The title is, and the membership is not: the record has one of its own, and the look has shown both.
    let kept = std::fs::read_to_string(folder.join("claims/c.yaml")).unwrap();
    assert!(kept.contains("title: ") && kept.contains("foreign minister"), "{kept}");
    assert!(kept.contains("part-of: norland") && !kept.contains("estia"), "{kept}");
    assert!(seen["record"].as_str().unwrap().contains("estia"), "{seen}");
}

#[test]
fn what_would_be_wrong_or_is_nobody_is_not_made_one() {
    let (folder, desk) = opened("serve-merge-wrong", &[]);
    let before = files(&folder);
    for (party, other, words) in [
        ("front", "front", "same record"),
        ("front", "nobody", "nobody"),
        ("front", "", ""),
        ("front", "../a", ""),
        ("unknown", "front", ""),
        // What is part of the other would be part of itself.
        ("quay-union", "free-front", "cannot be made one"),
    ] {
        let (status, told) = sent(&desk, &json!({ "party": party, "other": other, "look": true }));
        assert!(
            status == 422 && told["message"].as_str().unwrap().contains(words),
            "{party} {other}: {told}"
        );
    }
    for body in ["", "null", "[]", "{}", "{\"party\": 1}"] {
        let came = desk.post("/merge", body);
        assert!(came.status == 400 || came.status == 422, "{body}: {came:?}");
    }
    assert_eq!(desk.get("/merge").status, 400);
    assert_eq!(desk.get("/merge?party=%22%3E%3Cimg%20src=x%3E").status, 404);
    let page = desk.get("/merge?party=front&other=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E%E2%80%AE").text;
    assert!(!page.contains("<img") && !page.contains('\u{202e}'), "{page}");
    assert_eq!(files(&folder), before);
}

#[test]
fn a_desk_that_only_shows_makes_nobody_one() {
    let (folder, desk) = opened("serve-merge-not", &["--read-only"]);
    let before = files(&folder);
    assert!(!desk.get("/party/front").text.contains("/merge"));
    assert_eq!(desk.get("/merge?party=front").status, 403);
    assert_eq!(desk.post("/merge", "{}").status, 403);
    assert_eq!(files(&folder), before);
}
