//! Keys of records given a value or taken out; all else of the text stays as it is.

use rustc_hash::FxHashMap;

use super::comments::comments;
use super::exchange::{Piece, pieces};
use super::lines::ending;
use super::same::{means, same, same_complaints};
use super::{Refused, read, unsure};
use crate::read::fields;
use crate::read::records::Cut;
use crate::read::yaml::tree::Node;
use crate::write::emit::Yaml;

/// A key of a record and the value that it is to have; none where it is to be taken out.
pub type Setting = (&'static str, Option<Yaml>);

/// Gives keys of a record their values.
///
/// # Errors
/// There is no such record, or the change cannot be made safely.
pub fn set(text: &str, list: &str, id: &str, keys: &[(&'static str, Yaml)]) -> Result<String, Refused> {
    let keys = keys.iter().map(|(key, value)| (*key, Some(value.clone()))).collect();
    set_all(text, list, &[(id.to_owned(), keys)])
        .map_err(|refused| refused.into_iter().next().map_or_else(unsure, |(_, refused)| refused))
}

/// Gives keys of many records of a list their values, or takes them out. The text is read twice, however many there are.
///
/// # Errors
/// The records of which the change cannot be made safely, each with the reason. Nothing is changed then.
pub fn set_all(
    text: &str,
    list: &str,
    records: &[(String, Vec<Setting>)],
) -> Result<String, Vec<(String, Refused)>> {
    let refused = match at_once(text, list, records) {
        Ok(new) => return Ok(new),
        Err(refused) => refused,
    };
    match records {
        [(id, keys)] if keys.len() > 1 => {
            let one = |text: String, key: &Setting| at_once(&text, list, &[(id.clone(), vec![key.clone()])]);
            keys.iter().try_fold(text.to_owned(), one).map_err(|refused| vec![(id.clone(), refused)])
        }
        [_, _, ..] if read(text).is_ok() => {
            // Which of them it is takes few looks, since most can be changed.
            let (first, second) = records.split_at(records.len() / 2);
            let first = set_all(text, list, first);
            let second = set_all(first.as_deref().unwrap_or(text), list, second);
            match (first, second) {
                (Ok(_), second) => second,
                (Err(first), Ok(_)) => Err(first),
                (Err(mut first), Err(second)) => {
                    first.extend(second);
                    Err(first)
                }
            }
        }
        _ => Err(records.iter().map(|(id, _)| (id.clone(), refused.clone())).collect()),
    }
}

fn at_once(text: &str, list: &str, records: &[(String, Vec<Setting>)]) -> Result<String, Refused> {
    let old = read(text)?;
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, record) in old.records.iter().enumerate().filter(|(_, record)| record.list == list) {
        if let Some(id) = record.node.get("id").and_then(Node::as_str) {
            places.entry(id).or_insert(at);
        }
    }
    let order = |key: &str| fields::list(list)?.fields.iter().position(|field| field.key == key);
    let mut found: Vec<Piece> = Vec::new();
    let mut touched: FxHashMap<usize, Vec<&Setting>> = FxHashMap::default();
    for (id, keys) in records {
        let at = *places.get(id.as_str()).ok_or_else(|| {
            Refused::new(
                format!("no record `{id}` of `{list}` stands in this file"),
                "look for it with `gainsay show`",
            )
        })?;
        let mut keys: Vec<&Setting> = keys.iter().collect();
        keys.sort_by_key(|(key, _)| order(key));
        for (key, value) in &keys {
            let piece = pieces(text, list, &old.records[at].node, key, value.as_ref());
            found.extend(piece.ok_or_else(unsure)?);
        }
        touched.insert(at, keys);
    }
    let new = put_together(text, found).ok_or_else(unsure)?;
    let sound = read(&new).is_ok_and(|now| changed(&old, &now, &touched));
    if sound && comments(text) == comments(&new) { Ok(new) } else { Err(unsure()) }
}

/// A text with pieces in their places; none where two of them overlap.
fn put_together(text: &str, mut pieces: Vec<Piece>) -> Option<String> {
    // Several that are put in at one place stay in the order in which they were found.
    pieces.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, written) in pieces {
        out.push_str(text.get(at..range.start)?);
        out.push_str(&written.replace('\n', ending(text)));
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Whether these keys of these records have their values, and all else is as it was.
fn changed(old: &Cut<'_>, new: &Cut<'_>, touched: &FxHashMap<usize, Vec<&Setting>>) -> bool {
    let alike = old.records.iter().zip(&new.records).enumerate().all(|(at, (a, b))| {
        let own = match touched.get(&at) {
            Some(keys) => as_set(&a.node, &b.node, keys),
            None => same(&a.node, &b.node),
        };
        own && a.list == b.list
    });
    alike && old.records.len() == new.records.len() && same_complaints(old, new)
}

fn as_set(old: &Node<'_>, new: &Node<'_>, keys: &[&Setting]) -> bool {
    let (one, other) = (others(old, keys), others(new, keys));
    let rest =
        one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(&a.0, &b.0) && same(&a.1, &b.1));
    rest && keys.iter().all(|(key, value)| match (new.get(key), value) {
        (Some(node), Some(value)) => means(node, value),
        (None, None) => true,
        _ => false,
    })
}

/// The keys and values of a record but for those that are set.
fn others<'n, 't>(node: &'n Node<'t>, keys: &[&Setting]) -> Vec<&'n (Node<'t>, Node<'t>)> {
    let set = |name: &Node<'_>| keys.iter().any(|(key, _)| name.as_str() == Some(key));
    node.entries().unwrap_or_default().iter().filter(|(name, _)| !set(name)).collect()
}
