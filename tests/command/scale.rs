//! The SQL of `scale/` in `DuckDB` against gainsay, finding by finding, on ledgers that nobody wrote: a checker by other hands. What
//! it finds is worded as `check` words its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use sha2::Digest;

use crate::common::folder::Folder;
use crate::generator::large::{self, Shape};
use crate::generator::small::Ledger;

/// The number of small ledgers, in each of which much clashes.
const SMALL: u64 = 60;

#[test]
#[ignore = "needs DuckDB in tests/tools/python, which .ci/run puts there"]
fn sql_finds_what_gainsay_finds() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let _ = fs::remove_dir_all(&folder);
    for seed in 0..SMALL {
        case(&folder.join(format!("small-{seed:03}")), &[("case.yaml".to_owned(), Ledger::new(seed).text())]);
    }
    for (name, shape) in
        [("even", Shape::Even), ("one-event", Shape::OneEvent), ("one-party", Shape::OneParty)]
    {
        case(&folder.join(name), &large::shaped(2_000, 2, 1, shape));
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(project.join("tests/tools/python/bin/python"));
    let compared = python.arg(project.join("tests/tools/scale.py")).arg(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&compared.stdout);
    assert!(compared.status.success(), "{said}{}", String::from_utf8_lossy(&compared.stderr));
    for entry in fs::read_dir(&folder).unwrap() {
        worded(&entry.unwrap().path());
    }
    fs::remove_dir_all(folder).unwrap();
}

/// Writes a store, its columns and the JSON of its check.
fn case(folder: &Path, texts: &[(String, String)]) {
    for (name, text) in texts {
        let path = folder.join("claims").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let exported = run(folder, &["export", "--columns", "columns"]);
    assert!(exported.stdout.starts_with(b"Wrote 25 files"), "{}", String::from_utf8_lossy(&exported.stderr));
    fs::write(folder.join("check.json"), run(folder, &["check", "--format", "json"]).stdout).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut gainsay = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    gainsay.current_dir(folder).args(arguments).output().unwrap()
}

/// The rules that the SQL has.
const RULES: [&str; 8] = [
    "agreement",
    "shared-position",
    "direct-contradiction",
    "conflicting-values",
    "reversal",
    "self-contradiction",
    "split-position",
    "unverified-link",
];

/// The findings of a report, each as text, but for the finding into which it is folded, which may be of a rule that no engine has.
fn findings(report: &[u8]) -> BTreeSet<String> {
    let report: Value = serde_json::from_slice(report).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|finding| RULES.iter().any(|rule| finding["rule"] == *rule));
    let text = |finding: &Value| {
        let mut finding = finding.clone();
        finding.as_object_mut().unwrap().remove("folded_into");
        finding.to_string()
    };
    findings.map(text).collect()
}

/// Whether what an engine found is worded as `check` words it: all of it, and what it found on every seventh proposition alone.
fn worded(folder: &Path) {
    let all = findings(&fs::read(folder.join("check.json")).unwrap());
    let printed = run(folder, &["check", "--from-columns", "columns", "--format", "json"]);
    let complaints = String::from_utf8_lossy(&printed.stderr);
    assert!(matches!(printed.status.code(), Some(0 | 1)), "{}: {complaints}", folder.display());
    same(folder, &findings(&printed.stdout), &all);
    let table = fs::read_to_string(folder.join("columns/findings.csv")).unwrap();
    let mut rows = table.split_inclusive('\n');
    let heading = rows.next().unwrap().to_owned();
    // A proposition with a comma in it stands in quotation marks.
    let proposition = |row: &str| {
        let (_, rest) = row.split_once(',').unwrap();
        let mut parts = rest.split(if rest.starts_with('"') { '"' } else { ',' });
        if rest.starts_with('"') { parts.nth(1) } else { parts.next() }.unwrap().to_owned()
    };
    let rows: Vec<&str> = rows.collect();
    let all_of: BTreeSet<String> = rows.iter().map(|row| proposition(row)).collect();
    let some: BTreeSet<&String> = all_of.iter().step_by(7).collect();
    let few = rows.iter().filter(|row| some.contains(&proposition(row))).copied();
    fs::write(folder.join("few.csv"), heading + &few.collect::<String>()).unwrap();
    let printed =
        run(folder, &["check", "--from-columns", "columns", "--findings", "few.csv", "--format", "json"]);
    let complaints = String::from_utf8_lossy(&printed.stderr);
    assert!(matches!(printed.status.code(), Some(0 | 1)), "{}: {complaints}", folder.display());
    let few = findings(&printed.stdout);
    assert!(few.len() >= some.len(), "{}: {few:?}", folder.display());
    // What hangs on a link is worked out of so many in a run: here it may be that a whole check leaves some out.
    let left_out = "What hangs on it was not worked out here";
    let bound = |text: &&String| {
        let of = |text: &str| serde_json::from_str::<Value>(text).unwrap()["proposition"].to_string();
        all.iter().any(|whole| whole.contains(left_out) && of(whole) == of(text))
    };
    let few: BTreeSet<String> = few.iter().filter(|text| !bound(text)).cloned().collect();
    let known: BTreeSet<String> = all.intersection(&few).cloned().collect();
    same(folder, &few, &known);
}

#[track_caller]
fn same(folder: &Path, ours: &BTreeSet<String>, theirs: &BTreeSet<String>) {
    let only =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).take(3).cloned().collect::<Vec<_>>();
    let (more, fewer) = (only(ours, theirs), only(theirs, ours));
    assert!(more.is_empty() && fewer.is_empty(), "{}: {more:#?} and not {fewer:#?}", folder.display());
}

