//! Cuts a text that is not YAML into documents, lists and records by its lines alone.

use std::ops::Range;

use super::lines::{Line, lines};

/// A stretch between top-level keys.
#[derive(Debug, Default)]
pub struct Section {
    /// The line of the list's name, up to the first record; empty before the first name.
    pub head: Range<usize>,
    /// Head and body.
    pub whole: Range<usize>,
    /// The records, as whole lines.
    pub items: Vec<Item>,
    /// Whether a merge conflict took something away.
    pub conflict: bool,
}

/// The lines of one record.
#[derive(Debug)]
pub struct Item {
    /// First line to last.
    pub range: Range<usize>,
    /// Columns before its `-`.
    pub indent: usize,
    /// Lines behind it that belong to no record.
    pub stray: Range<usize>,
}

/// The lists of one document and their records; nothing where it is not laid out in lines (`{…}`).
#[must_use]
pub fn sections(text: &str, document: Range<usize>) -> Vec<Section> {
    let content = |line: &Line<'_>| !line.idle() && !line.marker("---") && !line.marker("...");
    let Some(first) = lines(text, document.clone()).find(content) else { return Vec::new() };
    if first.words.starts_with(['{', '[']) {
        return Vec::new();
    }
    let mut cutter = Cutter { base: first.indent, ..Cutter::default() };
    for line in lines(text, document) {
        if line.marker("---") || line.marker("...") {
            continue;
        }
        cutter.line(line);
    }
    cutter.close();
    cutter.sections
}

#[derive(Default)]
struct Cutter {
    base: usize,
    sections: Vec<Section>,
    section: Section,
    content: usize,
    state: State,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum State {
    /// Before the first record of a list.
    #[default]
    Head,
    Record,
    /// Behind a record, in lines that belong to none.
    Stray,
    /// In a merge conflict whose first line is still to come.
    Opened,
    Conflict,
    /// Behind a conflict, in what may be the rest of a record.
    Behind,
}

impl Cutter {
    fn line(&mut self, line: Line<'_>) {
        if line.marker("<<<<<<<") {
            self.section.conflict = true;
            self.state = State::Opened;
        } else if line.marker(">>>>>>>") {
            self.section.conflict = true;
            self.state = State::Behind;
        } else if !line.idle() && !line.tabbed && line.indent == self.base && line.key() {
            self.key(line);
        } else if matches!(self.state, State::Opened | State::Conflict)
            && (line.marker("=======") || line.marker("|||||||"))
        {
            self.extend(line);
        } else if line.item() && self.begins_record(line) {
            self.item(line);
        } else {
            self.other(line);
        }
    }

    /// Left of what the record above holds, or in line with the first.
    fn begins_record(&self, line: Line<'_>) -> bool {
        self.section
            .items
            .first()
            .is_none_or(|first| line.indent < self.content || line.indent == first.indent)
    }

    fn key(&mut self, line: Line<'_>) {
        let within = matches!(self.state, State::Opened | State::Conflict);
        self.close();
        self.section =
            Section { head: line.start..line.end, whole: line.start..line.end, ..Section::default() };
        self.section.conflict = within;
        self.state = if within { State::Conflict } else { State::Head };
    }

    fn item(&mut self, line: Line<'_>) {
        self.extend(line);
        match self.state {
            State::Opened => self.state = State::Conflict,
            State::Conflict => {}
            _ => {
                let range = line.start..line.end;
                let item = Item { range, indent: line.indent, stray: line.end..line.end };
                self.content = line.content();
                self.section.items.push(item);
                self.state = State::Record;
            }
        }
    }

    fn other(&mut self, line: Line<'_>) {
        self.extend(line);
        let outside = !line.idle() && !line.tabbed && line.indent <= self.base;
        match self.state {
            State::Head => {
                if !self.section.head.is_empty() {
                    self.section.head.end = line.end;
                }
            }
            State::Record | State::Stray => {
                if outside {
                    self.state = State::Stray;
                }
                if let Some(item) = self.section.items.last_mut() {
                    if self.state == State::Record {
                        item.range.end = line.end;
                        item.stray = line.end..line.end;
                    } else {
                        item.stray.end = line.end;
                    }
                }
            }
            State::Opened if line.idle() => {}
            State::Opened => {
                // The conflict lies inside the record above it.
                self.section.items.pop();
                self.state = State::Conflict;
            }
            State::Conflict | State::Behind => {}
        }
    }

    fn extend(&mut self, line: Line<'_>) {
        if self.section.whole.is_empty() {
            self.section.head = line.start..line.start;
            self.section.whole.start = line.start;
        }
        self.section.whole.end = line.end;
    }

    fn close(&mut self) {
        let section = std::mem::take(&mut self.section);
        if !section.whole.is_empty() {
            self.sections.push(section);
        }
    }
}
