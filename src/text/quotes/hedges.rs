//! Words and phrases that hedge what stands beside them, as data.

use std::sync::LazyLock;

use super::lexicon;

/// The phrases, one a line.
const HEDGES: &str = include_str!("hedges.txt");

/// The phrases as words, and the letters with which they begin, a bit each: most words are passed over by their first one.
static FORMS: LazyLock<(u32, Vec<Vec<&str>>)> = LazyLock::new(|| {
    let mut forms: Vec<Vec<&str>> = HEDGES.lines().map(|line| line.split(' ').collect()).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let letters = forms.iter().fold(0, |letters, form| letters | 1 << (form[0].as_bytes()[0] & 31));
    (letters, forms)
});

/// The hedge in some words, unless it is denied: "it is not likely".
#[must_use]
pub fn hedge(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let (letters, forms) = &*FORMS;
    let may_begin = |word: &str| {
        let first = word.as_bytes()[0];
        !first.is_ascii() || letters & 1 << (first & 31) != 0
    };
    (0..words.len()).filter(|at| may_begin(words[*at])).find_map(|at| {
        let fits = |form: &&Vec<&str>| {
            let mut here = words[at..].iter().zip(form.iter());
            words.len() - at >= form.len() && here.all(|(word, other)| is_folded(word, other))
        };
        let form = forms.iter().find(fits)?;
        let denied = at.checked_sub(1).is_some_and(|before| lexicon::negation(&words[before].to_lowercase()));
        (!denied).then(|| form.join(" "))
    })
}

/// Whether a word is another in small letters.
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
        assert!(HEDGES.lines().count() >= 60);
    }
}
