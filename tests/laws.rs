//! Laws that a checker must obey to be trusted, over ledgers that nobody wrote.

mod generator;
mod independent;

use gainsay::check::{self, Options};
use gainsay::finding::Level;
use gainsay::load::{self, Loaded, Text};
use generator::small::Ledger;
use independent::Found;

/// How many ledgers each law is tried on.
fn seeds() -> std::ops::Range<u64> {
    let count = std::env::var("GAINSAY_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(300);
    let from = std::env::var("GAINSAY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    from..from + count
}

fn load(files: Vec<String>) -> Loaded {
    let texts = files
        .into_iter()
        .enumerate()
        .map(|(at, text)| Text { path: format!("claims/{at}.yaml"), content: Ok(text) })
        .collect();
    let loaded = load::texts(texts, &[]);
    let broken: Vec<String> = loaded
        .problems
        .iter()
        .filter(|problem| !["before-its-event", "after-its-source"].contains(&problem.rule))
        .map(|problem| format!("{}: {}", problem.rule, problem.message))
        .collect();
    assert!(broken.is_empty(), "the generator wrote an unsound record: {broken:#?}");
    loaded
}

/// What the program finds, in the terms of the independent checker.
fn found(loaded: &Loaded, options: &Options) -> Vec<Found> {
    let report = check::check(&loaded.ledger, &loaded.problems, options);
    let mut all: Vec<Found> = report
        .findings
        .iter()
        .filter(|finding| independent::RULES.contains(&finding.rule))
        .map(|finding| {
            let mut parties: Vec<String> =
                finding.parties.iter().map(|party| loaded.ledger.party(*party).id.clone()).collect();
            let mut statements: Vec<String> =
                finding.statements.iter().map(|id| loaded.ledger.statement(*id).id.clone()).collect();
            parties.sort();
            statements.sort();
            Found {
                rule: finding.rule,
                proposition: finding.proposition.clone(),
                parties,
                statements,
                level: Some(if finding.level == Level::Note { "note" } else { "warning" }),
            }
        })
        .collect();
    all.sort();
    all
}

/// What only one of two lists has.
fn difference(one: &[Found], other: &[Found]) -> Vec<String> {
    let mut rest = other.to_vec();
    let mut lines = Vec::new();
    for finding in one {
        match rest.iter().position(|known| known == finding) {
            Some(at) => {
                rest.remove(at);
            }
            None => lines.push(format!("only the first:  {finding:?}")),
        }
    }
    lines.extend(rest.iter().map(|finding| format!("only the second: {finding:?}")));
    lines
}

/// Where program and independent checker differ on a ledger; the program's findings come first.
fn disagreement(ledger: &Ledger) -> Vec<String> {
    let loaded = load(vec![ledger.text()]);
    let mut first = found(&loaded, &Options::default());
    for finding in &mut first {
        if finding.rule == "unverified-link" {
            finding.level = None; // also depends on what hangs on the link
        }
    }
    difference(&first, &independent::findings(&loaded.ledger))
}

/// The rules in lines that tell a difference.
fn rules_in(lines: &[String]) -> Vec<&'static str> {
    let named = |rule: &&str| lines.iter().any(|line| line.contains(&format!("{rule:?}")));
    independent::RULES.into_iter().filter(|rule| named(&rule)).collect()
}

#[test]
fn an_independent_checker_agrees() {
    let mut wrong: Vec<(&str, Vec<u64>)> = Vec::new();
    for seed in seeds() {
        for rule in rules_in(&disagreement(&Ledger::new(seed))) {
            match wrong.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, seeds)) => seeds.push(seed),
                None => wrong.push((rule, vec![seed])),
            }
        }
    }
    if wrong.is_empty() {
        return;
    }
    let mut shown = String::new();
    for (rule, seeds) in wrong {
        let still = |ledger: &Ledger| rules_in(&disagreement(ledger)).contains(&rule);
        let least = seeds.iter().take(6).map(|seed| (Ledger::new(*seed).shrunk(still), seed)).min_by_key(|(ledger, _)| ledger.text().len());
        if let Some((ledger, seed)) = least {
            let lines = disagreement(&ledger).join("\n");
            shown.push_str(&format!("\n== {rule}, {} seeds, {seed} shrunk:\n{}{lines}\n", seeds.len(), ledger.brief()));
        }
    }
    panic!("the program (first) and the independent checker (second) differ:\n{shown}");
}
