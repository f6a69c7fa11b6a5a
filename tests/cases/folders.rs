//! The case folders: `tests/cases/<rule>/<name>/claims/*.yaml` is a small store, `expected.txt` is what it must print,
//! and its `expect:` list must be met. One case of each rule
//! holds its JSON as well, in `expected.json`.
//!
//! `GAINSAY_ACCEPT=1 cargo test --test cases` writes the expected files; read what changed before you commit it.
//! A folder whose name begins with `_` belongs to no rule.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::expect;
use gainsay::check::formats::{json, text};
use gainsay::check::options::Options;
use gainsay::check::{self, Report, check};
use gainsay::layout::Style;
use gainsay::read::{self, Loaded};
use gainsay::rules::{self, CATALOGUE, Run};
use libtest_mimic::{Failed, Trial};

use crate::common;
use crate::outcome;

/// The JSON that a case must print, where it is held.
const JSON: &str = "expected.json";

/// What to do when the output is other than the expected file.
const HINT: &str = "\n\nIf the new output is right, accept it and read the difference before you commit it:\n    \
                    GAINSAY_ACCEPT=1 cargo test --test cases\n    git diff tests/cases";

/// A test for each case, under the name of its folder, and two on all of them.
pub fn trials() -> Vec<Trial> {
    let mut trials = vec![
        Trial::test("every_folder_names_a_rule", || outcome(&strays())),
        Trial::test("every_rule_has_a_case_that_fires_and_a_near_miss", || outcome(&missing())),
    ];
    trials.extend(cases().into_iter().map(|case| {
        let name = format!("{}/{}", case.rule, case.name);
        Trial::test(name, move || prints_what_it_must(&case))
    }));
    trials
}

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

fn prints_what_it_must(case: &Case) -> Result<(), Failed> {
    let loaded = load(case).map_err(|error| format!("its store `claims/` could not be read: {error}"))?;
    let report = check(&loaded.ledger, &loaded.problems, &options(case));
    let mut failures = failed_promises(case, &loaded, &report);
    let counted = check::summary(&loaded.ledger, &loaded.problems, &options(case)).counts;
    if counted != report.counts {
        failures.push(format!("its findings are {:?}, and counted alone {counted:?}", report.counts));
    }
    let printed = text(&report, Style { width: 100, ..Style::default() });
    failures.extend(changed(case, "expected.txt", &printed));
    if holds_json(case) {
        failures.extend(changed(case, JSON, &json(&report)));
    }
    outcome(&failures)
}

/// What its `expect:` list and its name promise and its report does not keep.
fn failed_promises(case: &Case, loaded: &Loaded, report: &Report) -> Vec<String> {
    let mut failures = Vec::new();
    let outcome = expect::outcome(report);
    for failure in &outcome.failures {
        let at = loaded.ledger.texts.position(failure.span);
        let path = &loaded.ledger.texts.file(failure.span.file).path;
        failures.push(format!("{path}:{}: {}", at.line, failure.message));
    }
    if outcome.passed + outcome.failures.len() == 0 && loaded.unread == 0 {
        failures.push("it expects nothing: give it an `expect:` list".to_owned());
    }
    if let Some(promise) = case.promise() {
        let kept = |rule: &str, finds| rule == case.rule && finds == promise;
        if !loaded.ledger.expectations.iter().any(|line| kept(&line.rule, line.finds)) {
            let key = if promise { "finds" } else { "finds-no" };
            failures.push(format!("its name is a promise: say `{key}: {}` under `expect:`", case.rule));
        }
    }
    failures
}

/// Whether a case holds its JSON: where it has the file, and the first case that fires where none of its rule has one.
fn holds_json(case: &Case) -> bool {
    let of_rule: Vec<Case> = cases().into_iter().filter(|other| other.rule == case.rule).collect();
    let has_file = |case: &Case| case.folder.join(JSON).exists();
    let first = of_rule.iter().find(|other| other.promise() == Some(true));
    has_file(case) || (!of_rule.iter().any(has_file) && first.is_some_and(|first| first.name == case.name))
}

/// Where an output parts from the file that holds what was printed before; none after it has been accepted.
fn changed(case: &Case, name: &str, output: &str) -> Option<String> {
    let path = case.folder.join(name);
    if common::is_set("GAINSAY_ACCEPT") {
        fs::write(&path, output).unwrap();
        return None;
    }
    let difference = match fs::read_to_string(&path) {
        Ok(expected) => difference(&expected, output),
        Err(error) => Some(format!("could not be read: {error}")),
    };
    difference.map(|difference| format!("{}/{name}: {difference}{HINT}", case.title()))
}

/// The folders that are named after no rule.
fn strays() -> Vec<String> {
    cases()
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
        .collect()
}

/// What the rules lack: a case that fires, or a near miss.
fn missing() -> Vec<String> {
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
    missing
}

/// Whether a case's own rule finds anything in it.
fn fires(case: &Case) -> bool {
    load(case).is_ok_and(|loaded| {
        check(&loaded.ledger, &loaded.problems, &options(case))
            .findings
            .iter()
            .any(|finding| finding.rule.id == case.rule)
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
    assert!(!all.is_empty(), "there is no case under tests/cases");
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
