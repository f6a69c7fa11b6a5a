//! Statements in the plainest layout, as most are: one value a line, behind its key or its dash, or behind its key in a
//! list below it. Their values are known by their places, without a tree.

use memchr::{memchr, memchr2};

use super::Outline;
use super::block::Block;
use super::bytes::begins_plain;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::is_name;
use crate::ledger::model::statement::Statement;
use crate::read::fields::{Field, list};
use crate::read::files::suspicious::suspicious;
use crate::read::yaml::tree::{Node, Value};
use crate::text::{FileId, Span};

/// A value of a bare statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The place of its key in the table of fields.
    pub key: u8,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    /// Its first byte, a quotation mark included.
    pub start: u32,
    /// Behind its last byte, a quotation mark included.
    pub end: u32,
}

impl Item {
    /// The text, which stands in the file as it is.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        let mark = u32::from(self.quoted);
        &text[(self.start + mark) as usize..(self.end - mark) as usize]
    }

    /// Its place, quotation marks included.
    #[must_use]
    pub fn span(&self, file: FileId) -> Span {
        Span { file, start: self.start, end: self.end }
    }
}

/// A statement in the plainest layout.
#[derive(Clone, Copy, Debug)]
pub struct Bare {
    /// The first byte of its first line.
    line: u32,
    /// The column of its dash.
    column: u32,
    /// The first byte of its first key.
    pub start: u32,
    /// Its id.
    pub id: Item,
    /// Where its values begin in the list of all.
    from: u32,
    /// Behind its last value there.
    to: u32,
}

/// The bare statements of a file, in file order.
#[derive(Debug, Default)]
pub struct Bares {
    /// The statements.
    pub rows: Vec<Bare>,
    items: Vec<Item>,
}

impl Bares {
    /// The values of a statement, in file order.
    #[must_use]
    pub fn items(&self, row: &Bare) -> &[Item] {
        &self.items[row.from as usize..row.to as usize]
    }
}

impl Bare {
    /// The tree of the statement.
    #[must_use]
    pub fn tree<'t>(&self, file: FileId, text: &'t str) -> Option<Node<'t>> {
        Block::new(file, text, self.line as usize).record(self.column as usize)
    }
}

/// The keys of a statement.
#[must_use]
pub fn fields() -> &'static [Field] {
    list(Statement::LIST).map_or(&[], |list| list.fields)
}

/// The place of a key in the table of fields. Keys mostly stand in its order, so the one looked for is near the last.
fn place_of(fields: &[Field], key: &str, last: usize) -> Option<usize> {
    let (before, behind) = fields.split_at(last);
    let found = behind.iter().position(|field| field.key == key).map(|at| last + at);
    found.or_else(|| before.iter().position(|field| field.key == key))
}

impl Outline<'_> {
    /// Takes the statement that begins in the present line, where it is laid out plainly; else nothing is changed.
    pub(super) fn bare(&mut self, column: usize) -> Option<()> {
        let line = self.block.line;
        let bares = self.bares.as_mut()?;
        let from = bares.items.len();
        let found = statement(&mut self.block, fields(), column, from, &mut bares.items);
        if let Some(row) = found {
            bares.rows.push(row);
        } else {
            self.block.line = line;
            bares.items.truncate(from);
        }
        found.map(|_| ())
    }
}

