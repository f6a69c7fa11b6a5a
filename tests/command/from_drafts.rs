//! `gainsay add --from`: drafts of an article, taken, changed and skipped at a terminal; and that nothing that was answered is
//! lost, whenever the program is stopped.

#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::common::folder::Folder;
use crate::common::terminal::typed;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: wire, name: The Wire, kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
sources:
  - {id: wire-1, outlet: wire, published: 2031-05-06}
statements:
  - id: sudria-denies
    by: sudria
    date: 2031-05-02
    denies:
      - involved-in(self, quay-fire)
";
const DRAFTS: &str = "\
article: article.txt
source: wire-1
about: quay-fire
new:
  - list: parties
    record: {id: quay-brigade, name: Quay Brigade, kind: armed-group}
    words: the Quay Brigade, an armed group
  - list: parties
    record: {id: norland-ministry, name: Ministry of Norland, kind: body, part-of: norland}
    words: the Ministry of Norland
drafts:
  - kind: mixed
    cue: accused
    statement: {by: norland-ministry, date: 2031-05-05, quote: Sudria lit it, locator: ¶1}
    proposed:
      - {stance: asserts, proposition: 'carried-out(sudria, quay-fire)', words: lit it, sure: high}
      - {stance: asserts, proposition: 'arms(sudria, quay-brigade)', words: it, sure: low}
  - kind: direct
    statement: {date: 2031-05-05, quote: we lit it, locator: ¶2}
    proposed:
      - {stance: asserts, proposition: ['carried-out(self, quay-fire)', 'backs(self, sudria)'], words: lit, sure: low}
  - kind: indirect
    cue: said
    statement: {by: quay-brigade, date: 2031-05-05, quote: it rained}
";

fn folder() -> Folder {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("a.draft.yaml"), DRAFTS).unwrap();
    folder
}

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.0.join(name)).unwrap()
}

const WALK: &str = "add --from a.draft.yaml";

#[test]
fn drafts_are_taken_changed_and_skipped() {
    let folder = folder();
    // The first: both new parties, then without its second position. The second: who says so, what is meant, the date
    // changed, taken. The third is skipped.
    let said = typed(&folder, WALK, "\n\n2\n\n\nquay\n\n1\nc\ndate\nyesterday\n\ns\n");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}\n{said}"));
    assert!(at("1 of 3, ¶1") < at("Make “Ministry of Norland” a new party?"), "{said}");
    assert!(at("Make “Ministry of Norland”") < at("Make “Quay Brigade”"), "{said}");
    assert!(at("Make “Quay Brigade”") < at("says that Sudria carried out the quay fire"), "{said}");
    assert!(at("What it would contradict:") < at("Take it?") && at("Take it?") < at("Written as"), "{said}");
    assert!(at("“lit” may mean") > at("2 of 3, ¶2"), "{said}");
    assert!(said.contains("2 in the ledger, 1 skipped. None is left."), "{said}");
    let statements = read(&folder, "claims/case.yaml");
    let wanted = "
  - id: norland-ministry-2031-05-05
    by: norland-ministry
    date: \"2031-05-05\"
    source: wire-1
    locator: ¶1
    quote: Sudria lit it
    asserts:
      - carried-out(sudria, quay-fire)

  - id: quay-brigade-2031-05-05
    by: quay-brigade
    date: \"2031-05-05\"
    source: wire-1
    locator: ¶2
    quote: we lit it
    asserts:
      - carried-out(self, quay-fire)
";
    assert!(statements.ends_with(wanted), "{statements}\n{said}");
    assert!(
        statements.contains("    name: Ministry of Norland\n    kind: body\n    part-of: norland\n"),
        "{statements}"
    );
    let drafts = read(&folder, "a.draft.yaml");
    assert_eq!(drafts.matches("state: taken").count(), 4, "{drafts}");
    assert_eq!(drafts.matches("state: skipped").count(), 1, "{drafts}");
    // Once more, nothing is left.
    assert!(typed(&folder, WALK, "").contains("3 drafts from article.txt, 0 of them open"));
    assert_eq!(read(&folder, "claims/case.yaml"), statements);
}

