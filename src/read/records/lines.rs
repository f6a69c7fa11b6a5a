//! Lines of a text that is not YAML: documents, merge conflicts, and what a line looks like by itself.

use std::ops::Range;

use crate::read::fields::{is_key, list};
use crate::read::yaml::subset::lone_return;

/// One line and what it looks like by itself.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) indent: usize,
    pub(super) tabbed: bool,
    pub(super) words: &'t str,
}

/// What follows a name.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum After<'t> {
    NoColon,
    /// A colon, and nothing else in the line.
    Nothing,
    /// A colon and a value.
    Value(&'t str),
}

/// The lines of a stretch. A `\r` alone ends one as well, as it does in YAML: what follows it is part of no comment before it.
pub(super) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut start = range.start;
    let ends: &[char] = if lone_return(text[range.clone()].as_bytes()) { &['\n', '\r'] } else { &['\n'] };
    text[range].split_inclusive(ends).map(move |line| {
        let words = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - words.len();
        let line = Line {
            start,
            end: start + line.len(),
            indent,
            tabbed: line[..indent].contains('\t'),
            words: words.trim_end(),
        };
        start = line.end;
        line
    })
}

impl<'t> Line<'t> {
    pub(super) fn idle(self) -> bool {
        self.words.is_empty() || self.words.starts_with('#')
    }

    pub(super) fn marker(self, mark: &str) -> bool {
        self.indent == 0
            && self
                .words
                .strip_prefix(mark)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    }

    pub(super) fn item(self) -> bool {
        self.words.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    }

    /// `---` or `...`.
    pub(super) fn ends_document(&self) -> bool {
        self.marker("---") || self.marker("...")
    }

    /// The name before a colon, or a single word whose colon is missing, and what follows it.
    pub(super) fn name(self) -> Option<(&'t str, After<'t>)> {
        let word = |letter: char| letter.is_alphanumeric() || "-_'\"".contains(letter);
        let rest = self.words.trim_start_matches(word);
        let name = &self.words[..self.words.len() - rest.len()];
        let after = match rest.strip_prefix(':') {
            None if rest.is_empty() => After::NoColon,
            Some(value) if value.is_empty() || value.starts_with(' ') => {
                let value = value.trim_start();
                if value.is_empty() || value.starts_with('#') { After::Nothing } else { After::Value(value) }
            }
            _ => return None,
        };
        (!name.is_empty() && !self.item()).then_some((name.trim_matches(['\'', '"']), after))
    }

    /// Where the name of a list stands in a line that holds nothing else but signs, such as `sources:[`.
    pub(super) fn bare_word(self) -> Option<Range<usize>> {
        let sign = |letter: char| !letter.is_alphanumeric();
        let start = self.words.len() - self.words.trim_start_matches(sign).len();
        let word = self.words.trim_matches(sign);
        let alone =
            !word.is_empty() && word.chars().all(|letter| letter.is_alphabetic() || "-_".contains(letter));
        alone.then(|| self.start + self.indent + start..self.start + self.indent + start + word.len())
    }

    /// Whether a line gives an id behind a dash, or what has become of one.
    pub(super) fn gives_id(self) -> bool {
        self.words.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with("id:")
    }

    /// What follows the `-` of an item, as a line of its own.
    pub(super) fn inner(self) -> Line<'t> {
        Line { words: self.words.strip_prefix('-').unwrap_or(self.words).trim_start(), ..self }
    }

    /// The column of what follows the `-`.
    pub(super) fn content(self) -> usize {
        let rest = self.inner().words;
        if rest.is_empty() || rest.starts_with('#') {
            self.indent + 1
        } else {
            self.indent + (self.words.len() - rest.len())
        }
    }
}

/// How lines begin that a merge leaves behind.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Whether a text begins as a line that a merge leaves behind.
pub(super) fn left_by_merge(words: &str) -> bool {
    MARKS.iter().any(|mark| words.starts_with(mark))
}

/// Lines that a merge left behind, from each `<<<<<<<` to its `>>>>>>>`; each line's stretch. One without the other is no
/// conflict but a line too many, and not among them.
#[must_use]
pub fn conflict_markers(text: &str) -> Vec<Range<usize>> {
    if !text.contains("<<<<<<<") || !text.contains(">>>>>>>") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    for line in lines(text, 0..text.len()).filter(|line| MARKS.iter().any(|mark| line.marker(mark))) {
        let stretch = line.start..line.start + line.words.len();
        match line.words.as_bytes()[0] {
            b'<' => open = vec![stretch],
            _ if open.is_empty() => {}
            b'>' => {
                found.append(&mut open);
                found.push(stretch);
            }
            _ => open.push(stretch),
        }
    }
    found
}

/// The mark with which some programs begin a file.
pub(super) const BOM: char = '\u{feff}';

/// The documents of a text, by their `---` and `...` lines, and by the mark with which a file begins that was put behind
/// another; those that hold nothing are left out. A line `---` in the midst of a list ends none: what follows it would belong
/// to no list.
#[must_use]
pub fn documents(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut current = range.start..range.start;
    let mut filled = false;
    for (line, next) in with_next(lines(text, range).collect(), |line| !line.idle() && !line.ends_document())
    {
        let goes_on = next.is_some_and(|next| !begins_document(next));
        if filled && goes_on && line.ends_document() && !line.words.starts_with("--- ") {
            current.end = line.end;
            continue;
        }
        if let Some(name) = line.words.strip_prefix(BOM)
            && line.indent == 0
            && (Line { words: name, ..line }).name().is_some_and(|(name, _)| list(name).is_some())
        {
            if filled {
                found.push(current);
            }
            (current, filled) = (line.start + BOM.len_utf8()..line.end, true);
            continue;
        }
        let opens = line.marker("---");
        if opens && filled {
            found.push(current.clone());
        }
        if opens {
            (current, filled) = (line.start..line.end, line.words.len() > 3);
            continue;
        }
        current.end = line.end;
        if line.marker("...") {
            if filled {
                found.push(current);
            }
            (current, filled) = (line.end..line.end, false);
            continue;
        }
        filled |= !(line.idle() || line.indent == 0 && line.words.starts_with('%'));
    }
    if filled {
        found.push(current);
    }
    found
}

/// Each line with the next one of a kind.
pub(super) fn with_next<'t>(
    all: Vec<Line<'t>>,
    kind: impl Fn(&Line<'t>) -> bool,
) -> impl Iterator<Item = (Line<'t>, Option<Line<'t>>)> {
    let mut next = vec![None; all.len()];
    for at in (1..all.len()).rev() {
        next[at - 1] = if kind(&all[at]) { Some(all[at]) } else { next[at] };
    }
    all.into_iter().zip(next)
}

/// Whether a line may be the first of a document: neither a record nor a part of one.
fn begins_document(line: Line<'_>) -> bool {
    match line.name() {
        Some((name, _)) => list(name).is_some() || line.indent == 0 && !is_key(name),
        None => line.indent == 0 && !line.item(),
    }
}
