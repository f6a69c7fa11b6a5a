//! A file of drafts is written and read again without loss, and its faults are found at their places.

use gainsay::extract::draft::{Drafts, State};

const FILE: &str = "\
article: article.txt
source: herald-2031-05-04
about: quay-fire
known:
  - herald-ann-orr
new:
  - state: taken
    list: parties
    record:
      id: quay-brigade
      name: Quay Brigade
      kind: armed-group
      part-of:
        party: sudria
        from: 2030
    words: \"the Quay Brigade, an armed group\"
drafts:
  - state: proposed
    kind: mixed
    how: named
    cue: said
    statement:
      by: quay-brigade
      date: 2031-05-03
      source: herald-2031-05-04
      locator: ¶2
      quote: \"yes: we lit it # all of it\"
      via:
        party: herald
        anonymous: a reporter
      asserts:
        - says: killed(quay-fire) = 7
          scope: the past day
    proposed:
      - stance: asserts
        proposition: carried-out(self, quay-fire)
        words: claimed responsibility
        sure: high
      - stance: denies
        proposition:
          - involved-in(self, quay-fire)
          - involved-in(self, dock-fire)
        words: had no part in it
        sure: low
  - state: skipped
    kind: indirect
    statement:
      anonymous: an official
";

#[test]
fn what_is_written_is_read_again() {
    let drafts = Drafts::read(FILE).expect("it is sound");
    assert_eq!(drafts.drafts[1].state, State::Skipped);
    assert_eq!(drafts.new[0].state, State::Taken);
    assert_eq!(drafts.drafts[0].proposed[1].propositions.len(), 2);
    let written = drafts.write();
    let again = Drafts::read(&written).expect("what is written is sound");
    assert_eq!(format!("{again:?}"), format!("{drafts:?}"));
    assert_eq!(again.write(), written);
    assert!(
        written.contains("yes: we lit it # all of it") && written.contains("scope: the past day"),
        "{written}"
    );
}

#[test]
fn a_fault_is_named_at_its_place() {
    for (old, new, line, said) in [
        ("    cue: said", "    queue: said", 21, "unknown key `queue`"),
        ("    how: named", "    how: [named", 21, "cannot be read as YAML"),
        ("stance: denies", "stance: denys", 39, "`denys` is no `stance`"),
        ("carried-out(self, quay-fire)", "carried-out(self", 36, "never closes"),
        ("      locator: ¶2", "      locater: ¶2", 26, "unknown key `locater`"),
        ("state: skipped", "state: done", 45, "`done` is no `state`"),
        ("article: article.txt\n", "", 1, "without `article`"),
    ] {
        assert!(FILE.contains(old), "{old}");
        let faults = Drafts::read(&FILE.replacen(old, new, 1)).expect_err(new);
        let told = format!("{faults:?}");
        assert!(told.contains(said), "{told}");
        assert!(faults.iter().any(|fault| fault.line == line), "{line}: {told}");
    }
}

#[test]
fn no_text_makes_it_panic() {
    for end in (0..FILE.len()).filter(|end| FILE.is_char_boundary(*end)) {
        let _ = Drafts::read(&FILE[..end]);
        let _ = Drafts::read(&FILE[end..]);
    }
    for text in ["", "- a", "a", "drafts: x", "drafts: [[]]", "new: [{record: []}]", "? [a]\n: b", "*x"] {
        assert!(Drafts::read(text).is_err(), "{text}");
    }
}
