//! Given names: whom a reader takes for a woman or a man by the name alone.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The names, women and men apart.
const NAMES: &str = include_str!("given-names.txt");

/// Whom a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// She.
    Woman,
    /// He.
    Man,
}

/// The gender that a given name is taken for; nothing where it is none, or is borne by both.
#[must_use]
pub fn gender(name: &str) -> Option<Gender> {
    static GENDERS: LazyLock<HashMap<&str, Gender>> = LazyLock::new(genders);
    GENDERS.get(name).copied()
}

fn genders() -> HashMap<&'static str, Gender> {
    let mut genders = HashMap::new();
    for line in NAMES.lines() {
        let Some((kind, names)) = line.split_once(": ") else { continue };
        let gender = match kind {
            "women" => Gender::Woman,
            "men" => Gender::Man,
            _ => continue,
        };
        genders.extend(names.split(' ').map(|name| (name, gender)));
    }
    genders
}

/// The gender that a form of address or an office says: `Ms`, `chairwoman`.
#[must_use]
pub fn address(word: &str) -> Option<Gender> {
    match word {
        "mrs" | "ms" | "miss" | "lady" | "queen" | "princess" | "congresswoman" | "sister" | "baroness" => {
            Some(Gender::Woman)
        }
        "mr" | "sir" | "lord" | "king" | "prince" | "congressman" | "father" | "sheikh" | "ayatollah" => {
            Some(Gender::Man)
        }
        _ if word.ends_with("woman") => Some(Gender::Woman),
        _ if word.ends_with("man") && word.len() > 4 => Some(Gender::Man),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses() {
        assert_eq!(gender("Mary"), Some(Gender::Woman));
        assert_eq!(gender("Viktor"), Some(Gender::Man));
        assert_eq!(gender("Kim"), None);
        assert_eq!(address("spokeswoman"), Some(Gender::Woman));
        assert_eq!(address("minister"), None);
        for line in NAMES.lines().skip(1) {
            let names: Vec<&str> = line.split(' ').skip(1).collect();
            assert!(names.is_sorted_by_key(|name| name.chars().next()), "{}", &line[..5]);
        }
    }
}
