//! Cuts a text that is not YAML into documents, lists and records by its lines alone.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::{After, Line, lines, with_next};
use crate::read::fields::{self, SETTINGS, is_key};

/// A stretch between top-level keys.
#[derive(Debug, Default)]
pub struct Section {
    /// The line of the list's name, up to the first record; empty before the first name.
    pub head: Range<usize>,
    /// Whether the name is indented, and others are not.
    pub slipped: bool,
    /// Where the name stands, if it is written as no name is.
    pub odd_name: Option<Range<usize>>,
    /// Lines behind the name and before the first record that belong to neither.
    pub stray: Range<usize>,
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
    /// Whether they hold a part of it, or a merge conflict does: what is left is half a record.
    pub half: bool,
}

/// The lists of one document and their records; nothing where it is not laid out in lines (`{…}`). `conflicts` are the
/// lines that a merge left behind.
#[must_use]
pub fn sections(text: &str, document: Range<usize>, conflicts: &[Range<usize>]) -> Vec<Section> {
    let mut all: Vec<Line<'_>> = lines(text, document).collect();
    // What opens and ends a document is part of no list; in the midst of one it is a line too many.
    let content = |line: &Line<'_>| !line.idle() && !line.ends_document();
    let (Some(first), Some(last)) = (all.iter().position(content), all.iter().rposition(content)) else {
        return Vec::new();
    };
    all.drain(last + 1..).for_each(drop);
    all.drain(..first).for_each(drop);
    let Some(first) = all.iter().find(|line| !line.idle()) else { return Vec::new() };
    if first.words.starts_with(['{', '[']) {
        return Vec::new();
    }
    let named = |line: &&Line<'_>| line.name().is_some_and(|(name, _)| fields::list(name).is_some());
    let base = all.iter().filter(named).map(|line| line.indent).min().unwrap_or(first.indent);
    let mut cutter = Cutter { base: base.min(first.indent), ..Cutter::default() };
    for (line, next) in with_next(all, |line| !line.idle()) {
        cutter.line(line, next, conflicts.binary_search_by_key(&line.start, |mark| mark.start).is_ok());
    }
    cutter.close();
    cutter.sections
}

#[derive(Default)]
struct Cutter<'t> {
    base: usize,
    sections: Vec<Section>,
    section: Section,
    /// The name of the list.
    name: &'t str,
    content: usize,
    /// Whether the record has its id already.
    has_id: bool,
    /// The lists named so far.
    seen: HashSet<&'t str>,
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

impl<'t> Cutter<'t> {
    /// Takes a line; `next` is the next one that holds something, `conflict` says whether a merge left it behind.
    fn line(&mut self, line: Line<'t>, next: Option<Line<'t>>, conflict: bool) {
        let within = matches!(self.state, State::Opened | State::Conflict);
        if conflict && line.marker("<<<<<<<") {
            self.section.conflict = true;
            self.state = State::Opened;
        } else if conflict && line.marker(">>>>>>>") {
            self.section.conflict = true;
            self.state = State::Behind;
        } else if conflict && within {
            self.extend(line);
        } else if !line.idle() && self.begins_list(line, next) {
            self.key(line);
        } else if let Some(word) = self.odd_name(line, next) {
            self.key(line);
            self.section.odd_name = Some(word);
        } else if line.item() && self.begins_record(line) || self.lost_its_dash(line) {
            self.item(line);
        } else {
            self.other(line);
        }
    }

    /// Whether a line is the name of a list, and neither a line of a record that slipped to the margin nor another that has
    /// no business there.
    fn begins_list(&self, line: Line<'_>, next: Option<Line<'_>>) -> bool {
        let Some((name, after)) = line.name() else { return false };
        let known = fields::list(name).is_some();
        let records = next.is_some_and(Line::item);
        if self.section.whole.is_empty() {
            return known || line.indent == self.base && !line.tabbed;
        }
        if line.indent != self.base || line.tabbed {
            // The records below it are no part of a record, if they are in line with those above.
            let first = self.section.items.first().map(|first| first.indent);
            return known && after == After::Nothing && records && next.map(|next| next.indent) == first;
        }
        let over = next.is_none_or(|next| next.indent <= self.base && !next.item());
        let own =
            fields::list(self.name).is_some_and(|kind| kind.fields.iter().any(|field| field.key == name));
        match after {
            // `parties:` may be a key as well: then words stand below it, and no records.
            After::Nothing if known => !own || !records || next.is_some_and(|next| self.is_record(next)),
            After::Nothing => records && !own && !is_key(name),
            After::NoColon => records && known && !self.seen.contains(name),
            After::Value(value) => {
                known && (over || value.starts_with(['[', '{']) && !value.ends_with([']', '}']))
            }
        }
    }

