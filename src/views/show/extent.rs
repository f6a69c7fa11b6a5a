//! The extent of a record in its file: from its id to the id of the next record.

use crate::ledger::Ledger;
use crate::text::Span;

/// True when a place in a file lies in the record whose id is written at `record`.
pub(super) fn within(ledger: &Ledger, record: Span, place: Span) -> bool {
    if place.file != record.file || place.start < record.start {
        return false;
    }
    let spans = (ledger.parties.iter().map(|row| row.span))
        .chain(ledger.events.iter().map(|row| row.span))
        .chain(ledger.places.iter().map(|row| row.span))
        .chain(ledger.topics.iter().map(|row| row.span))
        .chain(ledger.sources.iter().map(|row| row.span))
        .chain(ledger.statements.iter().map(|row| row.span));
    let next = spans.filter(|span| span.file == record.file && span.start > record.start);
    next.map(|span| span.start).min().is_none_or(|next| place.start < next)
}
