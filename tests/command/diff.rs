//! What changed: by finding and not by line; between dates, folders and git revisions.

use std::path::Path;
use std::process::Command;

use crate::common::incident::{PARTIES, case, folder, gainsay, said, write};
use gainsay::check::options::Options;
use gainsay::views::compare::formats::{Ends, markdown};
use gainsay::views::compare::{Diff, Snapshot, compare, snapshot};

const DENIED: &str = "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['involved-in(sudria, quay-fire)']}
  - {id: s1, by: sudria, date: 2031-05-03, denies: ['involved-in(self, quay-fire)']}
  - {id: n2, by: norland, date: 2031-05-03, asserts: ['killed(quay-fire) = 24']}
  - {id: e2, by: estia, date: 2031-05-03, asserts: ['killed(quay-fire) = 9']}
";
const TURNED: &str = "
  - {id: s2, by: sudria, date: 2031-05-06, asserts: ['involved-in(self, quay-fire)']}
  - {id: e3, by: estia, date: 2031-05-06, asserts: ['killed(quay-fire) = 24', 'backs(sudria, front)']}
";
const JOINED: &str = "
  - {id: e4, by: estia, date: 2031-05-04, asserts: ['involved-in(sudria, quay-fire)']}
  - {id: s4, by: sudria, date: 2031-05-05, denies: ['involved-in(self, quay-fire)']}
";

fn shot(records: &str) -> Snapshot {
    snapshot(&case(records, Options::default()))
}

fn rules(found: &[gainsay::views::compare::Kept]) -> Vec<&str> {
    found.iter().map(|one| one.identity.rule).collect()
}

#[test]
fn a_ledger_differs_in_nothing_from_itself() {
    for records in [DENIED.to_owned(), format!("{DENIED}{TURNED}"), format!("{DENIED}{JOINED}")] {
        let one = shot(&records);
        assert!(compare(&one, &one).is_empty());
        assert!(!one.findings.is_empty());
        // A line more at the top moves every record and changes nothing.
        assert!(compare(&one, &shot(&format!("\n# a remark\n{records}"))).is_empty());
    }
}

#[test]
fn a_comparison_mirrors_its_reverse() {
    let stores = [String::new(), DENIED.to_owned(), format!("{DENIED}{TURNED}"), format!("{DENIED}{JOINED}")];
    for a in &stores {
        for b in &stores {
            let (a, b) = (shot(a), shot(b));
            let mut there = compare(&a, &b);
            let back = compare(&b, &a);
            let key =
                |pair: &(gainsay::views::compare::Kept, gainsay::views::compare::Kept)| format!("{pair:?}");
            let mut changed: Vec<_> = back.changed.into_iter().map(|(a, b)| (b, a)).collect();
            changed.sort_by_key(key);
            there.changed.sort_by_key(key);
            let mirrored = Diff {
                new: back.settled,
                settled: back.new,
                reversed: back
                    .reversed
                    .into_iter()
                    .map(|one| gainsay::views::compare::Reversed {
                        before: one.after,
                        after: one.before,
                        ..one
                    })
                    .collect(),
                changed,
                statements: (back.statements.1, back.statements.0),
            };
            assert_eq!(there, mirrored);
        }
    }
}

#[test]
fn who_turned_round_is_named_and_what_is_over_is_settled() {
    let diff = compare(&shot(DENIED), &shot(&format!("{DENIED}{TURNED}")));
    let [reversed] = diff.reversed.as_slice() else { panic!("{:?}", diff.reversed) };
    assert_eq!(reversed.root.0, "sudria");
    assert_eq!(reversed.proposition, "involved-in(sudria, quay-fire)");
    assert_eq!(reversed.before.says, "denies that Sudria was involved in the quay fire");
    assert!(rules(&diff.settled).contains(&"direct-contradiction"), "{:?}", rules(&diff.settled));
    assert!(rules(&diff.settled).contains(&"conflicting-values"));
    assert!(rules(&diff.new).contains(&"reversal"));
    assert!(rules(&diff.new).contains(&"unanswered-accusation"));
}

