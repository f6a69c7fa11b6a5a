//! The audit of drafts: for every verdict, remark and standing a draft that fires and one as near to it that does not,
//! as data in `tests/drafts/<rule>/`, against one ledger, `tests/drafts/claims/`.

#![allow(clippy::unwrap_used, reason = "a test may")]

use crate::common;

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::audit::audit;
use gainsay::audit::findings::findings;
use gainsay::read;
use gainsay::read::fields::VERDICTS;
use gainsay::rules::{CATALOGUE, Run};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts")
}

/// The rules that the audit of a text finds.
fn found(text: &str) -> Vec<&'static str> {
    let mut loaded = read::store(&root().join("claims"), &common::names()).unwrap();
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let draft = loaded.ledger.texts.add("draft.txt".to_owned(), text.to_owned());
    findings(&audit(&loaded.ledger, text), draft).into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn every_case_does_what_its_name_says() {
    let mut failures = Vec::new();
    for rule in CATALOGUE.iter().filter(|rule| matches!(rule.run, Run::Draft)) {
        let (mut fires, mut misses) = (0, 0);
        let Ok(folder) = fs::read_dir(root().join(rule.id)) else {
            failures.push(format!("{}: there is no folder tests/drafts/{}", rule.id, rule.id));
            continue;
        };
        for entry in folder {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let found = found(&fs::read_to_string(&path).unwrap());
            let promise = name.starts_with("fires");
            (fires, misses) = (fires + usize::from(promise), misses + usize::from(!promise));
            if found.contains(&rule.id) != promise {
                failures.push(format!("{}/{name}: finds {found:?}", rule.id));
            }
        }
        if fires == 0 || misses == 0 {
            failures.push(format!("{}: it wants a draft `fires….txt` and one `near-miss….txt`", rule.id));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn every_verdict_has_its_page_and_can_be_an_error() {
    let rules: Vec<&str> =
        CATALOGUE.iter().filter(|rule| matches!(rule.run, Run::Draft)).map(|rule| rule.id).collect();
    assert_eq!(rules, VERDICTS);
    let verdicts = gainsay::audit::verdict::Verdict::WORDS.map(|(word, _)| word);
    assert_eq!(&VERDICTS[..verdicts.len()], verdicts);
}
