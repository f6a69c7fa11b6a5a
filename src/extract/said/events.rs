//! Which event a phrase means: by its name, as the one that the article is about, or as the one on file that fits.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::beside::{Where, behind};
use super::nouns;
use super::stems::stem;
use super::units::{Kind, Stems, Unit};
use super::words::{self as lists, listed};
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::extract::draft::Sure;
use crate::ledger::Ledger;
use crate::ledger::model::date::civil;
use crate::ledger::model::id::{EventId, PartyId, PlaceId};
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::{Word, Words};

/// What tells the events on file apart.
#[derive(Debug)]
pub struct Events<'l> {
    pub(super) ledger: &'l Ledger,
    about: Option<EventId>,
    /// Whether the names of each event are of several.
    several: Vec<bool>,
    /// The stems of the names of each event, of its place and of its participants.
    pub(super) own: Vec<FxHashSet<Word>>,
    nouns: FxHashSet<Word>,
    any: FxHashSet<Word>,
    craft: FxHashSet<Word>,
}

/// An event that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// It; or several of which one is meant.
    pub events: Vec<EventId>,
    /// How sure that is.
    pub sure: Sure,
}

/// Of several events that fit, so many are offered at most.
const OFFERED: usize = 6;

impl<'l> Events<'l> {
    /// Those of a ledger, for an article about one of them.
    pub fn new(ledger: &'l Ledger, words: &mut Words, stems: &mut Stems, about: Option<EventId>) -> Self {
        let mut own = Vec::new();
        let mut several = Vec::new();
        for event in &ledger.events {
            let mut place: Vec<PlaceId> = event.place.into_iter().collect();
            let mut at = 0;
            while at < place.len() {
                place.extend(ledger.place(place[at]).within.iter().copied());
                place.truncate(64);
                at += 1;
            }
            let places = place.iter().flat_map(|id| {
                let place = ledger.place(*id);
                std::iter::once(&place.name).chain(&place.aliases)
            });
            let parties = event.participants.iter().flat_map(|id| {
                let party = ledger.party(*id);
                std::iter::once(&party.name).chain(&party.aliases)
            });
            let names = std::iter::once(&event.name).chain(&event.aliases).chain(places).chain(parties);
            let mut own_names = std::iter::once(&event.name).chain(&event.aliases);
            several.push(own_names.any(|name| {
                name.split_whitespace()
                    .any(|word| word.ends_with('s') && listed(lists::EVENTS, word.trim_end_matches('s')))
            }));
            let mut set = FxHashSet::default();
            for name in names {
                let tokens = words.tokens(name, 0..name.len());
                set.extend(tokens.iter().map(|token| stems.of(words, token.word)));
            }
            own.push(set);
        }
        let mut all =
            |list: &str| list.split_ascii_whitespace().map(|noun| words.intern(&stem(noun))).collect();
        let (nouns, any, craft) = (all(lists::EVENTS), all(lists::ANY_EVENT), all(lists::CRAFT));
        Self { ledger, about, several, own, nouns, any, craft }
    }

    /// The event of which nothing is said: that which the article is about, else the only one on file.
    #[must_use]
    pub fn unsaid(&self) -> Option<Meant> {
        let only = || (self.ledger.events.len() == 1).then(|| EventId::from(0));
        let event = self.about.or_else(only)?;
        Some(Meant { events: vec![event], sure: Sure::Fair })
    }

