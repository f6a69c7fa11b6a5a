//! What an audit says of sentences without marks: on record, otherwise, or not, and in which words.

use gainsay::audit::audit;
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
