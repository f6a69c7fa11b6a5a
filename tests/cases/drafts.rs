//! The audit of drafts: for every verdict, remark and standing a draft that fires and one as near to it that does not,
//! as data in `tests/drafts/<rule>/`, against one ledger, `tests/drafts/claims/`.

use crate::common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::audit::audit;
use gainsay::audit::findings::findings;
use gainsay::read;
use gainsay::read::fields::VERDICTS;
use gainsay::rules::{CATALOGUE, Rule, Run};
use libtest_mimic::Trial;

use crate::outcome;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts")
}

/// The rules that the audit of a text finds.
fn found(text: &str) -> Vec<&'static str> {
    let mut loaded = read::store(&root().join("claims"), &common::names()).unwrap();
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let draft = loaded.ledger.texts.add("draft.txt".to_owned(), text.to_owned());
    findings(&audit(&loaded.ledger, text), draft).into_iter().map(|noted| noted.finding.rule.id).collect()
}

/// A test for each draft, under the name of its file, and two on all of them.
pub fn trials() -> Vec<Trial> {
    let mut trials = vec![
        Trial::test("drafts/every_rule_has_a_draft_that_fires_and_a_near_miss", || outcome(&missing())),
        Trial::test("drafts/every_verdict_has_its_page_and_can_be_an_error", || {
            every_verdict_has_its_page_and_can_be_an_error();
            Ok(())
        }),
    ];
    for rule in rules() {
        trials.extend(drafts(rule).into_iter().map(|(name, path)| {
            let title = format!("drafts/{}/{name}", rule.id);
            Trial::test(title, move || {
                let found = found(&fs::read_to_string(&path)?);
                let kept = found.contains(&rule.id) == name.starts_with("fires");
                if kept { Ok(()) } else { Err(format!("finds {found:?}").into()) }
            })
        }));
    }
    trials
}

/// The rules on drafts.
fn rules() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied().filter(|rule| matches!(rule.run, Run::Draft))
}

/// The drafts of a rule by name; none where it has no folder.
fn drafts(rule: &Rule) -> BTreeMap<String, PathBuf> {
    let Ok(folder) = fs::read_dir(root().join(rule.id)) else { return BTreeMap::new() };
    let paths = folder.map(|entry| entry.unwrap().path());
    paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path)).collect()
}

/// The rules that lack a draft that fires, or a near miss.
fn missing() -> Vec<String> {
    let lacks = |rule: &&Rule| {
        let drafts = drafts(rule);
        drafts.keys().all(|name| name.starts_with("fires"))
            || !drafts.keys().any(|name| name.starts_with("fires"))
    };
    let wants = |rule: &Rule| {
        format!("tests/drafts/{}: it wants a draft `fires….txt` and one `near-miss….txt`", rule.id)
    };
    rules().filter(lacks).map(wants).collect()
}

fn every_verdict_has_its_page_and_can_be_an_error() {
    let rules: Vec<&str> = rules().map(|rule| rule.id).collect();
    assert_eq!(rules, VERDICTS);
    let verdicts = gainsay::audit::verdict::Verdict::RULES.map(|(rule, _)| rule.id);
    assert_eq!(&VERDICTS[..verdicts.len()], verdicts);
}
