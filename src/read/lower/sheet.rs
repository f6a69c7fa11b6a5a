//! Files looked through: what they hold but for statements, which are cut out of them again when their turn comes.

use std::borrow::Cow;

use super::entities::id_of;
use super::foreign::foreign;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::statement::Statement;
use crate::read::files::suspicious::suspicious;
use crate::read::records::{self, Cut, Problem, RawRecord};
use crate::read::yaml::subset::{self, Bares};
use crate::read::yaml::tree::{Node, Value};
use crate::text::{FileId, Sources, Span};

/// A file looked through: all its records but the statements. Trees of all statements at once would take four times the
/// room of their texts. So of those in the plainest layout only the places of their values are kept; where there are many
/// others, only the ids, and they are cut out of the file again when their turn comes.
pub struct Sheet<'t> {
    /// Which file.
    pub file: FileId,
    /// What the file holds but for statements.
    pub cut: Cut<'t>,
    /// The ids of its statements, in file order.
    pub statements: Vec<(Cow<'t, str>, Span)>,
    /// Its statements; none where they are cut out again.
    pub said: Option<Said<'t>>,
    /// Where a statement first names a speaker or carrier who is not known.
    pub unknown: Option<Span>,
    /// How many records it holds.
    pub records: usize,
    /// What hides or misleads in them.
    pub hidden: Vec<Problem>,
}

/// The statements of a file.
#[derive(Default)]
pub struct Said<'t> {
    /// Those in the plainest layout.
    pub bares: Bares,
    /// All others.
    pub trees: Vec<RawRecord<'t>>,
}

impl<'t> Sheet<'t> {
    /// Looks through a file; with a tree for every statement where these are asked for.
    pub fn new(file: FileId, text: &'t str, by_trees: bool) -> Self {
        let read = if by_trees { None } else { subset::read_barely(file, text) };
        match read {
            Some((read, bares)) => Self::of(file, text, read.cut, bares),
            None if by_trees => Self::of(file, text, records::cut(file, text), Bares::default()),
            None => Self::of(file, text, records::by_library(file, text), Bares::default()),
        }
    }

    fn of(file: FileId, text: &'t str, mut cut: Cut<'t>, bares: Bares) -> Self {
        if let Some(problem) = foreign(&cut, !bares.rows.is_empty()) {
            cut = Cut { problems: vec![problem], broken: 1, ..Cut::default() };
        }
        let (mut hidden, mut trees) = (Vec::new(), Vec::new());
        cut.records.iter().for_each(|record| suspicious(&record.node, &mut hidden));
        let records = cut.records.len() + bares.rows.len();
        for record in std::mem::take(&mut cut.records) {
            let list = if record.list == Statement::LIST { &mut trees } else { &mut cut.records };
            list.push(record);
        }
        cut.records.shrink_to_fit();
        let unknown = trees.iter().find_map(|record| nobody_known(&record.node));
        let ids = trees.iter().filter_map(|record| id_of(&record.node));
        let mut statements: Vec<(Cow<'t, str>, Span)> =
            ids.map(|(id, span)| (Cow::Owned(id.to_owned()), span)).collect();
        if !bares.rows.is_empty() {
            let ids = bares.rows.iter().map(|row| (Cow::Borrowed(row.id.text(text)), row.id.span(file)));
            statements.extend(ids);
            statements.sort_by_key(|(_, span)| span.start);
        }
        // A few trees take no room to speak of.
        let few = trees.len() <= FEW.max(bares.rows.len() / 8);
        let said = few.then_some(Said { bares, trees });
        Self { file, cut, statements, said, unknown, records, hidden }
    }
}

/// So many trees are kept, however few other statements there are in their file.
const FEW: usize = 64;

/// Where a statement names a speaker or carrier who is not known.
fn nobody_known(statement: &Node<'_>) -> Option<Span> {
    let Value::Mapping(pairs) = &statement.value else { return None };
    let who = pairs.iter().filter(|(key, _)| matches!(key.as_str(), Some("by" | "via")));
    who.flat_map(|(_, node)| node.items().unwrap_or(std::slice::from_ref(node))).find_map(|item| {
        let named = match &item.value {
            Value::Mapping(pairs) => &pairs.iter().find(|(key, _)| key.as_str() == Some("party"))?.1,
            _ => item,
        };
        (named.as_str() == Some(UNKNOWN)).then_some(named.span)
    })
}

/// Files in portions whose trees take no room to speak of.
pub fn portions<'s, 't>(mut sheets: &'s [Sheet<'t>], texts: &Sources) -> Vec<&'s [Sheet<'t>]> {
    const BYTES: usize = 1 << 23;
    let mut portions = Vec::new();
    while !sheets.is_empty() {
        let mut bytes = 0;
        let fits = sheets.iter().take_while(|sheet| {
            bytes += texts.file(sheet.file).text.len();
            bytes <= BYTES
        });
        let (portion, rest) = sheets.split_at(fits.count().max(1));
        portions.push(portion);
        sheets = rest;
    }
    portions
}
