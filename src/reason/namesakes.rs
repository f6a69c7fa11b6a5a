//! Parties whose names are so alike that they may be one, for a person to look at. Nothing is merged.
//!
//! Not all pairs are compared, but only names that share a few rare runs of three letters, initials or a last word, so
//! ten thousand parties take a moment.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::Party;
use crate::text::alike;

/// Least similarity of two words or names that are spelt nearly alike, from 0 to 1.
const ALIKE: f64 = 0.93;
/// Largest number of names that share a run of letters or a last word and are compared each with each; of more, each is
/// compared with its neighbours in the order of the alphabet.
const COMMON: usize = 60;
/// The number of those neighbours on one side.
const NEIGHBOURS: usize = 5;
/// Words that a name may have or lack.
const SMALL: [&str; 6] = ["the", "of", "and", "for", "a", "al"];

/// A group of parties that may be one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Namesakes {
    /// The parties, in the order of their ids.
    pub parties: Vec<PartyId>,
    /// The pairs of names that are alike.
    pub because: Vec<(String, String)>,
}

/// A name, cut into words and folded for comparison.
struct Name<'l> {
    party: usize,
    written: &'l str,
    words: Vec<String>,
    /// The words in alphabetical order, joined.
    sorted: String,
}

/// Groups of parties that may be one, in the order of their first ids.
#[must_use]
pub fn namesakes(ledger: &Ledger) -> Vec<Namesakes> {
    let names: Vec<Name<'_>> =
        ledger.parties.iter().enumerate().flat_map(|(at, party)| names(at, party)).collect();
    let mut because: BTreeMap<(usize, usize), (String, String)> = BTreeMap::new();
    for (a, b) in candidates(&names) {
        let (one, other) = (&names[a], &names[b]);
        let pair = (one.party.min(other.party), one.party.max(other.party));
        if one.party != other.party
            && !because.contains_key(&pair)
            && may_be_one(ledger, pair)
            && alike(one, other)
        {
            let (first, second) = if one.party == pair.0 { (one, other) } else { (other, one) };
            because.insert(pair, (first.written.to_owned(), second.written.to_owned()));
        }
    }
    groups(ledger, &because)
}

fn names(at: usize, party: &Party) -> Vec<Name<'_>> {
    let all = std::iter::once(&party.name).chain(&party.aliases);
    let mut seen = BTreeSet::new();
    all.map(|written| {
        let words = words(written);
        let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        Name { party: at, written, sorted: sorted.join(" "), words }
    })
    .filter(|name| !name.words.is_empty() && seen.insert(name.sorted.clone()))
    .collect()
}

fn words(name: &str) -> Vec<String> {
    let folded: String = name.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    let folded = folded.to_lowercase().replace(['\'', '’', '.'], "");
    let all: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let told: Vec<&str> = all.iter().copied().filter(|word| !SMALL.contains(word)).collect();
    (if told.is_empty() { all } else { told }).into_iter().map(str::to_owned).collect()
}

/// Pairs of names that share something rare, as indices.
fn candidates(names: &[Name<'_>]) -> BTreeSet<(usize, usize)> {
    let mut shared: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let letters: Vec<char> = name.sorted.chars().collect();
        keys.extend(letters.windows(3).map(|run| run.iter().collect()));
        keys.insert(format!("={}", name.sorted));
        keys.insert(format!("initials {}", initials(name)));
        keys.extend(name.words.last().map(|word| format!("last {word}")));
        if let [only] = &name.words[..] {
            keys.insert(format!("initials {only}"));
        }
        for key in keys {
            shared.entry(key).or_default().push(at);
        }
    }
    // Three shared runs of letters make a pair; of the other keys one is enough.
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    let mut pairs = BTreeSet::new();
    for (key, mut places) in shared {
        let whole = key.starts_with('=') || key.starts_with("initials ") || key.starts_with("last ");
        let reach = if places.len() <= COMMON { COMMON } else { NEIGHBOURS };
        places.sort_by_key(|at| (&names[*at].sorted, *at));
        for (index, a) in places.iter().enumerate() {
            for b in places[index + 1..].iter().take(reach) {
                let pair = (*a.min(b), *a.max(b));
                if whole {
                    pairs.insert(pair);
                } else {
                    *counts.entry(pair).or_default() += 1;
                }
            }
        }
    }
    pairs.extend(counts.into_iter().filter(|(_, count)| *count >= 3).map(|(pair, _)| pair));
    pairs
}

