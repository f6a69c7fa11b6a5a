//! The canonical layout of a file: two spaces a level, lists set in below their key, one empty line at most. Records, keys,
//! values and comments stay what they are and in the order in which they are.
//!
//! Values are copied as they are written; only what stands between them is laid out anew. The result is read again and
//! compared, so that a way of writing that is not foreseen here costs a refusal and never a word.

mod gaps;
mod scalars;

use super::comments::comments;
use super::lines::ending;
use super::same::same;
use super::{Refused, read};
use crate::read::whole;
use crate::read::yaml::tree::{Node, Value};
use gaps::{Level, Writer, left_alone};

/// Spaces that a level is set in by.
const STEP: usize = 2;

/// The text in canonical layout; the same text where it is so already.
///
/// # Errors
/// It cannot be read whole, or uses what is left alone (anchors, tags).
pub fn layout(text: &str) -> Result<String, Refused> {
    read(text)?;
    let new = once(text)?;
    if comments(text) != comments(&new) || !same_roots(text, &new) || once(&new)? != new {
        return Err(left_alone());
    }
    // What is no list may be read otherwise in another layout.
    read(&new).map_err(|_| left_alone())?;
    Ok(new)
}

fn once(text: &str) -> Result<String, Refused> {
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let plain = text[mark.len()..].replace("\r\n", "\n");
    let roots = whole(&plain).ok_or_else(left_alone)?;
    let mut writer = Writer::new(&plain);
    for root in &roots {
        block(&mut writer, root, 0, String::new(), Vec::new())?;
        writer.end_of_document();
    }
    Ok(format!("{mark}{}", writer.finish()?.replace('\n', ending(text))))
}

fn same_roots(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (a, b) = (plain(a), plain(b));
    match (whole(&a), whole(&b)) {
        (Some(a), Some(b)) => a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| same(a, b)),
        _ => false,
    }
}

/// Writes a value that begins lines of its own, at a column; `begun` is what stands before its first word on its first
/// line: the `-` of the list that it is in.
fn block(
    writer: &mut Writer<'_>,
    node: &Node<'_>,
    column: usize,
    begun: String,
    mut levels: Vec<Level>,
) -> Result<(), Refused> {
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    match &node.value {
        Value::Mapping(entries) if !writer.is_flow(start) => {
            levels.push(Level { old: writer.column(start), new: column });
            let mut begun = begun;
            for (key, value) in entries {
                let at = key.span.start as usize;
                let prefix = if begun.is_empty() { " ".repeat(column) } else { std::mem::take(&mut begun) };
                writer.line(at, &prefix, &levels)?;
                writer.copy(key.span.end as usize);
                writer.push(":");
                inside(writer, value, column, &levels)?;
            }
        }
        Value::Sequence { items, flow: false } => {
            let mut begun = begun;
            for item in items {
                let mut levels = levels.clone();
                levels.push(Level { old: writer.dash(item.span.start as usize), new: column });
                let prefix = if begun.is_empty() { " ".repeat(column) } else { std::mem::take(&mut begun) };
                block(writer, item, column + STEP, format!("{prefix}- "), levels)?;
            }
        }
        _ => {
            let start = writer.begin(start);
            let old = levels.last().map_or(0, |level| level.old);
            let new = levels.last().map_or(0, |level| level.new);
            let prefix = if node.is_null() && start == end { begun.trim_end().to_owned() } else { begun };
            writer.line(start, &prefix, &levels)?;
            writer.value(end, old, new);
        }
    }
    Ok(())
}

/// Writes the value of a key that stands at a column.
fn inside(writer: &mut Writer<'_>, node: &Node<'_>, column: usize, levels: &[Level]) -> Result<(), Refused> {
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let below = match &node.value {
        Value::Mapping(entries) => !entries.is_empty() && !writer.is_flow(start),
        Value::Sequence { items, flow } => !flow && !items.is_empty(),
        Value::Scalar { .. } => false,
    };
    if below {
        return block(writer, node, column + STEP, String::new(), levels.to_vec());
    }
    if start == end {
        return Ok(());
    }
    let start = writer.begin(start);
    let old = levels.last().map_or(0, |level| level.old);
    if writer.comes_with_comment(start) {
        writer.line(start, &" ".repeat(column + STEP), levels)?;
    } else {
        writer.skip(start)?;
        writer.push(" ");
    }
    writer.value(end, old, column);
    Ok(())
}
