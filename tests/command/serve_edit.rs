//! Records changed at the desk: looked at, saved, taken back; and what becomes of a form where somebody else was faster.

use std::path::Path;

use serde_json::{Value, json};

use crate::common::desk::{Came, Desk};
use crate::common::incident::{folder, gainsay, said, write};

const RECORDS: &str = "
statements:
  - {id: n-accuses, by: norland, date: 2031-05-02, asserts: ['carried-out(front, quay-fire)']}
  # A comment that stays.
  - id: f-says
    by: front
    date: 2031-05-03
    asserts: ['happened(quay-fire)']
";

fn opened(name: &str, arguments: &[&str]) -> (std::path::PathBuf, Desk) {
    let folder = folder(name);
    write(&folder, RECORDS);
    let desk = Desk::open(&folder, arguments);
    (folder, desk)
}

const WAS: &str =
    "  - id: f-says\n    by: front\n    date: 2031-05-03\n    asserts: ['happened(quay-fire)']\n";

fn sent(desk: &Desk, was: &str, now: &str, look: bool) -> (u16, Value) {
    let body = json!({ "kind": "statement", "id": "f-says", "was": was, "now": now, "look": look });
    answer(&desk.post("/edit", &body.to_string()))
}

fn answer(came: &Came) -> (u16, Value) {
    (came.status, serde_json::from_str(&came.text).unwrap_or(Value::Null))
}

fn file(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("claims/a.yaml")).unwrap()
}

#[test]
fn a_record_is_looked_at_saved_and_taken_back() {
    let (folder, desk) = opened("serve-edit", &[]);
    let page = desk.get("/statement/f-says").text;
    assert!(page.contains("/edit?kind=statement&amp;id=f-says"), "{page}");
    let form = desk.get("/edit?kind=statement&id=f-says").text;
    assert!(form.contains("id: f-says\n    by: front"), "{form}");
    let before = file(&folder);
    let now = WAS.replace("asserts: ['happened(quay-fire)']", "denies: ['carried-out(self, quay-fire)']");
    let (status, seen) = sent(&desk, WAS, &now, true);
    assert!(status == 200 && seen["message"].as_str().unwrap().contains("1 new contradiction"), "{seen}");
    assert!(seen["contradicts"].as_str().unwrap().contains("Norland"), "{seen}");
    assert_eq!(file(&folder), before);
    let (status, saved) = sent(&desk, WAS, &now, false);
    assert!(status == 200 && saved["saved"] == true, "{saved}");
    assert!(file(&folder) == before.replace(WAS, &now) && file(&folder).contains("# A comment that stays."));
    assert!(desk.get("/").text.contains("edit f-says"), "the way back is not offered");
    let (status, undone) = answer(&desk.post("/undo", "{}"));
    assert!(status == 200, "{undone}");
    assert_eq!(file(&folder), before);
    assert_eq!(desk.post("/undo", "{}").status, 409);
}

#[test]
fn an_article_that_was_recorded_is_taken_back_like_a_record() {
    let (folder, desk) = opened("serve-article", &[]);
    let files = || {
        let entries = std::fs::read_dir(folder.join("claims")).unwrap().map(|entry| entry.unwrap().path());
        let files = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
        let mut texts: Vec<String> = files.map(|path| std::fs::read_to_string(path).unwrap()).collect();
        texts.sort();
        texts
    };
    let before = files();
    let mut asked = json!({
        "text": "Norland accused the front of starting the quay fire.", "outlet": "The Wire", "published": "3 May 2031",
    });
    let (status, first) = answer(&desk.post("/article", &asked.to_string()));
    assert!(status == 200 && first["first"]["yaml"].is_string(), "{first}");
    assert_eq!(desk.post("/undo", "{}").status, 409, "nothing is recorded before a yes");
    asked["yes"] = json!(true);
    let (status, read) = answer(&desk.post("/article", &asked.to_string()));
    assert!(status == 200 && read["statements"].is_array(), "{read}");
    assert_ne!(files(), before);
    let (status, undone) = answer(&desk.post("/undo", "{}"));
    assert!(status == 200, "{undone}");
    assert_eq!(files(), before);
}

