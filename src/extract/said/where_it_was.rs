//! Whether a place that words name is that of an event.

use super::beside::Where;
use super::events::Events;
use crate::ledger::model::id::EventId;

impl Events<'_> {
    /// Whether it is known where an event was: by its record, or by its name.
    pub(super) fn placed(&self, event: EventId) -> bool {
        let row = self.ledger.event(event);
        let words: Vec<&str> = row.name.split_whitespace().collect();
        let named = words.windows(2).any(|two| {
            matches!(two[0], "at" | "in" | "near" | "on" | "of" | "outside")
                && two[1].starts_with(char::is_uppercase)
        });
        row.place.is_some() || named
    }

    /// Whether each of some places is that of an event.
    pub(super) fn fits_places(&self, event: EventId, places: &[Where]) -> bool {
        places.iter().all(|place| match place {
            Where::Place(_) => true,
            Where::Word(word) => self.own[event.index()].contains(word),
        })
    }
}
