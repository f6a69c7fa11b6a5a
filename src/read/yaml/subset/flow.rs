//! Lists and mappings in `[ ]` and `{ }`, as far as they end in the line in which they begin.

use std::borrow::Cow;

use super::block::{Block, DEEPEST, plain};
use super::bytes::{begins_plain, is_name};
use crate::read::yaml::tree::{Node, Value};

impl<'t> Block<'t> {
    /// The list or mapping at `start`.
    pub(super) fn flow(&mut self, start: usize) -> Option<Node<'t>> {
        let node = self.within(start, 0)?;
        if !self.line.idle(node.span.end as usize) {
            return None;
        }
        self.line.advance();
        Some(node)
    }

    fn within(&mut self, at: usize, depth: usize) -> Option<Node<'t>> {
        match self.byte(at)? {
            b'[' if depth < DEEPEST => self.list(at, depth + 1),
            b'{' if depth < DEEPEST => self.fields(at, depth + 1),
            mark @ (b'"' | b'\'') => {
                let (text, end) = if mark == b'"' { self.double(at, None)? } else { self.single(at, None)? };
                let value = Value::Scalar { text, quoted: true, cut_by: None };
                Some(Node { span: self.span(at, end), value })
            }
            _ => self.words(at),
        }
    }

    fn list(&mut self, start: usize, depth: usize) -> Option<Node<'t>> {
        let mut items = Vec::new();
        let mut at = self.line.skip(start + 1);
        if self.byte(at)? != b']' {
            loop {
                let item = self.within(at, depth)?;
                at = self.line.skip(item.span.end as usize);
                items.push(item);
                match self.byte(at)? {
                    b',' => at = self.line.skip(at + 1),
                    b']' => break,
                    _ => return None,
                }
            }
        }
        Some(Node { span: self.span(start, at + 1), value: Value::Sequence { items, flow: true } })
    }

    fn fields(&mut self, start: usize, depth: usize) -> Option<Node<'t>> {
        let mut pairs: Vec<(Node<'t>, Node<'t>)> = Vec::new();
        let mut at = self.line.skip(start + 1);
        if self.byte(at)? != b'}' {
            loop {
                let end = at + is_name(&self.bytes()[at..self.line.end])?;
                let text = &self.text[at..end];
                let twice = pairs.iter().any(|(key, _)| key.as_str() == Some(text));
                if twice || self.byte(end)? != b':' || self.byte(end + 1)? != b' ' {
                    return None;
                }
                let key = Node { span: self.span(at, end), value: plain(Cow::Borrowed(text), None) };
                let value = self.within(self.line.skip(end + 1), depth)?;
                at = self.line.skip(value.span.end as usize);
                pairs.push((key, value));
                match self.byte(at)? {
                    b',' => at = self.line.skip(at + 1),
                    b'}' => break,
                    _ => return None,
                }
            }
        }
        Some(Node { span: self.span(start, at + 1), value: Value::Mapping(pairs) })
    }

    /// A plain text, up to a comma or bracket.
    fn words(&self, start: usize) -> Option<Node<'t>> {
        let rest = &self.bytes()[start..self.line.end];
        if !begins_plain(rest) {
            return None;
        }
        let mut end = rest.iter().position(|byte| b",[]{}".contains(byte))?;
        for (at, byte) in rest[..end].iter().enumerate() {
            let odd = match byte {
                b':' => at + 1 == end || rest[at + 1] == b' ',
                b'#' => rest[at - 1] == b' ',
                _ => false,
            };
            if odd {
                return None;
            }
        }
        while rest[end - 1] == b' ' {
            end -= 1;
        }
        let text = Cow::Borrowed(&self.text[start..start + end]);
        Some(Node { span: self.span(start, start + end), value: plain(text, None) })
    }

    /// The byte at `at`, if the line has it.
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes()[..self.line.end].get(at).copied()
    }
}
