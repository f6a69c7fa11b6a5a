//! Values of several lines: their further lines move with the block in which they stand.

/// The value with its further lines moved from one column of its block to another.
pub(super) fn moved(raw: &str, old: usize, new: usize) -> String {
    let Some((first, rest)) = raw.split_once('\n') else { return raw.to_owned() };
    let mut out = first.to_owned();
    for line in rest.split('\n') {
        out.push('\n');
        let inner = line.trim_start_matches(' ');
        if inner.is_empty() {
            continue;
        }
        let indent = line.len() - inner.len();
        // Deeper than the block, as YAML wants it.
        let column = (indent + new).saturating_sub(old).max(new + 1);
        out.push_str(&" ".repeat(column));
        out.push_str(inner);
    }
    out
}
