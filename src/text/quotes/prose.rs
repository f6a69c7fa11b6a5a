//! Prose as paragraphs.

use std::ops::Range;

/// A line longer than this is not broken by hand.
const WRAPPED: usize = 100;

/// The paragraphs of a text, without the white space around them. Where blank lines part them and no line is long, the
/// lines between are broken by hand and belong together; else every line is a paragraph.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut blank, mut long, mut at) = (false, false, 0);
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        blank |= inner.is_empty();
        long |= inner.len() > WRAPPED && inner.chars().count() > WRAPPED;
        lines.push(if inner.is_empty() { at..at } else { start..start + inner.len() });
        at += line.len();
    }
    let joined = blank && !long;
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for line in lines {
        match paragraphs.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if joined && open => last.end = line.end,
            _ => {
                paragraphs.push(line);
                open = true;
            }
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn lines_broken_by_hand_belong_together() {
        assert_eq!(found("One\ntwo.\n\n  Three.\n"), ["One\ntwo.", "Three."]);
        assert_eq!(found("One.\nTwo.\n"), ["One.", "Two."]);
        let long = "word ".repeat(40);
        assert_eq!(found(&format!("{long}\nTwo.\n\nThree.")).len(), 3);
    }
}
