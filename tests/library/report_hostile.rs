//! Text that attacks its reader, and places that do not exist: nothing passes, nothing panics.

use crate::common;
use crate::common::findings::{finding, party, plain, problem, report, side, source, statement, widest};
use gainsay::check::formats::{json, markdown, text};
use gainsay::layout::Style;
use gainsay::ledger::Ledger;
use gainsay::ledger::model::stance::Stance;
use gainsay::rules::finding::{Family, Finding, Label, Level};
use gainsay::text::{FileId, Span};

const PAYLOAD: &str = "\x1b]8;;http://x\x07 \u{9b}31m \r \u{202e}evil \u{200b} \x7f a|b [x](javascript:alert) \
                       <img onerror=x> **b** `c` # ~~s~~ @you\n\n# heading\n| x |\n\n::error::x\ttab 漢字 e\u{301}";

/// Every text that a person could write is the payload.
fn hostile(ledger: &mut Ledger) -> Vec<Finding> {
    let file = ledger
        .texts
        .add("claims/\x1b]8;;\u{202e} [x]|\r.yaml".to_owned(), format!("{PAYLOAD}\n{}", PAYLOAD.repeat(9)));
    let root = party(ledger, PAYLOAD, PAYLOAD);
    source(ledger, PAYLOAD, root);
    let said = statement(ledger, PAYLOAD, root, PAYLOAD, 1);
    let record = ledger.statements.at_mut(0);
    record.anonymous = Some(PAYLOAD.to_owned());
    record.condition = Some(PAYLOAD.to_owned());
    let mut clash = finding("direct-contradiction", Family::Contradiction, Level::Warning, PAYLOAD, PAYLOAD);
    clash.help = Some(PAYLOAD.to_owned());
    clash.parties = vec![root];
    clash.sides = vec![side(root, Stance::Asserts, PAYLOAD, &[said])];
    clash.sides[0].derived = true;
    clash.sides[0].way = vec![format!("{PAYLOAD} again")];
    let span = Span { file, start: 20, end: 300 };
    let mut wrong = problem("bad-value", PAYLOAD, span, PAYLOAD);
    wrong.help = Some(PAYLOAD.to_owned());
    wrong.labels.push(Label { span, text: "\u{9b}\u{202e}".to_owned() });
    let bare = Finding { labels: wrong.labels.clone(), sides: Vec::new(), ..clash.clone() };
    let loose = Finding { statements: vec![said], sides: Vec::new(), ..clash.clone() };
    let reconciled = Finding { reconciled: Some(PAYLOAD.to_owned()), ..clash.clone() };
    vec![wrong, clash, bare, loose, reconciled]
}

fn steers(text: &str) -> bool {
    text.contains(|c: char| c != '\n' && c.is_control() || matches!(c, '\u{202e}' | '\u{200b}'))
}

#[test]
fn a_terminal_is_not_steered() {
    let mut ledger = Ledger::default();
    let findings = hostile(&mut ledger);
    let report = report(&ledger, findings);
    for width in [0, 40, 60, 80, 160, 4000] {
        let printed = text(&report, Style { width, ..Style::default() });
        assert!(!steers(&printed), "{printed}");
        assert!(printed.contains('␛') && printed.contains("<U+202E>"), "{printed}");
        assert_eq!(plain(&text(&report, Style { width, color: true, ..Style::default() })), printed);
        if (60..=160).contains(&width) {
            assert!(widest(&printed) <= width, "{printed}");
        }
    }
}

/// A page without the characters that a backslash makes harmless.
fn unescaped(page: &str) -> String {
    let mut escaped = false;
    let keep = |character: &char| {
        let harmless = escaped;
        escaped = *character == '\\' && !escaped;
        !harmless && *character != '\\'
    };
    page.chars().filter(keep).collect()
}

