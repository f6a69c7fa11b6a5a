//! Marks without partner: where they stand, and for which words they may have been meant.

use std::ops::Range;

use super::{Mark, Marks};

/// The places of all marks of a paragraph, in order; empty where every mark has its partner.
pub(super) fn places(found: &[Marks; 2]) -> Vec<(usize, usize)> {
    if found.iter().all(|found| found.odd.is_empty()) {
        return Vec::new();
    }
    let pairs = found.iter().flat_map(|found| found.pairs.iter().flat_map(|(open, close)| [open, close]));
    let odd = found.iter().flat_map(|found| found.odd.iter().map(|(odd, _)| odd));
    let mut places: Vec<(usize, usize)> = pairs.chain(odd).map(|mark| (mark.start, mark.end)).collect();
    places.sort_unstable();
    places
}

/// The words for which a mark without partner may have been meant: up to the next mark or the end of the paragraph
/// where it opens, otherwise from the last mark or the beginning.
pub(super) fn meant(
    text: &str,
    paragraph: &Range<usize>,
    places: &[(usize, usize)],
    mark: &Mark,
    opens: bool,
) -> Range<usize> {
    let at = places.partition_point(|(start, _)| *start < mark.start);
    let (start, end) = if opens {
        (mark.end, places.get(at + 1).map_or(paragraph.end, |(start, _)| *start))
    } else {
        (at.checked_sub(1).map_or(paragraph.start, |last| places[last].1), mark.start)
    };
    let words = &text[start..end];
    let start = start + (words.len() - words.trim_start().len());
    start..start.max(start + words.trim().len())
}
