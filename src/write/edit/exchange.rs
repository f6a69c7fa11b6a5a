//! Where in a text a key of a record gets its value: as little as can be is exchanged, put in or taken out.

use std::ops::Range;

use super::lines::{line_end, line_start, moved, opening};
use super::same::means;
use crate::read::fields;
use crate::read::yaml::tree::{Node, Value};
use crate::write::emit::{self, Record, Yaml};

/// Columns before a key of a record in what the printer prints.
const PRINTED: usize = 4;

/// What takes the place of a stretch of text, its lines ended by `\n`.
pub(super) type Piece = (Range<usize>, String);

/// What gives a key of a record its value, or takes it out; none where that cannot be done safely.
pub(super) fn pieces(
    text: &str,
    list: &str,
    record: &Node<'_>,
    key: &'static str,
    value: Option<&Yaml>,
) -> Option<Vec<Piece>> {
    let there = record.get(key);
    match (there, value) {
        (None, None) => Some(Vec::new()),
        (Some(_), None) => taken_out(text, record, key).map(|piece| vec![piece]),
        (Some(old), Some(value)) => {
            within(text, old, value).or_else(|| exchanged(text, record, key, value).map(|piece| vec![piece]))
        }
        (None, Some(value)) => put_in(text, list, record, key, value).map(|piece| vec![piece]),
    }
}

/// The items of a list that differ, where as many are to stand there as before, or the keys of a mapping.
fn within(text: &str, old: &Node<'_>, value: &Yaml) -> Option<Vec<Piece>> {
    match (&old.value, value) {
        (Value::Sequence { .. }, Yaml::List(_)) | (Value::Mapping(_), Yaml::Map(_)) => {
            let mut found = Vec::new();
            differing(text, old, value, false, &mut found)?;
            Some(found)
        }
        _ => None,
    }
}

/// Collects what differs inside a value; nothing where it is of another shape.
fn differing(
    text: &str,
    old: &Node<'_>,
    value: &Yaml,
    in_brackets: bool,
    found: &mut Vec<Piece>,
) -> Option<()> {
    if means(old, value) {
        return Some(());
    }
    match (&old.value, value) {
        (Value::Sequence { items, flow }, Yaml::List(wanted)) if items.len() == wanted.len() => {
            let mut pairs = items.iter().zip(wanted);
            pairs.try_for_each(|(old, value)| differing(text, old, value, in_brackets || *flow, found))
        }
        (Value::Mapping(entries), Yaml::Map(record)) if entries.len() == record.entries().len() => {
            let in_brackets = in_brackets || is_flow(text, old);
            let mut pairs = entries.iter().zip(record.entries());
            pairs.try_for_each(|((name, old), (key, value))| {
                (name.as_str() == Some(key)).then_some(())?;
                differing(text, old, value, in_brackets, found)
            })
        }
        (
            Value::Scalar { .. } | Value::Mapping(_),
            Yaml::Text(_) | Yaml::Number(_) | Yaml::Degrees(_) | Yaml::Flag(_),
        ) => {
            let plain = printed("id", value);
            let plain = plain.strip_prefix("id:").map(str::trim);
            let written = plain.filter(|plain| !in_brackets && !plain.is_empty() && !plain.contains('\n'));
            let written = written.map(str::to_owned).or_else(|| flow(value))?;
            found.push((opening(text, old)..old.span.end as usize, written));
            Some(())
        }
        // An item that becomes a mapping, or is none any more, stays on its line: so does a comment behind it.
        (Value::Scalar { .. }, Yaml::Map(_)) => {
            found.push((opening(text, old)..old.span.end as usize, flow(value)?));
            Some(())
        }
        _ => None,
    }
}

/// The value of a key that the record has, in the place of the old one.
fn exchanged(text: &str, record: &Node<'_>, key: &'static str, value: &Yaml) -> Option<Piece> {
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
fn put_in(text: &str, list: &str, record: &Node<'_>, key: &'static str, value: &Yaml) -> Option<Piece> {
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

/// The lines of a key and its value gone. A comment that stands behind them keeps its line.
fn taken_out(text: &str, record: &Node<'_>, key: &str) -> Option<Piece> {
    let entries = record.entries()?;
    let at = entries.iter().position(|(name, _)| name.as_str() == Some(key))?;
    let (name, value) = &entries[at];
    let (start, end) = (name.span.start as usize, value.span.end.max(name.span.end) as usize);
    if is_flow(text, record) {
        let before = at.checked_sub(1).map(|before| entries[before].1.span.end as usize);
        let after = || entries.get(at + 1).map(|(name, _)| name.span.start as usize);
        return match before {
            Some(before) => Some((before..end, String::new())),
            None => Some((start..after()?, String::new())),
        };
    }
    let (from, to) = (line_start(text, start), line_end(text, end));
    if !text[from..start].trim().is_empty() {
        return None;
    }
    let rest = text[end..to].trim_start();
    let piece = match rest {
        "" => from..to,
        comment if comment.starts_with('#') => start..to - rest.len(),
        _ => return None,
    };
    Some((piece, String::new()))
}

fn is_flow(text: &str, node: &Node<'_>) -> bool {
    text[node.span.start as usize..].starts_with('{')
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
            let pairs = record.entries().iter().map(|(key, value)| Some(format!("{key}: {}", flow(value)?)));
            Some(format!("{{{}}}", pairs.collect::<Option<Vec<_>>>()?.join(", ")))
        }
    }
}
