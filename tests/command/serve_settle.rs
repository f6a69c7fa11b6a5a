//! Findings dealt with at the desk: accepted or reconciled for a reason, shown as such, taken back.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::desk::{Came, Desk};
use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, quote: The Front did it, asserts: ['carried-out(front, quay-fire)']}
  - {id: f-denies, by: front, date: 2031-05-03, quote: We did not, denies: ['carried-out(self, quay-fire)']}
  - {id: n-counts, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 24']}
  - {id: e-counts, by: estia, date: 2031-05-02, asserts: ['killed(quay-fire) = 9']}
";

fn opened(name: &str, arguments: &[&str]) -> (PathBuf, Desk) {
    let folder = folder(name);
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, arguments);
    (folder, desk)
}

/// The addresses of the findings on a page, each once.
fn offered(page: &str) -> Vec<String> {
    let mut all: Vec<String> = page
        .split("href=\"/finding/")
        .skip(1)
        .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The finding in whose page these words stand.
fn finding(desk: &Desk, words: &str) -> String {
    let all = offered(&desk.get("/findings").text);
    let of = |name: &&String| desk.get(&format!("/finding/{name}")).text.contains(words);
    all.iter().find(of).unwrap_or_else(|| panic!("no finding says {words}: {all:?}")).clone()
}

fn answer(came: &Came) -> (u16, Value) {
    (came.status, serde_json::from_str(&came.text).unwrap_or(Value::Null))
}

fn settled(desk: &Desk, body: &Value) -> (u16, Value) {
    answer(&desk.post("/settle", &body.to_string()))
}

fn files(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder.join("claims")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn a_finding_is_accepted_where_it_is_shown_and_taken_back() {
    let (folder, desk) = opened("serve-accept", &[]);
    let before = files(&folder);
    let name = finding(&desk, "Rule: direct-contradiction");
    for page in ["/", "/findings", "/party/front", "/statement/f-denies", "/findings?about=front"] {
        assert!(offered(&desk.get(page).text).contains(&name), "{page} does not offer it");
    }
    let page = desk.get(&format!("/finding/{name}")).text;
    assert!(page.contains("We did not") && page.contains("data-to=\"/settle\""), "{page}");
    let json: Value = serde_json::from_str(&desk.get(&format!("/finding/{name}.json")).text).unwrap();
    assert_eq!(json["findings"][0]["rule"], "direct-contradiction", "{json}");
    let mut body =
        json!({ "finding": name, "how": "accept", "by": "A. Lind", "today": "2031-05-09", "look": true });
    let (status, refused) = settled(&desk, &body);
    assert!(status == 422 && refused["message"].as_str().unwrap().contains("why"), "{refused}");
    body["note"] = json!("Both words stand, and we print both");
    let (status, seen) = settled(&desk, &body);
    assert!(status == 200 && seen["brings"].as_str().unwrap().contains("accepted"), "{seen}");
    assert_eq!(files(&folder), before, "a look writes");
    body["look"] = json!(false);
    let (status, saved) = settled(&desk, &body);
    assert!(status == 200 && saved["saved"] == true, "{saved}");
    let record = "accepted:
  - rule: direct-contradiction
    \"on\": carried-out(front, quay-fire)
    between:
      - front
      - norland
    by: A. Lind
    date: \"2031-05-09\"
    note: Both words stand, and we print both
";
    assert!(files(&folder).contains(record), "{}", files(&folder));
    let page = desk.get("/findings").text;
    assert!(page.contains("accepted by A. Lind, 9 May 2031: Both words stand, and we print both"), "{page}");
    assert!(!offered(&page).contains(&name));
    assert_eq!(desk.get(&format!("/finding/{name}")).status, 404);
    let (told, _, _) = said(&gainsay(&folder, &["check"]));
    assert!(told.contains("accepted by A. Lind"), "{told}");
    // What was seen is not there any more.
    assert_eq!(settled(&desk, &body).0, 409);
    assert!(desk.get("/").text.contains("accept direct-contradiction"), "the way back is not offered");
    assert_eq!(desk.post("/undo", "{}").status, 200);
    assert_eq!(files(&folder), before);
    assert!(offered(&desk.get("/findings").text).contains(&name));
}

#[test]
fn statements_are_reconciled_for_one_of_the_reasons() {
    let (folder, desk) = opened("serve-reconcile", &[]);
    let name = finding(&desk, "Rule: conflicting-values");
    let mut body =
        json!({ "finding": name, "how": "reconcile", "by": "A. Lind", "today": "2031-05-09", "note": "" });
    for reason in ["", "because", "<b>"] {
        body["reason"] = json!(reason);
        assert_eq!(settled(&desk, &body).0, 422, "{reason}");
    }
    body["reason"] = json!("scope");
    assert_eq!(settled(&desk, &body).0, 200);
    let record = "reconciliations:
  - between:
      - e-counts
      - n-counts
    \"on\": killed(quay-fire)
    reason: scope
    by: A. Lind
    date: \"2031-05-09\"
";
    assert!(files(&folder).contains(record), "{}", files(&folder));
    assert!(desk.get("/findings").text.contains("reason: scope"));
}

#[test]
fn a_decision_is_on_one_finding_and_needs_somebody_who_decides() {
    let (folder, desk) = opened("serve-decide", &[]);
    let early = "  - {id: too-early, by: estia, date: 2031-04-01, asserts: ['killed(quay-fire) = 9']}
  - {id: early-too, by: estia, date: 2031-04-02, asserts: ['killed(quay-fire) = 9']}\n";
    write(&folder, &format!("{RECORDS}{early}"));
    let before = files(&folder);
    let problems = offered(&desk.get("/problems").text);
    let of = |name: &&String| desk.get(&format!("/finding/{name}")).text.contains("too-early");
    let early = problems.iter().find(of).unwrap();
    let body = |by: &str, how: &str| json!({ "finding": early, "how": how, "reason": "time", "by": by, "note": "seen" });
    for (by, how, words) in [("", "accept", "who decides"), ("A. Lind", "reconcile", "Only a contradiction")]
    {
        let (status, refused) = settled(&desk, &body(by, how));
        assert!(status == 422 && refused["message"].as_str().unwrap().contains(words), "{refused}");
    }
    for body in [
        "",
        "null",
        "[]",
        "{}",
        "{\"finding\": 1}",
        "{\"finding\": \"../a\", \"by\": \"x\", \"note\": \"x\"}",
    ] {
        let came = desk.post("/settle", body);
        assert!([400, 409].contains(&came.status), "{body}: {came:?}");
    }
    assert_eq!(desk.get("/finding/nothing").status, 404);
    assert_eq!(files(&folder), before);
    // It names what it is about, and another of its kind stays.
    let body = json!({ "finding": early, "how": "accept", "by": "A. Lind", "note": "The original gives this day", "today": "2026-01-01" });
    assert_eq!(settled(&desk, &body).0, 200);
    let left = offered(&desk.get("/problems").text);
    assert!(left.len() + 1 == problems.len() && !left.contains(early), "{left:?} of {problems:?}");
    // On a day before the statement it is accepted as it stands, without a day.
    let file = files(&folder);
    assert!(
        file.contains("between:\n      - quay-fire\n      - too-early\n    by: A. Lind\n    note:"),
        "{file}"
    );
}

#[test]
fn hostile_words_stay_words_in_a_decision() {
    let (folder, desk) = opened("serve-decide-hostile", &[]);
    let name = finding(&desk, "Rule: direct-contradiction");
    let attack = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>\u{202e}\u{1b}[2J\n- x: [\n#";
    let body = json!({ "finding": name, "how": "accept", "by": attack, "note": attack, "reason": attack, "today": attack });
    let (status, saved) = settled(&desk, &body);
    assert_eq!(status, 200, "{saved}");
    for page in ["/findings", "/", "/party/front", "/problems"] {
        let page = desk.get(page).text;
        assert!(
            !page.contains("<img") && !page.contains("<script>alert") && !page.contains('\u{202e}'),
            "{page}"
        );
    }
    assert_eq!(said(&gainsay(&folder, &["check"])).2, 0);
}

#[test]
fn a_desk_that_only_shows_offers_no_decision() {
    let (folder, desk) = opened("serve-decide-not", &["--read-only"]);
    let before = files(&folder);
    for page in ["/", "/findings", "/party/front", "/problems"] {
        assert!(offered(&desk.get(page).text).is_empty(), "{page}");
    }
    assert_eq!(desk.post("/settle", "{}").status, 403);
    assert_eq!(files(&folder), before);
}
