//! Keys of one record given a value: exchanged where they stand, or put in where the table of fields has them.

use std::ops::Range;

use super::comments::comments;
use super::lines::{ending, line_end, line_start, moved, opening};
use super::same::{means, same, same_complaints};
use super::{Refused, find, read, unsure};
use crate::read::fields;
use crate::read::records::Cut;
use crate::read::yaml::tree::Node;
use crate::write::emit::{self, Record, Yaml};

/// Columns before a key of a record in what the printer prints.
const PRINTED: usize = 4;

/// Gives keys of a record their values; all else of the text stays as it is.
///
/// # Errors
/// There is no such record, or the change cannot be made safely.
pub fn set(text: &str, list: &str, id: &str, keys: &[(&'static str, Yaml)]) -> Result<String, Refused> {
    keys.iter().try_fold(text.to_owned(), |text, (key, value)| one(&text, list, id, key, value))
}

fn one(text: &str, list: &str, id: &str, key: &'static str, value: &Yaml) -> Result<String, Refused> {
    let old = read(text)?;
    let record = find(&old, list, id).ok_or_else(|| {
        Refused::new(
            format!("no record `{id}` of `{list}` stands in this file"),
            "look for it with `gainsay show`",
        )
    })?;
    let (range, written) = exchanged(text, &record.node, key, value)
        .or_else(|| put_in(text, list, &record.node, key, value))
        .ok_or_else(unsure)?;
    let new = [&text[..range.start], &written.replace('\n', ending(text)), &text[range.end..]].concat();
    let sound = read(&new).is_ok_and(|now| changed(&old, &now, (list, id), key, value));
    if sound && comments(text) == comments(&new) { Ok(new) } else { Err(unsure()) }
}

/// Whether one key of one record has its value, and all else is as it was.
fn changed(old: &Cut<'_>, new: &Cut<'_>, place: (&str, &str), key: &str, value: &Yaml) -> bool {
    let named = |node: &Node<'_>| node.get("id").and_then(Node::as_str) == Some(place.1);
    let mut met = false;
    let alike = old.records.iter().zip(&new.records).all(|(a, b)| {
        let this = !met && a.list == place.0 && named(&a.node);
        met |= this;
        a.list == b.list
            && if this {
                let (one, other) = (others(&a.node, key), others(&b.node, key));
                let rest = one.len() == other.len()
                    && one.iter().zip(other).all(|(a, b)| same(&a.0, &b.0) && same(&a.1, &b.1));
                rest && b.node.get(key).is_some_and(|node| means(node, value))
            } else {
                same(&a.node, &b.node)
            }
    });
    alike && met && old.records.len() == new.records.len() && same_complaints(old, new)
}

/// The keys and values of a record but for one.
fn others<'n, 't>(node: &'n Node<'t>, key: &str) -> Vec<&'n (Node<'t>, Node<'t>)> {
    node.entries().unwrap_or_default().iter().filter(|(name, _)| name.as_str() != Some(key)).collect()
}

/// The value of a key that the record has, in the place of the old one.
fn exchanged(
    text: &str,
    record: &Node<'_>,
    key: &'static str,
    value: &Yaml,
) -> Option<(Range<usize>, String)> {
    let (name, old) = record.entries()?.iter().find(|(name, _)| name.as_str() == Some(key))?;
    let colon = name.span.end as usize + text[name.span.end as usize..].find(':')? + 1;
    let (start, end) = (opening(text, old), old.span.end as usize);
    let written =
        if is_flow(text, record) { format!("{key}: {}", flow(value)?) } else { printed(key, value) };
    let inside = written.strip_prefix(key)?.strip_prefix(':')?.trim_end_matches('\n');
    // A value on the line of its key leaves the space before it as it is.
    if start > colon && !text[colon..start].contains('\n') && !inside.contains('\n') {
        return Some((start..end, inside.trim_start().to_owned()));
    }
    let column = name.span.start as usize - line_start(text, name.span.start as usize);
    let (first, rest) = inside.split_once('\n').unwrap_or((inside, ""));
    let rest = moved(rest, 0, column);
    let gap = if rest.is_empty() { "" } else { "\n" };
    Some((colon..end.max(colon), format!("{first}{gap}{}", rest.trim_end_matches('\n'))))
}

/// A key that the record has not, behind the last of those that come before it in the table.
fn put_in(
    text: &str,
    list: &str,
    record: &Node<'_>,
    key: &'static str,
    value: &Yaml,
) -> Option<(Range<usize>, String)> {
    let entries = record.entries()?;
    if is_flow(text, record) {
        let end = record.span.end as usize - 1;
        let at = text[..end].trim_end().len();
        return Some((at..at, format!(", {key}: {}", flow(value)?)));
    }
    let fields = fields::list(list)?.fields;
    let place = |name: &str| fields.iter().position(|field| field.key == name);
    let own = place(key)?;
    let earlier = |(name, _): &&(Node<'_>, Node<'_>)| name.as_str().and_then(place) < Some(own);
    let (_, before) = entries.iter().rfind(earlier).or(entries.first())?;
    let first = entries.first()?.0.span.start as usize;
    let column = first - line_start(text, first);
    let at = line_end(text, before.span.end as usize);
    let open = if text[..at].ends_with('\n') { "" } else { "\n" };
    Some((at..at, format!("{open}{}", moved(&printed(key, value), 0, column))))
}

fn is_flow(text: &str, record: &Node<'_>) -> bool {
    text[record.span.start as usize..].starts_with('{')
}

/// `key: value` as the printer prints it, from column 0.
fn printed(key: &'static str, value: &Yaml) -> String {
    let block = emit::one("record", Record::default().with(key, value.clone()));
    let lines = block.split_once('\n').map_or("", |(_, lines)| lines);
    moved(&lines.replacen('-', " ", 1), PRINTED, 0)
}

/// A value inside `{ }`: texts between double quotes, which JSON and YAML write alike.
fn flow(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Text(text) => serde_json::to_string(text).ok(),
        Yaml::Number(number) => Some(number.to_string()),
        Yaml::Degrees(degrees) => Some(degrees.to_string()),
        Yaml::Flag(flag) => Some(flag.to_string()),
        Yaml::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(flow).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Yaml::Map(record) => {
            let entry = |(key, value): &(&str, Yaml)| Some(format!("{key}: {}", flow(value)?));
            let entries: Option<Vec<String>> = record.entries().iter().map(entry).collect();
            Some(format!("{{{}}}", entries?.join(", ")))
        }
    }
}
