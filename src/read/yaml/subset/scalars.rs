//! Texts: plain and in quotation marks, on one line or on several that are folded into one.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::block::{Block, plain};
use super::bytes::begins_plain;
use crate::read::yaml::traps::comment_cutting;
use crate::read::yaml::tree::{Node, Value};

impl<'t> Block<'t> {
    /// A plain text; it goes on in lines deeper than `column`.
    pub(super) fn plain(&mut self, start: usize, column: usize) -> Option<Node<'t>> {
        if !begins_plain(&self.bytes()[start..self.line.end]) {
            return None;
        }
        let (mut end, mut open) = self.plain_line(start)?;
        let mut text = Cow::Borrowed(&self.text[start..end]);
        self.line.advance();
        while self.line.indent > column {
            if !open || self.line.comments {
                return None;
            }
            let first = self.line.first;
            fold(text.to_mut(), self.line.blanks);
            (end, open) = self.plain_line(first)?;
            text.to_mut().push_str(&self.text[first..end]);
            self.line.advance();
        }
        let cut_by = if open { None } else { comment_cutting(self.text, end) };
        let cut_by = cut_by.map(|(from, to)| self.span(from, to));
        Some(Node { span: self.span(start, end), value: plain(text, cut_by) })
    }

    /// Where the plain text in this line ends, and whether no comment ends it.
    fn plain_line(&self, start: usize) -> Option<(usize, bool)> {
        let line = &self.bytes()[..self.line.end];
        let (mut at, mut end, mut open) = (start, line.len(), true);
        while let Some(found) = memchr2(b':', b'#', &line[at..]) {
            let found = at + found;
            if line[found] == b':' {
                if matches!(line.get(found + 1), None | Some(b' ')) {
                    return None;
                }
            } else if line[found - 1] == b' ' {
                (end, open) = (found, false);
                break;
            }
            at = found + 1;
        }
        while line[end - 1] == b' ' {
            end -= 1;
        }
        (end > start).then_some((end, open))
    }

    pub(super) fn double_quoted(&mut self, start: usize, column: usize) -> Option<Node<'t>> {
        let (text, end) = self.double(start, Some(column))?;
        self.quoted(start, end, text)
    }

    pub(super) fn single_quoted(&mut self, start: usize, column: usize) -> Option<Node<'t>> {
        let (text, end) = self.single(start, Some(column))?;
        self.quoted(start, end, text)
    }

    fn quoted(&mut self, start: usize, end: usize, text: Cow<'t, str>) -> Option<Node<'t>> {
        if !self.line.idle(end) {
            return None;
        }
        self.line.advance();
        Some(Node { span: self.span(start, end), value: Value::Scalar { text, quoted: true, cut_by: None } })
    }

    /// The text from the double quotation mark at `start`, and where it ends. It may go on in lines deeper than
    /// `column`, if one is given.
    pub(super) fn double(&mut self, start: usize, column: Option<usize>) -> Option<(Cow<'t, str>, usize)> {
        let (mut from, mut text) = (start + 1, None::<String>);
        loop {
            let found = memchr2(b'"', b'\\', &self.bytes()[from..self.line.end]).map(|at| from + at);
            match found {
                Some(end) if self.bytes()[end] == b'"' => {
                    return Some((joined(text, &self.text[from..end]), end + 1));
                }
                Some(end) => {
                    let text = text.get_or_insert_default();
                    text.push_str(&self.text[from..end]);
                    let (letter, length) = escape(&self.bytes()[end + 1..self.line.end])?;
                    text.push(letter);
                    from = end + 1 + length;
                }
                None => from = self.next_line(from, column?, text.get_or_insert_default())?,
            }
        }
    }

    /// The same for single quotation marks.
    pub(super) fn single(&mut self, start: usize, column: Option<usize>) -> Option<(Cow<'t, str>, usize)> {
        let (mut from, mut text) = (start + 1, None::<String>);
        loop {
            let found = memchr(b'\'', &self.bytes()[from..self.line.end]).map(|at| from + at);
            match found {
                Some(end) if self.bytes().get(end + 1) == Some(&b'\'') => {
                    text.get_or_insert_default().push_str(&self.text[from..=end]);
                    from = end + 2;
                }
                Some(end) => return Some((joined(text, &self.text[from..end]), end + 1)),
                None => from = self.next_line(from, column?, text.get_or_insert_default())?,
            }
        }
    }

    /// Folds the rest of a line of a quoted text into it; where the text goes on.
    fn next_line(&mut self, from: usize, column: usize, text: &mut String) -> Option<usize> {
        text.push_str(self.text[from..self.line.end].trim_end_matches(' '));
        let mut blanks = 0;
        loop {
            self.line.load(self.line.next);
            if self.line.over() {
                return None;
            }
            if !self.line.blank() {
                break;
            }
            blanks += 1;
        }
        fold(text, blanks);
        (self.line.indent > column).then_some(self.line.first)
    }
}

/// One line end is a space; blank lines are line ends.
fn fold(text: &mut String, blanks: usize) {
    if blanks == 0 {
        text.push(' ');
    } else {
        text.extend(std::iter::repeat_n('\n', blanks));
    }
}

fn joined(text: Option<String>, rest: &str) -> Cow<'_, str> {
    match text {
        None => Cow::Borrowed(rest),
        Some(text) => Cow::Owned(text + rest),
    }
}

/// The letter that an escape stands for, and its length behind the backslash.
fn escape(rest: &[u8]) -> Option<(char, usize)> {
    let letter = match rest.first()? {
        b'n' => '\n',
        b't' => '\t',
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'x' => return code(rest, 2),
        b'u' => return code(rest, 4),
        _ => return None,
    };
    Some((letter, 1))
}

/// A character by its number, in so many digits; half of a pair is none.
fn code(rest: &[u8], digits: usize) -> Option<(char, usize)> {
    let mut value = 0;
    for digit in rest.get(1..=digits)? {
        value = value * 16 + char::from(*digit).to_digit(16)?;
    }
    Some((char::from_u32(value)?, digits + 1))
}