#[test]
fn a_page_is_not_written_on() {
    let mut ledger = Ledger::default();
    let findings = hostile(&mut ledger);
    let page = markdown(&report(&ledger, findings));
    assert!(!steers(&page), "{page}");
    let inert = unescaped(&page.replace("<br>", "").replace("<!-- -->", ""));
    for raw in ['[', ']', '<', '>', '`', '~', '@'] {
        assert!(!inert.contains(raw), "{raw} in {page}");
    }
    assert!(!inert.contains("**b"), "{page}");
    for line in page.lines() {
        assert!(!line.starts_with("# ") && !line.starts_with("::"), "{line}");
        let bars = unescaped(line).matches('|').count();
        assert!(bars == 0 || bars == 5, "{line}");
    }
}

#[test]
fn json_holds_the_very_text_and_shows_nothing_hidden() {
    let mut ledger = Ledger::default();
    let findings = hostile(&mut ledger);
    let document = json(&report(&ledger, findings));
    assert!(!steers(&document), "{document}");
    let value: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(value["findings"][1]["message"], PAYLOAD);
    assert_eq!(value["findings"][1]["parties"][0], PAYLOAD);
}

#[test]
fn spans_that_do_not_fit_are_shown_as_far_as_they_do() {
    let mut ledger = Ledger::default();
    let texts = [
        "",
        "\n",
        "é",
        "漢字\r\n",
        "\tby: x\r",
        "a\nb",
        &"é漢 ".repeat(400),
        &format!("\u{feff}{}", "x".repeat(900)),
    ];
    for (at, body) in texts.iter().enumerate() {
        ledger.texts.add(format!("claims/{at}.yaml"), (*body).to_owned());
    }
    let places = [0, 1, 2, 3, 4, 5, 6, 7, 400, 901, 902, 903, 904, 1000, 2399, 2400, 9999, u32::MAX];
    let mut findings = Vec::new();
    for file in (0..9).map(FileId) {
        for start in places {
            for end in places {
                findings.push(problem("bad-value", "wrong", Span { file, start, end }, "here"));
            }
        }
    }
    let report = report(&ledger, findings);
    for width in [40, 60, 80, 160] {
        let printed = text(&report, Style { width, ..Style::default() });
        assert!(widest(&printed) <= width, "{}", printed.lines().find(|line| widest(line) > width).unwrap());
        let printed = text(&report, Style { width, all: true, ..Style::default() });
        assert!(widest(&printed) <= width, "{}", printed.lines().find(|line| widest(line) > width).unwrap());
        assert_eq!(printed.matches("error: wrong").count(), report.findings.len());
    }
    assert!(markdown(&report).contains("claims/0.yaml:1:1"));
    assert!(json(&report).contains("claims/7.yaml"));
}

#[test]
fn a_caret_stands_under_what_it_means() {
    let mut ledger = Ledger::default();
    let body = format!("{}needle {}", "x ".repeat(600), "y ".repeat(600));
    let file = ledger.texts.add("a.yaml".to_owned(), body);
    let wrong = problem("bad-value", "wrong", Span { file, start: 1200, end: 1206 }, "here");
    let printed = text(&report(&ledger, vec![wrong]), Style::default());
    let rows: Vec<&str> = printed.lines().collect();
    let column = |row: &str, what: &str| row[..row.find(what).unwrap()].chars().count();
    assert_eq!(rows[1], " --> a.yaml:1:1201");
    assert_eq!(column(rows[3], "needle"), column(rows[4], "^^^^^^ here"), "{printed}");
}

#[test]
fn many_places_in_one_big_file_are_all_found() {
    let mut ledger = Ledger::default();
    let file = ledger.texts.add("a.yaml".to_owned(), "word ".repeat(400_000));
    let place = |at: u32| Span { file, start: at * 100, end: at * 100 + 4 };
    let many = common::size(20_000);
    let findings = (0..u32::try_from(many).unwrap())
        .map(|at| problem("bad-value", "wrong", place(at), "here"))
        .collect();
    let report = report(&ledger, findings);
    // Lines counted from the top for each would not end here in an hour.
    let printed = text(&report, Style { all: true, ..Style::default() });
    let last = format!(" --> a.yaml:1:{}\n", (many - 1) * 100 + 1);
    assert!(printed.contains(&last) && json(&report).len() > 50 * many);
}
