//! What the formats print: layout at several widths, both sides with their words, the summary, the public JSON.

use crate::common::findings::{
    at, file, finding, harbour, party, plain, problem, report, side, statement, widest,
};
use gainsay::check::Counts;
use gainsay::check::formats::{json, markdown, summary, text};
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::editorial::Accepted;
use gainsay::ledger::model::stance::Stance;
use gainsay::ledger::model::statement::{Carrier, Cited, Quote};
use gainsay::ledger::model::value::{Comparison, Value};
use gainsay::rules::finding::{Family, Finding, Label, Level};
use gainsay::text::FileId;

#[test]
fn a_contradiction_shows_both_sides_at_eighty_columns() {
    let mut ledger = Ledger::default();
    let found = harbour(&mut ledger);
    let expected = "\
contradiction: whether the League of the Free Coast carried out the Harbour
  strike                                                  [direct-contradiction]
  Northland              asserts it: carried out the Harbour strike
                         Ann Envoy, 28 Jan 2024: “we have no doubt that the
                           League did this” (The Wire)    claims/harbour.yaml:12
                         senior official, 28 Jan 2024 (The Wire)
                                                          claims/harbour.yaml:20
  League of the Free     denies it: denies any involvement
  Coast and Its          28 Jan 2024: “It was not us” (The Wire)
  Islands                                                 claims/harbour.yaml:31
  Northland says it is so, the League says it is not. Both say so with
  certainty.
  help: ask both for what they rest it on
  Explain: gainsay explain direct-contradiction

0 statements by 0 parties in 0 files: 0 agreements, 0 contradictions, 0
unverified links, 0 problems in the record
";
    assert_eq!(text(&report(&ledger, vec![found]), Style::default()), expected);
}

#[test]
fn every_width_is_kept_and_used_and_colour_adds_nothing() {
    let mut ledger = Ledger::default();
    let found = harbour(&mut ledger);
    let wrong =
        problem("unknown-reference", "unknown party `norht`", at(FileId(0), 3), "no party has this id");
    let settled = Finding { reconciled: Some("time".to_owned()), ..found.clone() };
    let report = report(&ledger, vec![wrong, found, settled]);
    for width in [60, 80, 100, 160] {
        let without = text(&report, Style { width, ..Style::default() });
        assert_eq!(widest(&without), width, "{without}");
        assert!(!without.contains('\x1b'));
        assert!(without.lines().all(|line| line == line.trim_end()), "{without}");
        assert_eq!(plain(&text(&report, Style { width, color: true, ..Style::default() })), without);
    }
    let line = "  League of the Free Coast and   denies it: denies any involvement\n";
    assert!(text(&report, Style { width: 160, ..Style::default() }).contains(line));
}

#[test]
fn a_problem_shows_its_line_with_a_caret() {
    let mut ledger = Ledger::default();
    file(&mut ledger, "claims/a.yaml");
    let mut wrong = problem("unknown-reference", "unknown party `norht`", at(FileId(0), 3), "no such party");
    wrong.help = Some("did you mean `north`?".to_owned());
    let second =
        Label { span: at(FileId(0), 12), text: "a remark far too long to stand behind the caret ".repeat(2) };
    wrong.labels.push(second);
    let expected = "\
error: unknown party `norht`                                 [unknown-reference]
 --> claims/a.yaml:3:1
  |
3 | a line of some text
  | ^^^^^^ no such party
  --> claims/a.yaml:12:1
   |
12 | a line of some text
   | ------
  note: a remark far too long to stand behind the caret a remark far too long to
        stand behind the caret
  help: did you mean `north`?

";
    let printed = text(&report(&ledger, vec![wrong]), Style::default());
    assert!(printed.starts_with(expected), "{printed}");
}

#[test]
fn first_words_follow_level_and_family() {
    let ledger = Ledger::default();
    let printed = |family, level| {
        let found = finding("unverified-link", family, level, "reading", "message");
        text(&report(&ledger, vec![found]), Style::default()).split(':').next().unwrap_or_default().to_owned()
    };
    assert_eq!(printed(Family::Contradiction, Level::Warning), "contradiction");
    assert_eq!(printed(Family::Contradiction, Level::Note), "note");
    assert_eq!(printed(Family::Contradiction, Level::Error), "error");
    assert_eq!(printed(Family::UnverifiedLink, Level::Warning), "unverified link");
    assert_eq!(printed(Family::Agreement, Level::Note), "agreement");
    assert_eq!(printed(Family::Record, Level::Warning), "warning");
}

#[test]
fn many_statements_are_counted_and_long_quotes_cut() {
    let mut ledger = Ledger::default();
    harbour(&mut ledger);
    let south = party(&mut ledger, "south", "Southland");
    let long = "word ".repeat(100);
    let all: Vec<_> = (0..8)
        .map(|n| statement(&mut ledger, &format!("s-{n}"), south, if n == 0 { &long } else { "" }, 2))
        .collect();
    let found = Finding {
        sides: vec![side(south, Stance::Asserts, "says so", &all)],
        ..finding("unverified-link", Family::UnverifiedLink, Level::Warning, "x", "y")
    };
    let printed = text(&report(&ledger, vec![found]), Style::default());
    assert_eq!(printed.matches("28 Jan 2024").count(), 5, "{printed}");
    assert!(printed.contains("and 3 more statements"), "{printed}");
    assert!(printed.contains("word …” (cut short here)"), "{printed}");
    assert!(printed.matches("word").count() <= 40, "{printed}");
    assert!(!printed.contains("never shown"), "{printed}");
}

