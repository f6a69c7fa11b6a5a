//! A second checker, for small ledgers: written from the meaning of the words and not from the program's reasoning, by
//! brute force. It reads records through `model`, `ledger` and `vocabulary` and imports nothing of `reason`, `roots` or
//! `rules`.
//!
//! # Choices
//!
//! Where the meaning of the words leaves one, this checker takes what a fact-checker would want.
//!
//! *How a link stands.* Anybody may document a link, also with a stake: what counts is that the outlet of the evidence has
//! none. Whoever also denies or doubts a link is no witness for it, nor is anybody who cites another. What others deny
//! does not undo evidence or witnesses; `undisputed` needs that nobody at all denies it, also by hearsay. A stake never
//! comes from blame or from `knew-of`. Hearsay has the origin of the first carrier that is neither an outlet nor of the
//! speaker's side; that goes before what it cites. An unverified link on a class names the roots that anybody calls its
//! members, with their denials.
//!
//! *Agreements.* Origins are the largest number of roots that can each be given one, no two with a root in common. A root
//! is left out where two of its values conflict, where it holds both signs, or where it conflicts with what is agreed.
//! Looser words that fit are not among the statements. What follows from `happened` alone supports no agreement but on
//! `happened`. Reports of the same words are no agreement. Whoever is not known agrees with nobody, and has no story to
//! change.
//!
//! *Changes of story.* A later named voice takes the place of unnamed ones without a finding. Leaving open or hedging a
//! deed takes back a claim of that deed, and no denial of any part in it. An admission is asserted by a named voice, later.
//! An unnamed count takes the place of a named one where it is higher. A later count takes the place of earlier ones
//! unless it is for an earlier day. Within one root a higher count for a later day clashes with nothing. Between roots, for one day, it is a note
//! where the root of the higher one gave several for that day. A statement has fallen for a root when it withdrew it or
//! all its positions there are superseded. A disputed statement still accuses and contradicts others; it neither
//! supersedes nor is superseded. `changed-attribution` looks at what stands: an earlier statement against all later ones
//! of that voice. Opposites in one root bear the text that sorts first. Nothing supersedes a `?`.
//!
//! *Who did it.* `self` in a plus at the accused place is the party in whose name the speaker speaks, if that is a body. An
//! outlet that is part of the accused answers by a denial, not by accusing it too. A
//! root that fills the same question with somebody unrelated, be it by a description, has named another, so that an
//! accusation of it is a note.
//! Denying the whole of an event of oneself answers for its part and gives an `implied-contradiction` at the accusation;
//! denying that the whole happened does not. What meets a denial over the accuser's own `same-event` is answered.
//!
//! *Values.* The list of a voice is what it gives in statements that time does not put in order. A part above its whole
//! is reported at the part, and as a note where it is for a later day. What a figure covers (`scope`) is part of the
//! proposition.
//!
//! *Folding.* No finding is folded into one that lacks one of its parties, or into a note if it is a warning. Where
//! several would do, any will.

mod across;
mod agreed;
mod clash;
mod folding;
mod held;
mod links;
mod readings;
mod record;
mod rivals;
mod said;
mod standing;
mod values;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::ledger::model::stance::Stance;

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
    /// The findings, by rule and proposition, that it is or may be folded into; none where it stands by itself.
    pub into: Vec<(&'static str, Option<String>)>,
}

impl Found {
    /// Whether the program, which folds a finding into one other, says the same as this checker, to which several may do.
    pub fn fits(&self, second: &Self) -> bool {
        let facts = |one: &Self| {
            let Self { rule, proposition, parties, statements, .. } = one.clone();
            (rule, proposition, parties, statements)
        };
        let level = second.level.is_none_or(|level| self.level == Some(level));
        // What hangs on a link this checker does not work out; a warning is not hidden in a note.
        let stays = second.level.is_none() && self.level == Some("warning") && self.into.is_empty();
        let into = stays
            || self.into.is_empty() == second.into.is_empty()
                && self.into.iter().all(|into| second.into.contains(into));
        facts(self) == facts(second) && level && into
    }
}

/// The rules that this checker knows.
pub const RULES: [&str; 18] = [
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
    "changed-attribution",
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
    let standing = within::turns(ledger, said, &mut book);
    let world = held::World::new(ledger, standing);
    within::clashes_inside(&world, &mut book);
    within::changed(&world, &mut book);
    across::contradictions(&world, &mut book);
    across::incompatible(&world, &mut book);
    rivals::rivals(&world, &mut book);
    readings::readings(&world, &mut book);
    agreed::agreements(&world, &mut book);
    links::unverified(&world, &mut book);
    links::unanswered(&world, &mut book);
    links::single_source(&world, &mut book);
    links::withdrawn_sources(&world, &mut book);
    let atoms = said::said(ledger)
        .into_iter()
        .flat_map(|said| clash::definition(ledger, &said.atom, said.date(ledger)))
        .map(|atom| (atom.text(ledger), atom))
        .collect();
    book.close(ledger, &atoms)
}

/// The links that somebody still asserts in so many words, by their propositions.
pub fn links(ledger: &Ledger) -> BTreeSet<String> {
    let standing = within::turns(ledger, said::said(ledger), &mut Book::default());
    let asserted = standing.into_iter().filter(|said| said.words && said.stance == Stance::Asserts);
    let named = |said: &said::Said| !said.atom.text(ledger).contains("unknown");
    let links = asserted.filter(|said| ledger.vocabulary.get(said.atom.name).link && named(said));
    links.map(|said| said.atom.text(ledger)).collect()
}

/// Findings being gathered: one per rule, proposition and, for some rules, root or value.
#[derive(Default)]
pub struct Book {
    pages: BTreeMap<Key, Page>,
}

/// Rule, proposition, and what keeps findings on one proposition apart.
pub type Key = (&'static str, String, usize);

/// Who takes part in a finding, by which statements.
#[derive(Default)]
pub struct Page {
    pub parties: BTreeSet<usize>,
    pub statements: BTreeSet<usize>,
    pub level: Option<&'static str>,
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

    fn close(self, ledger: &Ledger, atoms: &BTreeMap<String, said::Atom>) -> Vec<Found> {
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let folded = folding::folded(ledger, &self.pages, atoms);
        // Figures of two scopes have one name.
        let named = |text: &str| Some(text.split('\u{1f}').next().unwrap_or_default().to_owned());
        let into =
            |key: &Key| folded.get(key).into_iter().flatten().map(|key| (key.0, named(&key.1))).collect();
        let mut all: Vec<Found> = self
            .pages
            .iter()
            .map(|(key, page)| Found {
                rule: key.0,
                proposition: named(&key.1),
                into: into(key),
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

/// The question of a proposition with the argument at a place left open: `carried-out(?, quay-fire)`.
pub fn open_text(ledger: &Ledger, atom: &said::Atom, place: usize) -> String {
    let text = atom.plain(ledger);
    let (name, inner) = text.split_once('(').unwrap_or((&text, ""));
    let arguments = inner.trim_end_matches(')').split(", ").enumerate();
    let shown: Vec<&str> = arguments.map(|(at, id)| if at == place { "?" } else { id }).collect();
    format!("{name}({})", shown.join(", "))
}
