//! Laws that a checker must obey to be trusted, over ledgers that nobody wrote.

use crate::common;
use crate::generator::seeded::Seeded;
use crate::generator::small::{Ledger, NOBODY};
use crate::independent::{self, Found};
use gainsay::check;
use gainsay::check::options::Options;
use gainsay::ledger::model::date::Date;
use gainsay::read::{self, Loaded, Text};

/// How many ledgers each law is tried on.
fn seeds() -> std::ops::Range<u64> {
    some_seeds(80)
}

fn some_seeds(most: usize) -> std::ops::Range<u64> {
    let count = std::env::var("GAINSAY_SEEDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(common::size(most) as u64);
    let from = std::env::var("GAINSAY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    from..from + count
}

fn load(files: Vec<String>) -> Loaded {
    let texts = files
        .into_iter()
        .enumerate()
        .map(|(at, text)| Text { path: format!("claims/{at}.yaml"), content: Ok(text) })
        .collect();
    let loaded = read::texts(texts, &[]);
    let broken: Vec<String> = loaded
        .problems
        .iter()
        .filter(|problem| !["before-its-event", "after-its-source"].contains(&problem.rule))
        .map(|problem| format!("{}: {}", problem.rule, problem.message))
        .collect();
    assert!(broken.is_empty(), "the generator wrote an unsound record: {broken:#?}");
    loaded
}

/// The findings of a report, as the public JSON has them.
fn findings(loaded: &Loaded) -> Vec<serde_json::Value> {
    let report = check::check(&loaded.ledger, &loaded.problems, &Options::default());
    let json: serde_json::Value =
        serde_json::from_str(&check::formats::json(&report)).expect("a report is JSON");
    json["findings"].as_array().expect("findings are a list").clone()
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &serde_json::Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

/// The finding that one is folded into, by rule and proposition.
fn folded_into(finding: &serde_json::Value) -> Option<(&'static str, Option<String>)> {
    let into = &finding["folded_into"];
    let rule = independent::RULES.into_iter().find(|rule| into["rule"] == *rule)?;
    Some((rule, into["proposition"].as_str().map(str::to_owned)))
}

/// What the program finds, in the terms of the independent checker.
fn found(loaded: &Loaded) -> Vec<Found> {
    let mut all: Vec<Found> = findings(loaded)
        .iter()
        .filter_map(|finding| {
            let rule = independent::RULES.into_iter().find(|rule| finding["rule"] == *rule)?;
            Some(Found {
                rule,
                proposition: finding["proposition"].as_str().map(str::to_owned),
                parties: texts(&finding["parties"]),
                statements: texts(&finding["statements"]),
                level: Some(if finding["level"] == "note" { "note" } else { "warning" }),
                into: folded_into(finding).into_iter().collect(),
            })
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
        match rest.iter().position(|known| finding.fits(known)) {
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
    difference(&found(&loaded), &independent::findings(&loaded.ledger))
}

/// The rules that the independent checker finds broken in the ledger of a seed.
fn second(seed: u64) -> Vec<&'static str> {
    let loaded = load(vec![Ledger::new(seed).text()]);
    independent::findings(&loaded.ledger).into_iter().map(|finding| finding.rule).collect()
}

/// The rules in lines that tell a difference.
fn rules_in(lines: &[String]) -> Vec<&'static str> {
    let named = |rule: &&str| lines.iter().any(|line| line.contains(&format!("{rule:?}")));
    independent::RULES.into_iter().filter(|rule| named(rule)).collect()
}

#[test]
fn an_independent_checker_agrees() {
    let mut wrong: Vec<(&str, Vec<u64>)> = Vec::new();
    for seed in some_seeds(320) {
        for rule in rules_in(&disagreement(&Ledger::new(seed))) {
            match wrong.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, seeds)) => seeds.push(seed),
                None => wrong.push((rule, vec![seed])),
            }
        }
    }
    if wrong.is_empty() && some_seeds(320).count() < 320 {
        return; // the few ledgers of the short run need not make every rule fire
    }
    if wrong.is_empty() {
        // A rule that is rare is looked for in more ledgers than are compared.
        let compared = some_seeds(320);
        let fired =
            |rule: &&str| (compared.start..compared.end + 1_000).any(|seed| second(seed).contains(rule));
        let silent: Vec<&str> = independent::RULES.into_iter().filter(|rule| !fired(rule)).collect();
        assert!(silent.is_empty(), "no ledger of these seeds makes them fire: {silent:?}");
        return;
    }
    let mut shown = String::new();
    for (rule, seeds) in wrong {
        let still = |ledger: &Ledger| rules_in(&disagreement(ledger)).contains(&rule);
        let least = seeds
            .iter()
            .take(6)
            .map(|seed| (Ledger::new(*seed).shrunk(still), seed))
            .min_by_key(|(ledger, _)| ledger.text().len());
        if let Some((ledger, seed)) = least {
            let lines = disagreement(&ledger).join("\n");
            shown.push_str(&format!(
                "\n== {rule}, {} seeds, {seed} shrunk:\n{}{lines}\n",
                seeds.len(),
                ledger.brief()
            ));
        }
    }
    panic!("the program (first) and the independent checker (second) differ:\n{shown}");
}

/// Everything a report says that does not depend on lines in files, in words and ids.
fn said(loaded: &Loaded, options: &Options) -> Vec<String> {
    let report = check::check(&loaded.ledger, &loaded.problems, options);
    let party = |id: &gainsay::ledger::model::id::PartyId| loaded.ledger.party(*id).id.clone();
    let mut all: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            let mut parties: Vec<String> = finding.parties.iter().map(party).collect();
            let mut statements: Vec<&str> =
                finding.statements.iter().map(|id| loaded.ledger.statement(*id).id.as_str()).collect();
            parties.sort();
            statements.sort_unstable();
            let mut sides: Vec<String> = finding
                .sides
                .iter()
                .map(|side| {
                    let mut said: Vec<&str> =
                        side.statements.iter().map(|id| loaded.ledger.statement(*id).id.as_str()).collect();
                    said.sort_unstable();
                    format!(
                        "{} {:?} {:?} {:?} {} {said:?}",
                        party(&side.root),
                        side.sign,
                        side.stance,
                        side.values,
                        side.derived
                    )
                })
                .collect();
            sides.sort();
            let on = finding.on(&loaded.ledger).unwrap_or_else(|| {
                // Names in a sentence stand in the order of the records; which names there are does not.
                let mut words: Vec<&str> = finding.message.split_whitespace().collect();
                words.sort_unstable();
                words.join(" ")
            });
            format!("{} {:?} {on} {parties:?} {statements:?} {sides:?}", finding.rule.id, finding.level)
        })
        .collect();
    all.sort();
    all
}

