//! Lines and columns for many places of many files: each file is scanned once, when a place in it is first asked for.

use super::{Position, Sources, Span};

/// Largest number of bytes between two marks, so that a file of one long line costs no more than another.
const STRIDE: usize = 1024;

/// A byte of a file whose line and column are known (both from 1).
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    byte: usize,
    line: usize,
    column: usize,
}

/// The marks of a text: one at its beginning, at each line, and at least one every [`STRIDE`] bytes of a long line.
pub(super) fn scan(text: &str) -> Vec<Mark> {
    let mut marks = vec![Mark { byte: 0, line: 1, column: 1 }];
    let mut last = marks[0];
    for (byte, character) in text.char_indices() {
        if byte - last.byte >= STRIDE {
            let column = last.column + text[last.byte..byte].chars().count();
            last = Mark { byte, line: last.line, column };
            marks.push(last);
        }
        if character == '\n' {
            last = Mark { byte: byte + 1, line: last.line + 1, column: 1 };
            marks.push(last);
        }
    }
    marks
}

/// The line and column of a byte, by the marks of its text; past the end, those of the end.
pub(super) fn position(text: &str, marks: &[Mark], byte: usize) -> Position {
    let byte = text.floor_char_boundary(byte);
    let before = marks[..marks.partition_point(|mark| mark.byte <= byte)].last();
    let mark = before.copied().unwrap_or(Mark { byte: 0, line: 1, column: 1 });
    Position { line: mark.line, column: mark.column + text[mark.byte..byte].chars().count() }
}

/// Places in the texts of a run, even for a span that names no file of theirs.
#[derive(Debug)]
pub struct Lines<'l>(&'l Sources);

impl<'l> Lines<'l> {
    /// The places of these texts.
    #[must_use]
    pub fn new(texts: &'l Sources) -> Self {
        Self(texts)
    }

    /// The name and the text of a span's file; both empty where no file is known.
    #[must_use]
    pub fn file(&self, span: Span) -> (&'l str, &'l str) {
        self.0.files.get(span.file.0 as usize).map_or(("", ""), |file| (&file.path, &file.text))
    }

    /// The line and column of a span's first byte; past the end, those of the end. The first of all where no file is
    /// known.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        if self.0.files.get(span.file.0 as usize).is_some() {
            self.0.position(span)
        } else {
            Position { line: 1, column: 1 }
        }
    }

    /// A span as people are told of it: `file:line`.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        format!("{}:{}", self.file(span).0, self.position(span).line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    /// The line and column, counted from the beginning of the text.
    fn counted(text: &str, byte: usize) -> Position {
        let before = &text[..text.floor_char_boundary(byte)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    #[test]
    fn says_what_a_scan_from_the_beginning_says() {
        let mut texts = Sources::default();
        let long = "é漢x".repeat(900);
        let file = texts.add("a.yaml".to_owned(), format!("\u{feff}one\n\ntwo é\r\n{long}\n{long}end\n"));
        let text = &texts.file(file).text;
        let length = u32::try_from(text.len()).unwrap();
        for start in (0..length + 9).chain([u32::MAX]) {
            let span = Span { file, start, end: start };
            assert_eq!(texts.position(span), counted(text, start as usize), "at {start}");
            assert_eq!(Lines::new(&texts).position(span), texts.position(span), "at {start}");
        }
        let nowhere = Span { file: FileId(7), start: 3, end: 4 };
        assert_eq!(Lines::new(&texts).position(nowhere), Position { line: 1, column: 1 });
    }
}