#[test]
fn one_can_stop_go_on_and_go_back() {
    let folder = folder();
    let said = typed(&folder, WALK, "\n\n\nq\n");
    assert!(said.contains("2 are left. Go on with them: gainsay add --from a.draft.yaml"), "{said}");
    let taken = read(&folder, "claims/case.yaml");
    assert!(taken.contains("norland-ministry-2031-05-05"), "{taken}");
    // Skipped, gone back to, taken, gone back to and taken back, stopped.
    let said = typed(&folder, WALK, "s\nb\n\nnorland\n\n2\n\nb\ny\nq\n");
    assert!(said.contains("It was written. Take it back? [Y/n]"), "{said}");
    assert_eq!(read(&folder, "claims/case.yaml"), taken);
    assert!(said.contains("1 in the ledger, 0 skipped. 2 are left."), "{said}");
    // What was said of it is kept.
    let drafts = read(&folder, "a.draft.yaml");
    assert!(
        drafts.contains("by: norland\n") && drafts.contains("proposition: backs(self, sudria)"),
        "{drafts}"
    );
}

#[test]
fn the_letters_hold_at_the_question_who_speaks() {
    let folder = folder();
    // Skipped, the question opened, skipped there; gone back to, opened, gone back from, stopped at the question.
    let said = typed(&folder, WALK, "s\n\ns\nb\n\nb\ns\n\nq\n");
    assert!(said.contains("s skips the draft, b goes back, q stops"), "{said}");
    assert!(said.contains("0 in the ledger, 1 skipped. 2 are left."), "{said}");
    let drafts = read(&folder, "a.draft.yaml");
    assert_eq!(drafts.matches("state: skipped").count(), 1, "{drafts}");
    assert!(!read(&folder, "claims/case.yaml").contains("quote:"), "{said}");
}

#[test]
fn words_without_marks_and_without_a_position_are_kept_as_a_note() {
    let folder = folder();
    let indirect = DRAFTS.replace(
        "cue: said\n    statement: {by: quay-brigade, date: 2031-05-05, quote: it rained}",
        "cue: denied\n    words: involvement in the fire\n    statement: {by: sudria, date: 2031-05-05}",
    );
    fs::write(folder.0.join("a.draft.yaml"), indirect).unwrap();
    let said = typed(&folder, WALK, "s\ns\n\n");
    assert!(said.contains("  denied involvement in the fire"), "{said}");
    assert!(said.contains("those of the article would be kept as a note"), "{said}");
    let statements = read(&folder, "claims/case.yaml");
    assert!(
        statements.contains("note: \"In the article’s words: denied involvement in the fire\""),
        "{statements}"
    );
}

#[test]
fn a_day_without_a_year_is_asked_where_the_event_was_in_another() {
    let folder = folder();
    let said = typed(&folder, "add statement", "norland\n\n-\n2 May\n1\n");
    let question = said.find("Which day is it?").unwrap_or_else(|| panic!("{said}"));
    let day = said[question..].find("2 May 2031").unwrap_or_else(|| panic!("{said}"));
    assert!(said[question..question + day].ends_with(", "), "{said}");
    // The source says the year.
    let said = typed(&folder, "add statement", "norland\n\nwire\n2 May\n");
    assert!(said.contains("= 2031-05-02") && !said.contains("Which day is it?"), "{said}");
}

#[test]
fn one_goes_back_over_several_drafts_and_not_over_what_others_wrote() {
    let folder = folder();
    // Both drafts are taken, then taken back one after the other; what the first needed stays.
    let said = typed(&folder, WALK, "\n\n\n\nnorland\n\n2\n\nb\ny\nb\ny\nq\n");
    assert_eq!(said.matches("It was written. Take it back?").count(), 2, "{said}");
    let text = read(&folder, "claims/case.yaml");
    assert!(text.contains("id: quay-brigade") && !text.contains("quote:"), "{text}\n{said}");
    assert!(said.contains("0 in the ledger, 0 skipped. 3 are left."), "{said}");
    // In another sitting the first is on file, and is not taken back.
    typed(&folder, WALK, "\nq\n");
    let said = typed(&folder, WALK, "b\nq\n");
    assert!(said.contains("other changes came after it"), "{said}");
    assert!(read(&folder, "claims/case.yaml").contains("quote: Sudria lit it"), "{said}");
}

#[test]
fn a_party_on_file_can_stand_in_the_place_of_a_new_one() {
    let folder = folder();
    let more = CASE.replace("events:\n", "  - {id: brigades, name: Quay Brigades}\nevents:\n");
    fs::write(folder.claims().join("case.yaml"), more).unwrap();
    // One by its name, the other by its number.
    let said = typed(&folder, WALK, "n\nwire\n1\n\nq\n");
    assert!(
        said.contains("1  Quay Brigades (brigades)")
            && said.contains("[Y/n, another name, number, e, s, b, q]"),
        "{said}"
    );
    let text = read(&folder, "claims/case.yaml");
    assert!(text.contains("by: wire\n") && text.contains("- arms(sudria, brigades)"), "{text}\n{said}");
    assert!(!text.contains("name: Quay Brigade\n") && !text.contains("name: Ministry"), "{text}");
    // The drafts that follow name it too.
    assert!(read(&folder, "a.draft.yaml").contains("by: brigades\n"));
}