    /// The event that a phrase means, with the place of its noun; none where it means none on file.
    #[must_use]
    pub fn meant(&self, words: &Words, units: &[Unit], range: Range<usize>) -> Option<(Meant, usize)> {
        let text = |at: usize| words.text(units[at].word);
        for at in range.clone() {
            match units[at].kind {
                Kind::Name(Named::Event(event)) => {
                    return Some((Meant { events: vec![event], sure: Sure::High }, at));
                }
                Kind::Word(_)
                    if matches!(text(at), "it" | "this" | "that")
                        && nouns::only_small(words, units, &(at + 1..range.end))
                        && at == range.start =>
                {
                    return self.unsaid().map(|meant| (meant, at));
                }
                Kind::Word(_) if self.is_noun(units[at].stem) && !self.compound(units, range.end, at) => {
                    return self.described(words, units, range.start, at).map(|meant| (meant, at));
                }
                Kind::Word(_) if cues::preposition(text(at)) => return None,
                Kind::Stop | Kind::Break | Kind::Question => return None,
                _ => {}
            }
        }
        None
    }

    /// The event that was done to what a phrase names: to one of its participants, its place, or what its name says; none where
    /// there is none on file.
    #[must_use]
    pub fn done_to(&self, words: &Words, units: &[Unit], range: Range<usize>) -> Option<Meant> {
        let text = |at: usize| words.text(units[at].word);
        let other = |at: usize| listed(lists::OTHERS, text(at)) || lexicon::number(text(at));
        if range.clone().any(other) {
            return None;
        }
        let telling = |at: &usize| {
            !lexicon::common(text(*at)) && !determiner(text(*at)) && !self.is_noun(units[*at].stem)
        };
        let all: Vec<usize> = range.filter(telling).collect();
        let named = |event: EventId, at: usize| {
            let row = self.ledger.event(event);
            let own = &self.own[event.index()];
            match units[at].kind {
                Kind::Name(Named::Party(party)) => {
                    row.participants.contains(&party) || self.names(event, party)
                }
                Kind::Name(Named::Place(place)) => {
                    row.place.is_some_and(|own| self.ledger.touches(own, place))
                }
                Kind::Name(Named::Event(named)) => named == event,
                Kind::Word(_) => {
                    own.contains(&units[at].stem)
                        || self.craft.contains(&units[at].stem) && !own.is_disjoint(&self.craft)
                }
                _ => false,
            }
        };
        let events = (0..self.ledger.events.len()).map(EventId::from);
        let events = events.filter(|event| self.about.is_none_or(|about| about == *event));
        offered(events.filter(|event| all.iter().any(|at| named(*event, *at))).collect())
    }

    /// Whether the name of an event has that of a party, or the last part of it.
    fn names(&self, event: EventId, party: PartyId) -> bool {
        let row = self.ledger.party(party);
        let last = row.name.split_whitespace().next_back().unwrap_or_default();
        let mut own = self.ledger.event(event).name.split(|letter: char| !letter.is_alphanumeric());
        own.any(|word| word == last)
    }

    /// Whether a stem is that of a noun for what happens.
    #[must_use]
    pub fn is_noun(&self, stem: Word) -> bool {
        self.nouns.contains(&stem)
    }

    /// Whether another noun follows: "the bomb attack".
    fn compound(&self, units: &[Unit], end: usize, at: usize) -> bool {
        at + 1 < end && matches!(units[at + 1].kind, Kind::Word(false)) && self.is_noun(units[at + 1].stem)
    }

