//! Files looked through: what they hold but for statements, which are cut out of them again when their turn comes.

use super::entities::id_of;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::statement::Statement;
use crate::read::files::suspicious::suspicious;
use crate::read::records::{self, Cut, Problem};
use crate::read::yaml::tree::{Node, Value};
use crate::text::{FileId, Sources, Span};

/// A file looked through: all its records but the statements, of which only the ids are kept. Trees of all statements at
/// once would take four times the room of their texts, so they are cut out of a file again when their turn comes.
pub struct Sheet<'t> {
    /// Which file.
    pub file: FileId,
    /// What the file holds but for statements.
    pub cut: Cut<'t>,
    /// The ids of its statements, in file order.
    pub statements: Vec<(String, Span)>,
    /// Where a statement first names a speaker or carrier who is not known.
    pub unknown: Option<Span>,
    /// How many records it holds.
    pub records: usize,
    /// What hides or misleads in them.
    pub hidden: Vec<Problem>,
}

impl<'t> Sheet<'t> {
    /// Looks through a file.
    pub fn new(file: FileId, text: &'t str) -> Self {
        let mut cut = records::cut(file, text);
        let (records, mut hidden) = (cut.records.len(), Vec::new());
        cut.records.iter().for_each(|record| suspicious(&record.node, &mut hidden));
        let said = cut.records.iter().filter(|record| record.list == Statement::LIST);
        let statements =
            said.filter_map(|record| id_of(&record.node)).map(|(id, span)| (id.to_owned(), span)).collect();
        let mut said = cut.records.iter().filter(|record| record.list == Statement::LIST);
        let unknown = said.find_map(|record| nobody_known(&record.node));
        cut.records.retain(|record| record.list != Statement::LIST);
        cut.records.shrink_to_fit();
        Self { file, cut, statements, unknown, records, hidden }
    }
}

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
