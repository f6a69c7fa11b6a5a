//! A wording as words: folded for comparison, each with its place; omissions and insertions are marked as such.

use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lexicon;
use crate::text::hides;

/// Largest number of characters after a bracket within which it must be closed to open an insertion.
const LONGEST_INSERTION: usize = 80;

/// A folded word of a run, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub u32);

/// Every folded word of a run, each once.
#[derive(Debug, Default)]
pub struct Words {
    texts: Vec<String>,
    common: Vec<bool>,
    ids: FxHashMap<String, Word>,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word that was said.
    Word,
    /// `…` or `[…]`, in place of words that are left out.
    Omission,
    /// `[word]`: an editor's insertion.
    Insertion,
}

/// A word, omission or insertion, with its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word; without meaning for an omission.
    pub word: Word,
    /// The kind.
    pub kind: Kind,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// True when it may be a sound or word of hesitation.
    pub light: bool,
}

impl Words {
    /// The number of a folded word, which is added where it is new.
    pub fn intern(&mut self, text: &str) -> Word {
        if let Some(word) = self.ids.get(text) {
            return *word;
        }
        let word = Word(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(text.to_owned());
        self.common.push(lexicon::common(text));
        self.ids.insert(text.to_owned(), word);
        word
    }

    /// The folded word with a number.
    #[must_use]
    pub fn text(&self, word: Word) -> &str {
        &self.texts[word.0 as usize]
    }

    /// True when a word says little by itself.
    #[must_use]
    pub fn common(&self, word: Word) -> bool {
        self.common[word.0 as usize]
    }

    /// The tokens of a stretch of text.
    pub fn tokens(&mut self, text: &str, range: Range<usize>) -> Vec<Token> {
        let mut tokens = Vec::new();
        each(text, range, |folded, kind, place| {
            let (start, end) = (place.start, place.end);
            tokens.push(Token { word: self.intern(folded), kind, start, end, light: false });
        });
        let folded: Vec<&str> = tokens.iter().map(|token| self.text(token.word)).collect();
        let light: Vec<usize> = (0..folded.len()).map(|at| lexicon::hesitation(&folded[at..])).collect();
        for (at, long) in light.into_iter().enumerate() {
            tokens[at..at + long].iter_mut().for_each(|token| token.light = true);
        }
        tokens
    }
}

/// Calls `take` with each word, omission and insertion of a stretch of text: folded, with its kind and its bytes.
pub fn each(text: &str, range: Range<usize>, mut take: impl FnMut(&str, Kind, Range<usize>)) {
    let mut buffer = String::new();
    let mut brackets = 0usize;
    let mut at = range.start;
    let stretch = &text[..range.end];
    while let Some(character) = stretch[at..].chars().next() {
        if character.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let rest = &stretch[at..];
        let said = if brackets > 0 { Kind::Insertion } else { Kind::Word };
        let length = if let Some(length) = omission(rest) {
            take("…", Kind::Omission, at..at + length);
            length
        } else if word_character(character) || inserted(rest).is_some_and(|long| continues(&rest[long..])) {
            let length = word_length(rest);
            let folded = fold(&rest[..length], &mut buffer);
            if !folded.is_empty() {
                let kind = if rest[..length].contains('[') { Kind::Insertion } else { said };
                take(folded, kind, at..at + length);
            }
            length
        } else {
            let mut length = character.len_utf8();
            match character {
                '[' if rest.chars().take(LONGEST_INSERTION).any(|next| next == ']') => brackets += 1,
                ']' if brackets > 0 => {
                    brackets -= 1;
                    // "[The crew]’ve": the ending belongs to what was inserted.
                    length += ending(&rest[1..]);
                }
                '%' | '$' | '£' | '€' | '&' | '°' => take(&rest[..length], said, at..at + length),
                _ => {}
            }
            length
        };
        at += length;
    }
}

/// The length of an omission at the beginning of a text; none where there is none.
fn omission(text: &str) -> Option<usize> {
    let (open, close) = match text.as_bytes().first() {
        Some(b'[') => ("[", "]"),
        Some(b'(') => ("(", ")"),
        Some(b'.') => ("", ""),
        _ if text.starts_with('…') => ("", ""),
        _ => return None,
    };
    let inner = text[open.len()..].trim_start();
    let dots = ["…", "....", "...", ". . ."].into_iter().find(|dots| inner.starts_with(dots))?;
    let rest = &inner[dots.len()..];
    let rest = if open.is_empty() { rest } else { rest.trim_start().strip_prefix(close)? };
    Some(text.len() - rest.len())
}

fn word_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    character.is_alphanumeric() || is_combining_mark(character) || hides(character)
}

