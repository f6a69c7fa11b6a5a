//! Lines of a text: where they end, how they are indented, how they break.

use crate::read::yaml::tree::{Node, Value};

/// How the lines of a text end: as its first one does.
pub(super) fn ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// One past the line of a byte, its line break included.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |found| at + found + 1)
}

/// Spaces before the first word of a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Lines of canonical YAML, moved so that what stood at column `from` stands at column `to`.
pub(super) fn moved(block: &str, from: usize, to: usize) -> String {
    let mut out = String::with_capacity(block.len());
    for line in block.lines() {
        let kept = line.get(from.min(indent(line))..).unwrap_or(line);
        out.push_str(&" ".repeat(if kept.is_empty() { 0 } else { to }));
        out.push_str(kept);
        out.push('\n');
    }
    out
}

/// Where a value begins as it is written: with the sign of a block of text, `|` or `>`, which stands in the line above.
pub(super) fn opening(text: &str, node: &Node<'_>) -> usize {
    let start = node.span.start as usize;
    let Value::Scalar { quoted: true, .. } = node.value else { return start };
    if text[start..].starts_with(['"', '\'', '|', '>']) {
        return start;
    }
    let above = text[..start].trim_end();
    let line = &above[line_start(above, above.len())..];
    let signs = line.split(" #").next().unwrap_or(line).trim_end();
    let signs = signs.trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-'));
    if signs.ends_with(['|', '>']) { above.len() - line.len() + signs.len() - 1 } else { start }
}
