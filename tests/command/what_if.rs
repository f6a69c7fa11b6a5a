//! What hangs on a link: laws of granting and ruling out, and of reconciliations.
#![allow(clippy::unwrap_used, clippy::similar_names)] // tests may fail where they must not

use std::process::Command;

use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::check::what_if::what_if;
use gainsay::read::{Loaded, Text, texts};
use gainsay::reason::Reasoning;
use gainsay::reason::position::PositionId;
use gainsay::rules;

/// A claim for one event, an accusation of a description for another, and a denial of its backer.
const STORE: &str = r#"
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: coast-front, name: Coast Front, kind: armed-group}
  - {id: militias, name: armed groups on the coast, kind: class}
  - {id: herald, name: the Herald, kind: organisation}
  - {id: gazette, name: the Gazette, kind: organisation}
places:
  - {id: north}
  - {id: south}
events:
  - {id: quay-strike, name: the quay strike, participants: [norland]}
  - {id: post-attack, name: the attack on the post, participants: [norland]}
statements:
  - {id: front-claims, by: coast-front, date: 2031-05-01, asserts: ["carried-out(self, quay-strike)", place(quay-strike) = south]}
  - {id: norland-accuses, by: norland, date: 2031-05-02, asserts: ["involved-in(militias, post-attack)", "backs(sudria, militias)", place(post-attack) = north]}
  - {id: sudria-denies, by: sudria, date: 2031-05-03, denies: ["involved-in(sudria, post-attack)"]}
  - {id: herald-leaves-open, by: herald, date: 2031-05-03, leaves-open: ["same-event(quay-strike, post-attack)"]}
"#;

fn load(text: &str) -> Loaded {
    texts(vec![Text { path: "claims/case.yaml".to_owned(), content: Ok(text.to_owned()) }], &rules::names())
}

fn all(reasoning: &Reasoning<'_>) -> Vec<PositionId> {
    (0..reasoning.positions.len()).map(|at| PositionId(u32::try_from(at).unwrap())).collect()
}

