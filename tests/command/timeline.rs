//! The timeline: order, what superseded what, and ladders with revisions apart from disputes.

use crate::common::incident::{folder, gainsay, ledger, said, write};
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::reason::Reasoning;
use gainsay::reason::state::State;
use gainsay::views::timeline::{Step, Timeline, timeline};

const SAID: &str = "
statements:
  - {id: b-late, by: sudria, date: 2031-05-04, asserts: ['involved-in(self, quay-fire)']}
  - {id: a-first, by: sudria, date: 2031-05-02, denies: ['involved-in(self, quay-fire)', 'backs(self, front)']}
  - {id: c-withdraws, by: front, date: 2031-05-05, retracts: [c-claim]}
  - {id: c-claim, by: front, date: 2031-05-03, asserts: ['carried-out(self, quay-fire)']}
  - {id: d-if, by: estia, date: 2031-05-06, if: the report is right, asserts: ['rejects(self, quay)']}
topics: [{id: quay, name: the quay}]
";

const TOLLS: &str = "
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 24']}
  - {id: n2, by: norland-envoy, date: 2031-05-03, asserts: ['killed(quay-fire) = 30']}
  - {id: s1, by: sudria, date: 2031-05-03, asserts: ['killed(quay-fire) = 9']}
  - {id: s2, by: sudria, date: 2031-05-05, asserts: ['killed(quay-fire) = 4']}
  - {id: e1, by: estia, date: 2031-05-04, asserts: ['killed(quay-fire) >= 20']}
";

fn of(records: &str) -> (gainsay::read::Loaded, Timeline) {
    let loaded = ledger(records);
    let found = timeline(&Reasoning::new(&loaded.ledger), &Options::default());
    (loaded, found)
}

#[test]
fn positions_stand_in_the_order_of_time_with_their_fate() {
    let (loaded, found) = of(SAID);
    let id = |statement| loaded.ledger.statement(statement).id.as_str();
    let order: Vec<&str> = found.entries.iter().map(|entry| id(entry.statement)).collect();
    assert_eq!(order, ["a-first", "c-claim", "b-late", "c-withdraws", "d-if"]);
    let fate = |at: usize, said: usize| match &found.entries[at].said[said].state {
        State::Stands => "stands".to_owned(),
        State::Conditional => "conditional".to_owned(),
        State::Superseded { by, reversal } => format!("superseded {} {reversal}", id(by[0])),
        State::Withdrawn { by } => format!("retracted {}", id(by[0])),
    };
    assert_eq!(fate(0, 0), "superseded b-late true");
    assert_eq!(fate(0, 1), "stands");
    assert_eq!(fate(1, 0), "retracted c-withdraws");
    assert_eq!(fate(2, 0), "stands");
    assert_eq!(fate(4, 0), "conditional");
    assert_eq!(found.entries[3].withdraws.len(), 1);
}

#[test]
fn a_quiet_change_of_mind_is_superseded_and_no_reversal() {
    let (loaded, found) = of("
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: ['involved-in(sudria, quay-fire)']}
  - {id: b, by: norland, date: 2031-05-03, leaves-open: ['involved-in(sudria, quay-fire)']}
");
    let State::Superseded { by, reversal } = &found.entries[0].said[0].state else { panic!("{found:?}") };
    assert_eq!((loaded.ledger.statement(by[0]).id.as_str(), *reversal), ("b", false));
}