#[test]
fn a_contradiction_that_somebody_joins_is_not_settled() {
    let diff = compare(&shot(DENIED), &shot(&format!("{DENIED}{JOINED}")));
    assert!(!rules(&diff.settled).contains(&"direct-contradiction"), "{:?}", diff.settled);
    assert!(!rules(&diff.new).contains(&"direct-contradiction"), "{:?}", diff.new);
    let changed = diff.changed.iter().find(|(_, after)| after.identity.rule == "direct-contradiction");
    let (before, after) = changed.unwrap();
    assert_eq!(before.names, ["Norland", "Sudria"]);
    assert_eq!(after.names, ["Estia", "Norland", "Sudria"]);
}

#[test]
fn a_clash_of_figures_of_which_one_was_raised_is_changed_and_not_settled() {
    let raised = "  - {id: n5, by: norland, date: 2031-05-05, asserts: ['killed(quay-fire) = 31']}\n";
    let (before, after) = (shot(DENIED), shot(&format!("{DENIED}{raised}")));
    let diff = compare(&before, &after);
    assert!(!rules(&diff.settled).contains(&"conflicting-values"), "{:?}", diff.settled);
    assert!(!rules(&diff.new).contains(&"conflicting-values"), "{:?}", diff.new);
    let ends = Ends { before: "one".to_owned(), after: "two".to_owned() };
    let told = markdown(&diff, &ends);
    assert!(told.contains("Norland: 31, before it 24; rests on n5; rests no more on n2."), "{told}");
    // Another who gives a figure is another clash, and no change of this one.
    let other = DENIED.replace("by: norland, date: 2031-05-03", "by: front, date: 2031-05-03");
    let diff = compare(&before, &shot(&other));
    assert!(rules(&diff.settled).contains(&"conflicting-values"), "{:?}", diff.changed);
}

#[test]
fn levels_and_reconciliations_are_changes() {
    let quiet = compare(
        &shot(DENIED),
        &shot(&format!("{DENIED}settings: {{levels: {{conflicting-values: note}}}}\n")),
    );
    assert_eq!((quiet.new.len(), quiet.settled.len(), quiet.changed.len()), (0, 0, 1));
    let word = compare(
        &shot(DENIED),
        &shot(&format!("{DENIED}reconciliations: [{{between: [n2, e2], reason: scope}}]\n")),
    );
    assert_eq!(word.changed.len(), 1, "{:?}", word.changed);
    assert_eq!(word.changed[0].1.reconciled.as_deref(), Some("scope"));
}

