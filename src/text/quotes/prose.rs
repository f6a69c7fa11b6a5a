//! Prose as paragraphs.

use std::ops::Range;

/// Largest number of characters of a line that is broken by hand.
const WRAPPED: usize = 100;

/// The paragraphs of a text, without the white space around them. Where blank lines part them, each stretch between two
/// blank lines is judged by itself: if none of its lines is long, they were broken by hand and are one paragraph;
/// otherwise every line is one. A long word, such as an address, makes no line long.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut stretches: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    let (mut blank, mut at) = (false, 0);
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        if inner.is_empty() {
            blank = true;
            stretches.push(Vec::new());
        } else if let Some(last) = stretches.last_mut() {
            last.push(start..start + inner.len());
        }
        at += line.len();
    }
    let mut paragraphs = Vec::new();
    for stretch in stretches {
        if blank && !stretch.iter().any(|line| long(&text[line.clone()])) {
            let whole = stretch.first().zip(stretch.last());
            paragraphs.extend(whole.map(|(first, last)| first.start..last.end));
        } else {
            paragraphs.extend(stretch);
        }
    }
    paragraphs
}

/// True when a line is longer than any that is broken by hand.
fn long(line: &str) -> bool {
    if line.len() <= WRAPPED {
        return false;
    }
    let longest = line.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
    let word = if longest > WRAPPED / 3 { longest } else { 0 };
    line.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>() > WRAPPED + word + 1
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
        let address = format!("[1]: https://example.org/{}", "a".repeat(120));
        assert_eq!(found(&format!("One\ntwo.\n\n{long}\n\n{address}\nFour.")).len(), 3);
    }
}
