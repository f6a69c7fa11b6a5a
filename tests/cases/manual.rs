//! Every rule's manual page: it has its five sections, and its examples do what it says they do.

use libtest_mimic::Trial;

use crate::common;
use crate::outcome;

use gainsay::check::check;
use gainsay::check::options::Options;
use gainsay::rules::{CATALOGUE, Rule, Run};

/// The sections of a manual page, in order, after the paragraph it opens with.
const SECTIONS: [&str; 5] =
    ["What it says", "Why it matters", "An example that fires", "An example that does not", "What to do"];

/// Two tests for each rule: on the sections of its page, and on its examples.
pub fn trials() -> Vec<Trial> {
    let of_rule = |rule: &'static Rule| {
        [
            Trial::test(format!("manual/{}/sections", rule.id), || outcome(&bad_sections(rule))),
            Trial::test(format!("manual/{}/examples", rule.id), || outcome(&bad_examples(rule))),
        ]
    };
    CATALOGUE.iter().flat_map(|rule| of_rule(rule)).collect()
}

/// What is wrong with the sections of a page.
fn bad_sections(rule: &Rule) -> Vec<String> {
    let mut failures = Vec::new();
    let manual = rule.manual();
    let headings: Vec<&str> = manual.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    if headings != SECTIONS {
        failures.push(format!("its sections are {headings:?}, not {SECTIONS:?}"));
    }
    let summary = rule.summary();
    if !summary.starts_with(char::is_uppercase) || !summary.ends_with('.') {
        failures.push(format!("it does not open with a sentence: {summary:?}"));
    }
    for section in manual.split("\n# ").skip(1) {
        let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
        if body.trim().is_empty() {
            failures.push(format!("the section `{heading}` is empty"));
        }
    }
    failures
}

/// What is wrong with the examples of a page: each must do what the page says it does.
fn bad_examples(rule: &Rule) -> Vec<String> {
    if matches!(rule.run, Run::Draft) {
        return drafts(rule);
    }
    let mut failures = Vec::new();
    let examples = examples(&rule.manual());
    for (firing, kind) in [(true, "```yaml,finding"), (false, "```yaml")] {
        if !examples.iter().any(|(fires, _)| *fires == firing) {
            failures.push(format!("its page has no example in {kind}"));
        }
    }
    for (firing, example) in &examples {
        let found = found(rule, example);
        if found.contains(&rule.id) != *firing {
            let what = if *firing { "does not fire" } else { "fires, and should not" };
            failures.push(format!("this example {what}; it finds {found:?}:\n{example}"));
        }
    }
    failures
}

/// The rules that an example of a page finds, as a store of one file.
fn found(rule: &Rule, example: &str) -> Vec<&'static str> {
    let mut loaded = common::one_file(example);
    let manual = rule.manual();
    if let Some((_, text)) = fences(&manual).into_iter().find(|(kind, _)| *kind == "text,archive") {
        let sha256 = gainsay::read::files::archives::hash(text.as_bytes());
        for at in (0..loaded.ledger.sources.len()).map(gainsay::ledger::model::id::SourceId::from) {
            loaded
                .ledger
                .archives
                .insert(at, gainsay::ledger::Archive { text: text.clone(), sha256: sha256.clone() }.into());
        }
    }
    let strict = matches!(rule.run, Run::Strict(_));
    let report = check(&loaded.ledger, &loaded.problems, &Options { strict, ..Options::default() });
    report.findings.iter().map(|finding| finding.rule.id).collect()
}

/// What is wrong with the examples of a page on drafts: a ledger, then a draft that fires and one that does not.
fn drafts(rule: &Rule) -> Vec<String> {
    let manual = rule.manual();
    let blocks: Vec<(&str, String)> = fences(&manual);
    let of = |kind: &str| {
        blocks.iter().filter(|(found, _)| *found == kind).map(|(_, text)| text).collect::<Vec<_>>()
    };
    let (ledgers, fires, misses) = (of("yaml"), of("text,finding"), of("text"));
    let ([ledger], false, false) = (&ledgers[..], fires.is_empty(), misses.is_empty()) else {
        return vec![format!("{}: its page wants one ledger, a ```text,finding and a ```text", rule.id)];
    };
    let mut failures = Vec::new();
    for (firing, drafts) in [(true, fires), (false, misses)] {
        for draft in drafts {
            let mut loaded = common::one_file(ledger);
            let file = loaded.ledger.texts.add("draft.txt".to_owned(), draft.clone());
            let audit = gainsay::audit::audit(&loaded.ledger, draft);
            let found: Vec<_> = gainsay::audit::findings::findings(&audit, file)
                .into_iter()
                .map(|noted| noted.finding)
                .collect();
            let named: Vec<&str> = found.iter().map(|finding| finding.rule.id).collect();
            let level =
                found.iter().find(|finding| finding.rule == rule).map_or(rule.level, |found| found.level);
            if named.contains(&rule.id) != firing || level != rule.level || !loaded.problems.is_empty() {
                failures.push(format!("{}: firing: {firing}; it finds {named:?}:\n{draft}", rule.id));
            }
        }
    }
    failures
}

/// The fenced blocks of a page, each with what stands behind its fence.
fn fences(manual: &str) -> Vec<(&str, String)> {
    let mut all = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in manual.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind, String::new())),
            (Some(_), Some(_)) => all.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    all
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
