//! What is shown beside the files: SARIF logs and GitHub annotations.

use crate::common::node;

use std::path::Path;
use std::process::Command;

use crate::common::findings::{at, file, finding, harbour, problem, report};
use gainsay::check::formats::{github, sarif};
use gainsay::check::{Counts, Report};
use gainsay::ledger::Ledger;
use gainsay::rules::finding::{Family, Finding, Label, Level};
use gainsay::text::FileId;
use serde_json::Value;

fn parsed(report: &Report<'_>, base: &str) -> Value {
    serde_json::from_str(&sarif(report, base)).unwrap()
}

/// Harbour with a label for each statement, as a rule would write it.
fn clash(ledger: &mut Ledger) -> Finding {
    let found = harbour(ledger);
    let label = |line, text: &str| Label { span: at(FileId(0), line), text: text.to_owned() };
    Finding { labels: vec![label(12, "Ann Envoy"), label(20, "official"), label(31, "League")], ..found }
}

#[test]
fn a_finding_is_a_result_with_the_other_side_as_a_related_place() {
    let mut ledger = Ledger::default();
    let found = clash(&mut ledger);
    let log = parsed(&report(&ledger, vec![found]), "desk/");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!(rule["id"], "direct-contradiction");
    assert_eq!(rule["defaultConfiguration"]["level"], "warning");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("# What to do"), "{rule}");
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 1);
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["ruleIndex"]), (&"direct-contradiction".into(), &0.into()));
    let places = |list: &Value| {
        let places = list.as_array().unwrap().iter().map(|place| &place["physicalLocation"]);
        places
            .map(|place| (place["artifactLocation"]["uri"].clone(), place["region"]["startLine"].clone()))
            .collect::<Vec<_>>()
    };
    let uri = Value::from("desk/claims/harbour.yaml");
    assert_eq!(places(&result["locations"]), [(uri.clone(), 12.into())]);
    assert_eq!(places(&result["relatedLocations"]), [(uri.clone(), 20.into()), (uri, 31.into())]);
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["endColumn"], 7);
    let message = result["message"]["text"].as_str().unwrap();
    assert!(
        message.starts_with("Contradiction: whether the League of the Free Coast carried out"),
        "{message}"
    );
    assert!(message.contains("“It was not us” (The Wire) [claims/harbour.yaml:31](2)"), "{message}");
    let expected = "direct-contradiction | carried-out(league, harbour-strike) | league | north";
    assert_eq!(result["partialFingerprints"]["gainsayIdentity/v1"], expected);
    assert_eq!(result["suppressions"], Value::Null);
}

#[test]
fn what_an_editor_settled_is_suppressed_with_its_reason() {
    let mut ledger = Ledger::default();
    let found = clash(&mut ledger);
    let settled = Finding { reconciled: Some("time".to_owned()), ..found };
    let report = report(&ledger, vec![settled]);
    let suppression = &parsed(&report, "")["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["kind"], "external");
    assert!(suppression["justification"].as_str().unwrap().ends_with("reason: time"), "{suppression}");
    let printed = github(&report, "");
    assert!(printed.starts_with("Reconciled: whether the League"), "{printed}");
    assert!(!printed.contains("::warning"), "{printed}");
}

#[test]
fn a_finding_without_a_place_stands_in_the_first_file() {
    let mut ledger = Ledger::default();
    ledger.texts.add("the built-in vocabulary".to_owned(), String::new());
    file(&mut ledger, "claims/a.yaml");
    let bare = finding("agreement", Family::Agreement, Level::Note, "they agree", "They say the same.");
    let log = parsed(&report(&ledger, vec![bare]), "");
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "claims/a.yaml");
    assert_eq!(place["region"]["startLine"], 1);
}

/// More findings than a log may hold, the errors last.
fn many(ledger: &mut Ledger) -> Vec<Finding> {
    file(ledger, "claims/a.yaml");
    let note = |at_line| Finding {
        level: Level::Note,
        ..problem("unused-record", "unused", at(FileId(0), at_line), "")
    };
    let mut all: Vec<Finding> = (0..25_003).map(|number| note(number % 40 + 1)).collect();
    all.push(problem("bad-date", "no date", at(FileId(0), 3), ""));
    all
}

