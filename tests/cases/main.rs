//! Runs every case folder: `tests/cases/<rule>/<name>/claims/*.yaml` is a small store, `expected.txt` and
//! `expected.json` are what it must print, and its `expect:` list must be met.
//!
//! `GAINSAY_ACCEPT=1 cargo test --test cases` writes the expected files; read what changed before you commit it.
//! A folder whose name begins with `_` belongs to no rule.

#![allow(clippy::unwrap_used, reason = "a test may")]

#[path = "../common/mod.rs"]
mod common;
mod drafts;
mod manual;

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::expect;
use gainsay::check::formats::{json, text};
use gainsay::check::options::Options;
use gainsay::check::{self, check};
use gainsay::layout::Style;
use gainsay::read::{self, Loaded};
use gainsay::rules::{self, CATALOGUE, Run};

/// One case folder.
struct Case {
    /// The folder above: a rule, or a name that begins with `_`.
    rule: String,
    /// The folder's own name; `fires…` and `near-miss…` are promises.
    name: String,
    folder: PathBuf,
}

impl Case {
    fn title(&self) -> String {
        format!("tests/cases/{}/{}", self.rule, self.name)
    }

    /// Whether it promises that its rule fires, or that it does not.
    fn promise(&self) -> Option<bool> {
        if self.name.starts_with("fires") {
            Some(true)
        } else {
            self.name.starts_with("near-miss").then_some(false)
        }
    }
}

#[test]
fn every_case_prints_what_it_must() {
    let accept = std::env::var_os("GAINSAY_ACCEPT").is_some_and(|value| !value.is_empty() && value != "0");
    let mut failures = Vec::new();
    let mut changed = false;
    let all = cases();
    assert!(!all.is_empty(), "there is no case under tests/cases");
    for case in &all {
        let loaded = match load(case) {
            Ok(loaded) => loaded,
            Err(error) => {
                failures.push(format!("{}: its store `claims/` could not be read: {error}", case.title()));
                continue;
            }
        };
        let report = check(&loaded.ledger, &loaded.problems, &options(case));
        let counted = check::summary(&loaded.ledger, &loaded.problems, &options(case)).counts;
        if counted != report.counts {
            failures.push(format!(
                "{}: its findings are {:?}, and counted alone {counted:?}",
                case.title(),
                report.counts
            ));
        }
        let outcome = expect::outcome(&report);
        for failure in &outcome.failures {
            let at = loaded.ledger.texts.position(failure.span);
            let path = &loaded.ledger.texts.file(failure.span.file).path;
            failures.push(format!("{}: {path}:{}: {}", case.title(), at.line, failure.message));
        }
        if outcome.passed + outcome.failures.len() == 0 && loaded.unread == 0 {
            failures.push(format!("{}: it expects nothing: give it an `expect:` list", case.title()));
        }
        if let Some(promise) = case.promise() {
            let kept = |rule: &str, finds| rule == case.rule && finds == promise;
            if !loaded.ledger.expectations.iter().any(|line| kept(&line.rule, line.finds)) {
                let key = if promise { "finds" } else { "finds-no" };
                failures.push(format!(
                    "{}: its name is a promise: say `{key}: {}` under `expect:`",
                    case.title(),
                    case.rule
                ));
            }
        }
        let outputs = [
            ("expected.txt", text(&report, Style { width: 100, ..Style::default() })),
            ("expected.json", json(&report)),
        ];
        for (name, output) in outputs {
            let path = case.folder.join(name);
            if accept {
                fs::write(&path, output).unwrap();
                continue;
            }
            let difference = match fs::read_to_string(&path) {
                Ok(expected) => difference(&expected, &output),
                Err(error) => Some(format!("could not be read: {error}")),
            };
            if let Some(difference) = difference {
                changed = true;
                failures.push(format!("{}/{name}: {difference}", case.title()));
            }
        }
    }
    let hint = if changed {
        "\n\nIf the new output is right, accept it and read the difference before you commit it:\n    \
         GAINSAY_ACCEPT=1 cargo test --test cases\n    git diff tests/cases"
    } else {
        ""
    };
    assert!(failures.is_empty(), "{} failures:\n\n{}{hint}\n", failures.len(), failures.join("\n"));
}

#[test]
fn every_folder_names_a_rule() {
    let strays: Vec<String> = cases()
        .into_iter()
        .filter(|case| !case.rule.starts_with('_') && rules::find(&case.rule).is_none())
        .map(|case| {
            format!(
                "{}: no rule is called `{}`: rename the folder after a rule (`gainsay explain` lists them), or \
                 begin its name with `_` if it belongs to none",
                case.title(),
                case.rule
            )
        })
        .collect();
    assert!(strays.is_empty(), "\n{}\n", strays.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_fires_and_a_near_miss() {
    let all = cases();
    let mut missing = Vec::new();
    // What the audit of a draft says has its cases in `tests/drafts`.
    for rule in CATALOGUE.iter().filter(|rule| !matches!(rule.run, Run::Draft)) {
        for (promise, prefix, what) in [
            (true, "fires", "a small store in which it fires"),
            (
                false,
                "near-miss",
                "the same store changed by one record or one word, in which it finds nothing",
            ),
        ] {
            let of_rule = |case: &&Case| case.rule == rule.id && case.promise() == Some(promise);
            if !all.iter().filter(of_rule).any(|case| fires(case) == promise) {
                missing.push(format!(
                    "`{}`: write tests/cases/{}/{prefix}-<what>/claims/case.yaml: {what}; then run \
                     GAINSAY_ACCEPT=1 cargo test --test cases",
                    rule.id, rule.id
                ));
            }
        }
    }
    assert!(missing.is_empty(), "rules without a case:\n{}\n", missing.join("\n"));
}

/// Whether a case's own rule finds anything in it.
fn fires(case: &Case) -> bool {
    load(case).is_ok_and(|loaded| {
        check(&loaded.ledger, &loaded.problems, &options(case))
            .findings
            .iter()
            .any(|finding| finding.rule == case.rule)
    })
}

fn load(case: &Case) -> std::io::Result<Loaded> {
    read::store(&case.folder.join("claims"), &common::names())
}

/// How a case is checked: strictly, where its rule looks only then.
fn options(case: &Case) -> Options {
    let strict = rules::find(&case.rule).is_some_and(|rule| matches!(rule.run, Run::Strict(_)));
    Options { strict, ..Options::default() }
}

/// Every case, in the order of its path.
fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut all = Vec::new();
    for (rule, folder) in folders(&root) {
        for (name, folder) in folders(&folder) {
            all.push(Case { rule: rule.clone(), name, folder });
        }
    }
    all
}

/// The folders directly in a folder, by name.
fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut inside: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    inside.sort();
    inside
}

/// Where two texts part, in words; none where they are the same.
fn difference(expected: &str, output: &str) -> Option<String> {
    if expected == output {
        return None;
    }
    let mut expected_lines = expected.lines();
    let mut output_lines = output.lines();
    let mut at = 1;
    loop {
        match (expected_lines.next(), output_lines.next()) {
            (Some(was), Some(is)) if was == is => at += 1,
            (None, None) => return Some("other line ends".to_owned()),
            (was, is) => {
                let show =
                    |line: Option<&str>| line.map_or("(the end)".to_owned(), |line| format!("|{line}"));
                return Some(format!("line {at}\n    expected {}\n    printed  {}", show(was), show(is)));
            }
        }
    }
}
