//! Much at one spot: what would be every pair of a crowd, or every step of a long way, is bounded, and the report says so.

use gainsay::check::check;
use gainsay::check::formats;
use gainsay::check::options::Options;
use gainsay::layout::Style;
use gainsay::read::{Loaded, Text, texts};

use crate::common;
use crate::generator::crowds;

/// As it is printed where nobody asks for more.
const PLAIN: Style = Style { width: 100, color: false, explain: false, all: false };

fn read(files: &[(String, String)]) -> Loaded {
    let text =
        |(path, text): &(String, String)| Text { path: format!("claims/{path}"), content: Ok(text.clone()) };
    texts(files.iter().map(text).collect(), &common::names())
}

/// Each finding of a rule: its reading and its message.
fn of_rule(loaded: &Loaded, rule: &str) -> Vec<(String, String)> {
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    report
        .findings
        .iter()
        .filter(|finding| finding.rule.id == rule)
        .map(|finding| (finding.reading.clone(), finding.message.clone()))
        .collect()
}

fn store(text: String) -> Vec<(String, String)> {
    let parties = "parties:\n  - {id: alba, kind: state}\n  - {id: bruma, kind: state}\n".to_owned();
    vec![("parties.yaml".to_owned(), parties), ("case.yaml".to_owned(), text)]
}

#[test]
fn of_a_crowd_of_events_so_many_are_compared_and_it_is_said() {
    let found = of_rule(&read(&store(crowds::events(60))), "candidate-link");
    let said = |text: &str| {
        text.contains("More than 50 events lie near one another there; no more of each were compared")
    };
    assert_eq!(found.len(), 59);
    assert!(found.iter().any(|(_, message)| said(message)));
    let few = of_rule(&read(&store(crowds::events(51))), "candidate-link");
    assert_eq!(few.len(), 50);
    assert!(few.iter().all(|(_, message)| !said(message)), "fifty others are all compared");

    // Which of the crowd are compared does not hang on the order in which they are written.
    let mut lines: Vec<String> = crowds::events(60).lines().map(str::to_owned).collect();
    let first = lines.iter().position(|line| line.contains("id: blast-")).unwrap();
    lines[first..first + 60].reverse();
    assert_eq!(of_rule(&read(&store(lines.join("\n") + "\n")), "candidate-link"), found);
}

#[test]
fn a_way_up_ends_where_it_is_too_long_and_it_is_said() {
    let chain = |kind: &str, up: &str, rest: &str, size: usize, round: bool| {
        let one = |at: usize| {
            let next = if at + 1 < size { Some(at + 1) } else { round.then_some(0) };
            let next = next.map_or(String::new(), |next| format!(", {up}: q{next}"));
            format!("  - {{id: q{at}{rest}{next}}}\n")
        };
        format!("{kind}:\n{}", (0..size).map(one).collect::<String>())
    };
    let predicates = |size, round| {
        chain(
            "predicates",
            "implies",
            ", arguments: [event], reads: '{1} x', reads-not: '{1} not x'",
            size,
            round,
        )
    };
    let problems = |text: String| {
        let loaded = read(&store(text));
        loaded.problems.iter().filter(|it| it.message.ends_with("; the way up ends here")).count()
    };
    assert_eq!(problems(chain("topics", "within", "", 65, false)), 0);
    assert_eq!(problems(chain("topics", "within", "", 66, false)), 1);
    assert_eq!(problems(chain("topics", "within", "", 2000, false)), 30);
    assert_eq!(problems(chain("events", "part-of", "", 66, false)), 1);
    assert_eq!(problems(predicates(65, false)), 0);
    assert_eq!(problems(predicates(66, false)), 1);
    assert_eq!(problems(predicates(60, true)), 0, "all mean the same");
    assert_eq!(problems(predicates(200, true)), 200);
}