/// Runs `gainsay what-if` over a store of one file.
fn command(text: &str, arguments: &[&str]) -> String {
    let folder = tempdir();
    std::fs::create_dir_all(folder.join("claims")).unwrap();
    std::fs::write(folder.join("claims/case.yaml"), text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .arg("what-if")
        .args(arguments)
        .current_dir(&folder)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn tempdir() -> std::path::PathBuf {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("gainsay-what-if-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    std::env::temp_dir().join(name)
}

#[test]
fn granting_lets_the_claim_cover_the_other_event() {
    let said = command(STORE, &["same-event(quay-strike, post-attack)"]);
    assert!(said.contains("Coast Front: says that Coast Front carried out the attack on the post"), "{said}");
    assert!(said.contains("[conflicting-values]"), "{said}");
    assert!(said.contains("member-of(coast-front, militias)"), "{said}");
}

#[test]
fn ruling_out_takes_the_premise_away() {
    let said = command(STORE, &["not backs(sudria, militias)"]);
    assert!(said.contains("Would disappear:") && said.contains("[implied-contradiction]"), "{said}");
    let other = command(STORE, &["not backs(norland, coast-front)"]);
    assert!(other.contains("No finding would come or go"), "{other}");
}

#[test]
fn what_if_of_nothing_is_nothing() {
    let loaded = load(STORE);
    let reasoning = Reasoning::new(&loaded.ledger);
    assert!(what_if(&reasoning, &all(&reasoning), &[], &[]).is_empty());
}

#[test]
fn an_agreement_on_file_is_not_new_beside_another_of_the_same_parties() {
    let two = |id: &str, by: &str| {
        let said = "\"place(quay-strike) = south\", \"place(quay-strike) = north\"";
        format!("  - {{id: {id}, by: {by}, date: 2031-05-04, asserts: [{said}]}}\n")
    };
    let store = format!("{STORE}{}{}", two("herald-says", "herald"), two("gazette-says", "gazette"));
    let agreements = check(&load(&store).ledger, &[], &Options::default()).findings;
    let agreed = agreements.iter().filter(|finding| finding.rule.id == "agreement" && finding.counts());
    assert_eq!(agreed.count(), 2);
    let said = command(&store, &["involved-in(sudria, quay-strike)"]);
    assert!(!said.contains("[agreement]"), "{said}");
}

#[test]
fn granting_what_stands_changes_nothing() {
    let two = "  - {id: herald-says, by: herald, date: 2031-05-04, asserts: [\"same-event(quay-strike, post-attack)\"]}\n  \
               - {id: gazette-says, by: gazette, date: 2031-05-04, asserts: [\"same-event(quay-strike, post-attack)\"]}\n";
    let said = command(&format!("{STORE}{two}"), &["same-event(quay-strike, post-attack)"]);
    assert!(said.contains("This stands already") && said.contains("No finding would come or go"), "{said}");
    let one = two.lines().next().unwrap();
    let said = command(&format!("{STORE}{one}\n"), &["same-event(quay-strike, post-attack)"]);
    assert!(!said.contains("stands already"), "{said}");
}

#[test]
fn each_unverified_link_says_what_hangs_on_it() {
    let loaded = load(STORE);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    let link = |on: &str| {
        report.findings.iter().find(|found| {
            found.rule.id == "unverified-link" && found.on(&loaded.ledger).as_deref() == Some(on)
        })
    };
    let same = link("same-event(post-attack, quay-strike)").unwrap();
    assert!(
        same.hangs_on.iter().any(|hangs| hangs.appears && hangs.rule.id == "conflicting-values"),
        "{same:?}"
    );
    let backs = link("backs(sudria, militias)").unwrap();
    assert!(
        backs.hangs_on.iter().any(|hangs| !hangs.appears && hangs.rule.id == "implied-contradiction"),
        "{backs:?}"
    );
    let deed = link("carried-out(coast-front, quay-strike)").unwrap();
    assert!(deed.hangs_on.is_empty(), "{deed:?}");
}

#[test]
fn a_reconciliation_removes_its_own_contradiction_and_no_other() {
    let clashes = r"
parties: [{id: a, kind: state}, {id: b, kind: state}, {id: c, kind: state}]
events: [{id: e, name: the blast}, {id: f, name: the fire}]
statements:
  - {id: a-says, by: a, date: 2031-05-01, asserts: [killed(e) = 3, killed(f) = 3]}
  - {id: b-says, by: b, date: 2031-05-01, asserts: [killed(e) = 5, killed(f) = 5]}
  - {id: c-says, by: c, date: 2031-05-01, asserts: [killed(e) = 7]}
";
    let found = |text: &str| -> Vec<(Option<String>, Vec<String>, bool)> {
        let loaded = load(text);
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let report = check(&loaded.ledger, &loaded.problems, &Options::default());
        let ledger = &loaded.ledger;
        let contradictions = report.findings.iter().filter(|found| found.rule.id == "conflicting-values");
        let mut rows: Vec<_> = contradictions
            .map(|found| {
                let ids = found.statements.iter().map(|id| ledger.statement(*id).id.clone()).collect();
                (found.on(ledger), ids, found.reconciled.is_some())
            })
            .collect();
        rows.sort();
        rows
    };
    let (on_e, on_f) = (Some("killed(e)".to_owned()), Some("killed(f)".to_owned()));
    let ids = |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    let before = found(clashes);
    assert_eq!(
        before,
        [
            (on_e.clone(), ids(&["a-says", "b-says", "c-says"]), false),
            (on_f.clone(), ids(&["a-says", "b-says"]), false)
        ]
    );
    // One pair on one proposition: the other pairs and the other proposition stay.
    let one = found(&format!(
        "{clashes}reconciliations:\n  - {{between: [a-says, b-says], on: killed(f), reason: scope}}\n"
    ));
    assert_eq!(one, [before[0].clone(), (on_f.clone(), ids(&["a-says", "b-says"]), true)]);
    let pair =
        found(&format!("{clashes}reconciliations:\n  - {{between: [a-says, b-says], reason: scope}}\n"));
    assert_eq!(
        pair,
        [
            (on_e.clone(), ids(&["a-says", "b-says", "c-says"]), false),
            (on_f.clone(), ids(&["a-says", "b-says"]), true)
        ]
    );
    let all = found(&format!(
        "{clashes}reconciliations:\n  - {{between: [a-says, b-says, c-says], on: killed(e), reason: time}}\n"
    ));
    assert_eq!(
        all,
        [(on_e, ids(&["a-says", "b-says", "c-says"]), true), (on_f, ids(&["a-says", "b-says"]), false)]
    );
}

#[test]
fn what_was_said_since_was_not_seen() {
    let store = |date: &str| {
        format!(
            "
parties: [{{id: a, kind: state}}, {{id: b, kind: state}}]
events: [{{id: e, name: the blast}}]
statements:
  - {{id: a-says, by: a, date: 2031-05-01, asserts: [killed(e) = 3]}}
  - {{id: b-says, by: b, date: 2031-05-03, asserts: [killed(e) = 5]}}
accepted:
  - {{rule: conflicting-values, by: the desk, date: {date}}}
"
        )
    };
    let accepted = |date: &str| {
        let loaded = load(&store(date));
        let report = check(&loaded.ledger, &loaded.problems, &Options::default());
        report.findings.iter().find(|found| found.rule.id == "conflicting-values").unwrap().accepted
    };
    assert!(accepted("2031-05-03"));
    assert!(!accepted("2031-05-02"));
}