fn statement(
    block: &mut Block<'_>,
    fields: &[Field],
    column: usize,
    from: usize,
    items: &mut Vec<Item>,
) -> Option<Bare> {
    let line = block.line.start;
    let start = block.line.skip(block.line.first + 1);
    let own = start - line;
    let (mut at, mut met, mut last) = (start, 0_u64, 0);
    loop {
        let present = block.line;
        let length = memchr(b':', &block.bytes()[at..present.end])?;
        let key = place_of(fields, &block.text[at..at + length], last)?;
        last = key;
        if met & 1 << key != 0 {
            return None;
        }
        met |= 1 << key;
        let behind = at + length + 1;
        let value = present.skip(behind);
        if value == behind && value < present.end {
            return None;
        }
        if value < present.end {
            items.push(item(block, key, value, own)?);
        } else {
            below(block, fields, key, own, items)?;
        }
        if block.line.indent != own {
            break;
        }
        at = block.line.first;
    }
    let given = |(at, field): (usize, &Field)| !field.required || met & 1 << at != 0;
    if block.line.indent > column || !fields.iter().enumerate().all(given) {
        return None;
    }
    let id = items[from..].iter().find(|item| fields[usize::from(item.key)].key == "id")?;
    let name = id.text(block.text);
    if !is_name(name) || matches!(name, "self" | "not") {
        return None;
    }
    let count = |at: usize| u32::try_from(at).ok();
    Some(Bare {
        line: count(line)?,
        column: count(column)?,
        start: count(start)?,
        id: *id,
        from: count(from)?,
        to: count(items.len())?,
    })
}

/// The list in the lines below a key at `own`.
fn below(
    block: &mut Block<'_>,
    fields: &[Field],
    key: usize,
    own: usize,
    items: &mut Vec<Item>,
) -> Option<()> {
    block.line.advance();
    let column = block.line.indent;
    if !fields[key].many || block.line.comments || column < own || !block.line.item() {
        return None;
    }
    while block.line.indent == column && block.line.item() {
        let at = block.line.skip(block.line.first + 1);
        if at == block.line.end {
            return None;
        }
        items.push(item(block, key, at, column)?);
    }
    (block.line.indent <= own).then_some(())
}

/// The value at `at`, in something at `column`: the whole rest of its line, which goes on in no other.
fn item(block: &mut Block<'_>, key: usize, at: usize, column: usize) -> Option<Item> {
    let (end, text) = (block.line.end, block.text);
    let rest = &text.as_bytes()[at..end];
    let quoted = matches!(rest, [b'"' | b'\'', ..]);
    let sound = if quoted { closes_at_its_end(rest) } else { is_plain(rest) };
    if !sound {
        return None;
    }
    let item = Item {
        key: u8::try_from(key).ok()?,
        quoted,
        start: u32::try_from(at).ok()?,
        end: u32::try_from(end).ok()?,
    };
    let words = item.text(text);
    // Who is not known, and what hides or misleads, is looked for in trees.
    if words.is_empty() || words == UNKNOWN || !words.is_ascii() && misleads(block.span(at, end), words) {
        return None;
    }
    block.line.advance();
    (!block.line.comments && block.line.indent <= column).then_some(item)
}

/// Whether a quoted text has nothing to unescape and ends where its line does.
fn closes_at_its_end(rest: &[u8]) -> bool {
    let found = match rest {
        [b'"', words @ ..] => memchr2(b'"', b'\\', words),
        [_, words @ ..] => memchr(b'\'', words),
        [] => None,
    };
    found.is_some_and(|at| at + 2 == rest.len() && rest[at + 1] == rest[0])
}

/// Whether a plain text is the whole rest of its line.
fn is_plain(rest: &[u8]) -> bool {
    if !begins_plain(rest) || rest.ends_with(b" ") || matches!(rest, b"~" | b"null") {
        return false;
    }
    let mut at = 0;
    while let Some(found) = memchr2(b':', b'#', &rest[at..]) {
        let found = at + found;
        let ends = match rest[found] {
            b':' => matches!(rest.get(found + 1), None | Some(b' ')),
            _ => rest[found - 1] == b' ',
        };
        if ends {
            return false;
        }
        at = found + 1;
    }
    true
}

fn misleads(span: Span, words: &str) -> bool {
    let mut problems = Vec::new();
    suspicious(
        &Node { span, value: Value::Scalar { text: words.into(), quoted: false, cut_by: None } },
        &mut problems,
    );
    !problems.is_empty()
}