fn seed_of(law: u64, seed: u64) -> Seeded {
    Seeded::new(seed ^ law << 40)
}

/// Shows a ledger on which two lists differ, made as small as it can be.
fn same(law: &str, seed: u64, ledger: &Ledger, two: impl Fn(&Ledger) -> (Vec<String>, Vec<String>)) {
    let differ = |ledger: &Ledger| {
        let (one, other) = two(ledger);
        one != other
    };
    if differ(ledger) {
        let small = ledger.shrunk(differ);
        let (mut one, mut other) = two(&small);
        let both: Vec<String> = one.iter().filter(|line| other.contains(line)).cloned().collect();
        one.retain(|line| !both.contains(line));
        other.retain(|line| !both.contains(line));
        panic!(
            "{law} changes the report, seed {seed}:\n{}\nbefore: {one:#?}\nafter: {other:#?}",
            small.brief()
        );
    }
}

#[test]
fn exchanging_two_parties_exchanges_them_in_the_report() {
    for seed in seeds() {
        let ledger = Ledger::new(seed);
        let chance = &mut seed_of(1, seed);
        let one = chance.below(NOBODY);
        let other = (one + 1 + chance.below(NOBODY - 1)) % NOBODY;
        same("exchanging two parties", seed, &ledger, |ledger| {
            let swap = |line: String| {
                let (a, b) = (&ledger.ids[one], &ledger.ids[other]);
                exchange(&line, a, b)
            };
            let exchanged = ledger.exchanged(one, other);
            let mut after: Vec<String> =
                said(&load(vec![exchanged.text()]), &Options::default()).into_iter().map(swap).collect();
            after = after.iter().map(|line| sorted_lists(line)).collect();
            after.sort();
            let mut before: Vec<String> = said(&load(vec![ledger.text()]), &Options::default())
                .iter()
                .map(|line| sorted_lists(line))
                .collect();
            before.sort();
            (before, after)
        });
    }
}

