//! Words and phrases that hedge what stands beside them, or lay it on somebody else, as data.

use std::sync::LazyLock;

use super::lexicon;

/// The phrases that hedge, one a line.
const HEDGES: &str = include_str!("hedges.txt");

/// The phrases that lay what stands beside them on somebody else.
const SOURCES: &[&str] = &[
    "according to",
    "reports say",
    "reports said",
    "reports suggest",
    "we are told",
    "we were told",
    "i am told",
    "i was told",
    "we hear",
    "we heard",
    "i heard",
    "they tell us",
    "they told us",
    "they told me",
    "it is said",
    "it was said",
    "it is reported",
    "it was reported",
];

/// Words that say in a sentence of a draft that something is not certain.
const LOOSE: &[&str] = &[
    "may",
    "might",
    "could",
    "would",
    "whether",
    "if",
    "likely",
    "unlikely",
    "possible",
    "possibly",
    "probable",
    "probably",
    "perhaps",
    "apparent",
    "apparently",
    "alleged",
    "allegedly",
    "alleges",
    "reportedly",
    "supposedly",
    "presumably",
    "suspected",
    "suspects",
    "suspect",
    "suggested",
    "suggests",
    "suggest",
    "appears",
    "appear",
    "appeared",
    "seems",
    "seem",
    "seemed",
    "believed",
    "believes",
    "believe",
    "thinks",
    "think",
    "thought",
    "assumes",
    "assumed",
    "assume",
    "fears",
    "fear",
    "feared",
    "preliminary",
    "unconfirmed",
];

/// A phrase as words.
struct Form {
    words: Vec<&'static str>,
    /// True when it lays what stands beside it on somebody else.
    source: bool,
}

/// The phrases by their first letter, longest first, so that most words are passed over by their first letter.
static FORMS: LazyLock<[Vec<Form>; 32]> = LazyLock::new(|| {
    let form = |line: &'static str, source| Form { words: line.split(' ').collect(), source };
    let hedges = HEDGES.lines().map(|line| form(line, false));
    let mut forms: Vec<Form> = hedges.chain(SOURCES.iter().map(|line| form(line, true))).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
    let mut by_letter: [Vec<Form>; 32] = Default::default();
    for form in forms {
        by_letter[letter(form.words[0])].push(form);
    }
    by_letter
});

/// The index of a word's first letter, capital or small.
fn letter(word: &str) -> usize {
    usize::from(word.as_bytes().first().copied().unwrap_or_default() & 31)
}

/// The phrase that some words begin with; none where they begin with none. `word` gives them by their place, and none
/// behind the last.
fn begun<'w>(word: impl Fn(usize) -> Option<&'w str>, sources: bool) -> Option<&'static Form> {
    let first = word(0)?;
    let fits = |form: &&Form| {
        (sources || !form.source)
            && form
                .words
                .iter()
                .enumerate()
                .all(|(at, other)| word(at).is_some_and(|word| is_folded(word, other)))
    };
    FORMS[letter(first)].iter().find(fits)
}

/// The number of words of the hedge, or of the phrase that lays on somebody else, with which some words begin; 0 where
/// they begin with none. `word` gives them by their place, and none behind the last.
pub fn length<'w>(word: impl Fn(usize) -> Option<&'w str>) -> usize {
    begun(word, true).map_or(0, |form| form.words.len())
}

/// True when a word says in a sentence of a draft that something is not certain.
#[must_use]
pub fn loose(word: &str) -> bool {
    LOOSE.contains(&word)
}

/// The first hedge in a text; none where there is none, or each is denied: "it is not likely".
#[must_use]
pub fn hedge(text: &str) -> Option<String> {
    let mut words = Words { text, at: 0 };
    let mut before = None;
    loop {
        let ahead = words.clone();
        let word = words.next()?;
        if let Some(form) = begun(|by| ahead.clone().nth(by), false)
            && !before.is_some_and(|before: &str| lexicon::negation(&before.to_lowercase()))
        {
            return Some(form.words.join(" "));
        }
        before = Some(word);
    }
}

/// The words of a text from a place on: letters, digits and apostrophes in a row.
#[derive(Clone)]
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Words<'_> {
    /// The length of the character at a place and whether it is part of a word; none behind the last.
    fn part(&self, at: usize) -> Option<(usize, bool)> {
        let byte = self.text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some((1, byte.is_ascii_alphanumeric() || *byte == b'\''));
        }
        let letter = self.text[at..].chars().next()?;
        Some((letter.len_utf8(), letter.is_alphanumeric() || letter == '’'))
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        while let Some((length, false)) = self.part(self.at) {
            self.at += length;
        }
        let start = self.at;
        while let Some((length, true)) = self.part(self.at) {
            self.at += length;
        }
        Some(&self.text[start..self.at]).filter(|word| !word.is_empty())
    }
}

/// True when a word is `small` in any case.
fn is_folded(word: &str, small: &str) -> bool {
    word.eq_ignore_ascii_case(small) || !word.is_ascii() && word.to_lowercase() == small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hedges_are_found_and_denied_ones_are_not() {
        assert_eq!(
            hedge("According to preliminary data, it was fired from there"),
            Some("according to preliminary".to_owned())
        );
        assert_eq!(hedge("It was allegedly fired"), Some("allegedly".to_owned()));
        assert_eq!(hedge("It is not likely"), None);
        assert_eq!(hedge("They fired at noon"), None);
        assert_eq!(hedge("According to our law they fired"), None);
        let words = ["according", "to", "witnesses"];
        assert_eq!(length(|at| words.get(at).copied()), 2);
        assert!(HEDGES.lines().count() >= 60);
    }
}
