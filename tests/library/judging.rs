//! What a change would bring is what a check finds afterwards and did not find before, though not all of it is worded.

use std::collections::{BTreeMap, BTreeSet};

use crate::common;
use crate::generator::seeded::Seeded;
use crate::generator::small::Ledger;
use gainsay::check::options::Options;
use gainsay::check::{self, Case};
use gainsay::entry::judging::Before;
use gainsay::ledger;
use gainsay::read::{self, Loaded, Text};
use gainsay::rules::finding::{Family, Finding, Tells};
use gainsay::views::compare::{Diff, compare, snapshot};

const PATH: &str = "claims/case.yaml";

fn load(text: &str) -> Loaded {
    read::texts(vec![Text { path: PATH.to_owned(), content: Ok(text.to_owned()) }], &[])
}

/// A finding in a line; of a link without what hangs on it, of an accusation without what else the accused has said.
fn line(ledger: &ledger::Ledger, finding: &Finding) -> String {
    let statements = finding.statements.iter().map(|id| ledger.statement(*id).id.as_str());
    let parties = finding.parties.iter().map(|id| ledger.party(*id).id.as_str());
    let told =
        if matches!(finding.rule.tells, Tells::Link | Tells::Accusation) { "" } else { &*finding.message };
    let facts = [finding.rule.id, &finding.on(ledger).unwrap_or_default(), told].map(str::to_owned);
    let ids: Vec<&str> = statements.chain(parties).collect();
    format!("{} {}", facts.join(" | "), ids.join(" "))
}

/// What a check finds in the second text more often than in the first, as lines, each with whether it is new for certain:
/// on something between parties that were in no finding of its rule on it, or resting on the statement that was changed.
fn compared(before: &str, after: &str, changed: &str) -> Vec<(String, bool)> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    let mut shapes: BTreeSet<Vec<String>> = BTreeSet::new();
    let shape = |ledger: &ledger::Ledger, one: &Finding| {
        let mut parties: Vec<String> = one.parties.iter().map(|id| ledger.party(*id).id.clone()).collect();
        parties.sort();
        [one.rule.id.to_owned(), one.on(ledger).unwrap_or_default()].into_iter().chain(parties).collect()
    };
    let loaded = load(before);
    for one in check::check(&loaded.ledger, &loaded.problems, &Options::default()).findings {
        *left.entry(line(&loaded.ledger, &one)).or_default() += 1;
        shapes.insert(shape(&loaded.ledger, &one));
    }
    let loaded = load(after);
    let mut new = Vec::new();
    for one in check::check(&loaded.ledger, &loaded.problems, &Options::default()).findings {
        let line = line(&loaded.ledger, &one);
        match left.get_mut(&line) {
            Some(left @ 1..) => *left -= 1,
            _ if one.counts() => {
                let rests = one.statements.iter().any(|id| loaded.ledger.statement(*id).id == changed);
                new.push((line, rests || !shapes.contains(&shape(&loaded.ledger, &one))));
            }
            _ => {}
        }
    }
    new
}

/// What a change of the text is judged to bring, as lines.
fn judged(before: &str, after: &str) -> Vec<String> {
    let changes = [(PATH.to_owned(), after.to_owned())];
    let judged = Before::of(load(before)).judge(load(after), &changes);
    let all = [&judged.wrong, &judged.doubtful, &judged.clashes, &judged.agreements, &judged.links];
    all.into_iter().flatten().map(|one| line(&judged.after, one)).collect()
}

