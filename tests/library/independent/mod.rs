//! A second checker, for small ledgers: written from the manual and not from the program's reasoning, by brute force.
//! It reads records through `model`, `ledger` and `vocabulary` and imports nothing of `reason`, `roots` or `rules`.

mod across;
mod agreed;
mod held;
mod links;
mod pending;
mod record;
mod said;
mod values;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;

/// What both checkers say of a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    pub rule: &'static str,
    pub proposition: Option<String>,
    /// Ids of the roots, sorted.
    pub parties: Vec<String>,
    /// Ids of the statements, sorted.
    pub statements: Vec<String>,
    /// `warning` or `note`; none where this checker does not work it out.
    pub level: Option<&'static str>,
}

/// The rules that this checker knows.
pub const RULES: [&str; 17] = [
    "agreement",
    "shared-position",
    "direct-contradiction",
    "conflicting-values",
    "incompatible-claims",
    "rival-attributions",
    "implied-contradiction",
    "reversal",
    "self-contradiction",
    "split-position",
    "retraction",
    "disputed-wording",
    "unverified-link",
    "unanswered-accusation",
    "circular-reporting",
    "single-source",
    "withdrawn-source",
];

/// All findings of a ledger, sorted.
pub fn findings(ledger: &Ledger) -> Vec<Found> {
    let said = said::said(ledger);
    let mut book = Book::default();
    within::retractions(ledger, &mut book);
    let standing = within::turns(ledger, &said, &mut book);
    let world = held::World::new(ledger, standing);
    within::clashes_inside(&world, &mut book);
    across::contradictions(&world, &mut book);
    across::incompatible(&world, &mut book);
    across::rivals(&world, &mut book);
    across::readings(&world, &mut book);
    agreed::agreements(&world, &mut book);
    links::unverified(&world, &mut book);
    links::unanswered(&world, &mut book);
    links::single_source(&world, &mut book);
    links::withdrawn(&world, &mut book);
    book.close(ledger)
}

/// Findings being gathered: one per rule, proposition and, for some rules, root or value.
#[derive(Default)]
pub struct Book {
    pages: BTreeMap<(&'static str, String, usize), Page>,
}

#[derive(Default)]
struct Page {
    parties: BTreeSet<usize>,
    statements: BTreeSet<usize>,
    level: Option<&'static str>,
}

impl Book {
    /// Adds what takes part to the finding of a rule on a proposition; `part` keeps findings apart. A warning
    /// anywhere in it makes it a warning.
    pub fn add(
        &mut self,
        rule: &'static str,
        (proposition, part): (String, usize),
        parties: impl IntoIterator<Item = usize>,
        statements: impl IntoIterator<Item = usize>,
        level: Option<&'static str>,
    ) {
        let page = self.pages.entry((rule, proposition, part)).or_default();
        page.parties.extend(parties);
        page.statements.extend(statements);
        page.level = match (page.level, level) {
            (Some("warning"), _) | (_, Some("warning")) => Some("warning"),
            (before, None) => before,
            (_, level) => level,
        };
    }

    /// Whether a rule has a finding on a proposition.
    pub fn has(&self, rule: &str, proposition: &str) -> bool {
        self.pages.keys().any(|(known, on, _)| *known == rule && on == proposition)
    }

    fn close(self, ledger: &Ledger) -> Vec<Found> {
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let mut all: Vec<Found> = self
            .pages
            .into_iter()
            .map(|((rule, proposition, _), page)| Found {
                rule,
                proposition: Some(proposition),
                parties: sorted(page.parties.iter().map(|at| ledger.parties.at(*at).id.clone()).collect()),
                statements: sorted(
                    page.statements.iter().map(|at| ledger.statements.at(*at).id.clone()).collect(),
                ),
                level: page.level,
            })
            .collect();
        all.sort();
        all
    }
}

/// A clash between two hedges is a note.
#[allow(clippy::unnecessary_wraps)] // findings carry it so
pub fn weight(one_certain: bool, other_certain: bool) -> Option<&'static str> {
    Some(if one_certain || other_certain { "warning" } else { "note" })
}
