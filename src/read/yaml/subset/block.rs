//! Records laid out in lines: mappings and lists by their indentation.

use std::borrow::Cow;

use super::bytes::is_name;
use super::line::Line;
use crate::read::problem::span;
use crate::read::yaml::traps::{comment_below, comment_cutting};
use crate::read::yaml::tree::{Node, Value};
use crate::text::{FileId, Span};

/// What nests deeper, or has more keys, is the library's.
pub(super) const DEEPEST: usize = 20;
const MOST_KEYS: usize = 64;

/// The reader of one file. Each of its parts begins in the present line and leaves the line behind it as the present
/// one, or gives nothing: then the record is the library's.
pub(super) struct Block<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) line: Line<'t>,
    /// Entries and items of what is open, so that each list is allocated once, at its size.
    pairs: Vec<(Node<'t>, Node<'t>)>,
    pub(super) items: Vec<Node<'t>>,
}

impl<'t> Block<'t> {
    pub(super) fn new(file: FileId, text: &'t str, start: usize) -> Self {
        let mut line = Line::new(text.as_bytes());
        line.load(start);
        Self { file, text, line, pairs: Vec::new(), items: Vec::new() }
    }

    pub(super) fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        span(self.file, start, end)
    }

    /// The record behind the `-` at `column` of the present line.
    pub(super) fn record(&mut self, column: usize) -> Option<Node<'t>> {
        self.pairs.clear();
        self.items.clear();
        let node = self.item(column, 0)?;
        (self.line.indent <= column).then_some(node)
    }

    /// What stands behind the `-` at `column`.
    fn item(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let at = self.line.skip(self.line.first + 1);
        if at == self.line.end {
            return None;
        }
        if self.key(at).is_some() {
            return self.mapping(at - self.line.start, at, depth + 1);
        }
        self.scalar_or_flow(at, column)
    }

    /// The mapping whose first key stands at `at`.
    pub(super) fn mapping(&mut self, column: usize, at: usize, depth: usize) -> Option<Node<'t>> {
        if depth > DEEPEST {
            return None;
        }
        let (base, mut at, mut met) = (self.pairs.len(), at, 0_u64);
        loop {
            let end = self.key(at)?;
            let text = &self.text[at..end];
            let mark = 1 << ((text.len() + usize::from(text.as_bytes()[0])) % 64);
            if met & mark != 0 && self.pairs[base..].iter().any(|(key, _)| key.as_str() == Some(text)) {
                return None;
            }
            met |= mark;
            let key = Node { span: self.span(at, end), value: plain(Cow::Borrowed(text), None) };
            let value = self.value(column, end + 1, depth)?;
            self.pairs.push((key, value));
            if self.line.indent != column {
                break;
            }
            at = self.line.first;
        }
        let pairs = self.pairs.split_off(base);
        if self.line.indent > column || pairs.len() > MOST_KEYS {
            return None;
        }
        let end = pairs.last().map_or(at, |(_, value)| value.span.end as usize);
        let start = pairs.first().map_or(at, |(key, _)| key.span.start as usize);
        Some(Node { span: self.span(start, end), value: Value::Mapping(pairs) })
    }

    /// Where the key at `at` ends, if its colon and a space or the line's end follow.
    fn key(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes()[at..self.line.end];
        let length = is_name(rest)?;
        matches!(rest[length..], [b':'] | [b':', b' ', ..]).then_some(at + length)
    }

    /// The value of a key at `column`, from behind the colon.
    fn value(&mut self, column: usize, behind: usize, depth: usize) -> Option<Node<'t>> {
        let at = self.line.skip(behind);
        let mut value = if at < self.line.end && self.bytes()[at] != b'#' {
            self.scalar_or_flow(at, column)?
        } else {
            self.line.advance();
            if self.line.indent > column {
                self.below(column, depth)?
            } else if self.line.indent == column && self.line.item() {
                self.sequence(column, true, depth + 1)?
            } else {
                let cut_by = comment_cutting(self.text, behind);
                let value = plain(Cow::Borrowed(""), cut_by.map(|(from, to)| self.span(from, to)));
                return Some(Node { span: self.span(behind, behind), value });
            }
        };
        if self.line.comments
            && let Value::Scalar { quoted: false, cut_by: cut_by @ None, .. } = &mut value.value
        {
            // The key's column is all that matters of it.
            let key = self.text[..behind].rfind('\n').map_or(0, |end| end + 1) + column;
            *cut_by = comment_below(self.text, key, value.span.end as usize)
                .map(|(from, to)| span(self.file, from, to));
        }
        Some(value)
    }

    /// The value of a key at `column` that begins in a line of its own.
    fn below(&mut self, column: usize, depth: usize) -> Option<Node<'t>> {
        let at = self.line.first;
        if self.line.item() {
            self.sequence(self.line.indent, false, depth + 1)
        } else if self.key(at).is_some() {
            self.mapping(self.line.indent, at, depth + 1)
        } else if matches!(self.bytes()[at], b'|' | b'>') {
            None
        } else {
            self.scalar_or_flow(at, column)
        }
    }

    /// The list whose first `-` stands at `column` of the present line; `flush` if that is the column of its key.
    fn sequence(&mut self, column: usize, flush: bool, depth: usize) -> Option<Node<'t>> {
        if depth > DEEPEST {
            return None;
        }
        let base = self.items.len();
        // The parser has a list that is flush with its key begin at its first item.
        let start = if flush { self.line.skip(self.line.first + 1) } else { self.line.first };
        while self.line.indent == column && self.line.item() {
            let item = self.item(column, depth)?;
            self.items.push(item);
        }
        let fits = if flush { self.line.indent <= column } else { self.line.indent < column };
        if !fits {
            return None;
        }
        let items = self.items.split_off(base);
        let end = items.last().map_or(start, |item| item.span.end as usize);
        Some(Node { span: self.span(start, end), value: Value::Sequence { items, flow: false } })
    }

    /// A text or a flow list at `at`, in something at `column`.
    fn scalar_or_flow(&mut self, at: usize, column: usize) -> Option<Node<'t>> {
        match self.bytes()[at] {
            b'"' => self.double_quoted(at, column),
            b'\'' => self.single_quoted(at, column),
            b'|' | b'>' => self.indented(at, column),
            b'[' | b'{' => self.flow(at),
            _ => self.plain(at, column),
        }
    }
}

pub(super) fn plain(text: Cow<'_, str>, cut_by: Option<Span>) -> Value<'_> {
    Value::Scalar { text, quoted: false, cut_by }
}
