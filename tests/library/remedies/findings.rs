//! The advice of every rule that gives one: followed, the finding is gone or settled, and the records mean what was meant.
//! The cases are data, `findings/*.txt`, written as those of the reader are; `says|` begins with the rule.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gainsay::check::Case as Checked;
use gainsay::check::options::Options;
use gainsay::rules;
use gainsay::rules::finding::{Finding, Level};

use super::followed::{BASE, Case, cases};
use super::held;

/// Sources with a text, and a text.
const ARCHIVED: &str = "sources:\n  - {id: arch, outlet: daily, archive: arch.txt}\n  \
                        - {id: other-arch, outlet: daily, archive: other.txt}\n";
const TEXT: &str = include_str!("findings/arch.txt");

/// The store of the cases with a text in it, checked.
fn checked(content: &str) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("claims");
    fs::create_dir(&store).unwrap();
    for (name, content) in [
        ("base.yaml", BASE),
        ("archived.yaml", ARCHIVED),
        ("arch.txt", TEXT),
        ("other.txt", "It rained on the hills.\n"),
        ("case.yaml", content),
    ] {
        fs::write(store.join(name), content).unwrap();
    }
    Checked::open(&store, Options { strict: true, ..Options::default() }).unwrap()
}

/// The findings with advice, as a case names them, and whether an editor has settled them.
fn advised(checked: &Checked) -> Vec<(String, &'static str, bool)> {
    let told = |finding: &Finding| {
        let help = finding.help.as_ref()?;
        let words = format!("{}: {}\n{help}", finding.rule.id, finding.told());
        Some((words, finding.rule.id, finding.settled()))
    };
    checked.report().findings.iter().filter_map(told).collect()
}

fn errors(checked: &Checked) -> Vec<String> {
    let report = checked.report();
    let wrong = report.findings.iter().filter(|finding| finding.level == Level::Error);
    wrong.map(|finding| finding.told().into_owned()).collect()
}

fn follow(base: &Checked, case: &Case, met: &mut BTreeSet<&'static str>) -> Vec<String> {
    let mut wrong = Vec::new();
    let before = checked(&case.wrong);
    let told = advised(&before);
    for says in &case.says {
        if !told.iter().any(|(told, ..)| told.contains(says)) {
            wrong.push(format!("is not told {says:?}, but {told:#?}"));
        }
    }
    let named = |rule: &str| case.says.iter().any(|says| says.starts_with(&format!("{rule}:")));
    met.extend(told.iter().map(|(_, rule, _)| *rule).filter(|rule| named(rule)));
    for way in &case.ways {
        let text = case.after(way, &mut wrong);
        let after = checked(&text);
        for (told, rule, settled) in advised(&after) {
            if named(rule) && !settled && case.says.first().is_some_and(|says| told.contains(says)) {
                wrong.push(format!("after {:?}: {told}", way.done));
            }
        }
        let (errors, held) = (errors(&after), held::beside(base.ledger(), after.ledger()));
        if way.done.is_empty() || way.means.is_empty() || !errors.is_empty() {
            wrong.push(format!("after {:?}: {errors:#?}", way.done));
        }
        for means in way.means.iter().filter(|means| !held.contains(means.as_str())) {
            wrong.push(format!("does not mean {means:?}:\n{held}"));
        }
    }
    wrong
}

/// Rules whose findings say what to do, by their code.
fn advising() -> BTreeSet<&'static str> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gives = |rule: &&rules::Rule| {
        let name = rule.id.replace('-', "_");
        ["record", "links", "contradictions", "agreements"].iter().any(|family| {
            let code = fs::read_to_string(root.join(format!("src/rules/{family}/{name}.rs")));
            code.is_ok_and(|code| code.contains("compose::record(") || code.contains(".help ="))
        })
    };
    let advising: BTreeSet<_> = rules::CATALOGUE.iter().copied().filter(gives).map(|rule| rule.id).collect();
    assert!(advising.len() > 12, "{advising:?}");
    advising
}

#[test]
fn the_advice_of_each_rule_settles_what_it_found() {
    let base = checked("");
    let (mut met, mut report) = (BTreeSet::new(), String::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library/remedies/findings");
    for name in ["record.txt", "links.txt"] {
        for case in cases(&fs::read_to_string(folder.join(name)).unwrap()) {
            for wrong in follow(&base, &case, &mut met) {
                let _ = writeln!(report, "## {}: {wrong}", case.title);
            }
        }
    }
    for rule in advising().difference(&met) {
        let _ = writeln!(report, "no case of tests/library/remedies/findings follows the advice of `{rule}`");
    }
    assert!(report.is_empty(), "\n{report}");
}
