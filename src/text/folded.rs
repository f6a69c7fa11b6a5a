//! Texts as they are compared where somebody looks for one: without accents, capitals and the article of a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in small letters without accents, its apostrophes and spaces alike.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    plain
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '‘' | '’' | 'ʼ' | '‛' => '\'',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            _ => letter,
        })
        .collect()
}

/// A name in the same way, its words apart by one space and without an article before them.
#[must_use]
pub fn name(text: &str) -> String {
    let folded = folded(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let words = match &words[..] {
        ["the", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for (one, other) in
            [("Café", "CAFE\u{301}"), ("O’Neill", "o'neill"), ("İzmir", "izmir"), ("ﬁre", "FIRE")]
        {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_eq!(name(" The  Coast\u{a0}Front"), "coast front");
        assert_eq!(name("The"), "the");
        assert_ne!(name("Theodor"), "odor");
    }
}
