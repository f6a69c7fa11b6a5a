//! Names of one sheet that may be two spellings of one: a letter more, fewer or another, two that changed places, or words
//! written apart and together.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::text::alike;

/// Shorter names differ by a letter and are others: Orr and Ore.
const SHORTEST: usize = 5;
/// Of longer ones only the spaces are looked at: a title is no name that somebody misspells alike.
const LONGEST: usize = 64;

/// Names, found by any spelling of theirs.
#[derive(Default)]
pub struct Spellings {
    names: Vec<(String, Vec<String>)>,
    /// Names by the hash of their letters, whole and with each letter left out: two that differ by one letter share one.
    places: FxHashMap<u64, u32>,
}

impl Spellings {
    /// A name that may be another spelling of this one; none where there is none.
    #[must_use]
    pub fn like(&self, name: &str) -> Option<&str> {
        let (letters, exact) = parts(name)?;
        let found = forms(&letters).filter_map(|form| self.places.get(&form)).filter_map(|at| {
            let (other, others) = self.names.get(*at as usize)?;
            let near = || parts(other).is_some_and(|(other, _)| alike::by_a_letter(&letters, &other));
            (*others == exact && other != name && near()).then_some(*at)
        });
        found.min().and_then(|at| self.names.get(at as usize)).map(|(other, _)| other.as_str())
    }

    /// Adds a name, folded.
    pub fn add(&mut self, name: &str) {
        let (Some((letters, exact)), Ok(at)) = (parts(name), u32::try_from(self.names.len())) else { return };
        for form in forms(&letters) {
            self.places.entry(form).or_insert(at);
        }
        self.names.push((name.to_owned(), exact));
    }
}

/// The letters of a name, and those of its words that must be the same: numbers, and what is too short to be misspelt. None
/// where a name is too short, or is an address.
fn parts(name: &str) -> Option<(String, Vec<String>)> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let short = |word: &&str| word.chars().nth(2).is_none() || word.chars().any(char::is_numeric);
    let mut exact: Vec<String> = words.clone().filter(short).map(str::to_owned).collect();
    exact.sort_unstable();
    let letters: String = words.collect();
    (letters.chars().count() >= SHORTEST && !name.contains("://")).then_some((letters, exact))
}

/// The hashes of letters, whole and with each left out.
fn forms(letters: &str) -> impl Iterator<Item = u64> + '_ {
    let hash = |text: &str| FxBuildHasher.hash_one(text);
    let fewer = letters
        .char_indices()
        .map(move |(at, letter)| hash(&format!("{}{}", &letters[..at], &letters[at + letter.len_utf8()..])));
    let some = if letters.chars().nth(LONGEST).is_some() { 0 } else { LONGEST };
    std::iter::once(hash(letters)).chain(fewer.take(some))
}

#[cfg(test)]
mod tests {
    use super::Spellings;

    #[test]
    fn spellings_of_one_name_are_alike_and_other_names_are_not() {
        let alike = |one: &str, other: &str| {
            let mut names = Spellings::default();
            names.add(one);
            names.like(other) == Some(one)
        };
        for (one, other) in [
            ("norland", "norlnd"),
            ("norlnd", "norland"),
            ("sudria", "sudira"),
            ("sudria", "sudrja"),
            ("quay post", "quaypost"),
            ("müller bay", "müler bay"),
        ] {
            assert!(alike(one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("norland", "norland"),
            ("strike 1", "strike 2"),
            ("strike 1", "strike 12"),
            ("incident a", "incident b"),
            ("orr", "ore"),
            ("harbour watch", "harbour radio"),
            ("https://a.example/fire", "https://a.example/fires"),
        ] {
            assert!(!alike(one, other), "{one}, {other}");
        }
    }
}
