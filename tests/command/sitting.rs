//! Records entered by hand at a terminal: what is asked, what is taken for what, the way back, and what is lost: nothing.

#![cfg(unix)]

use std::fs;

use crate::common::folder::Folder;
use crate::common::terminal::typed;

const CASE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: coast-front, name: the Coast Front}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
sources:
  - {id: post, outlet: norland, published: 2031-05-06}
statements:
  - id: norland-accuses
    by: norland
    date: 2031-05-02
    asserts:
      - carried-out(sudria, quay-fire)
";

fn case(folder: &Folder) -> String {
    fs::read_to_string(folder.claims().join("case.yaml")).unwrap()
}

fn file(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.claims().join(name)).unwrap()
}

#[test]
fn somebody_at_a_terminal_is_asked_step_by_step() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    // A party by a misspelt name, a source made on the way, a denial put together from menus, a yes.
    let answers = "1\nsudira\ny\n\n+\nnorland\nthe evening news\n\n2031-05-03\n2031-05-03\nnot us\n\n\n4\nwho did\ncarried out\nself\nquay\n\n\n\ny\n";
    let said = typed(&folder, "add", answers);
    assert!(said.contains("Is it Sudria (sudria)? [Y/n]"), "{said}");
    assert!(said.contains("= denies that Sudria carried out the quay fire"), "{said}");
    let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}\n{said}"));
    assert!(
        at("What it would contradict:") < at("Write it?") && at("Write it?") < at("Wrote the source"),
        "{said}"
    );
    assert!(at("Wrote the source") < at("Wrote the statement sudria-2031-05-03"), "{said}");
    let text = case(&folder);
    assert!(text.contains("    title: the evening news\n"), "{text}");
    assert!(text.contains("    source: norland-2031-05-03\n    quote: not us\n    denies:\n      - carried-out(self, quay-fire)\n"), "{text}");
}

#[test]
fn whoever_leaves_or_says_no_has_changed_nothing() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let no = typed(&folder, "add topic", "War\n\nn\n");
    assert!(no.contains("Nothing was written."), "{no}");
    // Only what is missing is asked for.
    let rest = typed(&folder, "add statement --by sudria", "nonsense\n2031-05-03\nn\n");
    assert!(rest.contains("is not a date") && rest.contains("date: \"2031-05-03\""), "{rest}");
    // The input ends: Ctrl-D.
    let gone = typed(&folder, "add statement", "sud\n\u{4}");
    assert!(gone.contains("Nothing was written."), "{gone}");
    assert_eq!(case(&folder), CASE);
}

#[test]
fn letters_that_are_no_utf_8_cost_one_line_and_not_all_answers() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let said = typed(&folder, "add topic", b"Caf\xe9\nA truce\n\ny\n");
    assert!(said.contains("Please type the line again"), "{said}");
    assert!(said.contains("Wrote the topic a-truce"), "{said}");
}

#[test]
fn a_name_that_is_not_on_file_becomes_a_party_where_that_is_wanted() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    // What is spelt alike is offered first, and made only where that is wanted.
    let answers = "7\nEstia Council\n\n2\nNorla\nn\nn\n\n\n\n2031-05-03\n\n\n\n\ny\n";
    let said = typed(&folder, "add statement", answers);
    assert!(said.contains("Make “Estia Council” a new party? [Y/n]"), "{said}");
    assert!(said.contains("Is it Norland (norland)? [Y/n]"), "{said}");
    assert!(said.contains("Make “Norla” a new party? [Y/n]"), "{said}");
    assert!(said.contains("No such number was offered.") && !said.contains("“7”"), "{said}");
    let text = case(&folder);
    assert!(text.contains("  - id: estia-council\n    name: Estia Council\n    kind: body\n"), "{text}");
    assert!(
        !text.contains("Norla\n") && file(&folder, "statements.yaml").contains("by: estia-council"),
        "{text}"
    );
    // A word of one name alone is enough, and so is a name in other letters.
    let said = typed(&folder, "add statement", "council\nCOAST-FRONT\n\n\n2031-05-04\n\n\n\n\ny\n");
    assert!(said.contains("= Estia Council (estia-council)") && said.contains("= the Coast Front"), "{said}");
}

#[test]
fn a_day_is_counted_from_the_day_of_the_source() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let said =
        typed(&folder, "add statement", "sudria\n\npost\n3.4.2031\n<\n<\npost\nyesterday\n\n\n\n\ny\n");
    assert!(said.contains("1  Thursday, 3 Apr 2031") && said.contains("2  Tuesday, 4 Mar 2031"), "{said}");
    assert!(said.contains("= 2031-05-05 (Monday, 5 May 2031)"), "{said}");
    assert!(case(&folder).contains("date: \"2031-05-05\""), "{said}");
}

#[test]
fn a_question_can_be_gone_back_to_from_every_other() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    // Back from the last question to the quote, from a menu to the menu before it, from a position to none.
    let answers = "sudria\n\npost\n2031-05-03\nnot we\n\n\n4\nwho did\n<\n<\n4\nwho did\ncarried out\nself\n<\nnorland\nquay\n<\n<\nnot us\n\n\n\n\n\n<\nmore\n<\n\n\ny\n";
    let said = typed(&folder, "add statement", answers);
    assert!(said.contains("Taken back: carried-out(norland, quay-fire)"), "{said}");
    let text = case(&folder);
    assert!(text.contains("quote: not us\n") && !text.contains("denies"), "{text}\n{said}");
    // Before the first question there is none.
    let first = typed(&folder, "add topic", "<\nPeace\n\ny\n");
    assert!(
        first.contains("This is the first question.") && first.contains("Wrote the topic peace"),
        "{first}"
    );
}

#[test]
fn a_sitting_carries_speaker_source_and_date_and_a_pasted_text_is_one_quotation() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let first =
        "sudria\n\npost\nMonday\nwe had no part\nin it, or did\n<\nin it, and we\nsay so\n\n\n\n\n\ny\n";
    let second = "y\n\n\n\nand that is that\n\n\n\n\n\ny\n";
    let third = "y\nnorland\n\n-\n\n\n\n\n\ny\nn\n";
    let said = typed(&folder, "add statement", [first, second, third].concat());
    assert!(said.contains("Enter alone: sudria") && said.contains("(Enter alone: 2031-05-05)"), "{said}");
    let text = case(&folder);
    let one = "  - id: sudria-2031-05-05\n    by: sudria\n    date: \"2031-05-05\"\n    source: post\n    quote: we had no part in it, and we say so\n";
    assert!(text.contains(one), "{text}");
    assert!(text.contains("  - id: sudria-2031-05-05-2\n    by: sudria\n    date: \"2031-05-05\"\n    source: post\n    quote: and that is that\n"), "{text}");
    assert!(
        file(&folder, "statements.yaml")
            .contains("  - id: norland-2031-05-05\n    by: norland\n    date: \"2031-05-05\"\n"),
        "{said}"
    );
}

#[test]
fn what_is_refused_can_be_gone_back_to() {
    let folder = Folder::with(&[("case.yaml", CASE)]);
    let said = typed(&folder, "add place", "Quay\n\ny\n\nnorth\n\n31.9, 36.5\ny\n");
    assert!(said.contains("[bad-value]") && said.contains("Go back to the last question? [Y/n]"), "{said}");
    assert!(said.contains("Wrote the place quay"), "{said}");
}
