//! Two kinds of article about one invented attack, under `tests/planted/`: one with faults planted in it, of which each
//! must be found and nothing else; and ten that quote the same sentences rightly, each in another style, of which
//! nothing must be said.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Verdicts on quotations that no editor needs to look at.
const FINE: [&str; 7] =
    ["verbatim", "typographic", "partial", "elided", "bracketed", "not-speech", "secondhand"];

/// Everything the audit has against a draft, in its order: `verdict, remarks | words`.
fn flagged(draft: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["audit", "--format", "json", "--store", "tests/planted/claims"])
        .arg(draft)
        .output()
        .unwrap();
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found: Vec<(u64, String)> = Vec::new();
    for quote in json["quotes"].as_array().unwrap() {
        let verdict = quote["verdict"].as_str().unwrap();
        let remarks = quote["remarks"].as_array().unwrap().iter().map(|remark| remark.as_str().unwrap());
        let words: Vec<&str> = std::iter::once(verdict).chain(remarks).collect();
        if words.len() > 1 || !FINE.contains(&verdict) {
            let text = quote["text"].as_str().unwrap().replace('\n', " ");
            found.push((quote["start"].as_u64().unwrap(), format!("{} | {text}", words.join(", "))));
        }
    }
    for claim in json["attributions"].as_array().unwrap() {
        let verdict = claim["verdict"].as_str().unwrap();
        if !matches!(verdict, "on-record" | "no-record") {
            let text = claim["text"].as_str().unwrap().replace('\n', " ");
            found.push((claim["start"].as_u64().unwrap(), format!("{verdict} | {text}")));
        }
    }
    found.sort();
    found.into_iter().map(|(_, line)| line).collect()
}

#[test]
fn each_planted_fault_is_found_and_nothing_else() {
    let found = flagged(Path::new("tests/planted/faults.txt"));
    let expected = fs::read_to_string("tests/planted/faults-expected.txt").unwrap();
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_sentences_rightly_quoted_in_ten_styles_are_left_alone() {
    let mut drafts: Vec<_> =
        fs::read_dir("tests/planted/clean").unwrap().map(|entry| entry.unwrap().path()).collect();
    drafts.sort();
    assert_eq!(drafts.len(), 10);
    let faults: Vec<String> = drafts
        .iter()
        .flat_map(|draft| flagged(draft).into_iter().map(|line| format!("{}: {line}", draft.display())))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