    /// The word in a line that must have been the name of a list: records stand below it, and nothing but signs beside it.
    fn odd_name(&self, line: Line<'t>, next: Option<Line<'_>>) -> Option<Range<usize>> {
        let fits = line.indent == self.base && !line.idle() && !line.tabbed && next.is_some_and(Line::item);
        let word = if fits { line.bare_word()? } else { return None };
        let at = line.start + line.indent;
        let name = &line.words[word.start - at..word.end - at];
        let list = fields::list(name).map(|list| list.name).or_else(|| fields::near_list(name))?;
        (!self.seen.contains(list)).then_some(word)
    }

    /// Whether a line begins a record and has something else in the place of its dash.
    fn lost_its_dash(&self, line: Line<'_>) -> bool {
        self.state == State::Record && self.has_id && line.indent <= self.content && line.gives_id()
    }

    /// Left of what the record above holds, or in line with the first.
    fn begins_record(&self, line: Line<'_>) -> bool {
        let Some(first) = self.section.items.first() else { return true };
        line.indent == first.indent || line.indent < self.content && self.is_record(line) || line.gives_id()
    }

    /// Whether an item looks like a record of the list, and not like a line of one that slipped.
    fn is_record(&self, line: Line<'_>) -> bool {
        let inner = line.inner();
        match (inner.name(), fields::list(self.name)) {
            (Some((name, After::Nothing | After::Value(_))), Some(_)) => name == "id" || is_key(name),
            (Some((_, after)), None) => after != After::NoColon,
            _ => inner.words.starts_with('{'),
        }
    }

    fn key(&mut self, line: Line<'t>) {
        let within = matches!(self.state, State::Opened | State::Conflict);
        self.close();
        let slipped = line.indent != self.base;
        self.section = Section {
            head: line.start + if slipped { line.indent } else { 0 }..line.end,
            whole: line.start..line.end,
            slipped,
            conflict: within,
            ..Section::default()
        };
        self.name = line.name().map_or("", |(name, _)| name);
        self.seen.insert(self.name);
        self.state = if within { State::Conflict } else { State::Head };
    }

    fn item(&mut self, line: Line<'_>) {
        self.extend(line);
        match self.state {
            State::Opened => self.state = State::Conflict,
            State::Conflict => {}
            _ => {
                let range = line.start..line.end;
                let item = Item { range, indent: line.indent, stray: line.end..line.end, half: false };
                let closed = line.words.ends_with('}') && line.words.contains('{');
                self.content = if closed { usize::MAX } else { line.content() };
                self.has_id = line.gives_id();
                self.section.items.push(item);
                self.state = State::Record;
            }
        }
    }

    fn other(&mut self, line: Line<'_>) {
        self.extend(line);
        let outside = !line.idle() && !line.tabbed && line.indent <= self.base;
        match self.state {
            State::Head => self.behind_head(line, outside),
            State::Record | State::Stray => {
                self.has_id |= line.gives_id();
                let Some(item) = self.section.items.last_mut() else { return };
                if outside || self.state == State::Stray {
                    self.state = State::Stray;
                    item.stray.end = line.end;
                    let part = line.name().is_some_and(|(name, after)| {
                        after != After::NoColon && (is_key(name) || fields::list(name).is_some())
                    });
                    item.half |= !line.idle() && (!outside || part || line.item());
                } else {
                    item.range.end = line.end;
                    item.stray = line.end..line.end;
                }
            }
            State::Opened if line.idle() => {}
            State::Opened => {
                // The conflict lies inside the record above it.
                if let Some(item) = self.section.items.last_mut() {
                    item.half = true;
                }
                self.state = State::Conflict;
            }
            State::Conflict | State::Behind => {}
        }
    }

    /// A line behind the name of a list, or before the first.
    fn behind_head(&mut self, line: Line<'_>, outside: bool) {
        if self.section.head.is_empty() {
            return;
        }
        let records = fields::list(self.name).is_some_and(|list| list.name != SETTINGS);
        if !line.idle() && (outside || records) || !self.section.stray.is_empty() {
            if self.section.stray.is_empty() {
                self.section.stray.start = line.start;
            }
            self.section.stray.end = line.end;
        } else {
            self.section.head.end = line.end;
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