/// The line with two ids exchanged wherever they stand as whole ids.
fn exchange(line: &str, one: &str, other: &str) -> String {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut out = String::new();
    let mut rest = line;
    while let Some(from) = rest.find(part) {
        let length = rest[from..].find(|c| !part(c)).unwrap_or(rest.len() - from);
        let word = &rest[from..from + length];
        out.push_str(&rest[..from]);
        out.push_str(if word == one {
            other
        } else if word == other {
            one
        } else {
            word
        });
        rest = &rest[from + length..];
    }
    out + rest
}

/// The same line with its words in order: a list sorted by id is the same list after an exchange of ids.
fn sorted_lists(line: &str) -> String {
    let mut words: Vec<&str> = line.split(|c: char| c.is_whitespace() || "[],\"".contains(c)).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.join(" ")
}

#[test]
fn the_order_of_records_and_files_changes_nothing() {
    for seed in seeds() {
        same("another order", seed, &Ledger::new(seed), |ledger| {
            let chance = &mut seed_of(2, seed);
            let files = 1 + chance.below(4);
            let shuffled = load(ledger.files(files, chance, true));
            (said(&load(vec![ledger.text()]), &Options::default()), said(&shuffled, &Options::default()))
        });
    }
}

#[test]
fn an_unrelated_party_changes_nothing() {
    for seed in seeds() {
        same("an unrelated party", seed, &Ledger::new(seed), |ledger| {
            let mut files = vec![ledger.text()];
            let before = said(&load(files.clone()), &Options::default());
            files.insert(
                0,
                "parties:\n  - id: a-bystander\n    name: a bystander\n    kind: state\n".to_owned(),
            );
            (before, said(&load(files), &Options::default()))
        });
    }
}

#[test]
fn splitting_a_file_changes_nothing() {
    for seed in seeds() {
        same("splitting a file", seed, &Ledger::new(seed), |ledger| {
            let split = load(ledger.files(3, &mut seed_of(3, seed), false));
            (said(&load(vec![ledger.text()]), &Options::default()), said(&split, &Options::default()))
        });
    }
}

