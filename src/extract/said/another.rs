//! Figures of another event than the one of which an article speaks: "an earlier attack that killed twelve", "in January
//! seven were killed".

use std::ops::Range;

use super::events::Meant;
use super::matching::Hit;
use super::reading::Reading;
use super::units::{Kind, Unit};
use super::words::listed;
use crate::attribution::cues;
use crate::attribution::frames::{self, Form};
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::ledger::model::date::civil;
use crate::ledger::model::id::EventId;
use crate::text::quotes::lexicon;

/// Nouns for what happens once, of which figures are given.
const HAPPENED: &str = "
    attack attacks strike strikes airstrike airstrikes explosion explosions blast blasts bombing bombings raid raids
    shelling shooting shootings assault assaults ambush ambushes massacre massacres crash crashes collision collisions
    stabbing stabbings siege hijacking assassination clash clashes earthquake quake derailment disaster incident";

/// A noun phrase and an adverbial have so many units at most.
const SHORT: usize = 6;

impl Reading<'_> {
    /// Whether the clause of a figure tells another event, or another time, than the one that is meant.
    pub(super) fn of_another(&self, units: &[Unit], hit: &Hit, meant: &Meant) -> bool {
        let (region, relative) = self.clause_of(units, hit);
        if self.another_time(units, region.clone(), meant) {
            return true;
        }
        let mut other = false;
        // Of a `which` the noun right before it is what killed so many.
        for at in region.rev() {
            if hit.own.contains(&at) || !matches!(units[at].kind, Kind::Word(_)) {
                continue;
            }
            if listed(HAPPENED, self.words.text(units[at].word)) {
                match self.told_of(units, at) {
                    Some(events) if events.iter().any(|event| meant.events.contains(event)) => return false,
                    Some(_) if relative => return true,
                    Some(_) => other = true,
                    None => {}
                }
            }
        }
        other
    }

    /// The units around a figure up to a comma, a verb of saying or the end of the sentence; with the clause before a
    /// `which`, and a short adverbial at the beginning. Also whether there is such a `which`.
    fn clause_of(&self, units: &[Unit], hit: &Hit) -> (Range<usize>, bool) {
        let word = |at: usize| self.words.text(units[at].word);
        let edge = |at: usize| units[at].kind == Kind::Comma || units[at].stops();
        let said = |at: usize| {
            matches!(units[at].kind, Kind::Word(false))
                && frames::verb(word(at)).is_some_and(|verb| verb.form == Form::Past)
        };
        let back = |from: usize| (0..from).rev().find(|at| edge(*at) || said(*at)).map_or(0, |at| at + 1);
        let mut start = back(hit.whole.start.min(hit.own[0]));
        let end = (hit.whole.end..units.len()).find(|at| edge(*at) || said(*at)).unwrap_or(units.len());
        let relative = start < hit.whole.end
            && matches!(word(start), "which" | "that" | "who" | "killing" | "leaving" | "injuring");
        if relative && start > 0 && units[start - 1].kind == Kind::Comma {
            start = back(start - 1);
        }
        // "In January, seven people were killed".
        if start > 0 && units[start - 1].kind == Kind::Comma && start <= SHORT + 1 {
            let first = back(start - 1);
            if matches!(units[first].kind, Kind::Word(_))
                && (cues::preposition(word(first)) || word(first) == "last")
            {
                start = first;
            }
        }
        (start..end, relative)
    }

    /// The events that a noun with an article or the like before it tells, none of them where it is none on file; none
    /// where it stands without.
    fn told_of(&self, units: &[Unit], noun: usize) -> Option<Vec<EventId>> {
        let word = |at: usize| self.words.text(units[at].word);
        let mut start = noun;
        while start > 0 && noun - start < SHORT {
            let before = start - 1;
            let inside = match units[before].kind {
                Kind::Word(_) => {
                    !cues::preposition(word(before))
                        && !cues::auxiliary(word(before))
                        && !cues::joins(word(before))
                }
                Kind::Name(Named::Place(_) | Named::Adjective(_) | Named::Party(_)) => true,
                _ => false,
            };
            if !inside {
                break;
            }
            start = before;
            if determiner(word(start)) {
                break;
            }
        }
        let telling = |at: usize| {
            determiner(word(at))
                || listed(super::words::OTHERS, word(at))
                || cues::calendar(word(at))
                || units[at].genitive
        };
        (start..noun).any(telling).then(|| {
            let meant = self.events.meant(self.words, units, start..noun + 1);
            meant.map_or_else(Vec::new, |(meant, _)| meant.events)
        })
    }

    /// Whether some units name a month or a year that is not that of what is meant, or time long past.
    fn another_time(&self, units: &[Unit], region: Range<usize>, meant: &Meant) -> bool {
        let word = |at: usize| units.get(at).map_or("", |unit| self.words.text(unit.word));
        let dates: Vec<(i32, u8)> = meant
            .events
            .iter()
            .filter_map(|event| self.ledger.event(*event).date)
            .filter(|date| date.first() == date.last())
            .map(|date| (civil(date.first()).0, civil(date.first()).1))
            .collect();
        let after = |at: usize| at.checked_sub(1).map_or("", word);
        region.clone().any(|at| {
            let capital = matches!(units[at].kind, Kind::Word(true));
            let month = lexicon::month(word(at)).filter(|_| capital);
            let year = word(at).parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
            let telling =
                year.is_some() || matches!(after(at), "in" | "since" | "during" | "of" | "from" | "until");
            let past = matches!(word(at), "years" | "months" | "decades")
                && matches!(word(at + 1), "ago" | "earlier" | "before")
                || after(at) == "last" && matches!(word(at), "year" | "month" | "decade" | "century")
                || after(at) == "this" && matches!(word(at), "year" | "month" | "decade");
            let other = !dates.is_empty()
                && telling
                && dates.iter().all(|(own, of)| {
                    year.is_some_and(|year| year != *own)
                        || month.is_some_and(|month| month != u32::from(*of))
                });
            past || other
        })
    }
}
