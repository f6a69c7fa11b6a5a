//! What stands between two words of a file: line breaks, dashes, colons, empty lines and comments.

use super::scalars;
use crate::write::edit::Refused;
use crate::write::edit::lines::{indent, line_start};

/// A block that a word stands in: where it began, and where it begins now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    pub(super) old: usize,
    pub(super) new: usize,
}

/// The new text in the making. Everything of the old one before `at` has been taken over.
pub(super) struct Writer<'t> {
    text: &'t str,
    at: usize,
    out: String,
    /// Those of the word that was written last.
    levels: Vec<Level>,
}

impl<'t> Writer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, out: String::new(), levels: Vec::new() }
    }

    /// The column of a byte.
    pub(super) fn column(&self, at: usize) -> usize {
        at - line_start(self.text, at)
    }

    /// The column of the dash before an item; of the item where its dash stands on a line above.
    pub(super) fn dash(&self, at: usize) -> usize {
        let before = self.text[..at].trim_end_matches([' ', '\t', '\n']);
        if before.ends_with('-') { self.column(before.len() - 1) } else { self.column(at) }
    }

    /// Whether a mapping or list in brackets begins here.
    pub(super) fn is_flow(&self, at: usize) -> bool {
        self.text[at..].starts_with(['{', '['])
    }

    /// Whether a comment stands before the value that begins at `to`.
    pub(super) fn comes_with_comment(&self, to: usize) -> bool {
        self.text[self.at..to].contains('#')
    }

    /// Where a value begins as it is written: with the sign of a block of text, which stands before the text.
    pub(super) fn begin(&self, start: usize) -> usize {
        let gap = self.text.get(self.at..start).unwrap_or_default();
        let signs = &gap[..gap.find('#').unwrap_or(gap.len())];
        signs.find(['|', '>']).map_or(start, |found| self.at + found)
    }

    /// Appends what is not in the old text.
    pub(super) fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Takes over the old text as it is.
    pub(super) fn copy(&mut self, to: usize) {
        self.out.push_str(&self.text[self.at..to]);
        self.at = to;
    }

    /// Takes over a value, its further lines moved with the block in which it stands.
    pub(super) fn value(&mut self, to: usize, old: usize, new: usize) {
        self.out.push_str(&scalars::moved(&self.text[self.at..to], old, new));
        self.at = to;
    }

    /// Passes over a gap in which there is nothing but signs and white space.
    pub(super) fn skip(&mut self, to: usize) -> Result<(), Refused> {
        let gap = &self.text[self.at..to];
        if !gap.chars().all(|letter| letter.is_whitespace() || letter == ':') {
            return Err(left_alone());
        }
        self.at = to;
        Ok(())
    }

    /// Begins a new line for the word at `to`, below the comments before it.
    pub(super) fn line(&mut self, to: usize, prefix: &str, levels: &[Level]) -> Result<(), Refused> {
        self.between(to, levels, prefix.is_empty() && levels.len() == 1)?;
        self.levels = levels.to_vec();
        self.out.push_str(prefix);
        Ok(())
    }

    /// What follows is a document of its own.
    pub(super) fn end_of_document(&mut self) {
        self.levels.clear();
    }

    /// The whole new text.
    pub(super) fn finish(mut self) -> Result<String, Refused> {
        self.between(self.text.len(), &[], false)?;
        let kept = self.out.trim_end_matches('\n').len();
        self.out.truncate(kept);
        if kept > 0 {
            self.out.push('\n');
        }
        Ok(self.out)
    }

    /// Lays out a gap. `heading`: a list is named behind it, and an empty line belongs before that.
    fn between(&mut self, to: usize, levels: &[Level], heading: bool) -> Result<(), Refused> {
        let gap = &self.text[self.at..to];
        let first = self.at == 0;
        let (trailing, rest) = if first { ("", gap) } else { gap.split_once('\n').unwrap_or((gap, "")) };
        self.at = to;
        let (signs, comment) = split(trailing);
        sound(signs)?;
        if !comment.is_empty() {
            // The space before it is kept: comments may stand one below the other.
            let space = signs.len() - signs.trim_end_matches([' ', '\t']).len();
            self.out.push_str(&" ".repeat(space.max(1)));
            self.out.push_str(comment.trim_end());
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let mut apart = self.out.is_empty() || !heading;
        let mut empty = false;
        let lines: Vec<&str> = rest.split('\n').collect();
        for (at, line) in lines.iter().enumerate() {
            let (signs, comment) = split(line);
            let mark = ["---", "..."].into_iter().find(|mark| signs.trim_end() == *mark);
            if mark.is_none() {
                sound(signs)?;
            }
            let last = at + 1 == lines.len();
            if last && comment.is_empty() && mark.is_none() {
                break;
            }
            if comment.is_empty() && mark.is_none() {
                empty |= signs.trim().is_empty();
                continue;
            }
            let column = if mark.is_some() { 0 } else { self.moved(indent(line).max(signs.len()), levels) };
            if (empty || !apart && column == 0) && !self.out.is_empty() {
                self.out.push('\n');
            }
            apart |= empty || column == 0;
            empty = false;
            self.out.push_str(&" ".repeat(column));
            if let Some(mark) = mark {
                self.out.push_str(mark);
                if !comment.is_empty() {
                    self.out.push(' ');
                }
            }
            self.out.push_str(comment.trim_end());
            self.out.push('\n');
        }
        if (empty || !apart) && !self.out.is_empty() && to < self.text.len() {
            self.out.push('\n');
        }
        Ok(())
    }

    /// Where a comment that stood at a column of its own stands now: with the block whose lines began there.
    fn moved(&self, column: usize, levels: &[Level]) -> usize {
        let exact =
            |levels: &[Level]| levels.iter().rev().find(|level| level.old == column).map(|level| level.new);
        let inside =
            |levels: &[Level]| levels.iter().rev().find(|level| level.old <= column).map(|level| level.new);
        exact(levels)
            .or_else(|| exact(&self.levels))
            .or_else(|| inside(levels))
            .or_else(|| inside(&self.levels))
            .unwrap_or(0)
    }
}

/// A line of a gap: signs and white space, then its comment.
fn split(line: &str) -> (&str, &str) {
    line.split_at(line.find('#').unwrap_or(line.len()))
}

/// Nothing but what lays out blocks stands here.
fn sound(signs: &str) -> Result<(), Refused> {
    if signs.chars().all(|letter| letter.is_whitespace() || matches!(letter, '-' | ':')) {
        return Ok(());
    }
    Err(left_alone())
}

/// The file is laid out in a way that is not understood here.
pub(super) fn left_alone() -> Refused {
    Refused::new(
        "this file is left as it is",
        "files with anchors (&), aliases (*), tags (!), directives (%) or keys behind `?` are not laid out anew",
    )
}
