//! Laws of folding, over ledgers that nobody wrote: what is folded into another finding is told there, and nobody is lost.

use std::collections::BTreeSet;

use crate::common;
use crate::generator::small::Ledger;
use gainsay::check::options::Options;
use gainsay::check::{self, Report};
use gainsay::layout::Style;
use gainsay::read::{self, Loaded, Text};
use gainsay::rules::finding::Finding;

/// How many ledgers each law is tried on.
fn seeds() -> std::ops::Range<u64> {
    let count = std::env::var("GAINSAY_SEEDS").ok().and_then(|text| text.parse().ok());
    let from = std::env::var("GAINSAY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    from..from + count.unwrap_or(common::size(240) as u64)
}

fn load(seed: u64) -> Loaded {
    let content = Ok(Ledger::new(seed).text());
    read::texts(vec![Text { path: "claims/case.yaml".to_owned(), content }], &gainsay::rules::names())
}

/// Shows each ledger's report to a law; how many findings were folded in all.
fn each(mut law: impl FnMut(u64, &Loaded, &Report<'_>)) -> usize {
    let mut folded = 0;
    for seed in seeds() {
        let loaded = load(seed);
        let report = check::check(&loaded.ledger, &loaded.problems, &Options::default());
        folded += report.findings.iter().filter(|finding| finding.folding.into.is_some()).count();
        law(seed, &loaded, &report);
    }
    assert!(folded > 0, "nothing is folded in these ledgers");
    folded
}

/// The findings that another may be folded into: those of the rule and the proposition that it names.
fn named<'r>(report: &'r Report<'_>, one: &Finding) -> Vec<&'r Finding> {
    let Some(into) = &one.folding.into else { return Vec::new() };
    let is = |other: &&Finding| (other.rule, other.about) == (into.rule, into.about);
    report.findings.iter().filter(is).collect()
}

#[test]
fn no_party_and_no_statement_is_lost_by_folding() {
    each(|seed, _, report| {
        for one in report.findings.iter().filter(|one| one.folding.into.is_some()) {
            let told = named(report, one).into_iter().any(|other| {
                let also = other.folding.also.iter().flat_map(|also| &also.statements);
                let statements: BTreeSet<_> = other.statements.iter().chain(also).collect();
                one.parties.iter().all(|party| other.parties.contains(party))
                    && one.statements.iter().all(|id| statements.contains(id))
                    && other.level <= one.level
            });
            assert!(told, "seed {seed}: {} on {:?} is lost", one.rule.id, one.about);
        }
    });
}

#[test]
fn nothing_is_folded_into_what_is_folded_itself_or_settled() {
    each(|seed, _, report| {
        for one in report.findings.iter().filter(|one| one.folding.into.is_some()) {
            let stands = named(report, one).into_iter().any(Finding::counts);
            assert!(stands, "seed {seed}: {} on {:?} is told nowhere", one.rule.id, one.about);
            assert!(!one.settled() && one.folding.also.is_empty(), "seed {seed}: {one:#?}");
        }
    });
}

#[test]
fn what_is_folded_on_one_proposition_is_one_line_of_another_finding_and_of_no_count() {
    let (mut lines, mut questions) = (0, 0);
    each(|seed, loaded, report| {
        let style = Style { all: true, ..Style::default() };
        lines += check::formats::text(report, style).matches("  also: ").count();
        let told = |one: &Finding| {
            let into = one.folding.into.as_ref()?;
            // Several of a rule may be on one proposition, each of its own parties.
            let has_them = |other: &&Finding| one.parties.iter().all(|party| other.parties.contains(party));
            let whose = named(report, one).into_iter().find(has_them).map(|other| &other.parties);
            Some((into.rule.id, into.about, whose, one.about))
        };
        let told: Vec<_> = report.findings.iter().filter_map(told).collect();
        questions += told.iter().enumerate().filter(|(at, one)| !told[..*at].contains(one)).count();
        let counted = report.findings.iter().filter(|finding| finding.counts());
        let counts = &report.counts;
        let sum = counts.agreements + counts.contradictions + counts.unverified_links + counts.notes;
        assert_eq!(counted.count(), sum + counts.problems, "seed {seed}");
        let short = check::summary(&loaded.ledger, &loaded.problems, &Options::default());
        assert_eq!(short.counts, *counts, "seed {seed}: the summary counts otherwise");
    });
    assert_eq!(lines, questions);
}