#[test]
fn says_on_whose_word_and_through_whom() {
    let mut ledger = Ledger::default();
    let found = harbour(&mut ledger);
    let (north, denies) = (found.parties[0], found.statements[2]);
    let says = ledger.statements.at_mut(found.statements[0].index());
    says.citing = [Cited::Statement(denies)].into();
    says.via = [Carrier { party: north, anonymous: None }].into();
    says.condition = Some("the talks fail".to_owned());
    says.quote = ["one", "two"].map(|words| Quote::new(words, says.span, &ledger.texts)).into();
    let printed = text(&report(&ledger, vec![found]), Style { width: 160, ..Style::default() });
    let expected =
        "Ann Envoy, via Northland, citing League of the Free Coast and Its Islands, 28 Jan 2024, on the";
    assert!(printed.contains(expected), "{printed}");
    assert!(printed.contains("“one” … “two” (The Wire)"), "{printed}");
}

#[test]
fn what_was_settled_is_listed_with_its_reason() {
    let mut ledger = Ledger::default();
    let found = harbour(&mut ledger);
    ledger.accepted.push(Accepted {
        rule: Some("direct-contradiction".to_owned()),
        on: None,
        between: vec!["league".to_owned(), "north-says".to_owned()],
        by: Some("the desk".to_owned()),
        date: Date::parse("2024-02-03").ok(),
        note: Some("known since spring".to_owned()),
        span: at(FileId(0), 1),
    });
    let reconciled = Finding { reconciled: Some("time".to_owned()), ..found.clone() };
    let accepted = Finding { accepted: true, ..found };
    let report = report(&ledger, vec![reconciled, accepted]);
    let printed = text(&report, Style { width: 120, ..Style::default() });
    assert!(printed.starts_with("Reconciled\n  contradiction: whether the League"), "{printed}");
    assert!(
        printed.contains("League of the Free Coast and Its Islands and Northland; reason: time\n"),
        "{printed}"
    );
    assert!(printed.contains("\n\nAccepted\n"), "{printed}");
    assert!(printed.contains("accepted by the desk, 3 Feb 2024: known since spring\n"), "{printed}");
    assert!(markdown(&report).contains("## Accepted\n\n- whether the League"), "{}", markdown(&report));
}

#[test]
fn the_summary_counts_in_words() {
    let ledger = Ledger::default();
    let mut report = report(&ledger, Vec::new());
    report.counts = Counts {
        files: 3,
        statements: 24,
        parties: 11,
        agreements: 4,
        contradictions: 1,
        unverified_links: 5,
        quotes_unchecked: 17,
        ..Counts::default()
    };
    let line = "24 statements by 11 parties in 3 files: 4 agreements, 1 contradiction, 5 unverified links, \
                0 problems in the record";
    assert_eq!(summary(&report), line);
    report.counts.reconciled = 1;
    report.as_of = Date::parse("2024-01-30").ok();
    let printed = text(&report, Style { width: 160, ..Style::default() });
    let quotes = "17 quotes, none compared with an archived text";
    assert_eq!(printed, format!("As of 30 Jan 2024:\n{line}, 1 reconciled\n{quotes}\n"));
    report.counts = Counts { files: 1, statements: 1, parties: 1, problems: 1, ..Counts::default() };
    assert!(summary(&report).starts_with("1 statement by 1 party in 1 file: 0 agreements"));
    assert!(summary(&report).ends_with("1 problem in the record"));
}

#[test]
fn markdown_gives_a_table_for_each_finding() {
    let mut ledger = Ledger::default();
    let found = harbour(&mut ledger);
    let page = markdown(&report(&ledger, vec![found]));
    let expected = "\
## Contradictions

### whether the League of the Free Coast carried out the Harbour strike (direct-contradiction)

| Party | Stance | Statement | Where |
| --- | --- | --- | --- |
| Northland | asserts it: carried out the Harbour strike | Ann Envoy, 28 Jan 2024: “we have no doubt that the \
League did this” (The Wire) | claims/harbour.yaml:12 |
|  |  | senior official, 28 Jan 2024 (The Wire) | claims/harbour.yaml:20 |
| League of the Free Coast and Its Islands | denies it: denies any involvement | 28 Jan 2024: “It was not us” \
(The Wire) | claims/harbour.yaml:31 |

Northland says it is so, the League says it is not. Both say so with certainty.

Help: ask both for what they rest it on
";
    assert!(page.ends_with(expected), "{page}");
}

#[test]
fn json_keeps_the_shape_of_version_1() {
    let mut ledger = Ledger::default();
    let mut found = harbour(&mut ledger);
    found.sides.truncate(1);
    found.sides[0].stance = Stance::LeavesOpen;
    found.sides[0].values = vec![Value::Count(Comparison::AtLeast, 34, 34)];
    let expected = include_str!("report/version-1.json");
    assert_eq!(json(&report(&ledger, vec![found])), expected);
}