    /// The event of a noun with the words around it: "the deadly attack on the quay".
    fn described(&self, words: &Words, units: &[Unit], start: usize, noun: usize) -> Option<Meant> {
        let text = |at: usize| words.text(units[at].word);
        let plural = text(noun).ends_with('s') && !text(noun).ends_with("ss");
        let mut definite = false;
        let mut indefinite = false;
        let mut own: Vec<Word> = Vec::new();
        let mut days: Vec<&str> = Vec::new();
        for (at, unit) in units.iter().enumerate().take(noun).skip(start) {
            let word = text(at);
            match unit.kind {
                Kind::Word(capital) => {
                    if listed(lists::OTHERS, word) || lexicon::number(word) {
                        return None;
                    }
                    definite |=
                        matches!(word, "the" | "this" | "that" | "these" | "those" | "today" | "yesterday");
                    indefinite |= matches!(word, "a" | "an");
                    if cues::calendar(word) {
                        definite = true;
                        days.push(word);
                    } else if capital && !determiner(word) && at > 0 {
                        own.push(unit.stem);
                    }
                }
                Kind::Name(Named::Place(_)) => own.push(unit.stem),
                Kind::Name(_) => definite |= unit.genitive,
                _ => return None,
            }
        }
        definite |= matches!(text(start), "its" | "his" | "her" | "their" | "our");
        let singular = indefinite && !plural;
        if !definite && !singular {
            return None;
        }
        let (places, dates) = behind(words, units, noun + 1);
        days.extend(dates);
        // "The attacks", of which nothing else is said, may be the parts of the one that the article is about.
        let pointed = matches!(text(start), "the" | "these" | "those");
        let alone = pointed && own.is_empty() && places.is_empty() && days.is_empty();
        // "The bombing of a bus last year".
        let text = |at: usize| units.get(at).map_or("", |unit| words.text(unit.word));
        let past = (noun + 1..noun + 9)
            .take_while(|at| units.get(*at).is_some_and(|unit| !unit.stops() && unit.kind != Kind::Comma))
            .any(|at| {
                text(at) == "last" && matches!(text(at + 1), "year" | "month" | "decade" | "century")
                    || text(at) == "ago" && matches!(text(at - 1), "years" | "months" | "decades")
            });
        if past {
            return None;
        }
        let one = |event: EventId| !plural || self.several[event.index()] || alone && self.about.is_some();
        let fits = |event: EventId, loose: bool| {
            // "A blast at Marl", and not "the blast": another place makes it another one.
            let strict = singular && !definite && self.placed(event);
            one(event)
                && self.fits(event, units[noun].stem, &own, &places, &days, loose)
                && (!strict || self.fits_places(event, &places))
        };
        let sure = if definite && !plural { Sure::High } else { Sure::Fair };
        if let Some(about) = self.about {
            return fits(about, true).then(|| Meant { events: vec![about], sure });
        }
        let all = (0..self.ledger.events.len()).map(EventId::from);
        offered(all.filter(|event| fits(*event, false)).collect())
    }

    /// Whether an event fits a noun, the names before it, the places and days beside it. Of the one that the article is about
    /// any noun may be said.
    fn fits(
        &self,
        event: EventId,
        noun: Word,
        names: &[Word],
        places: &[Where],
        days: &[&str],
        loose: bool,
    ) -> bool {
        let own = &self.own[event.index()];
        let row = self.ledger.event(event);
        let called = own.contains(&noun) || self.any.contains(&noun) || loose;
        let place = |found: &Where| match found {
            Where::Place(place) => row
                .place
                .is_none_or(|own| self.ledger.touches(own, *place) || self.ledger.touches(*place, own)),
            Where::Word(word) => own.contains(word) || loose,
        };
        let day = |day: &&str| {
            let Some(date) = row.date.filter(|date| date.first() == date.last()) else { return true };
            let (_, month, _) = civil(date.first());
            match (cues::weekday(day), lexicon::month(day)) {
                // The first of January 1970 was a Thursday.
                (Some(weekday), _) => (date.first() + 3).rem_euclid(7) == weekday,
                (_, Some(number)) => u32::from(month) == number,
                _ => day
                    .parse::<i32>()
                    .map_or(true, |year| !(1900..2200).contains(&year) || civil(date.first()).0 == year),
            }
        };
        called
            && names.iter().all(|name| own.contains(name))
            && places.iter().all(place)
            && days.iter().all(day)
    }
}

/// The events that may be meant, a few of them; none where there is none. Several are a question.
fn offered(mut events: Vec<EventId>) -> Option<Meant> {
    let sure = match events.len() {
        0 => return None,
        1 => Sure::Fair,
        _ => Sure::Low,
    };
    events.truncate(OFFERED);
    Some(Meant { events, sure })
}
