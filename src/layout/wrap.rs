//! Lines of text that fit a number of columns, counted as a terminal counts them.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The number of columns that a text takes.
pub(crate) fn columns(text: &str) -> usize {
    // Most of what is printed is plain, and a column a byte.
    let plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if plain { text.len() } else { text.width() }
}

/// The lines of a text broken at its spaces, every one but the first indented by `hang`; none for an empty text. A word
/// too long for a line stays whole, so that it can be copied, unless its script writes without spaces.
pub(crate) fn wrap(text: &str, width: usize, hang: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let mut begun = false;
    let most = width.saturating_sub(hang);
    for word in text.split_whitespace() {
        let wide = columns(word);
        let mut place = |piece: &str, wide: usize, first: bool| {
            let space = usize::from(begun && first);
            if begun && used + space + wide > width {
                lines.push(std::mem::replace(&mut line, " ".repeat(hang)));
                used = hang;
            } else if space == 1 {
                line.push(' ');
                used += 1;
            }
            line.push_str(piece);
            used += wide;
            begun = true;
        };
        if wide <= most || word.chars().all(|character| character.width() != Some(2)) {
            place(word, wide, true);
            continue;
        }
        for (at, piece) in pieces(word, most).into_iter().enumerate() {
            place(piece, columns(piece), at == 0);
        }
    }
    if begun {
        lines.push(line);
    }
    lines
}

/// A word with wide characters in pieces of a width.
fn pieces(word: &str, width: usize) -> Vec<&str> {
    let (mut pieces, mut start, mut used) = (Vec::new(), 0, 0);
    for (at, character) in word.char_indices() {
        let wide = character.width().unwrap_or(0);
        if used + wide > width && at > start {
            pieces.push(&word[start..at]);
            (start, used) = (at, 0);
        }
        used += wide;
    }
    pieces.push(&word[start..]);
    pieces
}

/// Puts a tag at the right margin: on the last line where it fits, otherwise on a line of its own. `shown` is the tag
/// as it is printed, with its colour.
pub(crate) fn tag(lines: &mut Vec<String>, tag: &str, shown: &str, width: usize) {
    let wide = columns(tag);
    let gap = |used: usize| width.saturating_sub(used + wide);
    match lines.last_mut() {
        Some(last) if gap(columns(last)) >= 2 => {
            let gap = gap(columns(last));
            last.push_str(&" ".repeat(gap));
            last.push_str(shown);
        }
        _ => lines.push(format!("{}{shown}", " ".repeat(gap(0)))),
    }
}

/// The beginning of a text that is longer than `most` characters, cut between words; none where it is not longer.
pub(crate) fn shorten(text: &str, most: usize) -> Option<&str> {
    let (cut, _) = text.char_indices().nth(most)?;
    let head = &text[..cut];
    let whole = head.rfind(char::is_whitespace).filter(|at| *at > cut / 2).unwrap_or(cut);
    Some(head[..whole].trim_end_matches(|last: char| last.is_whitespace() || last == ','))
}

/// A message without the middle of what it repeats at great length: of a word that is longer than any of ours the beginning
/// stays, and of all of it the beginning and the end.
pub(crate) fn abridged(message: &str) -> String {
    const WORD: usize = 160;
    const ALL: usize = 1600;
    let mut out = String::new();
    for word in message.split_inclusive(char::is_whitespace) {
        match word.char_indices().nth(WORD) {
            Some((cut, _)) => {
                let end = word.char_indices().rev().nth(WORD / 4).map_or(cut, |(at, _)| at.max(cut));
                out.extend([&word[..cut], "…", &word[end..]]);
            }
            None => out.push_str(word),
        }
    }
    let places: Vec<usize> = out.char_indices().map(|(at, _)| at).collect();
    if places.len() > ALL {
        let (head, tail) = (places[ALL / 2], places[places.len() - ALL / 4]);
        out.replace_range(head..tail, " … ");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_and_hangs() {
        assert_eq!(wrap("one two  three\nfour", 9, 2), ["one two", "  three", "  four"]);
        assert_eq!(wrap("a incomprehensible b", 5, 0), ["a", "incomprehensible", "b"]);
        assert_eq!(wrap("漢字漢字漢字", 5, 0), ["漢字", "漢字", "漢字"]);
        assert!(wrap(" \n", 5, 0).is_empty());
    }

    #[test]
    fn tags_stand_at_the_margin() {
        let mut lines = vec!["one".to_owned()];
        tag(&mut lines, "[x]", "[x]", 10);
        assert_eq!(lines, ["one    [x]"]);
        tag(&mut lines, "[y]", "[y]", 10);
        assert_eq!(lines, ["one    [x]", "       [y]"]);
    }

    #[test]
    fn a_message_does_not_repeat_at_length() {
        assert_eq!(abridged("unknown party `norlnad`\nand so on"), "unknown party `norlnad`\nand so on");
        let word = format!("unknown party `{}`, which", "漢".repeat(60_000_000 / 3));
        let told = abridged(&word);
        assert!(told.starts_with("unknown party `漢") && told.ends_with("漢`, which"), "{told}");
        assert!(told.chars().count() < 300 && told.contains('…'));
        let long = format!("`{}` is no place", "so it goes ".repeat(100_000));
        let told = abridged(&long);
        assert!(told.starts_with("`so it goes") && told.ends_with("` is no place") && told.len() < 1700);
    }

    #[test]
    fn shortens_between_words() {
        assert_eq!(shorten("one two three", 13), None);
        assert_eq!(shorten("one two three", 12), Some("one two"));
        assert_eq!(shorten("漢字漢字", 2), Some("漢字"));
    }
}