/// The length of letters in brackets at the beginning of a text, brackets included: `[w]e`, `report[s]`. None where
/// there are none.
fn inserted(text: &str) -> Option<usize> {
    let letters = text.strip_prefix('[')?;
    let long = letters.find(|letter: char| !letter.is_alphabetic())?;
    (long > 0 && letters[long..].starts_with(']')).then_some(long + 2)
}

/// True when the rest of a word stands at the beginning of a text: letters, or an apostrophe and letters.
fn continues(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) || ending(text) > 0
}

/// The length of an apostrophe and the letters behind it at the beginning of a text: `’ve`, `’s`; 0 where there are
/// none.
fn ending(text: &str) -> usize {
    let letters = text.strip_prefix(['’', '\'']).unwrap_or_default();
    let long = letters.find(|letter: char| !letter.is_alphabetic()).unwrap_or(letters.len());
    if long > 0 { text.len() - letters.len() + long } else { 0 }
}

/// The length of the word at the beginning of a text: letters and digits, with apostrophes between letters and points
/// between digits. In scripts that write without spaces each character is a word.
fn word_length(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let next = text.as_bytes().get(plain);
    if plain > 0 && next.is_none_or(|next| next.is_ascii() && !b"'`.,[".contains(next)) {
        return plain;
    }
    let mut characters = text.char_indices().peekable();
    let mut last = ' ';
    let mut within = 0;
    while let Some((at, character)) = characters.next() {
        if at < within {
            continue;
        }
        if character == '['
            && let Some(long) = inserted(&text[at..]).filter(|long| at > 0 || continues(&text[at + long..]))
        {
            within = at + long;
            last = 'a';
            continue;
        }
        let inside = match character {
            '\'' | '’' | 'ʼ' | '‘' | '`' => {
                last.is_alphanumeric() && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric())
            }
            '.' | ',' => {
                last.is_ascii_digit() && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit())
            }
            _ => word_character(character),
        };
        if !inside || at > 0 && alone(last) {
            return at;
        }
        last = character;
    }
    text.len()
}

/// True when a character is a word by itself.
fn alone(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// A word folded for comparison: small letters, one kind of apostrophe, compatibility forms undone, thousands without
/// commas.
fn fold<'f>(word: &'f str, buffer: &'f mut String) -> &'f str {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return word;
    }
    buffer.clear();
    if word.is_ascii() {
        let digits = word.trim_start_matches(['[', ']']).starts_with(|first: char| first.is_ascii_digit());
        let kept = |letter: &char| !matches!(letter, '[' | ']') && (*letter != ',' || !digits);
        let letters = word.chars().filter(kept);
        buffer.extend(letters.map(|letter| match letter {
            '`' => '\'',
            _ => letter.to_ascii_lowercase(),
        }));
        return buffer;
    }
    for character in word.nfkc().filter(|character| !hides(*character) && !matches!(character, '[' | ']')) {
        match character {
            '’' | 'ʼ' | '‘' | '`' => buffer.push('\''),
            _ => buffer.extend(character.to_lowercase()),
        }
    }
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Words::default();
        let tokens = words.tokens(text, 0..text.len());
        let shown = |token: &Token| match token.kind {
            Kind::Word => words.text(token.word).to_owned(),
            Kind::Omission => "…".to_owned(),
            Kind::Insertion => format!("[{}]", words.text(token.word)),
        };
        tokens.iter().map(shown).collect()
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(words("We’re  “not” de-escalating—yet."), ["we're", "not", "de", "escalating", "yet"]);
        assert_eq!(words("ﬁve 1,200 or 3.5%"), ["five", "1200", "or", "3.5", "%"]);
        assert_eq!(words("the soldiers’ base"), ["the", "soldiers", "base"]);
        assert_eq!(words("cafe\u{301} so\u{ad}ft"), ["café", "soft"]);
    }

    #[test]
    fn omissions_and_insertions_are_marked() {
        assert_eq!(words("we … will [...] go . . . now"), ["we", "…", "will", "…", "go", "…", "now"]);
        assert_eq!(
            words("[The President] will [not] (…) go"),
            ["[the]", "[president]", "will", "[not]", "…", "go"]
        );
        assert_eq!(words("[w]e saw report[s]"), ["[we]", "saw", "[reports]"]);
        assert_eq!(
            words("[They]’ve [the crew]'ve [it] ’will"),
            ["[they've]", "[the]", "[crew]", "[it]", "will"]
        );
        assert_eq!(words("an open [bracket"), ["an", "open", "bracket"]);
    }
}
