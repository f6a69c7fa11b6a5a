//! Every rule's manual page: it has its five sections, and its examples do what it says they do.

#![allow(clippy::unwrap_used, reason = "a test may")]

mod common;

use gainsay::check::check;
use gainsay::options::Options;
use gainsay::rules::{CATALOGUE, Rule, Run};

/// The sections of a manual page, in order, after the paragraph it opens with.
const SECTIONS: [&str; 5] =
    ["What it says", "Why it matters", "An example that fires", "An example that does not", "What to do"];

#[test]
fn every_page_has_its_sections() {
    let mut failures = Vec::new();
    for rule in CATALOGUE {
        let manual = rule.manual();
        let headings: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        if headings != SECTIONS {
            failures.push(format!("{}: its sections are {headings:?}, not {SECTIONS:?}", rule.id));
        }
        let summary = rule.summary();
        if !summary.starts_with(char::is_uppercase) || !summary.ends_with('.') {
            failures.push(format!("{}: it does not open with a sentence: {summary:?}", rule.id));
        }
        for section in manual.split("\n# ").skip(1) {
            let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
            if body.trim().is_empty() {
                failures.push(format!("{}: the section `{heading}` is empty", rule.id));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn every_example_does_what_its_page_says() {
    let mut failures = Vec::new();
    for rule in CATALOGUE {
        let examples = examples(&rule.manual());
        for (firing, kind) in [(true, "```yaml,finding"), (false, "```yaml")] {
            if !examples.iter().any(|(fires, _)| *fires == firing) {
                failures.push(format!("{}: its page has no example in {kind}", rule.id));
            }
        }
        for (firing, example) in &examples {
            let found = found(rule, example);
            let of_rule = found.contains(&rule.id);
            if of_rule != *firing {
                let what = if *firing { "does not fire" } else { "fires, and should not" };
                failures.push(format!("{}: this example {what}; it finds {found:?}:\n{example}", rule.id));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// The rules that an example of a page finds, as a store of one file.
fn found(rule: &Rule, example: &str) -> Vec<&'static str> {
    let loaded = common::one_file(example);
    let strict = matches!(rule.run, Run::Strict(_));
    let report = check(&loaded.ledger, &loaded.problems, &Options { strict, ..Options::default() });
    report.findings.iter().map(|finding| finding.rule).collect()
}

/// The fenced examples of a page; true where the example is to fire.
fn examples(manual: &str) -> Vec<(bool, String)> {
    let mut all = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in manual.lines() {
        match (&mut open, line) {
            (None, "```yaml,finding") => open = Some((true, String::new())),
            (None, "```yaml") => open = Some((false, String::new())),
            (Some(_), "```") => all.extend(open.take()),
            (Some((_, text)), line) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, _) => {}
        }
    }
    assert!(open.is_none(), "an example is not closed:\n{manual}");
    all
}