#[test]
fn a_ladder_keeps_revisions_apart_from_disputes() {
    let (loaded, found) = of(TOLLS);
    let [ladder] = found.ladders.as_slice() else { panic!("{found:?}") };
    let name = |root| loaded.ledger.party(root).id.as_str();
    let roots: Vec<&str> = ladder.parties.iter().map(|party| name(party.root)).collect();
    assert_eq!(roots, ["norland", "sudria", "estia"]);
    assert!(matches!(ladder.parties[0].rungs[1].step, Step::Raised(_)), "{ladder:?}");
    assert!(matches!(ladder.parties[1].rungs[1].step, Step::Changed(_)), "{ladder:?}");
    let disputes: Vec<(&str, &str)> =
        ladder.disputes.iter().map(|one| (name(one.one.0), name(one.other.0))).collect();
    assert_eq!(disputes, [("norland", "sudria"), ("estia", "sudria")]);
    let text = gainsay::views::timeline::formats::text(&loaded.ledger, &found, None, Style::default());
    let expected = "\
Toll: how many were killed in the quay fire
  Norland   2 May 2031: 24                                      claims/a.yaml:15
            3 May 2031: 30, raised from 24                      claims/a.yaml:16
  Sudria    3 May 2031: 9 [reversed: superseded by s2 (5 May 2031)]
                                                                claims/a.yaml:17
            5 May 2031: 4, changed from 9                       claims/a.yaml:18
  Estia     4 May 2031: at least 20                             claims/a.yaml:19
  Disputed: Norland 30 against Sudria 4; Estia at least 20 against Sudria 4.
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_dispute_is_told_once_whoever_spoke_first_and_again() {
    let (_, found) = of("
statements:
  - {id: n1, by: norland, date: 2031-05-02, asserts: ['killed(quay-fire) = 24']}
  - {id: s1, by: sudria, date: 2031-05-03, asserts: ['killed(quay-fire) = 9']}
  - {id: n2, by: norland-envoy, anonymous: an envoy, date: 2031-05-04, asserts: ['killed(quay-fire) = 24']}
");
    assert_eq!(found.ladders[0].disputes.len(), 1, "{:?}", found.ladders[0].disputes);
}

#[test]
fn a_reconciled_dispute_says_so() {
    let (_, found) = of(&format!("{TOLLS}reconciliations: [{{between: [n2, s2], reason: scope}}]\n"));
    let reasons: Vec<Option<&str>> =
        found.ladders[0].disputes.iter().map(|one| one.reconciled.as_deref()).collect();
    assert_eq!(reasons, [Some("scope"), None]);
}

#[test]
fn every_format_marks_what_was_taken_back() {
    let (loaded, found) = of(SAID);
    let text = gainsay::views::timeline::formats::text(&loaded.ledger, &found, None, Style::default());
    let expected = "\
2 May 2031
  Sudria       denies that Sudria was involved in the quay fire [reversed:
                 superseded by b-late (4 May 2031)]
               denies that Sudria backs Free Front              claims/a.yaml:16
";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("withdraws c-claim (3 May 2031)"), "{text}");
    assert!(text.ends_with("5 positions in 5 statements, 1 reversed, 1 retracted\n"), "{text}");
    assert!(text.contains("on the condition “the report is right”"), "{text}");
    let markdown = gainsay::views::timeline::formats::markdown(&loaded.ledger, &found, None);
    assert!(markdown.contains("(retracted by c-withdraws (5 May 2031))"), "{markdown}");
    let json: serde_json::Value =
        serde_json::from_str(&gainsay::views::timeline::formats::json(&loaded.ledger, &found, None)).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["entries"][0]["positions"][0]["fate"], "reversed");
    assert_eq!(json["entries"][0]["positions"][0]["by"][0], "b-late");
}

#[test]
fn the_command_filters_by_date_and_id() {
    let place = folder("timeline");
    write(&place, SAID);
    let (text, _, status) = said(&gainsay(&place, &["timeline", "--as-of", "2031-05-03"]));
    assert!(!text.contains("superseded") && !text.contains("4 May"), "{text}");
    assert_eq!(status, 0);
    let (text, _, _) = said(&gainsay(&place, &["timeline", "--since", "2031-05-04"]));
    assert!(!text.contains("3 May 2031\n") && text.contains("4 May 2031\n"), "{text}");
    let (text, _, _) = said(&gainsay(&place, &["timeline", "claims", "--about", "front"]));
    assert!(text.contains("backs") && text.contains("carried out") && !text.contains("rejects"), "{text}");
}