#[test]
fn a_change_brings_what_a_check_finds_then_and_not_before() {
    let mut brought = 0;
    for seed in 0..common::size(160) as u64 {
        let chance = &mut Seeded::new(seed ^ 9 << 40);
        let ledger = Ledger::new(seed);
        let count = ledger.statements.len();
        let missing = chance.below(count);
        let others: Vec<usize> = (0..count).filter(|at| *at != missing).collect();
        let (less, whole) = (ledger.only(&others).text(), ledger.text());
        // A statement more, a statement less, and a stance that is turned round.
        let changed = &*ledger.statements[missing].id;
        let own = whole.find(&format!("- id: {changed}\n")).expect("it is written");
        let mut turned = whole.clone();
        let end = whole[own + 1..].find("\n  - id: ").map_or(whole.len(), |end| own + 1 + end);
        if let Some(at) = whole[own..end].find("asserts:") {
            turned.replace_range(own + at..own + at + "asserts".len(), "denies");
        }
        // A contradiction that an editor has accepted takes nothing in.
        let accepted = "accepted:\n  - {rule: direct-contradiction, reason: told elsewhere}\n";
        let taken = format!("{accepted}{less}");
        for (before, after) in [
            (&less, &whole),
            (&whole, &less),
            (&whole, &turned),
            (&less, &taken),
            (&taken, &format!("{accepted}{whole}")),
        ] {
            let (judged, compared) = (judged(before, after), compared(before, after, changed));
            let found = |line: &String| compared.iter().any(|(one, _)| one == line);
            let more: Vec<_> = judged.iter().filter(|line| !found(line)).collect();
            let certain = compared.iter().filter(|(_, certain)| *certain);
            let less: Vec<_> = certain.filter(|(line, _)| !judged.contains(line)).collect();
            assert!(
                more.is_empty() && less.is_empty(),
                "seed {seed}: {more:#?} {less:#?}\nbefore:\n{before}\nafter:\n{after}"
            );
            brought += judged.len();
        }
    }
    assert!(brought > 100, "only {brought}");
}

/// What a change is judged to make, in a sentence.
fn counted(before: &str, after: &str) -> String {
    let changes = [(PATH.to_owned(), after.to_owned())];
    Before::of(load(before)).judge(load(after), &changes).counted()
}

/// How two texts differ, by finding.
fn diff(before: &str, after: &str) -> Diff {
    let [before, after] = [before, after].map(|text| {
        let options = Options { bare_links: true, ..Options::default() };
        snapshot(&Case::of(vec![Text { path: PATH.to_owned(), content: Ok(text.to_owned()) }], options))
    });
    compare(&before, &after)
}

const JOINED: &str = "\
parties:
  - {id: norland, kind: state}
  - {id: sudria, kind: state}
  - {id: estia, kind: state}
events: [{id: quay-fire}]
statements:
  - {id: a, by: norland, date: 2031-05-02, asserts: [\"involved-in(sudria, quay-fire)\"]}
  - {id: b, by: sudria, date: 2031-05-03, denies: [\"involved-in(self, quay-fire)\"]}
";

#[test]
fn a_finding_that_somebody_joins_is_changed_and_not_new() {
    let again = "  - {id: c, by: sudria, date: 2031-05-04, denies: [\"involved-in(self, quay-fire)\"]}\n";
    let joins = "  - {id: c, by: estia, date: 2031-05-04, denies: [\"involved-in(sudria, quay-fire)\"]}\n";
    for (more, agreements) in [(again, 0), (joins, 1)] {
        let after = format!("{JOINED}{more}");
        let made = counted(JOINED, &after);
        let count = if agreements == 1 { "1 agreement" } else { "0 agreements" };
        assert!(made.starts_with(&format!("0 new contradictions, {count}, ")), "{made}");
        assert!(made.ends_with(" changed."), "{made}");
    }
    let first = JOINED.split("  - {id: b").next().unwrap();
    assert!(counted(first, JOINED).starts_with("1 new contradiction, "), "{}", counted(first, JOINED));
}

#[test]
fn what_is_new_is_what_the_comparison_of_two_ledgers_calls_new() {
    let mut found = 0;
    for seed in 0..common::size(160) as u64 {
        let chance = &mut Seeded::new(seed ^ 11 << 40);
        let ledger = Ledger::new(seed);
        let missing = chance.below(ledger.statements.len());
        let others: Vec<usize> = (0..ledger.statements.len()).filter(|at| *at != missing).collect();
        let (less, whole) = (ledger.only(&others).text(), ledger.text());
        for (before, after) in [(&less, &whole), (&whole, &less)] {
            let diff = diff(before, after);
            let new =
                |family| diff.new.iter().filter(|found| found.family == family && found.counts()).count();
            let [clashes, agreements, links] =
                [Family::Contradiction, Family::Agreement, Family::UnverifiedLink].map(new);
            found += clashes + agreements + links;
            let made = counted(before, after);
            let numbers: Vec<&str> =
                made.split([' ', ';']).filter(|word| word.parse::<usize>().is_ok()).collect();
            let wanted = [clashes, agreements, links].map(|count| count.to_string());
            assert_eq!(numbers[..3], wanted, "seed {seed}: {made} {:#?}\n{before}\n{after}", diff.new);
        }
    }
    assert!(found > 20, "only {found}");
}
