//! `gainsay show` as a command: what is on file and what not, hostile names, lines that fit.

use std::path::Path;
use std::process::{Command, Output};

use crate::common::page::{STORE, shown};
use gainsay::layout::{Style, safe};
use gainsay::views::page;

#[test]
fn hostile_names_steer_nothing() {
    let payload =
        "\u{1b}]8;;x\u{7} \u{9b}31m \u{202e}evil a|b [x](javascript:y) <img onerror=x>\u{200b} # **b**";
    let escaped: Vec<String> = payload.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    let quoted = format!("\"{}\"", escaped.concat());
    let hostile = STORE
        .replace("name: Vardia", &format!("name: {quoted}"))
        .replace("title: Fire at the quay", &format!("title: {quoted}"))
        .replace("name: the quay fire", &format!("name: {quoted}"))
        .replace("locator: paragraph 2", &format!("locator: {quoted}"))
        .replace("note: translated by us", &format!("note: {quoted}"))
        .replace("if: the attacks go on", &format!("if: {quoted}"));
    for id in
        ["vardia", "fire", "wire-1", "ann-says", "warning", "quay", "truce", "involved-in(vardia, fire)"]
    {
        let (loaded, pages) = shown(&hostile, id);
        for width in [0, 40, 80, 4000] {
            let printed = page::text(&pages, &loaded.ledger.texts, Style { width, ..Style::default() });
            assert!(printed.split('\n').all(|line| safe::line(line) == line), "{printed}");
        }
        let printed = page::markdown(&pages, &loaded.ledger.texts);
        assert!(printed.split('\n').all(|line| safe::line(line) == line), "{printed}");
        assert!(!printed.contains("[x](") && !printed.contains(" <img"), "{printed}");
        let json = page::json(&pages, &loaded.ledger.texts, None);
        assert!(json.split('\n').all(|line| safe::line(line) == line), "{json}");
        assert!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["pages"][0]["title"].is_string());
    }
}

#[test]
fn lines_fit_the_terminal() {
    for id in ["norland", "fire", "ann-says", "carried-out(front, blast)"] {
        let (loaded, pages) = shown(STORE, id);
        for width in [60, 80, 120] {
            let printed = page::text(&pages, &loaded.ledger.texts, Style { width, ..Style::default() });
            let wide = printed.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > width);
            assert_eq!(wide, None, "{width}");
        }
    }
}

fn run(store: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.arg("show").args(arguments).arg("--store").arg(store).output().unwrap()
}

#[test]
fn the_command_knows_what_is_on_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("show").join("claims");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("quay.yaml"), STORE).unwrap();
    for (arguments, status, error) in [
        (vec!["vardia"], 0, ""),
        (vec!["vardai"], 2, "did you mean `vardia`?"),
        (vec!["The North"], 2, "did you mean `norland`?"),
        (vec!["involved-in(self, fire)"], 2, "in place of `self`"),
        (vec!["carried-out(?, fire)"], 2, "in place of `?`"),
        (vec!["killed(fire) = 3"], 2, "without its value"),
        (vec!["involved-in(front, fier)"], 2, "did you mean `fire`?"),
        (vec!["involvedin(front, fire)"], 2, "did you mean `involved-in`?"),
        (vec!["vardia-denies", "--as-of", "2031-05-02"], 2, "not on record yet on 2 May 2031"),
        (vec!["\u{1b}]8;;x"], 2, "is on file"),
    ] {
        let output = run(&folder, &arguments);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {complaint}");
        assert!(complaint.contains(error) && !complaint.contains('\u{1b}'), "{arguments:?}: {complaint}");
    }
    let out = |arguments: &[&str]| String::from_utf8(run(&folder, arguments).stdout).unwrap();
    let then = out(&["front-claims", "--as-of", "2031-05-01"]);
    assert!(
        then.starts_with("As of 1 May 2031:") && then.contains("carried out the quay fire: stands"),
        "{then}"
    );
    assert!(out(&["vardia", "--format", "markdown"]).contains("- **kind**: state (claims/quay.yaml:5)"));
    let json: serde_json::Value = serde_json::from_str(&out(&["front-claims", "--format", "json"])).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["pages"][0]["sections"][1]["rows"][0]["standing"], "superseded");
}