#[test]
fn who_was_faster_loses_nothing_and_neither_does_the_form() {
    let (folder, desk) = opened("serve-faster", &[]);
    let by_hand = WAS.replace("2031-05-03", "2031-05-04");
    std::fs::write(folder.join("claims/a.yaml"), file(&folder).replace(WAS, &by_hand)).unwrap();
    let mine = WAS.replace("2031-05-03", "2031-05-05");
    let (status, both) = sent(&desk, WAS, &mine, false);
    assert_eq!((status, both["there"].as_str()), (409, Some(by_hand.as_str())), "{both}");
    assert!(file(&folder).contains("2031-05-04"));
    // Whoever has seen what is there saves over it.
    assert_eq!(sent(&desk, &by_hand, &mine, false).0, 200);
    assert!(file(&folder).contains("2031-05-05"));
    // A change elsewhere in the file is none of this record.
    std::fs::write(folder.join("claims/a.yaml"), format!("{}# by hand\n", file(&folder))).unwrap();
    assert_eq!(sent(&desk, &mine, WAS, false).0, 200);
    assert!(file(&folder).ends_with("# by hand\n"));
}

#[test]
fn what_cannot_be_read_is_not_saved_and_is_said() {
    let (folder, desk) = opened("serve-unsound", &[]);
    let before = file(&folder);
    for (now, words) in [
        (WAS.replace("quay-fire", "nowhere"), "nowhere"),
        (WAS.replace("happened(quay-fire)", "happened(\u{202e}"), ""),
        (format!("{WAS}{}", WAS.replace("f-says", "another")), "more, or less"),
        (String::new(), ""),
        ("statements: []\n".to_owned(), ""),
    ] {
        let (status, answer) = sent(&desk, WAS, &now, false);
        assert!(status == 422 && answer.to_string().contains(words), "{now}: {answer}");
        assert_eq!(file(&folder), before);
    }
    for body in ["", "null", "[]", "{\"kind\": 1}", "{\"kind\": \"statement\", \"id\": \"nobody\"}"] {
        let came = desk.post("/edit", body);
        assert!(came.status == 400 || came.status == 422, "{body}: {came:?}");
    }
    assert_eq!(desk.get("/edit?kind=statement&id=nobody").status, 404);
    assert_eq!(desk.get("/").status, 200);
}

#[test]
fn a_change_that_somebody_else_made_is_not_taken_back_here() {
    let (folder, desk) = opened("serve-others", &[]);
    assert_eq!(sent(&desk, WAS, &WAS.replace("2031-05-03", "2031-05-05"), false).0, 200);
    let (_, _, status) = said(&gainsay(&folder, &["rename", "statement", "n-accuses", "n-first"]));
    assert_eq!(status, 0);
    let (status, answer) = answer(&desk.post("/undo", "{}"));
    assert!(
        status == 409 && answer["message"].as_str().unwrap().contains("rename statement n-accuses n-first"),
        "{answer}"
    );
    assert!(file(&folder).contains("n-first"));
}

#[test]
fn a_desk_that_only_shows_changes_nothing() {
    let (folder, desk) = opened("serve-read-only", &["--read-only"]);
    let before = file(&folder);
    assert_eq!(sent(&desk, WAS, "x", false).0, 403);
    assert_eq!(desk.post("/undo", "{}").status, 403);
    assert_eq!(desk.get("/edit?kind=statement&id=f-says").status, 403);
    let page = desk.get("/statement/f-says").text;
    assert!(
        !page.contains("/edit?") && !page.contains("<form id=") && page.contains("--read-only"),
        "{page}"
    );
    assert_eq!(file(&folder), before);
}

#[test]
fn many_saves_at_once_all_land() {
    let record = |at: usize| {
        format!(
            "  - id: s{at}\n    by: norland\n    date: 2031-05-02\n    asserts: ['happened(quay-fire)']\n"
        )
    };
    let many: Vec<String> = (0..40).map(record).collect();
    let folder = folder("serve-many");
    write(&folder, &format!("statements:\n{}", many.concat()));
    let desk = Desk::open(&folder, &[]);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let save = |at: usize| {
            let was = &many[at];
            let body = json!({ "kind": "statement", "id": format!("s{at}"), "was": was, "now": was.replace("norland", "estia") });
            desk.post("/edit", &body.to_string()).status
        };
        let all: Vec<_> = (0..40).map(|at| scope.spawn(move || save(at))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert_eq!(file(&folder).matches("by: estia").count(), 40);
}
