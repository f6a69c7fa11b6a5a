//! Words and phrases that hedge what stands beside them, as data.

use std::sync::LazyLock;

use super::lexicon;

/// The phrases, one a line.
const HEDGES: &str = include_str!("hedges.txt");

/// A phrase as words.
type Form = Vec<&'static str>;

/// The phrases by their first letter, longest first, so that most words are passed over by their first letter.
static FORMS: LazyLock<[Vec<Form>; 32]> = LazyLock::new(|| {
    let mut forms: Vec<Form> = HEDGES.lines().map(|line| line.split(' ').collect()).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let mut by_letter: [Vec<Form>; 32] = Default::default();
    for form in forms {
        by_letter[letter(form[0])].push(form);
    }
    by_letter
});

/// The index of a word's first letter, capital or small.
fn letter(word: &str) -> usize {
    usize::from(word.as_bytes()[0] & 31)
}

/// The first hedge in a text; none where there is none, or each is denied: "it is not likely".
#[must_use]
pub fn hedge(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| {
        let fits = |form: &&Form| {
            let mut here = words[at..].iter().zip(form.iter());
            words.len() - at >= form.len() && here.all(|(word, other)| is_folded(word, other))
        };
        let form = FORMS[letter(words[at])].iter().find(fits)?;
        let denied = at.checked_sub(1).is_some_and(|before| lexicon::negation(&words[before].to_lowercase()));
        (!denied).then(|| form.join(" "))
    })
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
        assert!(HEDGES.lines().count() >= 60);
    }
}
