//! The one choke point for text that a person wrote: controls, directions and invisible characters become visible
//! marks before a terminal sees them, and Markdown's own characters are escaped before a page does.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::{hides, spells};

/// Text safe for one line of a terminal: line breaks and tabs become spaces, whatever steers or hides is shown.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) && !may_command(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let text = text.replace("\r\n", "\n");
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if spells(before, character, characters.peek().map(|(_, next)| *next)) {
            out.push(character);
        } else {
            push(&mut out, &text, at, character);
        }
        before = Some(character);
    }
    Cow::Owned(out)
}

/// Appends the character that stands at a place of a text as it may be shown on a line.
pub fn push(out: &mut String, text: &str, at: usize, character: char) {
    match character {
        '#' | ':' if commands(text, at) => {
            let _ = write!(out, "<U+{:04X}>", u32::from(character));
        }
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

/// False where no part of a text can be a command to a log: a quick look, since few texts have these pairs.
fn may_command(text: &str) -> bool {
    text.contains("##") || text.contains("::")
}

/// True of the character at which the log of a build would take a line for a command to itself: the second sign of
/// `##[` and `##name[`, which counts anywhere in a line, and the first of `::name`, which counts where a line begins. A line
/// may be broken at any space.
fn commands(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    if text.as_bytes()[at] == b'#' {
        let name = after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric());
        before.ends_with('#') && name.starts_with('[')
    } else {
        let name = after.strip_prefix(':').and_then(|name| name.chars().next());
        before.chars().next_back().is_none_or(char::is_whitespace)
            && name.is_some_and(|first| first.is_ascii_alphabetic())
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
        let part = line(part.trim());
        let number = part.len() - part.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        for (at, character) in part.char_indices() {
            // At the beginning of a line these make a list, a rule or a heading.
            let begins = at == 0 && "-+=:".contains(character)
                || at == number && number > 0 && ".)".contains(character);
            if begins || r"\`*_[]<>|#~@&$".contains(character) {
                out.push('\\');
            }
            out.push(character);
            if ties(&part[..at], character, &part[at + character.len_utf8()..]) {
                out.push_str(APART);
            }
        }
    }
    out
}

/// A comment of HTML, which a page does not show. A backslash does not keep apart what is tied together after the
/// Markdown is read: whoever notifies people and links numbers sees the text as it would be shown.
const APART: &str = "<!-- -->";

/// True of a character after which a text is to be kept apart, so that the page on which it is pasted makes neither a
/// link, nor a picture, nor a notice to somebody of it: `@name`, `#12`, `GH-12`, `https://`, `www.`, `:name:`.
fn ties(before: &str, character: char, after: &str) -> bool {
    let next = after.chars().next();
    let named = next.is_some_and(|next| next.is_alphanumeric() || next == '_');
    match character {
        '@' | '#' => named,
        '-' => {
            named
                && before.len() >= 2
                && before.is_char_boundary(before.len() - 2)
                && before[before.len() - 2..].eq_ignore_ascii_case("GH")
        }
        ':' => after.starts_with("//") || emoji(after),
        '.' => {
            named
                && before.len() >= 3
                && before.is_char_boundary(before.len() - 3)
                && before[before.len() - 3..].eq_ignore_ascii_case("www")
        }
        _ => false,
    }
}

/// True where a text goes on with a name and a colon, as the short name of a picture does after its first colon.
fn emoji(after: &str) -> bool {
    let name =
        after.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || "_+-".contains(letter));
    let letters = after[..after.len() - name.len()].contains(|letter: char| letter.is_ascii_alphabetic());
    letters && name.starts_with(':')
}

/// Text safe in a cell of a spreadsheet: whatever could be taken for a formula is marked as text.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    let shown = line(text);
    if may_compute(&shown) { Cow::Owned(format!("'{shown}")) } else { shown }
}

/// The text of a cell without the mark that keeps it from being a formula.
#[must_use]
pub fn uncell(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| may_compute(rest)).unwrap_or(text)
}

/// True of a text that a spreadsheet could take for a formula. Wide forms count too, since it may read them as the plain ones.
fn may_compute(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A JSON document in which characters that steer a terminal or hide are written as `\u` escapes; its meaning
/// stays the same, since they can stand only inside its strings.
#[must_use]
pub fn json(document: &str) -> Cow<'_, str> {
    let plain = |byte: &u8| matches!(byte, b'\n' | b' '..=b'~');
    let command = document.contains("##");
    if !command
        && (document.as_bytes().iter().all(plain)
            || document.chars().all(|character| character == '\n' || is_plain(character)))
    {
        return Cow::Borrowed(document);
    }
    let mut out = String::with_capacity(document.len() + 16);
    for (at, character) in document.char_indices() {
        let shown = character == '\n' || is_plain(character);
        if shown && !(character == '#' && commands(document, at)) {
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
        assert_eq!(
            markdown("- a - b\n=== :\n::error::x"),
            r"\- a - b<br>\=== :<br>\<U+003A\>:<!-- -->error::x"
        );
        assert_eq!(markdown("<img onerror> \u{202e}"), r"\<img onerror\> \<U+202E\>");
        assert_eq!(markdown("1. a\n12) b\n1.5 c\nin 1. d"), r"1\. a<br>12\) b<br>1\.5 c<br>in 1. d");
    }

    #[test]
    fn a_page_ties_nothing_together() {
        assert_eq!(markdown("@ada, a@b.example"), r"\@<!-- -->ada, a\@<!-- -->b.example");
        assert_eq!(markdown("#12, GH-12, x/y#7"), r"\#<!-- -->12, GH-<!-- -->12, x/y\#<!-- -->7");
        assert_eq!(
            markdown("https://x.example www.x.example"),
            "https:<!-- -->//x.example www.<!-- -->x.example"
        );
        assert_eq!(markdown(":fire: at 12:30:15"), r"\:<!-- -->fire: at 12:30:15");
        let apart = [
            "@ ada",
            "no. #",
            "GHOST-1",
            "the 12-15 of May",
            "www",
            "it said: “No: never”",
            "3 : 4",
            "at 12:30:15",
        ];
        for text in apart {
            assert!(!markdown(text).contains(APART), "{text}");
        }
    }

    #[test]
    fn a_log_takes_no_command() {
        assert_eq!(
            line("::error::x a::b ::stop-commands::y"),
            "<U+003A>:error::x a::b <U+003A>:stop-commands::y"
        );
        assert_eq!(
            line("##[error]x ##vso[task]y ## a # b"),
            "#<U+0023>[error]x #<U+0023>vso[task]y ## a # b"
        );
        assert_eq!(json("\"##[error]x ##\""), "\"#\\u0023[error]x ##\"");
    }

    #[test]
    fn a_cell_is_no_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "＝1"] {
            assert!(cell(formula).starts_with(['\'', '␍']), "{formula:?}");
        }
        for text in ["=1", " +1", "'=1", "'quoted'", "plain"] {
            assert_eq!(uncell(&cell(text)), uncell(text), "{text:?}");
        }
        assert_eq!(uncell("'=1"), "=1");
        assert_eq!(uncell("'quoted'"), "'quoted'");
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
