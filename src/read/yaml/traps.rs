//! Ways in which sound YAML says something other than its writer meant, and how to say so.

use std::borrow::Cow;
use std::collections::HashSet;

use super::tree::{Node, Value};
use crate::read::problem::{BAD_VALUE, Problem};

/// What is wrong with the brackets of a proposition, if anything: a comma in `[ ]` cuts one in two.
#[must_use]
pub fn unbalanced(text: &str) -> Option<&'static str> {
    let (mut open, mut quoted) = (0_usize, false);
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '(' if !quoted => open += 1,
            ')' if !quoted => match open.checked_sub(1) {
                Some(left) => open = left,
                None => return Some("an unopened bracket"),
            },
            _ => {}
        }
    }
    match (open, quoted) {
        (0, false) => None,
        (0, true) => Some("an unclosed quotation mark"),
        _ => Some("an unclosed bracket"),
    }
}

/// What to say where a proposition was expected and YAML read a mapping, because the text holds `: `; `text` is the file's,
/// and `help` says what to do about the words.
#[must_use]
pub fn mapping_for_text(
    node: &Node<'_>,
    text: &str,
    help: impl FnOnce(&str) -> String,
) -> Option<(String, String)> {
    let (key, value) = node.entries()?.first()?;
    let (key, words) = (key.as_str()?, source_of(node, text));
    let message = if words.starts_with('{') {
        "this is a mapping (keys with values in `{ }`) where text belongs".to_owned()
    } else {
        let value = value.as_str().unwrap_or_default();
        format!(
            "a colon followed by a space splits this: YAML reads `{key}` as a key and `{value}` as its value"
        )
    };
    Some((message, help(&words)))
}

/// The words in YAML's single quotes, on one line.
#[must_use]
pub fn single_quoted(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = line.chars().take(200).collect();
    let shown = if shown.len() < line.len() { format!("{shown}…") } else { shown };
    format!("'{}'", shown.replace('\'', "''"))
}

fn source_of<'t>(node: &Node<'_>, text: &'t str) -> Cow<'t, str> {
    text.get(node.span.start as usize..node.span.end as usize).unwrap_or_default().trim().into()
}

/// The comment that ends the line on which a plain scalar ends, where its `#` is followed by no space.
pub(super) fn comment_cutting(text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text.get(end..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if gap == 0 { None } else { comment_at(text, end + gap) }
}

/// The comment in the line after a plain value, deeper than the value's key, where its `#` is followed by no space.
pub(super) fn comment_below(text: &str, key: usize, end: usize) -> Option<(usize, usize)> {
    let rest = text.get(end..)?;
    let (line, below) = rest.split_once('\n')?;
    let indent = below.len() - below.trim_start_matches(' ').len();
    let key_column = key - text.get(..key)?.rfind('\n').map_or(0, |at| at + 1);
    if !line.trim().is_empty() || indent <= key_column {
        return None;
    }
    comment_at(text, end + line.len() + 1 + indent)
}

fn comment_at(text: &str, at: usize) -> Option<(usize, usize)> {
    let line = text.get(at..)?.lines().next()?;
    let next = line.strip_prefix('#')?.chars().next()?;
    (!next.is_whitespace()).then(|| (at, at + line.trim_end().len()))
}

/// The entries whose key is no text, or was given before; with their indices, ascending.
pub(super) fn odd_keys(entries: &[(Node<'_>, Node<'_>)]) -> Vec<(usize, Problem)> {
    let mut seen = HashSet::with_capacity(entries.len());
    let mut problems = Vec::new();
    for (index, (key, _)) in entries.iter().enumerate() {
        let (message, help) = match &key.value {
            Value::Scalar { text, quoted: false, .. } if text.is_empty() => (
                "there is a value here, but no key before the colon".to_owned(),
                "name the field, or put quotation marks around the text",
            ),
            Value::Scalar { text, quoted: false, .. } if text == "<<" => (
                "`<<` (merging one mapping into another) is not understood in a ledger".to_owned(),
                "write the fields out",
            ),
            Value::Scalar { text, .. } if seen.insert(&**text) => continue,
            Value::Scalar { text, .. } => (
                format!("`{text}` is given twice here; only the first is read"),
                "keep one of them; where several values are allowed, make them one list",
            ),
            Value::Sequence { .. } | Value::Mapping(_) => (
                format!("{} stands here as a key, and a key must be plain text", key.kind()),
                "put quotation marks around text that begins with `[` or `{`, and give every key as a single word",
            ),
        };
        problems.push((index, Problem { rule: BAD_VALUE, span: key.span, message, help: help.into() }));
    }
    problems
}