#[test]
fn as_of_a_date_is_the_ledger_without_what_came_later() {
    for seed in seeds() {
        same("an earlier date", seed, &Ledger::new(seed), |ledger| {
            let day = 1 + i32::try_from(seed_of(4, seed).below(9)).unwrap();
            let date = Date::parse(&format!("2031-01-{day:02}")).expect("a date");
            let mut loaded = load(vec![ledger.text()]);
            loaded.ledger.as_of(&date);
            loaded.problems.clear();
            let options = Options { as_of: Some(date), ..Options::default() };
            let mut earlier = load(vec![ledger.until(day).text()]);
            earlier.problems.clear();
            (said(&earlier, &Options::default()), said(&loaded, &options))
        });
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let read = |threads: usize| {
        let files = crate::generator::large::files(1_200, 7, 5);
        let pool =
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("so many threads can be had");
        pool.install(|| {
            let texts = files.into_iter().map(|(path, text)| {
                // Some names that are on file nowhere: the nearest ones told are the same too.
                let text =
                    text.replace("place(event-7", "plac(event-7").replace("by: party-11\n", "by: parti-11\n");
                Text { path, content: Ok(text) }
            });
            let loaded = read::texts(texts.collect(), &[]);
            let report = check::check(&loaded.ledger, &loaded.problems, &Options::default());
            (loaded.problems.len(), gainsay::check::formats::json(&report))
        })
    };
    let (problems, one) = read(1);
    assert!(problems > 3, "{problems} problems");
    for threads in [2, 3] {
        assert!(read(threads).1 == one, "another report with {threads} threads");
    }
}

#[test]
fn a_seed_is_a_ledger() {
    let one = crate::generator::large::files(2_000, 3, 7);
    assert_eq!(one, crate::generator::large::files(2_000, 3, 7));
    assert_ne!(one, crate::generator::large::files(2_000, 3, 8));
    let statements: usize =
        one.iter().filter(|(name, _)| name.contains("case")).map(|(_, text)| text.len()).sum();
    assert!((400..650).contains(&(statements / 2_000)), "{} bytes to a statement", statements / 2_000);
    let texts = one.into_iter().map(|(path, text)| Text { path, content: Ok(text) }).collect();
    let loaded = read::texts(texts, &[]);
    let odd = |rule: &str| !["before-its-event", "after-its-source"].contains(&rule);
    let broken: Vec<&str> = loaded
        .problems
        .iter()
        .filter(|problem| odd(problem.rule))
        .map(|problem| problem.message.as_str())
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
    assert_eq!((loaded.ledger.parties.len(), loaded.ledger.events.len()), (2_000, 200));
    let options = Options::default();
    let whole = check::check(&loaded.ledger, &loaded.problems, &options);
    assert!(whole.findings.len() > 1_000, "{} findings", whole.findings.len());
    assert_eq!(check::summary(&loaded.ledger, &loaded.problems, &options).counts, whole.counts);
}

#[test]
fn a_root_never_agrees_with_both_sides() {
    for seed in some_seeds(240) {
        same("a root on both sides of an agreement", seed, &Ledger::new(seed), |ledger| {
            let mut sides: Vec<(String, String, String)> = Vec::new();
            for finding in findings(&load(vec![ledger.text()])) {
                let agreed = ["agreement", "circular-reporting", "shared-position"].iter();
                if agreed.clone().any(|rule| finding["rule"] == *rule) {
                    for side in finding["sides"].as_array().into_iter().flatten() {
                        // Whoever says seven and not five is of one mind.
                        if texts(&side["values"]).is_empty() {
                            let on = text(&finding["proposition"]);
                            sides.push((on, text(&side["root"]), text(&side["sign"])));
                        }
                    }
                }
            }
            let both = |one: &&(String, String, String)| {
                sides.iter().any(|other| (&one.0, &one.1) == (&other.0, &other.1) && one.2 != other.2)
            };
            (Vec::new(), sides.iter().filter(both).map(|side| format!("{side:?}")).collect())
        });
    }
}

/// The links that do not stand, by their propositions.
fn unverified(files: Vec<String>) -> Vec<String> {
    let all = findings(&load(files));
    all.iter().filter(|one| one["rule"] == "unverified-link").map(|one| text(&one["proposition"])).collect()
}

#[test]
fn one_more_witness_takes_no_support_away() {
    let mut tried = 0;
    // A link that stands is rare in made-up ledgers: of few seeds, more are looked at.
    let more = seeds().end..seeds().end + 40;
    for seed in seeds().chain(more) {
        if !seeds().contains(&seed) && tried > 0 {
            break;
        }
        let ledger = Ledger::new(seed);
        let links = independent::links(&load(vec![ledger.text()]).ledger);
        let before = unverified(vec![ledger.text()]);
        for link in links.into_iter().filter(|link| !before.contains(link)) {
            tried += 1;
            same("one more witness", seed, &ledger, |ledger| {
                let stands = |files: Vec<String>| -> Vec<String> {
                    let lost = unverified(files).contains(&link);
                    lost.then(|| link.clone()).into_iter().collect()
                };
                let witness = format!(
                    "parties:\n  - {{id: a-witness, name: a witness, kind: organisation}}\n\
                     statements:\n  - id: seen\n    by: a-witness\n    date: 2031-01-09\n    asserts:\n      - {link}\n"
                );
                let stood = independent::links(&load(vec![ledger.text()]).ledger).contains(&link)
                    && stands(vec![ledger.text()]).is_empty();
                let after = stands(vec![ledger.text(), witness]);
                let lost = stood && !after.is_empty();
                (Vec::new(), if lost { after } else { Vec::new() })
            });
        }
    }
    assert!(tried > 0, "no link of these seeds stands");
}
