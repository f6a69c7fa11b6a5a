//! The records of every list as they are written: a table for each list, a column for each key.

use serde_json::{Map, Value};

use super::Out;
use super::table::Table;
use crate::ledger::Ledger;
use crate::ledger::vocabulary::built_in;
use crate::read::fields::{Field, LISTS, List};
use crate::read::records::cut;
use crate::read::yaml::tree::{Node, Value as Written};
use crate::text::FileId;
use crate::text::lines::Lines;

/// A table for each list of records.
pub(super) fn tables() -> Vec<Table> {
    LISTS.iter().map(table).collect()
}

fn table(list: &'static List) -> Table {
    let keys = list.fields.iter().map(|field| field.key);
    Table { name: list.name, columns: keys.chain(["other", "file", "line"]).collect() }
}

/// Writes the records of all files, file by file: what is wrong with one is a finding, and its row is there all the same.
pub(super) fn write(ledger: &Ledger, out: &mut Out<'_>) {
    let tables = tables();
    for table in &tables {
        table.begin(out);
    }
    let lines = Lines::new(&ledger.texts);
    for file in (0..ledger.texts.len()).filter_map(|at| u32::try_from(at).ok()).map(FileId) {
        let source = ledger.texts.file(file);
        for record in cut(file, &source.text).records {
            let at = LISTS.iter().position(|list| list.name == record.list);
            let Some(at) = at.filter(|_| !built_in(record.node.span)) else { continue };
            let mut row: Vec<Value> =
                LISTS[at].fields.iter().map(|field| given(field, &record.node)).collect();
            let line = lines.position(record.node.span).line;
            row.extend([other(&LISTS[at], &record.node), source.path.clone().into(), line.into()]);
            tables[at].row(out, &row);
        }
    }
}

/// The value under a key as JSON; a list where several may stand there, though one does.
fn given(field: &Field, record: &Node<'_>) -> Value {
    match record.get(field.key).map(json) {
        None | Some(Value::Null) => Value::Null,
        Some(one) if field.many && !one.is_array() => Value::Array(vec![one]),
        Some(value) => value,
    }
}

/// What is written under keys that the list does not have; nothing where there is none.
fn other(list: &List, record: &Node<'_>) -> Value {
    let Some(entries) = record.entries() else { return json(record) };
    let strange = entries.iter().filter_map(|(key, value)| Some((key.as_str()?, value)));
    let strange = strange.filter(|(key, _)| !list.fields.iter().any(|field| field.key == *key));
    let all: Map<String, Value> = strange.map(|(key, value)| (key.to_owned(), json(value))).collect();
    if all.is_empty() { Value::Null } else { Value::Object(all) }
}

/// A node as JSON; scalars stay texts, as in the ledger.
fn json(node: &Node<'_>) -> Value {
    match &node.value {
        _ if node.is_null() => Value::Null,
        Written::Scalar { text, .. } => Value::String(text.to_string()),
        Written::Sequence { items, .. } => items.iter().map(json).collect(),
        Written::Mapping(entries) => {
            let pair = |(key, value): &(Node<'_>, Node<'_>)| Some((key.as_str()?.to_owned(), json(value)));
            Value::Object(entries.iter().filter_map(pair).collect())
        }
    }
}
