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

#[test]
fn an_independent_checker_agrees() {
    let mut disagreements = std::collections::BTreeMap::new();
    let mut worst: Option<(usize, u64, String, Vec<String>)> = None;
    let mut met = std::collections::BTreeMap::new();
    for seed in seeds() {
        let ledger = Ledger::new(seed);
        let text = ledger.text();
        let loaded = load(vec![text.clone()]);
        let second = independent::findings(&loaded.ledger);
        let mut first = found(&loaded, &Options::default());
        for finding in &mut first {
            *met.entry(finding.rule).or_insert(0) += 1;
            if finding.rule == "unverified-link" {
                finding.level = None; // also depends on what hangs on the link
            }
        }
        let lines = difference(&first, &second);
        if lines.is_empty() {
            continue;
        }
        for line in &lines {
            let rule = independent::RULES.iter().find(|rule| line.contains(*rule)).unwrap_or(&"");
            *disagreements.entry((*rule).to_owned()).or_insert(0) += 1;
        }
        let size = text.len() * lines.len();
        if worst.as_ref().is_none_or(|(least, ..)| size < *least) {
            worst = Some((size, seed, text, lines));
        }
    }
    assert!(independent::RULES.iter().all(|rule| met.contains_key(rule)), "some rule never fired: {met:?}");
    if let Some((_, seed, text, lines)) = worst {
        panic!("{disagreements:?}; the smallest, seed {seed} (first: the program):\n{text}\n{}", lines.join("\n"));
    }
}