/// A store, its columns, and findings as an engine might write them, with the mark of that export.
fn exported(rows: &str) -> (Folder, String) {
    let text = "\
parties: [{id: norland, name: Norland, kind: state}, {id: sudria, name: Sudria, kind: state}]
events: [{id: quay-fire, name: the quay fire, date: 2031-05-01}]
statements:
  - {id: a, by: norland, date: 2031-05-02, quote: They did it., asserts: ['carried-out(sudria, quay-fire)']}
  - {id: b, by: sudria, date: 2031-05-03, quote: We did not., denies: ['carried-out(self, quay-fire)']}
";
    let folder = Folder::with(&[("a.yaml", text)]);
    let written = run(&folder.0, &["export", "--columns", "out"]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let list = fs::read(folder.0.join("out/export.json")).unwrap();
    let mark = format!("{:x}", sha2::Sha256::digest(&list))[..16].to_owned();
    let heading = "rule,proposition,side,value,scope,of_root,root,statement,export\n";
    fs::write(folder.0.join("out/findings.csv"), heading.to_owned() + &rows.replace('@', &mark)).unwrap();
    (folder, mark)
}

const CLASH: &str = "\
direct-contradiction,\"carried-out(sudria, quay-fire)\",0,0,0,0,norland,a,@
direct-contradiction,\"carried-out(sudria, quay-fire)\",0,0,0,0,sudria,b,@
";

#[test]
fn what_an_engine_found_is_worded() {
    let (folder, _) = exported(CLASH);
    let text = |arguments: &[&str], status: i32| {
        let printed = run(&folder.0, arguments);
        let all = String::from_utf8([printed.stdout, printed.stderr].concat()).unwrap();
        assert_eq!(printed.status.code(), Some(status), "{all}");
        all
    };
    let told = text(&["check", "--from-columns", "out"], 0);
    for words in [
        "whether Sudria carried out the quay fire",
        "“They did it.”",
        "“We did not.”",
        "claims/a.yaml:4",
        "2 statements by 2 parties in 1 file: 0 agreements, 1 contradiction",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let counts = text(&["check", "--from-columns", "out", "--summary"], 0);
    assert!(counts.contains("1 contradiction") && !counts.contains("They did it"), "{counts}");
    text(&["check", "--from-columns", "out", "--deny", "direct-contradiction"], 1);
    text(&["check", "--from-columns", "out", "--strict"], 2);
    let markdown = text(&["check", "--from-columns", "out", "--format", "markdown"], 0);
    assert!(markdown.contains("We did not"), "{markdown}");
}

#[test]
fn what_is_wrong_with_what_an_engine_found_is_told_with_its_place() {
    let clash = CLASH.lines().collect::<Vec<_>>();
    let rows = [
        clash[0].replace("direct-contradiction", "direct-contradictoin"),
        clash[0].replace(",a,", ",,"),
        clash[0].replace('@', "0123456789abcdef"),
        clash[0].replace("norland,a", "norland,zz").replace(",0,0,0,0,", ",0,0,0,1,"),
        clash[0].replace(",0,0,0,0,", ",0,0,0,2,"),
        CLASH.to_owned(),
    ];
    let (folder, mark) = exported(&rows.join("\n"));
    let printed = run(&folder.0, &["check", "--from-columns", "out"]);
    let (told, complaints) =
        (String::from_utf8(printed.stdout).unwrap(), String::from_utf8(printed.stderr).unwrap());
    assert_eq!(printed.status.code(), Some(2), "{complaints}");
    // The rest goes on.
    assert!(told.contains("“We did not.”"), "{told}");
    for words in [
        "out/findings.csv, row 2, column `rule`: `direct-contradictoin` is no rule that an engine can find by the columns\nhelp: did you mean `direct-contradiction`?",
        "out/findings.csv, row 3, column `statement`: nothing stands here",
        &format!(
            "out/findings.csv, row 4, column `export`: this was found in another export (`0123456789abcdef`), and not in this one (`{mark}`)"
        ),
        "out/findings.csv, row 5: the export holds no statement `zz`; the finding is left out",
        "out/findings.csv, row 6: `direct-contradiction` on `carried-out(sudria, quay-fire)` (norland; statements a) cannot be worded",
    ] {
        assert!(complaints.contains(words), "{words}: {complaints}");
    }
    // A file that was changed since, and one that is gone; columns and findings that are not there.
    let file = folder.claims().join("a.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let refused = |arguments: &[&str], words: &str| {
        let printed = run(&folder.0, arguments);
        let complaints = String::from_utf8(printed.stderr).unwrap();
        assert!(printed.status.code() == Some(2) && complaints.contains(words), "{words}: {complaints}");
    };
    fs::write(&file, text.replace("We did not.", "We did nothing.")).unwrap();
    refused(
        &["check", "--from-columns", "out"],
        "claims/a.yaml: this file is another than the one that was exported",
    );
    fs::remove_file(&file).unwrap();
    refused(
        &["check", "--from-columns", "out"],
        "claims/a.yaml: this file was exported, and `claims` has it not",
    );
    fs::write(&file, text).unwrap();
    refused(
        &["check", "--from-columns", "out", "--findings", "none.csv"],
        "none.csv: this could not be read",
    );
    refused(&["check", "--from-columns", "claims"], "claims: this holds no export");
    fs::write(folder.0.join("out/implied.csv"), "proposition,consequence,happening\n1,x,0\n").unwrap();
    refused(
        &["check", "--from-columns", "out"],
        "out/implied.csv, row 2, column `consequence`: a whole number has to stand here",
    );
    fs::remove_file(folder.0.join("out/implied.csv")).unwrap();
    refused(&["check", "--from-columns", "out"], "out/implied.csv: this could not be read");
}
