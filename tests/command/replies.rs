//! The right of reply: what counts as an answer, whether it was asked, what is to be asked.

use crate::common::incident::{folder, gainsay, ledger, said, write};
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::reason::Reasoning;
use gainsay::views::replies::{Accusation, replies};

const ACCUSED: &str = "
statements:
  - {id: n1, by: norland-envoy, date: 2031-05-02, quote: they lit it, asserts: ['carried-out(sudria, quay-fire)', 'backs(sudria, front)']}
";

/// The accusations of Sudria, in the order of their words.
fn of(records: &str) -> Vec<Accusation> {
    let loaded = ledger(&format!("{ACCUSED}{records}"));
    let found = replies(&Reasoning::new(&loaded.ledger), &Options::default());
    let mut all: Vec<Accusation> = found.accused.into_iter().flat_map(|one| one.accusations).collect();
    all.sort_by(|a, b| a.reading.cmp(&b.reading));
    all
}

#[test]
fn an_accusation_without_an_answer_is_put_as_a_question() {
    let all = of("");
    let questions: Vec<&str> = all.iter().filter_map(|one| one.to_ask()).collect();
    assert_eq!(
        questions,
        [
            "Do you back Free Front? Norland says so (2 May 2031).",
            "Did you carry out the quay fire? Norland says so (2 May 2031)."
        ]
    );
}

#[test]
fn a_wide_denial_answers_the_narrow_charge_and_no_other() {
    let all =
        of("  - {id: s1, by: sudria-army, date: 2031-05-03, denies: ['involved-in(sudria, quay-fire)']}");
    assert_eq!((all[0].reading.as_str(), all[0].answered), ("Sudria backs Free Front", false));
    assert_eq!(all[0].beside, ["denies that Sudria was involved in the quay fire (3 May 2031)"]);
    assert!(all[1].answered);
    assert_eq!(all[1].question, None);
    assert_eq!(all[1].answers[0].says, "denies any part in it");
}

#[test]
fn no_comment_and_a_rejected_statement_answer_and_hearsay_does_not() {
    let declined = of("  - {id: s1, by: sudria, date: 2031-05-03, declines: ['backs(sudria, front)']}");
    assert!(declined[0].answered && !declined[1].answered);
    let rejected = of("  - {id: s1, by: sudria, date: 2031-05-03, denies: ['accurate(n1)']}");
    assert!(rejected.iter().all(|one| one.answered), "{rejected:?}");
    let heard =
        of("  - {id: s1, by: sudria, via: [estia], date: 2031-05-03, denies: ['backs(sudria, front)']}");
    assert!(!heard[0].answered);
    assert_eq!(heard[0].hearsay.len(), 1);
    assert!(heard[0].answers.is_empty());
}

#[test]
fn an_answer_that_was_withdrawn_answers_no_more() {
    let all = of("  - {id: s1, by: sudria, date: 2031-05-03, denies: ['backs(sudria, front)']}
  - {id: s2, by: sudria, date: 2031-05-04, retracts: [s1]}");
    assert!(!all[0].answered);
}

#[test]
fn a_request_is_told_with_its_outcome_and_asked_once() {
    let asked = |outcome: &str| {
        of(&format!(
            "requests:\n  - {{to: sudria-army, about: ['backs(sudria, front)'], date: 2031-05-04, outcome: {outcome}}}"
        ))
    };
    let all = asked("no-reply");
    assert_eq!(all[0].requests.asked().unwrap().outcome.as_deref(), Some("no-reply"));
    assert_eq!(all[0].to_ask(), None);
    assert!(all[1].to_ask().is_some(), "a request about one thing asks no other");
    assert!(asked("not-reached")[0].to_ask().is_some(), "who was not reached was not asked");
}

#[test]
fn where_the_same_accuser_says_both_the_stronger_question_is_asked() {
    let all = of("  - {id: n2, by: norland, date: 2031-05-03, asserts: ['involved-in(sudria, quay-fire)']}");
    let weak = all.iter().find(|one| one.reading.starts_with("Sudria was involved in")).unwrap();
    assert_eq!(weak.within.as_deref(), Some("Sudria carried out the quay fire"));
    assert_eq!(weak.question, None);
    let other = of("  - {id: e2, by: estia, date: 2031-05-03, asserts: ['involved-in(sudria, quay-fire)']}");
    let weak = other.iter().find(|one| one.reading.starts_with("Sudria was involved in")).unwrap();
    assert_eq!(weak.to_ask(), Some("Were you involved in the quay fire? Estia says so (3 May 2031)."));
}

#[test]
fn questions_name_parts_hedges_and_the_unnamed() {
    let records = "
statements:
  - {id: a, by: norland, anonymous: a senior official, date: 2031-05-02, suggests: ['took-part-in(sudria-army, quay-fire)']}
  - {id: b, by: estia, date: 2031-05-02, asserts: ['answerable-for(sudria, quay-fire)']}
  - {id: c, by: norland, date: 2031-05-02, asserts: ['answerable-for(sudria, quay-fire)', 'carried-out(raiders, quay-fire)']}
";
    let loaded = ledger(records);
    let found = replies(&Reasoning::new(&loaded.ledger), &Options::default());
    assert_eq!(found.of_descriptions, 1, "a description cannot be asked");
    let questions: Vec<&str> = found.accused[0].accusations.iter().filter_map(|one| one.to_ask()).collect();
    assert_eq!(
        questions,
        [
            "Are you answerable for the quay fire? Estia (2 May 2031) and Norland (2 May 2031) say so.",
            "Did Sudrian Army take part in the quay fire? A senior official (Norland) says it is likely or possible \
             (2 May 2031)."
        ]
    );
}

#[test]
fn the_text_keeps_its_width_and_says_what_was_asked() {
    let records = format!(
        "{ACCUSED}requests:\n  - {{to: sudria, about: ['backs(sudria, front)'], date: 2031-05-04, outcome: no-reply}}\n"
    );
    let loaded = ledger(&records);
    let found = replies(&Reasoning::new(&loaded.ledger), &Options::default());
    let text = gainsay::views::replies::formats::text(&loaded.ledger, &found, None, Style::default());
    let expected = "\
Accused: Sudria

  Sudria backs Free Front                                      [asked, no reply]
    Norland   accuses Sudria: Nora Envoy, 2 May 2031: “they lit it”
                                                                claims/a.yaml:15
    This is not answered on file. It was asked on 4 May 2031: no reply.

  Sudria carried out the quay fire                                [not answered]
    Norland   accuses Sudria: Nora Envoy, 2 May 2031: “they lit it”
                                                                claims/a.yaml:15
    This is not answered on file. No request for a reply is on file.

  Ask Sudria:
    Did you carry out the quay fire? Norland says so (2 May 2031).

2 accusations of 1 party: 0 answered, 2 not answered (1 of them asked)
";
    assert_eq!(text, expected);
    let markdown = gainsay::views::replies::formats::markdown(&loaded.ledger, &found, None);
    assert!(
        markdown.contains("- Did you carry out the quay fire? Norland says so (2 May 2031)."),
        "{markdown}"
    );
    let json: serde_json::Value =
        serde_json::from_str(&gainsay::views::replies::formats::json(&loaded.ledger, &found, None)).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["parties"][0]["accusations"][0]["status"], "asked, no reply");
    assert_eq!(json["parties"][0]["accusations"][0]["accusers"][0]["place"]["line"], 15);
    assert_eq!(json["parties"][0]["questions"].as_array().unwrap().len(), 1);
}