#[test]
fn two_dates_of_one_store() {
    let place = folder("diff-dates");
    write(&place, &format!("{DENIED}{TURNED}"));
    let (text, complaint, status) = said(&gainsay(&place, &["diff", "2031-05-03", "2031-05-06"]));
    assert_eq!(status, 0, "{complaint}");
    let expected = "\
From 3 May 2031 to 6 May 2031:

Reversed
  Sudria on involved-in(sudria, quay-fire)
    before: denies that Sudria was involved in the quay fire (3 May 2031, s1)
    after: says that Sudria was involved in the quay fire (6 May 2031, s2)

New
  contradiction: whether Sudria was involved in the quay fire (Sudria)";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let (text, _, status) = said(&gainsay(&place, &["diff", "2031-05-03", "2031-05-03"]));
    assert!(text.contains("Nothing changed") && status == 0, "{text}");
    let (text, _, _) = said(&gainsay(&place, &["diff", "2031-05-03", "2031-05-06", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["version"], &json["reversed"][0]["root"]), (&1.into(), &"sudria".into()));
    let (text, _, _) = said(&gainsay(&place, &["diff", "2031-05-03", "2031-05-06", "--format", "markdown"]));
    assert!(text.contains("## Reversed\n\n- Sudria on involved-in(sudria, quay-fire)<br>before:"), "{text}");
}

#[test]
fn two_folders_and_a_name_that_could_be_a_date() {
    let place = folder("diff-folders");
    write(&place, DENIED);
    std::fs::create_dir(place.join("2031")).unwrap();
    std::fs::write(place.join("2031/a.yaml"), format!("{PARTIES}{DENIED}{TURNED}")).unwrap();
    let (text, complaint, status) = said(&gainsay(&place, &["diff", "claims", "2031"]));
    assert!(
        text.starts_with("From the folder claims to the folder 2031 (also a date):"),
        "{text}{complaint}"
    );
    assert!(text.contains("Reversed") && status == 0);
    std::fs::create_dir(place.join("empty")).unwrap();
    let (_, complaint, status) = said(&gainsay(&place, &["diff", "claims", "empty"]));
    assert!(complaint.contains("no record was read") && status == 2, "{complaint}");
}

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
    let run =
        Command::new("git").args(identity).args(arguments).current_dir(folder).output().expect("git runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn two_git_revisions_of_one_store_without_a_checkout() {
    let place = folder("diff-git");
    git(&place, &["init", "-q", "-b", "main"]);
    write(&place, DENIED);
    std::fs::create_dir_all(place.join("claims/sub folder")).unwrap();
    std::fs::write(place.join("claims/sub folder/ü \t.yml"), "topics: [{id: peace}]\n").unwrap();
    std::fs::write(place.join("claims/notes.txt"), "no ledger: [").unwrap();
    git(&place, &["add", "."]);
    git(&place, &["commit", "-q", "-m", "one"]);
    write(&place, &format!("{DENIED}{TURNED}"));
    git(&place, &["commit", "-q", "-a", "-m", "two"]);
    // What lies in the folder now is neither.
    write(&place, "broken: [");
    let (text, complaint, status) = said(&gainsay(&place, &["diff", "HEAD~1", "HEAD", "--store", "claims"]));
    assert!(text.starts_with("From revision HEAD~1 ("), "{text}{complaint}");
    assert!(text.contains("Sudria on involved-in(sudria, quay-fire)"), "{text}");
    assert!(text.contains("claims/a.yaml:"), "{text}");
    assert!(text.ends_with("4 statements before, 6 after\n"), "{text}");
    assert_eq!(status, 0, "{complaint}");
    let (text, _, _) = said(&gainsay(&place, &["diff", "HEAD", "main"]));
    assert!(text.contains("Nothing changed"), "{text}");
    let (_, complaint, status) = said(&gainsay(&place, &["diff", "HEAD~9", "HEAD"]));
    assert!(complaint.contains("no such revision") && status == 2, "{complaint}");
    git(&place, &["rm", "-q", "-r", "-f", "claims"]);
    git(&place, &["commit", "-q", "-m", "three"]);
    write(&folder_again(&place), DENIED);
    let (_, complaint, status) = said(&gainsay(&place, &["diff", "HEAD~1", "HEAD"]));
    assert!(complaint.contains("no folder `claims`") && status == 2, "{complaint}");
}

#[test]
fn the_repository_is_that_of_the_folder_whatever_a_hook_sets() {
    let (place, other) = (folder("diff-git-dir"), folder("diff-git-dir-other"));
    for (place, records) in [(&place, DENIED), (&other, "topics: [{id: peace}]\n")] {
        git(place, &["init", "-q", "-b", "main"]);
        write(place, records);
        git(place, &["add", "."]);
        git(place, &["commit", "-q", "-m", "one"]);
    }
    write(&place, &format!("{DENIED}{TURNED}"));
    git(&place, &["commit", "-q", "-a", "-m", "two"]);
    let run = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["diff", "HEAD~1", "HEAD", "--store", "claims"])
        .current_dir(&place)
        .env("GIT_DIR", other.join(".git"))
        .env("GIT_WORK_TREE", &other)
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&run.stdout);
    assert!(
        text.contains("Sudria on involved-in(sudria, quay-fire)"),
        "{text}{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

fn folder_again(place: &Path) -> std::path::PathBuf {
    std::fs::create_dir_all(place.join("claims")).expect("a folder");
    place.to_owned()
}

#[test]
fn without_git_it_says_so() {
    let place = folder("diff-no-git");
    write(&place, DENIED);
    let run = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["diff", "HEAD~1", "HEAD"])
        .current_dir(&place)
        .env("PATH", "")
        .output()
        .unwrap();
    let (_, complaint, status) = said(&run);
    assert!(complaint.contains("the `git` program was not found") && status == 2, "{complaint}");
}
