//! Texts laid out in indented lines behind `|` and `>`.

use super::block::Block;
use crate::read::yaml::tree::{Node, Value};

#[derive(Clone, Copy, PartialEq)]
enum Tail {
    /// One line end.
    Clip,
    /// None.
    Strip,
    /// All of them.
    Keep,
}

impl<'t> Block<'t> {
    /// The text behind the `|` or `>` at `at`, in lines deeper than `column`.
    pub(super) fn indented(&mut self, at: usize, column: usize) -> Option<Node<'t>> {
        let folded = self.bytes()[at] == b'>';
        let tail = match self.text[at + 1..self.line.end].trim_end_matches(' ') {
            "" => Tail::Clip,
            "-" => Tail::Strip,
            "+" => Tail::Keep,
            _ => return None,
        };
        let (mut blanks, mut widest) = (0, 0);
        self.line.load(self.line.next);
        while self.line.blank() && !self.line.over() {
            widest = widest.max(self.line.indent);
            blanks += 1;
            self.line.load(self.line.next);
        }
        let (depth, start) = (self.line.indent, self.line.first);
        if self.line.over() || depth <= column || widest > depth {
            return None;
        }
        let (mut text, mut end) = ("\n".repeat(blanks), start);
        loop {
            // Deeper lines are not folded, which is the library's to know.
            if folded && self.line.indent > depth {
                return None;
            }
            end = end.max(self.line.end);
            text.push_str(&self.text[self.line.start + depth..self.line.end]);
            blanks = self.blank_lines(depth)?;
            if self.line.over() || self.line.indent < depth {
                break;
            }
            if folded && blanks == 0 {
                text.push(' ');
            } else {
                text.extend(std::iter::repeat_n('\n', blanks + usize::from(!folded)));
            }
        }
        match tail {
            Tail::Strip => {}
            Tail::Clip => text.push('\n'),
            Tail::Keep if self.line.over() => return None,
            Tail::Keep => text.extend(std::iter::repeat_n('\n', blanks + 1)),
        }
        if self.line.indent > column {
            return None;
        }
        // What follows may be a comment.
        self.line.settle();
        let end = start + self.text[start..end].trim_end().len();
        let value = Value::Scalar { text: text.into(), quoted: true, cut_by: None };
        Some(Node { span: self.span(start, end), value })
    }

    /// To the next line that is not blank; how many were. A blank line that is longer than the text is deep is text.
    fn blank_lines(&mut self, depth: usize) -> Option<usize> {
        let mut blanks = 0;
        self.line.load(self.line.next);
        while self.line.blank() && !self.line.over() {
            if self.line.indent > depth {
                return None;
            }
            blanks += 1;
            self.line.load(self.line.next);
        }
        Some(blanks)
    }
}
