//! Whether two readings mean the same, wherever they stand, and whether a reading means what was to be written.

use crate::read::records::Cut;
use crate::read::yaml::tree::{Node, Value};
use crate::write::emit::{Record, Yaml};

/// Whether two values mean the same: the same texts under the same keys, whatever the layout.
pub(super) fn same(a: &Node<'_>, b: &Node<'_>) -> bool {
    alike(a, b, &|_| None)
}

/// Whether two values mean the same but for those scalars of the first that are expected to read otherwise.
pub(super) fn alike<'e>(
    a: &Node<'_>,
    b: &Node<'_>,
    expected: &impl Fn(&Node<'_>) -> Option<&'e str>,
) -> bool {
    let cut = |node: &Node<'_>| node.cut_by().is_some();
    match (&a.value, &b.value) {
        (Value::Scalar { text: one, .. }, Value::Scalar { text: other, .. }) => {
            expected(a).unwrap_or(one) == other && a.is_null() == b.is_null() && cut(a) == cut(b)
        }
        (Value::Sequence { items: one, .. }, Value::Sequence { items: other, .. }) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| alike(a, b, expected))
        }
        (Value::Mapping(one), Value::Mapping(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(a, b)| alike(&a.0, &b.0, expected) && alike(&a.1, &b.1, expected))
        }
        _ => false,
    }
}

/// Whether a record that was read is the one that was to be written.
pub(super) fn is(node: &Node<'_>, record: &Record) -> bool {
    let Some(entries) = node.entries() else { return false };
    entries.len() == record.entries().len()
        && entries
            .iter()
            .zip(record.entries())
            .all(|((key, node), (name, value))| key.as_str() == Some(name) && means(node, value))
}

/// Whether a value that was read is the one that was to be written.
#[must_use]
pub fn means(node: &Node<'_>, value: &Yaml) -> bool {
    let text = node.as_str().filter(|_| !node.is_null() && node.cut_by().is_none());
    match value {
        Yaml::Text(wanted) => text == Some(wanted),
        Yaml::Number(number) => text == Some(&number.to_string()),
        Yaml::Degrees(degrees) => text.and_then(|text| text.parse().ok()) == Some(*degrees),
        Yaml::Flag(flag) => text == Some(if *flag { "true" } else { "false" }),
        Yaml::List(wanted) => node.items().is_some_and(|items| {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(node, value)| means(node, value))
        }),
        Yaml::Map(record) => is(node, record),
    }
}

/// Whether what reading complains of is the same in both.
pub(super) fn same_complaints(a: &Cut<'_>, b: &Cut<'_>) -> bool {
    a.problems.len() == b.problems.len()
        && a.problems.iter().zip(&b.problems).all(|(a, b)| a.rule == b.rule && a.message == b.message)
}