#[test]
fn of_too_many_results_the_gravest_are_kept_and_the_rest_is_counted() {
    let mut ledger = Ledger::default();
    let all = many(&mut ledger);
    let log = parsed(&report(&ledger, all), "");
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 25_000);
    assert_eq!(run["results"][0]["ruleId"], "bad-date");
    let told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(
        told.starts_with("4 results are left out") && told.contains("0 errors, 0 warnings, 4 notes"),
        "{told}"
    );
}

#[test]
fn an_annotation_stands_at_its_line_and_says_both_sides() {
    let mut ledger = Ledger::default();
    let found = clash(&mut ledger);
    let mut wrong = problem("unknown-reference", "unknown party `a,b: 50%`", at(FileId(0), 3), "");
    wrong.help = Some("did you mean `north`?".to_owned());
    let report =
        Report { counts: Counts { problems: 1, ..Counts::default() }, ..report(&ledger, vec![wrong, found]) };
    let printed = github(&report, "desk/");
    let rows: Vec<&str> = printed.lines().collect();
    assert_eq!(
        rows[0],
        "::error file=desk/claims/harbour.yaml,line=3,col=1,title=Unknown party `a%2Cb%3A 50%25` \
         [unknown-reference]::help: did you mean `north`?"
    );
    let begins =
        "::warning file=desk/claims/harbour.yaml,line=12,col=1,title=Contradiction%3A whether the League";
    assert!(rows[1].starts_with(begins), "{}", rows[1]);
    for side in [
        "%0ANorthland: asserts it",
        "%0ALeague of the Free Coast and Its Islands: denies it",
        "– 28 Jan 2024: “It was not us”",
    ] {
        assert!(rows[1].contains(side), "{side} in {}", rows[1]);
    }
    assert_eq!(rows.len(), 3);
    assert!(rows[2].ends_with("1 problem in the record"), "{}", rows[2]);
}

/// The command says where a file is as seen from the current folder, wherever the store lies below it.
#[test]
fn paths_lead_from_the_current_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("annotations");
    std::fs::create_dir_all(folder.join("desk/clai ms")).unwrap();
    std::fs::write(folder.join("desk/clai ms/a#1.yaml"), "parties:\n  - {id: a, knd: state}\n").unwrap();
    let run = |here: &str, store: &str, format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(folder.join(here)).args(["check", store, "--format", format]);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(run("", "desk/clai ms", "sarif").contains("\"desk/clai%20ms/a%231.yaml\""));
    assert!(run("", "desk/clai ms", "github").contains("file=desk/clai ms/a#1.yaml,"));
    // From beside or below it there is no such way: the name is that of every other format.
    assert!(run("desk/clai ms", ".", "github").contains("file=clai ms/a#1.yaml,"));
}

/// Needs the packages of `tests/tools`, which `.ci/run` installs.
#[test]
#[ignore = "needs `npm ci --prefix tests/tools`; .ci/run does that and runs it"]
fn logs_are_valid_by_the_schema() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    std::fs::create_dir_all(&folder).unwrap();
    let mut ledger = Ledger::default();
    let found = clash(&mut ledger);
    let reconciled = Finding { reconciled: Some("time".to_owned()), ..found.clone() };
    let bare = Finding { labels: Vec::new(), ..found.clone() };
    let few = sarif(&report(&ledger, vec![found, reconciled, bare]), "");
    let mut big = Ledger::default();
    let all = many(&mut big);
    let logs = [
        ("few", few.clone()),
        ("none", sarif(&report(&Ledger::default(), Vec::new()), "")),
        (
            "nowhere",
            sarif(
                &report(
                    &Ledger::default(),
                    vec![finding("agreement", Family::Agreement, Level::Note, "", "")],
                ),
                "",
            ),
        ),
        ("many", sarif(&report(&big, all), "")),
    ];
    for (name, log) in logs {
        let (valid, said) = validated(&folder, name, &log);
        assert!(valid, "{name}: {said}");
    }
    let (valid, said) = validated(&folder, "wrong", &few.replace("\"startLine\": 12", "\"startLine\": 0"));
    assert!(!valid && said.contains("startLine"), "the validator finds nothing: {said}");
}

fn validated(folder: &Path, name: &str, log: &str) -> (bool, String) {
    let file = folder.join(format!("{name}.sarif"));
    std::fs::write(&file, log).unwrap();
    let output = node::run("sarif.js", &[&file], "");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}
