//! How alike two words or names are, from 0 to 1.

/// A word of more letters is like itself alone: what a comparison costs grows with the square of their number.
const LONGEST: usize = 200;

/// How alike two words are, their beginnings above all.
#[must_use]
pub fn words(one: &str, other: &str) -> f64 {
    told(one, other, strsim::jaro_winkler)
}

/// How alike two words are by the letters that one lacks, has too many or has in another order.
#[must_use]
pub fn letters(one: &str, other: &str) -> f64 {
    told(one, other, strsim::normalized_damerau_levenshtein)
}

/// Whether two words differ by one letter at most, or by two that changed places.
#[must_use]
pub fn by_a_letter(one: &str, other: &str) -> bool {
    one == other || short(one) && short(other) && strsim::osa_distance(one, other) <= 1
}

fn told(one: &str, other: &str, by: impl Fn(&str, &str) -> f64) -> f64 {
    if one == other {
        1.0
    } else if short(one) && short(other) {
        by(one, other)
    } else {
        0.0
    }
}

fn short(word: &str) -> bool {
    word.len() <= LONGEST || word.chars().nth(LONGEST).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_alike_and_what_is_very_long_costs_nothing() {
        assert!(words("norland", "norlnad") > 0.9 && letters("norland", "norlnad") > 0.8);
        assert!(by_a_letter("norland", "norlnad") && !by_a_letter("norland", "sudria"));
        // Compared letter by letter, these would take minutes.
        let (long, other) = ("é".repeat(300_000), format!("{}a", "é".repeat(299_999)));
        assert!(words(&long, &other) + letters(&long, &other) == 0.0 && !by_a_letter(&long, &other));
        assert!(words(&long, &long) + letters(&long, &long) > 1.999 && by_a_letter(&long, &long));
        let longest = "é".repeat(LONGEST);
        assert!(letters(&longest, &format!("{}a", "é".repeat(LONGEST - 1))) > 0.9);
        assert!(letters(&format!("{longest}é"), &longest) == 0.0);
    }
}
