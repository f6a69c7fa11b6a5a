//! The line at which the parser gave up, taken apart; and what is only found by looking around it.

use crate::read::problem::{BAD_VALUE, UNREADABLE, is_odd_blank, odd_blank_words};

/// Said of a tab that indents.
pub(crate) const TAB: &str = "a tab indents this line, and YAML allows only spaces there";
/// What to do about it.
pub(crate) const TAB_HELP: &str = "replace the tab by spaces, as many as in the lines around it";
/// Said of a byte-order mark that is not the first letter of a file.
pub(crate) const BOM: &str = "an invisible byte-order mark (U+FEFF) stands in the middle of the file; perhaps two files were joined here";
/// What to do about it.
pub(crate) const BOM_HELP: &str = "delete it; if another file begins here, write a line `---` in its place";
/// How far above the parser's place an opening quotation mark is looked for.
const LINES_ABOVE: usize = 200;

/// Rule, first byte, end, message, help.
pub(super) type Named = (&'static str, usize, usize, String, String);

/// The fault's line, taken apart.
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) line: &'t str,
    pub(super) line_start: usize,
    pub(super) key: Option<&'t str>,
    pub(super) value: &'t str,
    pub(super) value_start: usize,
}

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        let line_start = text[..at].rfind('\n').map_or(0, |found| found + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let mut rest = line.trim_start();
        while let Some(item) = rest.strip_prefix("- ") {
            rest = item.trim_start();
        }
        let word = |key: &str| {
            !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || "-_".contains(letter))
        };
        let (key, value) = match rest.split_once(": ") {
            Some((key, value)) if word(key) => (Some(key), value.trim_start()),
            _ => (None, rest),
        };
        let value_start = line_start + (line.len() - value.len());
        Self { text, at, line, line_start, key, value: value.trim_end(), value_start }
    }

    pub(super) fn line_end(&self) -> usize {
        self.line_start + self.line.trim_end().len()
    }

    /// "`quote`", or "this text".
    pub(super) fn field(&self) -> String {
        self.key.map_or_else(|| "this text".to_owned(), |key| format!("the text of `{key}`"))
    }

    /// The line before this one that is not empty.
    pub(super) fn line_before(&self) -> &'t str {
        self.text[..self.line_start].lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default()
    }

    /// From the fault to the end of its line.
    pub(super) fn here(
        &self,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Named {
        (rule, self.at, self.line_end(), message.into(), help.into())
    }

    pub(super) fn value(&self, message: impl Into<String>, help: impl Into<String>) -> Named {
        (BAD_VALUE, self.value_start, self.line_end(), message.into(), help.into())
    }
}

/// The first blank that is none to YAML, such as a no-break space, where the line or the one before it wants a plain one: at
/// its beginning, behind a dash or behind the colon of a key.
pub(super) fn odd_blank(place: &Place<'_>) -> Option<Named> {
    let above = place.text[..place.line_start].trim_end().len();
    let lines = [place.text[..above].rfind('\n').map_or(0, |end| end + 1), place.line_start];
    lines.into_iter().find_map(|start| {
        let line = place.text[start..].lines().next().unwrap_or_default();
        let at = start + odd_blank_in(line)?;
        let blank = place.text[at..].chars().next()?;
        let (message, help) = odd_blank_words(blank);
        Some((UNREADABLE, at, at + blank.len_utf8(), message, help))
    })
}

/// The place in a line of its first blank that is none to YAML, as far as a plain one is wanted there.
fn odd_blank_in(line: &str) -> Option<usize> {
    let odd = |text: &str| text.chars().next().is_some_and(is_odd_blank);
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        if odd(rest) {
            return Some(line.len() - rest.len());
        }
        let Some(behind) = rest.strip_prefix('-').filter(|behind| behind.starts_with(' ') || odd(behind))
        else {
            break;
        };
        rest = behind;
    }
    let key = rest
        .find(|letter: char| !letter.is_alphanumeric() && !"-_".contains(letter))
        .filter(|end| *end > 0)?;
    let behind = rest[key..].strip_prefix(':')?;
    odd(behind).then(|| line.len() - behind.len())
}

/// `quote: "No`; the parser may have come far before it noticed.
pub(super) fn unclosed(place: &Place<'_>) -> Named {
    let opens = |place: &Place<'_>| {
        let mark = place.value.chars().next().filter(|mark| "\"'".contains(*mark))?;
        (!place.value[1..].contains(mark)).then_some((place.value_start, place.line_end()))
    };
    let mut found = opens(place);
    let mut end = place.line_start;
    for _ in 0..LINES_ABOVE {
        if found.is_some() || end == 0 {
            break;
        }
        let above = Place::new(place.text, end - 1);
        found = opens(&above);
        end = above.line_start;
    }
    let (from, to) = found.unwrap_or((place.at, place.line_end()));
    (
        UNREADABLE,
        from,
        to,
        "the quotation mark opened here is not closed, or its text goes on in a line that is not indented".into(),
        "close it, and indent the lines that belong to the text; inside \"…\" write \\\" for a quotation mark".into(),
    )
}

/// The first tab that indents the line or one below it.
pub(super) fn tab(place: &Place<'_>) -> Named {
    let text = place.text;
    let in_line = |start: usize| {
        let line = text[start..].lines().next().unwrap_or_default();
        let white = &line[..line.len() - line.trim_start().len()];
        white.find('\t').map(|at| start + at)
    };
    let next = || text[place.at..].find("\n\t").map(|at| place.at + at + 1);
    let deeper = || text[place.at..].find('\n').and_then(|at| in_line(place.at + at + 1));
    let at = in_line(place.line_start).or_else(deeper).or_else(next).unwrap_or(place.at);
    (UNREADABLE, at, at + 1, TAB.into(), TAB_HELP.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_pointed_at_in_its_line_in_the_next_or_where_a_line_begins_with_one() {
        for text in ["a:\n  b: c\n \td: e\n", "a:\n \tb: c\n", "a:\n  b: c\nd: e\nf:\n\tg: h\n"] {
            let at = text.find('b').unwrap_or_default();
            let (_, from, to, ..) = tab(&Place::new(text, at));
            assert_eq!(Some(from), text.find('\t'), "{text:?}");
            assert_eq!(to, from + 1, "{text:?}");
        }
    }
}
