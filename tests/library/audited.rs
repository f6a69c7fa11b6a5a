//! What an audit says of sentences without marks: on record, otherwise, or not, and in which words.

use gainsay::audit::{advice, audit};
use gainsay::ledger::Ledger;

use crate::common;

const STORE: &str = "\
parties:
  - {id: norland, name: Norland, kind: state}
  - {id: sudria, name: Sudria, kind: state}
  - {id: coast-front, name: the Coast Front, kind: armed-group}
  - {id: mira-holt, name: Mira Holt, kind: person, part-of: norland}
  - {id: coast-wire, name: the Coast Wire, kind: outlet}
events:
  - {id: quay-fire, name: the quay fire, date: 2031-05-01}
  - {id: mill-raid, name: the mill raid, date: 2031-05-02}
predicates:
  - {id: pays, arguments: [party, event], reads: '{1} paid for {2}', reads-not: '{1} did not pay for {2}', asks: who}
rules:
  - {id: paying-is-involvement, when: ['pays(?state, ?event)'], then: 'involved-in(?state, ?event)'}
statements:
  - {id: n-pays, by: norland, date: 2031-05-03, asserts: ['pays(sudria, quay-fire)']}
  - {id: n-raid, by: norland, date: 2031-05-03, asserts: ['involved-in(sudria, mill-raid)']}
  - {id: n-mourns, by: norland, date: 2031-05-03, quote: We mourn with every house on the quay tonight.}
  - {id: s-mourns, by: sudria, date: 2031-05-03, quote: We mourn with every house on the quay tonight.}
  - {id: h-killed, by: mira-holt, date: 2031-05-03, asserts: ['killed(quay-fire) = 143']}
  - {id: h-least, by: mira-holt, date: 2031-05-03, asserts: ['killed(mill-raid) >= 12']}
";

fn ledger() -> Ledger {
    let loaded = common::one_file(STORE);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.ledger
}

/// What is said of the one sentence of a text.
fn told(ledger: &Ledger, text: &str) -> (&'static str, String) {
    let audit = audit(ledger, text);
    match &audit.attributions[..] {
        [one] => (one.standing.word(), one.message.clone()),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn what_is_on_file_only_as_a_reading_is_overreach() {
    let ledger = ledger();
    let (standing, message) = told(&ledger, "Norland said Sudria was involved in the quay fire.");
    assert_eq!(standing, "overreach", "{message}");
    assert!(message.contains("may be read as saying"), "{message}");
    let (standing, _) = told(&ledger, "Norland said Sudria was involved in the mill raid.");
    assert_eq!(standing, "on-record");
    let (standing, _) = told(&ledger, "Mira Holt said the Coast Front was involved in the quay fire.");
    assert_eq!(standing, "no-record");
}

#[test]
fn a_figure_is_on_record_where_the_draft_says_no_more_than_the_record() {
    let ledger = ledger();
    for (text, standing) in [
        ("Mira Holt said 143 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said 134 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said more than 140 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said more than 150 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said at least a dozen people were killed in the mill raid.", "on-record"),
        ("Mira Holt said a dozen people were killed in the mill raid.", "number-conflict"),
        ("Mira Holt said dozens of people were killed in the mill raid.", "number-conflict"),
        ("Mira Holt said between 140 and 150 people were killed in the quay fire.", "on-record"),
        ("Mira Holt said 120 to 130 people were killed in the quay fire.", "number-conflict"),
        ("Mira Holt said the quay fire had killed 143 people.", "on-record"),
        ("Mira Holt put the death toll of the quay fire at 144.", "number-conflict"),
        ("Mira Holt said 143 people were killed and 60 injured in the quay fire.", "on-record"),
        ("Mira Holt said 143 people, including 12 children, were killed in the quay fire.", "on-record"),
        ("The quay fire is out. Mira Holt said 134 people were killed.", "number-conflict"),
        ("The quay fire is out. Mira Holt said 143 people were killed.", "on-record"),
        ("The Coast Wire said 143 people were killed in the quay fire.", "no-record"),
    ] {
        let audit = audit(&ledger, text);
        let told: Vec<&str> = audit.attributions.iter().map(|one| one.standing.word()).collect();
        assert_eq!(told.first(), Some(&standing), "{text}: {:?}", audit.attributions);
    }
}

#[test]
fn figures_that_cannot_be_compared_are_no_conflict() {
    let ledger = ledger();
    for text in [
        "Mira Holt said 12 children were killed in the quay fire.",
        "Mira Holt said 12 people were killed when a bus crashed near Oldmark.",
        "Mira Holt said one of the 143 people killed in the quay fire was her cousin.",
        "Did Mira Holt say 12 people were killed in the quay fire?",
        "Mira Holt said that if 12 people were killed in the quay fire, it was enough.",
        "Mira Holt said on 12 May that people were killed in the quay fire.",
    ] {
        let audit = audit(&ledger, text);
        let conflict = audit.attributions.iter().any(|one| one.standing.word() == "number-conflict");
        assert!(!conflict, "{text}: {:?}", audit.attributions);
    }
}

#[test]
fn words_that_two_said_alike_accuse_nobody() {
    let ledger = ledger();
    let headline = |text: &str| {
        let audit = audit(&ledger, text);
        (audit.quotes[0].verdict.rule().id, advice::verdict(&ledger, &audit.quotes[0]).headline)
    };
    let (rule, said) = headline("“We mourn with every house on the quay tonight,” said Karl Unger.");
    assert_eq!(rule, "ambiguous");
    assert!(said.contains("Norland and Sudria said alike, given to “Karl Unger”"), "{said}");
    let (rule, _) = headline("“We mourn with every house on the quay tonight,” said Norland.");
    assert_eq!(rule, "verbatim");
}
