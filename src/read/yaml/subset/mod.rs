//! Our own reader for the part of YAML that ledgers are written in, many times faster than a whole YAML parser.
//!
//! It gives what `build` and the library's parser give, to the last span, or nothing. A record that steps outside
//! what it knows goes to the library alone; a file whose lists are not plainly laid out goes there as a whole, so
//! that faults are found, named and worked around in one place only.

mod bare;
mod block;
mod bytes;
mod flow;
mod indented;
mod line;
mod scalars;

use std::borrow::Cow;

use super::build::build_item;
use super::tree::{Node, Value};
use crate::ledger::model::entity::Entity;
use crate::ledger::model::statement::Statement;
use crate::read::fields::{SETTINGS, is_key};
use crate::read::problem::span;
use crate::read::records::{Cut, Cutter, ListName, Seen};
use crate::text::FileId;
pub use bare::{Bare, Bares, Item, fields};
use block::Block;
pub(in crate::read) use bytes::lone_return;
use bytes::{clean, is_name};

/// What a file holds, and how it was read.
#[derive(Debug)]
pub struct Read<'t> {
    /// What it holds.
    pub cut: Cut<'t>,
    /// Records that went to the library.
    pub by_library: usize,
}

/// A record may nest deeper than this only in a file that is read by the library as a whole.
const DEEPEST: usize = 100;

/// Reads a file whose lists are plainly laid out; nothing where they are not.
#[must_use]
pub fn read(file: FileId, text: &str) -> Option<Read<'_>> {
    read_with(file, text, None).map(|(read, _)| read)
}

/// The same, but for the statements in the plainest layout: these are left out of what the file holds, and given by the places
/// of their values.
#[must_use]
pub fn read_barely(file: FileId, text: &str) -> Option<(Read<'_>, Bares)> {
    let (read, bares) = read_with(file, text, Some(Bares::default()))?;
    Some((read, bares.unwrap_or_default()))
}

fn read_with(file: FileId, text: &str, bares: Option<Bares>) -> Option<(Read<'_>, Option<Bares>)> {
    u32::try_from(text.len()).ok()?;
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let bytes = &text.as_bytes()[start..];
    let clean = clean(bytes);
    if !clean && lone_return(bytes) {
        return None;
    }
    let mut outline = Outline {
        block: Block::new(file, text, start),
        clean,
        cutter: Cutter::new(file, text),
        seen: Seen::default(),
        by_library: 0,
        bares,
    };
    outline.documents(start)?;
    let Outline { cutter, by_library, bares, .. } = outline;
    Some((Read { cut: cutter.finish(), by_library }, bares))
}

/// The lists of a file and their records, by the lines that begin them.
struct Outline<'t> {
    block: Block<'t>,
    /// Whether no character of the file needs a second look.
    clean: bool,
    cutter: Cutter<'t>,
    seen: Seen<'t>,
    by_library: usize,
    /// The statements in the plainest layout; none where trees of all are wanted.
    bares: Option<Bares>,
}

impl<'t> Outline<'t> {
    fn documents(&mut self, start: usize) -> Option<()> {
        self.block.line.load(start);
        self.block.line.settle();
        self.between(start)?;
        while !self.block.line.over() {
            let line = &self.block.line;
            if line.indent > 0 {
                return None;
            }
            if &self.block.text[line.first..line.end] == "---" {
                self.seen.clear();
                self.advance()?;
            } else {
                self.list()?;
            }
        }
        Some(())
    }

    /// A line `name:` and the records below it.
    fn list(&mut self) -> Option<()> {
        let (start, line_end) = (self.block.line.first, self.block.line.end);
        let end = start + is_name(&self.block.bytes()[start..line_end])?;
        let rest = self.block.text[start..line_end].get(end - start..)?.strip_prefix(':')?;
        let empty = rest.trim_end_matches(' ') == " []";
        if !empty && !self.block.line.idle(end + 1) {
            return None;
        }
        let text = Cow::Borrowed(&self.block.text[start..end]);
        if is_key(&text) {
            return None;
        }
        let value = Value::Scalar { text, quoted: false, cut_by: None };
        let key = Node { span: span(self.block.file, start, end), value };
        let name = self.cutter.name(key, &mut self.seen)?;
        self.advance()?;
        if name.text() == SETTINGS {
            return if empty { None } else { self.settings(&name) };
        }
        let column = self.block.line.indent;
        while !empty && self.block.line.indent == column && self.block.line.item() {
            self.record(&name, column)?;
        }
        Some(())
    }

    fn settings(&mut self, name: &ListName<'t>) -> Option<()> {
        let column = self.block.line.indent;
        if column == 0 {
            return (!self.block.line.item()).then_some(());
        }
        if !self.clean {
            return None;
        }
        let first = self.block.line.first;
        let node = self.block.mapping(column, first, 0)?;
        self.cutter.record(name, node);
        Some(())
    }

    fn record(&mut self, name: &ListName<'t>, column: usize) -> Option<()> {
        let start = self.block.line.start;
        let sound = self.clean || clean(&self.block.bytes()[start..self.end(column)]);
        if sound && name.text() == Statement::LIST && self.bare(column).is_some() {
            return Some(());
        }
        let node = if sound { self.block.record(column) } else { None };
        let node = match node {
            Some(node) => node,
            None => self.ask_library(start, column)?,
        };
        self.cutter.record(name, node);
        Some(())
    }

    /// Where the lines end that belong to the record at the present line.
    fn end(&self, column: usize) -> usize {
        let mut line = self.block.line;
        line.advance();
        while line.indent > column {
            line.advance();
        }
        line.start
    }

    /// The record from the library, where it is one by itself and nothing in it hangs on the rest of the file.
    fn ask_library(&mut self, start: usize, column: usize) -> Option<Node<'t>> {
        self.block.line.load(start);
        let end = self.end(column);
        let text = self.block.text;
        // The parser sees what follows as well, which places a value that was left out. Only the last item of a list
        // that is flush with its key is read by itself: what follows would be no part of a list alone.
        let mut next = self.block.line;
        next.load(end);
        let flush = column == 0 && !next.item();
        let to = if flush { end } else { text.len() };
        let mut built = build_item(self.block.file, text, start..to, end)?;
        let node = built.roots.pop()?;
        let apart = built.anchored || built.height > DEEPEST || !built.lost.is_empty();
        let unplaced = flush && !(placed(&node) && built.problems.is_empty());
        if apart || unplaced || node.is_null() || node.span.end as usize > end {
            return None;
        }
        self.cutter.problems(&mut built);
        self.by_library += 1;
        self.block.line.load(end);
        self.block.line.settle();
        Some(node)
    }

    /// To the next line that holds something.
    fn advance(&mut self) -> Option<()> {
        let from = self.block.line.start;
        self.block.line.advance();
        self.between(from)
    }

    /// Whether what stands between records, from there to the present line, holds nothing doubtful.
    fn between(&self, from: usize) -> Option<()> {
        (self.clean || clean(&self.block.bytes()[from..self.block.line.start])).then_some(())
    }
}

/// Whether the place of a value hangs on nothing behind it.
fn placed(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Scalar { text, .. } => !text.trim().is_empty(),
        Value::Sequence { flow: true, .. } => true,
        Value::Sequence { items, .. } => items.last().is_some_and(placed),
        Value::Mapping(entries) => entries.last().is_some_and(|(_, value)| placed(value)),
    }
}