#[test]
fn the_command_filters_and_gives_its_status() {
    let place = folder("replies");
    write(&place, ACCUSED);
    let (text, _, status) = said(&gainsay(&place, &["replies", "--as-of", "2031-05-01"]));
    assert!(text.starts_with("As of 1 May 2031:\n0 accusations"), "{text}");
    assert_eq!(status, 0);
    let (text, _, _) = said(&gainsay(&place, &["replies", "--about", "front"]));
    assert!(text.contains("backs") && !text.contains("carried out"), "{text}");
    let (_, complaint, status) = said(&gainsay(&place, &["replies", "--about", "nobody"]));
    assert!(complaint.contains("`nobody`") && status == 2);
    write(&place, &format!("{ACCUSED}  - {{id: n9, by: norland, date: 2031-05-03, said: today}}\n"));
    let (text, complaint, status) = said(&gainsay(&place, &["replies"]));
    assert_eq!(status, 1, "{text}{complaint}");
    assert!(complaint.contains("1 error"), "{complaint}");
}

#[test]
fn no_format_of_the_three_commands_steers_a_terminal() {
    let place = folder("replies-hostile");
    let evil = r"\e]8;;x\a \u009b31m \u202e <b> [x](y) | `c` \u200b";
    write(
        &place,
        &format!(
            "
statements:
  - {{id: n1, by: evil, date: 2031-05-02, quote: \"{evil}\", asserts: ['involved-in(sudria, quay-fire)', 'killed(quay-fire) = 9']}}
  - {{id: s1, by: sudria, date: 2031-05-03, denies: ['backs(self, evil)']}}
  - {{id: s2, by: sudria, date: 2031-05-04, asserts: ['backs(self, evil)', 'killed(quay-fire) = 4']}}
---
parties: [{{id: evil, name: \"{evil}\"}}]
"
        ),
    );
    for command in [&["replies"][..], &["timeline"], &["diff", "2031-05-03", "2031-05-04"]] {
        for format in ["text", "markdown", "json"] {
            let (text, _, _) = said(&gainsay(&place, &[command, &["--format", format]].concat()));
            let steers = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{202e}' | '\u{200b}');
            assert!(!text.contains(steers), "{command:?} {format}: {text:?}");
            assert!(text.contains("8;;x"), "{command:?} {format}: {text}");
            assert!(format != "markdown" || !text.contains("[x](y)"), "{text}");
        }
    }
}

#[test]
fn every_predicate_that_accuses_can_be_put_as_a_question() {
    let vocabulary = ledger("").ledger.vocabulary;
    let accuse = vocabulary.iter().map(|(_, predicate)| predicate).filter(|one| one.accuses.is_some());
    for predicate in accuse {
        let second = match predicate.arguments[1].0 {
            ArgumentKind::Party => "front",
            ArgumentKind::Topic => "peace",
            _ => "quay-fire",
        };
        let records = format!(
            "\ntopics: [{{id: peace, name: the peace}}]\nstatements:\n  - {{id: n1, by: norland, date: 2031-05-02, asserts: ['{}(sudria, {second})']}}\n",
            predicate.id
        );
        let loaded = ledger(&records);
        let found = replies(&Reasoning::new(&loaded.ledger), &Options::default());
        let asked = found.accused[0].accusations[0].to_ask().unwrap_or_default();
        assert!(asked.contains(" you "), "{}: {asked}", predicate.id);
    }
}
