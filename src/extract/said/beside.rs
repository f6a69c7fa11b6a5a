//! The places and days that stand behind the noun of an event.

use super::units::{Kind, Unit};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::ledger::model::id::PlaceId;
use crate::text::quotes::tokens::{Word, Words};

/// Where something was.
pub(super) enum Where {
    /// A place on file.
    Place(PlaceId),
    /// A name that is not.
    Word(Word),
}

/// The places and days behind the noun of an event: "in Ostby on Monday".
pub(super) fn behind<'w>(words: &'w Words, units: &[Unit], from: usize) -> (Vec<Where>, Vec<&'w str>) {
    let mut places = Vec::new();
    let mut days = Vec::new();
    let mut at = from;
    while at + 1 < units.len() && at < from + 12 {
        let word = words.text(units[at].word);
        if !matches!(units[at].kind, Kind::Word(_))
            || !matches!(word, "in" | "on" | "at" | "near" | "of" | "outside")
        {
            break;
        }
        at += 1;
        while at < units.len() && at < from + 12 {
            let word = words.text(units[at].word);
            match units[at].kind {
                Kind::Name(Named::Place(place)) => places.push(Where::Place(place)),
                Kind::Word(_)
                    if cues::calendar(word) || word.parse::<i32>().is_ok_and(|year| year > 1900) =>
                {
                    days.push(word);
                }
                Kind::Word(true) => places.push(Where::Word(units[at].stem)),
                Kind::Word(false)
                    if determiner(word)
                        || !cues::preposition(word) && !cues::joins(word) && !cues::be(word) => {}
                Kind::Name(_) => {}
                _ => break,
            }
            at += 1;
        }
    }
    (places, days)
}
