//! Texts and places in them: files, byte spans, and the line and column that a person counts.

pub mod alike;
pub mod folded;
pub mod lines;
pub mod points;
pub mod quotes;

use std::sync::OnceLock;

use lines::Mark;

/// A file of a run, as an index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file in bytes, `start..end`. Lines are counted only when somebody asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A text of a run.
#[derive(Debug)]
pub struct SourceFile {
    /// The name of the file for people: its path from the folder that holds the store, with `/` between parts.
    pub path: String,
    /// The text.
    pub text: String,
    /// Places of lines and columns, scanned when a place in the text is first asked for.
    marks: OnceLock<Vec<Mark>>,
}

/// All texts of a run, in the order in which they were read.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

/// The place where a span begins, as people count: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

impl Sources {
    /// Adds a text and returns its id.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { path, text, marks: OnceLock::new() });
        id
    }

    /// The file with an id.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The words of a span; of a span that does not fit its file, the part that does.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        let text = &self.file(span.file).text;
        let start = floor(text, span.start as usize);
        let end = floor(text, span.end as usize).max(start);
        &text[start..end]
    }

    /// The line and column of a span's first byte; past the end, those of the end. The file is scanned once, however
    /// many places in it are asked for.
    #[must_use]
    pub fn position(&self, span: Span) -> Position {
        let file = self.file(span.file);
        lines::position(&file.text, file.marks.get_or_init(|| lines::scan(&file.text)), span.start as usize)
    }
}

/// The nearest character boundary at or before `at`; the end for any place behind it.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// True when a character steers the direction of text, ends a line in disguise, is not seen, or belongs to C1.
#[must_use]
pub fn hides(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9f}'                             // C1: U+009B begins a terminal's command
        | '\u{61c}' | '\u{200e}' | '\u{200f}'           // marks of direction
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        | '\u{2028}' | '\u{2029}'                       // line and paragraph separators
        | '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{feff}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // fillers without a shape
        | '\u{17b4}' | '\u{17b5}' | '\u{1d173}'..='\u{1d17a}' // vowels and marks of music that are not drawn
        | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}'
        | '\u{e0000}'..='\u{e0fff}')
        || u32::from(character) & 0xfffe == 0xfffe // noncharacters, as `U+FDD0` to `U+FDEF` are; no XML may hold the first two
}

/// True when a character that is not seen belongs to the spelling where it stands: a joiner between letters of Persian,
/// of the languages of India, or of emoji.
#[must_use]
pub fn spells(before: Option<char>, character: char, after: Option<char>) -> bool {
    let foreign = |other: char| !other.is_ascii() && !other.is_whitespace() && !hides(other);
    matches!(character, '\u{200c}' | '\u{200d}')
        && before.is_some_and(foreign)
        && after.is_none_or(|after| foreign(after) || after.is_whitespace())
}