#[test]
fn a_new_party_can_be_put_right_and_a_position_added() {
    let folder = folder();
    // Its name, its kind and what it is part of; a slip makes nothing. The event of the article is the usual one, and the speaker.
    let said = typed(
        &folder,
        WALK,
        "x\nthe Home Office\ne\norganisation\n-\n\n\np\n4\nwho did\ncarried out\n\n\n1\nwho b\nbacks\n\nEstia\n\n1\n\n\n\nq\n",
    );
    assert!(said.contains("y makes it, n asks for another"), "{said}");
    assert!(said.contains("Enter alone: quay-fire") && said.contains("Enter alone: self"), "{said}");
    let text = read(&folder, "claims/case.yaml");
    assert!(
        text.contains(
            "  - id: home-office\n    name: the Home Office\n    kind: organisation\n  - id: quay-brigade\n"
        ),
        "{text}\n{said}"
    );
    assert!(
        text.contains("by: home-office\n")
            && text.contains("    denies:\n      - carried-out(self, quay-fire)\n"),
        "{text}\n{said}"
    );
    // What was made for it on the way is written with it.
    assert!(
        text.contains("      - arms(sudria, quay-brigade)\n      - backs(self, estia)\n"),
        "{text}\n{said}"
    );
    assert!(text.contains("  - id: estia\n    name: Estia\n    kind: state\n"), "{text}");
    assert!(!text.contains("norland-ministry"), "{text}");
}

#[test]
fn what_is_wrong_is_not_written_and_can_be_changed() {
    let folder = folder();
    fs::write(
        folder.0.join("a.draft.yaml"),
        DRAFTS.replace("date: 2031-05-05, quote: it", "date: 2031-15-05, quote: it"),
    )
    .unwrap();
    let said = typed(&folder, WALK, "\n\ns\ns\n\nc\ndate\nMonday\n\n");
    assert!(said.contains("[bad-date]") && said.contains("It cannot be written as it is"), "{said}");
    assert!(
        read(&folder, "claims/case.yaml").contains("by: quay-brigade\n    date: \"2031-05-05\"\n"),
        "{said}"
    );
    // A fault of the file is named where it is.
    fs::write(folder.0.join("a.draft.yaml"), DRAFTS.replace("kind: direct", "kind: odd")).unwrap();
    let faults = typed(&folder, WALK, "");
    assert!(faults.contains("a.draft.yaml:18:") && faults.contains("`odd`"), "{faults}");
    // Nobody is there to ask.
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(WALK.split(' '))
        .current_dir(&folder.0)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stderr).unwrap().contains("on a terminal")
            && output.status.code() == Some(2)
    );
}