#[test]
fn a_long_way_is_still_a_way() {
    let mut text = "predicates:\n".to_owned();
    for at in 0..2000 {
        let up = if at == 0 { String::new() } else { format!(", implies: [q{}]", at - 1) };
        text.push_str(&format!(
            "  - {{id: q{at}, arguments: [event], reads: '{{1}} x{at}', reads-not: '{{1}} not x{at}'{up}}}\n"
        ));
    }
    text.push_str("events:\n  - {id: fire}\nstatements:\n");
    for at in 0..2000 {
        text.push_str(&format!("  - {{id: s{at}, by: alba, date: 2031-01-02, asserts: [q{at}(fire)]}}\n"));
    }
    text.push_str("  - {id: no, by: bruma, date: 2031-01-02, denies: [q0(fire)]}\n");
    let loaded = read(&store(text));
    assert!(!of_rule(&loaded, "direct-contradiction").is_empty());
}

#[test]
fn of_very_many_problems_a_thousand_are_shown_and_the_rest_is_counted() {
    let mut text = "parties:\n".to_owned();
    for at in 0..1200 {
        text.push_str(&format!("  - {{id: p{at}, colour: red}}\n"));
    }
    let loaded = read(&[("case.yaml".to_owned(), text)]);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    let shown = formats::text::text(&report, PLAIN);
    assert_eq!(shown.matches("unknown key `colour`").count(), 1000);
    assert!(shown.contains("200 more problems in the record: `gainsay check --all` shows each of them"));
    let all = formats::text::text(&report, Style { all: true, ..PLAIN });
    assert_eq!(all.matches("unknown key `colour`").count(), 1200);
}

#[test]
fn all_shapes_together_end() {
    let loaded = read(&crowds::files(120));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let report = check(&loaded.ledger, &loaded.problems, &Options::default());
    let found = |rule: &str| report.findings.iter().any(|finding| finding.rule.id == rule);
    for rule in ["candidate-link", "direct-contradiction", "reversal"] {
        assert!(found(rule), "{rule}");
    }
}

/// What is said of the problems of a store; it is not said in a minute where each is looked for among all records.
fn told_at_once(text: String) -> Vec<(String, String)> {
    let begun = std::time::Instant::now();
    let loaded = read(&store(text));
    assert!(begun.elapsed().as_secs() < 60, "{} seconds", begun.elapsed().as_secs());
    loaded.problems.into_iter().map(|problem| (problem.message, problem.help)).collect()
}

#[test]
fn what_was_meant_by_very_many_wrong_names_is_told_at_once() {
    let many = 4000;
    let statements = |says: &dyn Fn(usize) -> String| {
        let one = |at: usize| {
            format!("  - {{id: s{at}, by: alba, date: 2031-05-04, asserts: [\"{}\"]}}\n", says(at))
        };
        format!("statements:\n{}", (0..many).map(one).collect::<String>())
    };
    let event = |at: usize| format!("  - {{id: e{at}, name: Matter Number {at}}}\n");
    let events = format!("events:\n{}", (0..many).map(event).collect::<String>());
    let told =
        told_at_once(events.clone() + &statements(&|at| format!("carried-out(alba, Matter Number {at})")));
    let last = many - 1;
    assert!(told[last].1.starts_with(&format!("write `carried-out(alba, e{last})`")), "{:?}", told[last]);
    // A text that no argument could be of, among as many records.
    let text = format!("carried-out({}alba)", "A - B; C, ".repeat(20_000));
    let one = format!("statements:\n  - {{id: s, by: alba, date: 2031-05-04, asserts: [\"{text}\"]}}\n");
    assert_eq!(told_at_once(events + &one).len(), 1);
    // Each of so many names that are like none is told with what could be said, and not with hundreds of predicates.
    let own = |at: usize| {
        format!("  - {{id: deed-{at}, arguments: [event], reads: '{{1}} x', reads-not: '{{1}} y'}}\n")
    };
    let own: String = (0..1000).map(own).collect();
    let told = told_at_once(
        format!("events: [{{id: fire}}]\npredicates:\n{own}")
            + &statements(&|at| format!("outrage{at}(fire)")),
    );
    assert_eq!(told.len(), many);
    assert!(
        told[last].1.contains("of these one can say ") && told[last].1.contains(" more; a store may"),
        "{:?}",
        told[last]
    );
}
