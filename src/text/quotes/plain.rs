//! The words of a text, folded, without their places: fast where the text is in plain Latin letters, as most are.

use memchr::memchr_iter;

use super::tokens;

/// What a byte of a plain text may be: part of a word, a capital, or a gap between words.
const LETTER: u8 = 1;
const CAPITAL: u8 = 2;
const GAP: u8 = 4;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => LETTER,
            b'A'..=b'Z' => LETTER | CAPITAL,
            b' ' | b'\n' | b'.' | b',' | b';' | b':' | b'!' | b'?' | b'"' | b'\'' | b'-' => GAP,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// Calls `take` with each word, omission and insertion of a text, folded: those of [`tokens::each`].
pub fn words(text: &str, mut take: impl FnMut(&str)) {
    if is_plain(text.as_bytes()) {
        plain_words(text, take);
    } else {
        tokens::each(text, 0..text.len(), |word, _, _| take(word));
    }
}

/// True when a text has letters and gaps only, and no dots in a row, which are an omission.
fn is_plain(text: &[u8]) -> bool {
    let dots = |at: usize| matches!(text[at + 1..], [b'.', ..] | [b' ', b'.', ..]);
    text.iter().all(|byte| CLASSES[usize::from(*byte)] != 0) && !memchr_iter(b'.', text).any(dots)
}

fn plain_words(text: &str, mut take: impl FnMut(&str)) {
    let class = |at: usize| text.as_bytes().get(at).map_or(0, |byte| CLASSES[usize::from(*byte)]);
    let mut small = String::new();
    let mut at = 0;
    while at < text.len() {
        let (start, mut met) = (at, 0);
        loop {
            // An apostrophe between letters is part of the word.
            let inside = at > start && text.as_bytes().get(at) == Some(&b'\'') && class(at + 1) & LETTER != 0;
            if class(at) & LETTER == 0 && !inside {
                break;
            }
            met |= class(at);
            at += 1;
        }
        if met & CAPITAL != 0 {
            small.clear();
            small.push_str(&text[start..at]);
            small.make_ascii_lowercase();
            take(&small);
        } else if at > start {
            take(&text[start..at]);
        }
        at += usize::from(at == start || class(at) == GAP);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts_have_the_words_of_all_texts() {
        let parts = [
            "We", "mourn", "with", " ", " ", " ", "'", ".", ".", ",", "-", "s", "T", "\n", "?", "\"",
            "\u{2019}", "[", "]", "9", "\u{e9}", "%", "`", "\u{2026}", ";",
        ];
        let mut state = 7_u64;
        for round in 0..40_000 {
            let plain = if round % 2 == 0 { 16 } else { parts.len() as u64 };
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(parts[usize::try_from((state >> 33) % plain).unwrap()]);
            }
            let (mut fast, mut all) = (Vec::new(), Vec::new());
            words(&text, |word| fast.push(word.to_owned()));
            tokens::each(&text, 0..text.len(), |word, _, _| all.push(word.to_owned()));
            assert_eq!(fast, all, "{text:?}");
        }
    }
}
