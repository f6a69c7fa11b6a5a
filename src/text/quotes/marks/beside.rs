//! Quotations that stand in no marks: words under a name.

use std::ops::Range;

use super::{Quotation, nest};
use crate::text::quotes::prose::paragraphs;

/// Adds words that stand under a name, paragraph by paragraph, to the quotations of a text; those that stand in marks as well are
/// one quotation.
pub fn add(text: &str, all: &mut Vec<Quotation>, turns: &[Vec<Range<usize>>]) {
    if turns.is_empty() {
        return;
    }
    let paragraphs = paragraphs(text);
    let marked = all.len();
    for pieces in turns {
        let Some((first, last)) = pieces.first().zip(pieces.last()) else { continue };
        let range = first.start..last.end;
        let begun = all[..marked].partition_point(|other| other.range().start < range.start);
        let whole = |other: &Quotation| {
            let own = other.range();
            other.odd.is_none() && own.end <= range.end && own.len() * 10 >= range.len() * 9
        };
        if all[begun..marked].iter().take_while(|other| other.range().start < range.end).any(whole) {
            continue;
        }
        let paragraph = paragraphs.partition_point(|other| other.end < first.end);
        all.push(Quotation { pieces: pieces.clone(), odd: None, inside: None, paragraph });
    }
    all.sort_by_key(|quotation| (quotation.range().start, std::cmp::Reverse(quotation.range().end)));
    nest(all);
}
