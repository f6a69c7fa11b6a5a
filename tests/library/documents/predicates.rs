//! The table of built-in predicates, from the records of the vocabulary.

use gainsay::ledger::vocabulary::{BUILT_IN, question};
use gainsay::read::yaml::tree::{Node, Value};

use super::table;

/// Keys that have a column of their own, or none.
const APART: [&str; 9] =
    ["id", "arguments", "reads", "reads-not", "reads-open", "reads-many", "reads-not-many", "asks", "said"];

/// Every predicate: what it says, under which question it is listed, and the keys of its record that are its logic.
pub fn predicates(_: &str) -> String {
    let documents = gainsay::read::whole(BUILT_IN).unwrap();
    let records = value(&documents[0], "predicates").and_then(Node::items).unwrap();
    let rows = records.iter().map(|record| {
        let text = |key: &str| value(record, key).map(words).unwrap_or_default();
        let logic = entries(record).into_iter().filter(|(key, _)| !APART.contains(&key.as_str()));
        let logic = logic.map(|(key, held)| match words(held) {
            held if held == "true" => format!("`{key}`"),
            held => format!("`{key}`: {held}"),
        });
        [
            format!("`{}` ({})", text("id"), text("arguments")),
            text("reads"),
            question(&text("asks")).to_owned(),
            logic.collect::<Vec<_>>().join("; "),
        ]
    });
    table(["predicate and arguments", "says", "listed under", "its logic"], rows)
}

fn entries<'n, 't>(node: &'n Node<'t>) -> Vec<(String, &'n Node<'t>)> {
    let Value::Mapping(entries) = &node.value else { return Vec::new() };
    entries.iter().map(|(key, held)| (words(key), held)).collect()
}

fn value<'n, 't>(node: &'n Node<'t>, key: &str) -> Option<&'n Node<'t>> {
    entries(node).into_iter().find(|(own, _)| own == key).map(|(_, held)| held)
}

/// A text, a list as "a, b", a mapping as "a: b".
fn words(node: &Node<'_>) -> String {
    match &node.value {
        Value::Scalar { text, .. } => text.to_string(),
        Value::Sequence { items, .. } => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Mapping(_) => {
            let parts = entries(node).into_iter().map(|(key, held)| format!("{key}: {}", words(held)));
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}
