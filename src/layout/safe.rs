//! The one choke point for text that a person wrote: controls, directions and invisible characters become visible
//! marks before a terminal sees them, and Markdown's own characters are escaped before a page does.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::{hides, spells};

/// Text safe for one line of a terminal: line breaks and tabs become spaces, whatever steers or hides is shown.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let text = text.replace("\r\n", "\n");
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if spells(before, character, characters.peek().copied()) {
            out.push(character);
        } else {
            push(&mut out, character);
        }
        before = Some(character);
    }
    Cow::Owned(out)
}

/// Appends a character as it may be shown on a line.
pub fn push(out: &mut String, character: char) {
    match character {
        '\n' | '\t' => out.push(' '),
        '\0'..='\x1f' => out.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}')),
        '\x7f' => out.push('\u{2421}'),
        _ if hides(character) => {
            // Writing to a String cannot fail.
            let _ = write!(out, "<U+{:04X}>", u32::from(character));
        }
        _ => out.push(character),
    }
}

/// Text safe inside a line or a table cell of a Markdown page; a line break becomes `<br>`.
#[must_use]
pub fn markdown(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len() + 16);
    for (at, part) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        for (at, character) in line(part.trim()).chars().enumerate() {
            // At the beginning of a line these make a list, a rule or a heading, and two colons a command to a log.
            let begins = at == 0 && "-+=:".contains(character);
            if begins || r"\`*_[]<>|#~@&".contains(character) {
                out.push('\\');
            }
            out.push(character);
        }
    }
    out
}

/// Text safe in a cell of a spreadsheet: whatever could be taken for a formula is marked as text.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let shown = line(text);
    // Wide forms count too, since a spreadsheet may read them as the plain ones.
    let formula = shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// A JSON document in which characters that steer a terminal or hide are written as `\u` escapes; its meaning
/// stays the same, since they can stand only inside its strings.
#[must_use]
pub fn json(document: &str) -> Cow<'_, str> {
    let plain = |byte: &u8| matches!(byte, b'\n' | b' '..=b'~');
    if document.as_bytes().iter().all(plain)
        || document.chars().all(|character| character == '\n' || is_plain(character))
    {
        return Cow::Borrowed(document);
    }
    let mut out = String::with_capacity(document.len() + 16);
    for character in document.chars() {
        if character == '\n' || is_plain(character) {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    Cow::Owned(out)
}

/// True when a character is shown as it is, everywhere.
fn is_plain(character: char) -> bool {
    match character {
        ' '..='~' => true,
        _ => !character.is_control() && !hides(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_sees_marks() {
        assert_eq!(line("plain, même العربية 漢字"), "plain, même العربية 漢字");
        assert_eq!(line("\x1b]8;;x\x07\u{9b}31m\r\x7f"), "␛]8;;x␇<U+009B>31m␍␡");
        assert_eq!(line("a\u{202e}b\u{200b}c\r\nd\te"), "a<U+202E>b<U+200B>c d e");
    }

    #[test]
    fn markdown_is_inert() {
        assert_eq!(markdown("a|b\nc"), r"a\|b<br>c");
        assert_eq!(markdown("[x](javascript:y)"), r"\[x\](javascript:y)");
        assert_eq!(markdown("- a - b\n=== :\n::error::x"), r"\- a - b<br>\=== :<br>\::error::x");
        assert_eq!(markdown("<img onerror> \u{202e}"), r"\<img onerror\> \<U+202E\>");
    }

    #[test]
    fn a_cell_is_no_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert!(cell(formula).starts_with(['\'', '␍']), "{formula:?}");
        }
        assert_eq!(cell("28–29 Jan = \"a\""), "28–29 Jan = \"a\"");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let text = "\u{9b}\u{202e}\u{e0001}é";
        let document = serde_json::to_string(text).unwrap();
        let safe = json(&document);
        assert_eq!(safe, r#""\u009b\u202e\udb40\udc01é""#);
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
    }
}