/// Goes through the drafts, and is killed once a file is so.
#[track_caller]
fn killed(folder: &Folder, answers: &str, file: &str, so: impl Fn(&str) -> bool) {
    assert!(!so(&read(folder, file)), "it is so before anything was typed");
    let line = format!("echo $$ > pid; exec {} {WALK}", env!("CARGO_BIN_EXE_gainsay"));
    let mut child = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut keys = child.stdin.take().unwrap();
    keys.write_all(answers.as_bytes()).unwrap();
    let began = Instant::now();
    while !so(&read(folder, file)) {
        assert!(began.elapsed() < Duration::from_secs(30), "{answers:?} did nothing to {file}");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-9", read(folder, "pid").trim()]).status().unwrap().success());
    drop(keys);
    child.wait().unwrap();
}

#[test]
fn whoever_is_killed_goes_on_where_he_was() {
    let folder = folder();
    let drafts = "a.draft.yaml";
    // Killed at the question behind each answer.
    killed(&folder, "\n", drafts, |text| text.contains("state: taken"));
    killed(&folder, "\n", "claims/case.yaml", |text| text.contains("id: quay-brigade"));
    killed(&folder, "2\n", drafts, |text| !text.contains("arms("));
    killed(&folder, "\n", "claims/case.yaml", |text| text.contains("by: norland-ministry"));
    killed(&folder, "\nnorland\n\n", drafts, |text| text.contains("by: norland\n"));
    let said = typed(&folder, WALK, "1\n\n\n");
    assert!(said.contains("3 in the ledger, 0 skipped. None is left."), "{said}");
    let text = read(&folder, "claims/case.yaml");
    for once in [
        "id: norland-ministry\n",
        "id: quay-brigade\n",
        "quote: Sudria lit it",
        "quote: we lit it",
        "quote: it rained",
    ] {
        assert_eq!(text.matches(once).count(), 1, "{once}\n{text}");
    }
}

#[test]
fn what_was_written_before_the_drafts_knew_is_not_asked_again() {
    let folder = folder();
    typed(&folder, WALK, "\n\n\nq\n");
    // As though it had been stopped between the store and the file of drafts.
    let drafts = read(&folder, "a.draft.yaml").replacen(
        "drafts:\n  - state: taken",
        "drafts:\n  - state: proposed",
        1,
    );
    assert!(drafts.contains("state: proposed\n    kind: mixed"), "{drafts}");
    fs::write(folder.0.join("a.draft.yaml"), drafts).unwrap();
    let text = read(&folder, "claims/case.yaml");
    let said = typed(&folder, WALK, "q\n");
    assert!(said.contains("It is on file already: norland-ministry-2031-05-05"), "{said}");
    assert_eq!(read(&folder, "claims/case.yaml"), text);
}

#[test]
fn from_an_article_one_goes_on_to_its_drafts() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    fs::write(folder.0.join("a.txt"), "“We carried out the quay fire,” Norland said on Monday.\n").unwrap();
    let extract = "extract a.txt --outlet wire --published 2031-05-06 --about quay-fire";
    // The source is recorded, the drafts are gone through, the one that there is is shown in the words of the article, and taken.
    let said = typed(&folder, extract, "\n\n\n");
    assert!(said.contains("Go through them now? [Y/n]"), "{said}");
    assert!(
        said.contains("1 of 1, ¶1: direct") && said.contains("1 in the ledger, 0 skipped. None is left."),
        "{said}"
    );
    assert!(read(&folder, "claims/case.yaml").contains("by: norland\n    date: \"2031-05-05\"\n"), "{said}");
    // With --yes nothing is asked.
    fs::remove_file(folder.0.join("a.txt.drafts.yaml")).unwrap();
    assert!(!typed(&folder, &format!("{extract} --yes"), "").contains("Go through them now?"));
}

/// An article as agencies write them: an accusation of somebody who is said to be backed by somebody else, and a denial.
const WIRE: &str = "\
Fire on the quay of Ostby
Tuesday, 6 May 2031

President Ann Orr accused “armed groups supported by Sudria operating on the coast” of being responsible for the attack on the quay \
and called it “cowardly”.

Sudria “has no link and has nothing to do with the attack on the quay,” responded Sudria’s permanent representation.

The Tide Front claimed responsibility for the attack. It was condemned by Estmark, Vestmark and the United Isles.
";

#[test]
fn one_sitting_leads_from_an_article_to_what_it_leaves_open() {
    let folder = Folder::with(&[]);
    fs::remove_dir(folder.claims()).unwrap();
    fs::write(folder.0.join("article.txt"), WIRE).unwrap();
    // The event, its day, who published it; the day of the article is offered; the source is written; on to the drafts.
    let answers = format!("Quay attack\n4 May 2031\nOstby Herald\n\n\n\n{}", "\n".repeat(40));
    let said = typed(&folder, "extract article.txt", &answers);
    assert!(said.contains("When was it published? (Enter alone: Tuesday, 6 May 2031)"), "{said}");
    assert!(said.contains("0 skipped. None is left."), "{said}");
    let checked = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "--all"])
        .current_dir(&folder.0)
        .output()
        .unwrap();
    let found = String::from_utf8(checked.stdout).unwrap();
    for rule in
        ["[implied-contradiction]", "[unanswered-accusation]", "[unverified-link]", "[shared-position]"]
    {
        assert!(found.contains(rule), "{rule}\n{found}\n{said}");
    }
    // Every question that was answered by Enter alone is one key.
    let asked = said.matches("] >").count() + said.matches(") >").count();
    assert!(asked < 40, "{asked}\n{said}");
    // Who does not say where the article is from still has its drafts, and no store is made unasked.
    let folder = Folder::with(&[]);
    fs::remove_dir(folder.claims()).unwrap();
    fs::write(folder.0.join("article.txt"), WIRE).unwrap();
    let said = typed(&folder, "extract article.txt", "\n");
    assert!(
        said.contains("The drafts are in article.txt.drafts.yaml") && !folder.claims().exists(),
        "{said}"
    );
}
