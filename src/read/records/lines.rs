//! Lines of a text that is not YAML: documents, merge conflicts, and what a line looks like by itself.

use std::ops::Range;

/// One line and what it looks like by itself.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) indent: usize,
    pub(super) tabbed: bool,
    pub(super) words: &'t str,
}

/// The lines of a stretch.
pub(super) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut start = range.start;
    text[range].split_inclusive('\n').map(move |line| {
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

impl Line<'_> {
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

    /// `name:`, or a single word whose colon is missing.
    pub(super) fn key(self) -> bool {
        let word = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
        let rest = self.words.trim_start_matches(|letter| word(letter) || "'\"".contains(letter));
        rest.len() < self.words.len()
            && !self.item()
            && (rest.is_empty() || rest == ":" || rest.starts_with(": "))
    }

    /// The column of what follows the `-`.
    pub(super) fn content(self) -> usize {
        let rest = self.words[1..].trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            self.indent + 1
        } else {
            self.indent + (self.words.len() - rest.len())
        }
    }
}

/// Lines that a merge left behind, in `<<<<<<<` to `>>>>>>>`; each line's stretch. Empty where there are none.
#[must_use]
pub fn conflict_markers(text: &str) -> Vec<Range<usize>> {
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") {
        return Vec::new();
    }
    let marks =
        |line: &Line<'_>| ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.marker(mark));
    let found: Vec<_> = lines(text, 0..text.len()).filter(marks).collect();
    let certain = found.iter().any(|line| !line.words.starts_with(['=', '|']));
    let stretch = |line: &Line<'_>| line.start..line.start + line.words.len();
    if certain { found.iter().map(stretch).collect() } else { Vec::new() }
}

/// The documents of a text, by their `---` and `...` lines; those that hold nothing are left out.
#[must_use]
pub fn documents(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut current = range.start..range.start;
    let mut filled = false;
    for line in lines(text, range) {
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
