//! Lines and columns for many places of many files: each file is scanned once, when first asked about.

use std::sync::OnceLock;

use super::{Position, Sources, Span};

/// A mark is set at least every so many bytes, so that a file of one long line costs no more than another.
const STRIDE: usize = 1024;

/// Looks up lines and columns in the texts of a run.
#[derive(Debug)]
pub struct Lines<'l> {
    texts: &'l Sources,
    marks: Vec<OnceLock<Vec<Mark>>>,
}

/// A byte of a file whose line and column are known (both from 1).
#[derive(Clone, Copy, Debug)]
struct Mark {
    byte: usize,
    line: usize,
    column: usize,
}

impl<'l> Lines<'l> {
    /// Scans nothing yet.
    #[must_use]
    pub fn new(texts: &'l Sources) -> Self {
        Self { texts, marks: (0..texts.len()).map(|_| OnceLock::new()).collect() }
    }

    /// How the file of a span is named, and what it holds; both empty where no file is known.
    #[must_use]
    pub fn file(&self, span: Span) -> (&'l str, &'l str) {
        if (span.file.0 as usize) < self.texts.len() {
            let file = self.texts.file(span.file);
            (&file.path, &file.text)
        } else {
            ("", "")
        }
    }

    /// Line and column of a span's first byte; past the end, those of the end.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        let (_, text) = self.file(span);
        let Some(cell) = self.marks.get(span.file.0 as usize) else { return Position { line: 1, column: 1 } };
        let marks = cell.get_or_init(|| scan(text));
        let byte = text.floor_char_boundary(span.start as usize);
        let mark = marks[marks.partition_point(|mark| mark.byte <= byte).saturating_sub(1)];
        Position { line: mark.line, column: mark.column + text[mark.byte..byte].chars().count() }
    }

    /// A span as people are told of it: `file:line`.
    #[must_use]
    pub fn place(&self, span: Span) -> String {
        format!("{}:{}", self.file(span).0, self.position(span).line)
    }
}

fn scan(text: &str) -> Vec<Mark> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn says_what_a_scan_from_the_beginning_says() {
        let mut texts = Sources::default();
        let long = "é漢x".repeat(900);
        let file = texts.add("a.yaml".to_owned(), format!("\u{feff}one\n\ntwo é\r\n{long}\n{long}end\n"));
        let lines = Lines::new(&texts);
        let length = u32::try_from(texts.file(file).text.len()).unwrap();
        for start in (0..length + 9).chain([u32::MAX]) {
            let span = Span { file, start, end: start };
            assert_eq!(lines.position(span), texts.position(span), "at {start}");
        }
        let nowhere = Span { file: FileId(7), start: 3, end: 4 };
        assert_eq!(lines.position(nowhere), Position { line: 1, column: 1 });
    }
}
