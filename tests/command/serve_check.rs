//! Second readers at the desk: a statement is checked by a click, and those that nobody has checked are listed.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::common::desk::{Came, Desk};
use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, quote: The Front did it, asserts: ['carried-out(front, quay-fire)']}
  # Read again on the day after.
  - id: f-denies
    by: front
    date: 2031-05-03
    quote: We did not
    denies: ['carried-out(self, quay-fire)']
  - {id: e-says, by: estia, date: 2031-05-04, asserts: ['happened(quay-fire)'], checked: [{by: B. Holm, date: 2031-05-06}]}
";

fn opened(name: &str, arguments: &[&str]) -> (PathBuf, Desk) {
    let folder = folder(name);
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, arguments);
    (folder, desk)
}

fn file(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("claims/a.yaml")).unwrap()
}

/// What the button of a statement stands for.
fn seen(page: &str, id: &str) -> Option<String> {
    let button = page.split(&format!("data-check=\"{id}\" data-seen=\"")).nth(1)?;
    Some(button.split('"').next()?.to_owned())
}

fn clicked(desk: &Desk, id: &str, seen: &str, by: &str) -> (u16, Value) {
    let body = json!({ "statement": id, "seen": seen, "by": by, "today": "2031-05-09" });
    let Came { status, text, .. } = desk.post("/check", &body.to_string());
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

fn listed(desk: &Desk, query: &str) -> Vec<String> {
    let all: Value = serde_json::from_str(&desk.get(&format!("/statements.json{query}")).text).unwrap();
    let of = |one: &Value| one["id"].as_str().unwrap_or_default().to_owned();
    all["statements"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn a_statement_is_checked_by_a_click_and_leaves_the_list() {
    let (folder, desk) = opened("serve-check", &[]);
    let before = file(&folder);
    let overview = desk.get("/").text;
    assert!(overview.contains("href=\"/statements?checked=no\">2 of 3 statements</a>"), "{overview}");
    assert_eq!(listed(&desk, ""), ["n-accuses", "f-denies", "e-says"]);
    assert_eq!(listed(&desk, "?checked=no"), ["n-accuses", "f-denies"]);
    assert_eq!(listed(&desk, "?checked=no&about=front"), ["n-accuses", "f-denies"]);
    assert_eq!(listed(&desk, "?checked=no&since=2031-05-03"), ["f-denies"]);
    assert!(listed(&desk, "?checked=no&about=estia").is_empty());
    let list = desk.get("/statements?checked=no").text;
    assert!(list.contains("We did not") && !list.contains("id=\"s-e-says\""), "{list}");
    let all = desk.get("/statements").text;
    assert!(all.contains("Checked by B. Holm on 6 May 2031"), "{all}");
    let one = seen(&list, "f-denies").unwrap();
    assert_eq!(seen(&desk.get("/statement/f-denies").text, "f-denies"), Some(one.clone()));
    let (status, refused) = clicked(&desk, "f-denies", &one, " ");
    assert!(status == 422 && refused["message"].as_str().unwrap().contains("who"), "{refused}");
    assert_eq!(file(&folder), before);
    assert_eq!(clicked(&desk, "f-denies", &one, "A. Lind").0, 200);
    let checked =
        "    quote: We did not\n    checked:\n      - by: A. Lind\n        date: \"2031-05-09\"\n    denies:";
    assert_eq!(file(&folder), before.replace("    quote: We did not\n    denies:", checked));
    assert_eq!(listed(&desk, "?checked=no"), ["n-accuses"]);
    assert!(desk.get("/").text.contains("check f-denies"), "the way back is not offered");
    // A record in brackets, too.
    let other = seen(&desk.get("/statements?checked=no").text, "n-accuses").unwrap();
    assert_eq!(clicked(&desk, "n-accuses", &other, "A. Lind").0, 200);
    assert!(
        file(&folder).contains("checked: [{by: \"A. Lind\", date: \"2031-05-09\"}]}"),
        "{}",
        file(&folder)
    );
    assert!(desk.get("/").text.contains("A second reader has checked every statement"));
    assert_eq!(said(&gainsay(&folder, &["check", "--strict", "--deny", "unchecked"])).2, 0);
    // And a second one is not the first.
    let again = seen(&desk.get("/statement/e-says").text, "e-says").unwrap();
    assert_eq!(clicked(&desk, "e-says", &again, "A. Lind").0, 200);
    let again = seen(&desk.get("/statement/e-says").text, "e-says").unwrap();
    assert_eq!(clicked(&desk, "e-says", &again, "A. Lind").0, 422);
    let show = desk.get("/statement/e-says").text;
    assert!(show.contains("B. Holm, 6 May 2031") && show.contains("A. Lind, 9 May 2031"), "{show}");
    for _ in 0..3 {
        assert_eq!(desk.post("/undo", "{}").status, 200);
    }
    assert_eq!(file(&folder), before);
}

#[test]
fn what_was_changed_since_it_was_read_is_not_checked() {
    let (folder, desk) = opened("serve-check-since", &[]);
    let one = seen(&desk.get("/statement/f-denies").text, "f-denies").unwrap();
    let by_hand = file(&folder).replace("We did not", "We never did");
    std::fs::write(folder.join("claims/a.yaml"), &by_hand).unwrap();
    let (status, told) = clicked(&desk, "f-denies", &one, "A. Lind");
    assert!(status == 409 && told["message"].as_str().unwrap().contains("compare it again"), "{told}");
    assert_eq!(file(&folder), by_hand);
    // A comment, or another record, is nothing that was read.
    std::fs::write(folder.join("claims/a.yaml"), by_hand.replace("We never did", "We did not") + "# late\n")
        .unwrap();
    assert_eq!(clicked(&desk, "f-denies", &one, "A. Lind").0, 200);
}

#[test]
fn a_hostile_name_stays_a_name_and_a_bad_address_is_told() {
    let (folder, desk) = opened("serve-check-hostile", &[]);
    let attack = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>\u{202e}\u{1b}[2J\n- x: [\n#";
    for id in ["n-accuses", "f-denies"] {
        let one = seen(&desk.get("/statements?checked=no").text, id).unwrap();
        let (status, told) = clicked(&desk, id, &one, attack);
        assert_eq!(status, 200, "{told}");
    }
    for page in ["/statements", "/statement/f-denies", "/statement/n-accuses", "/"] {
        let page = desk.get(page).text;
        assert!(
            !page.contains("<img") && !page.contains("<script>alert") && !page.contains('\u{202e}'),
            "{page}"
        );
    }
    assert_eq!(said(&gainsay(&folder, &["check"])).2, 0);
    for body in ["", "null", "[]", "{}", "{\"statement\": 1}", "{\"statement\": \"nobody\", \"by\": \"x\"}"] {
        let came = desk.post("/check", body);
        assert!(came.status == 400 || came.status == 422, "{body}: {came:?}");
    }
    assert_eq!(desk.get("/statements?checked=yes").status, 404);
}

#[test]
fn a_desk_that_only_shows_lists_them_and_checks_nothing() {
    let (folder, desk) = opened("serve-check-not", &["--read-only"]);
    let before = file(&folder);
    assert!(desk.get("/").text.contains("/statements?checked=no"));
    for page in ["/statements", "/statements?checked=no", "/statement/f-denies"] {
        let page = desk.get(page).text;
        assert!(!page.contains("data-check") && !page.contains("name=\"by\""), "{page}");
    }
    assert_eq!(desk.post("/check", "{}").status, 403);
    assert_eq!(file(&folder), before);
}