fn initials(name: &Name<'_>) -> String {
    name.words.iter().filter_map(|word| word.chars().next()).collect()
}

/// True when nothing on record tells two parties apart: they are of one kind, and neither is part of the other.
fn may_be_one(ledger: &Ledger, (a, b): (usize, usize)) -> bool {
    let (one, other) = (ledger.parties.at(a), ledger.parties.at(b));
    let within = |party: &Party, whole: usize| party.part_of.iter().any(|it| it.party.index() == whole);
    one.kind == other.kind && !within(one, b) && !within(other, a)
}

fn alike(a: &Name<'_>, b: &Name<'_>) -> bool {
    let digits = |name: &Name<'_>| -> Vec<String> {
        let numbered = |word: &&String| word.contains(|letter: char| letter.is_numeric());
        name.words.iter().filter(numbered).cloned().collect()
    };
    // Numbers tell names apart: the 1st Brigade is not the 2nd.
    if digits(a) != digits(b) {
        return false;
    }
    a.sorted == b.sorted || stands_for(a, b) || stands_for(b, a) || shortened(a, b) || spelt_alike(a, b)
}

/// True when the only word of `short` is the initials of `long`, which has three words or more.
fn stands_for(short: &Name<'_>, long: &Name<'_>) -> bool {
    long.words.len() >= 3 && matches!(&short.words[..], [only] if *only == initials(long))
}

/// True when both have the same words, apart from words that one gives by the initial only: J. Lind, Jonas Lind.
fn shortened(a: &Name<'_>, b: &Name<'_>) -> bool {
    let fits = |(one, other): (&String, &String)| {
        one == other
            || one.chars().count() == 1 && other.starts_with(one.as_str())
            || other.chars().count() == 1 && one.starts_with(other.as_str())
    };
    a.words.len() == b.words.len()
        && a.words.len() > 1
        && a.words.last() == b.words.last()
        && a.words.iter().zip(&b.words).all(fits)
}

/// True when both are spelt nearly alike, word by word or as a whole; never where one has fewer than five characters.
fn spelt_alike(a: &Name<'_>, b: &Name<'_>) -> bool {
    let whole = alike::letters(&a.words.join(""), &b.words.join(""));
    let long = a.sorted.chars().count().min(b.sorted.chars().count()) >= 5;
    let each = a.words.len() == b.words.len()
        && a.words.iter().zip(&b.words).all(|(one, other)| {
            one == other
                || alike::words(one, other) >= ALIKE && one.chars().count().min(other.chars().count()) > 3
        });
    long && (each || whole >= ALIKE)
}

/// Groups of parties that are connected by pairs.
fn groups(ledger: &Ledger, because: &BTreeMap<(usize, usize), (String, String)>) -> Vec<Namesakes> {
    let mut group: Vec<usize> = (0..ledger.parties.len()).collect();
    for (a, b) in because.keys() {
        let (a, b) = (top(&group, *a), top(&group, *b));
        group[a.max(b)] = a.min(b);
    }
    let mut found: BTreeMap<usize, Namesakes> = BTreeMap::new();
    for ((a, b), names) in because {
        let whole = found.entry(top(&group, *a)).or_default();
        whole.parties.extend([PartyId::from(*a), PartyId::from(*b)]);
        whole.because.push(names.clone());
    }
    let mut all: Vec<Namesakes> = found.into_values().collect();
    for whole in &mut all {
        whole.parties.sort_by_key(|party| &ledger.party(*party).id);
        whole.parties.dedup();
    }
    all.sort_by_key(|whole| whole.parties.first().map(|party| ledger.party(*party).id.clone()));
    all
}

/// The party that stands for the group of another.
fn top(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}
