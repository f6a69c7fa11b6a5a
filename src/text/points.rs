//! Places in a text as a program counts them that knows no bytes: in Unicode code points.

use std::ops::Range;

/// A byte of every so many has its place counted.
const STRIDE: usize = 512;

/// Bytes of a text as places in code points.
pub struct Points<'t> {
    text: &'t str,
    counted: Vec<usize>,
}

impl<'t> Points<'t> {
    /// Those of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut counted = vec![0];
        for (count, (byte, _)) in text.char_indices().enumerate() {
            while byte >= counted.len() * STRIDE {
                counted.push(count);
            }
        }
        Self { text, counted }
    }

    /// The number of code points before a byte.
    #[must_use]
    pub fn of(&self, byte: usize) -> usize {
        let at = (byte / STRIDE).min(self.counted.len() - 1);
        let from = self.text.ceil_char_boundary(at * STRIDE);
        self.counted[at] + self.text[from.min(byte)..byte].chars().count()
    }

    /// Those at which a stretch of bytes begins and ends.
    #[must_use]
    pub fn pair(&self, range: &Range<usize>) -> [usize; 2] {
        [self.of(range.start), self.of(range.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points() {
        let text = "é“x”".repeat(700);
        let points = Points::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.of(byte), count, "{byte}");
        }
        assert_eq!(points.of(text.len()), text.chars().count());
        assert_eq!(Points::new("").of(0), 0);
    }
}
