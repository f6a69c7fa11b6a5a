//! Which events a sentence speaks of: by name, by what and where ("the attack on Marl Bridge"), or as the one that the
//! draft has been speaking of.

use crate::attribution::Prose as Draft;
use crate::attribution::cues;
use crate::attribution::names::Named;
use crate::attribution::sentences::{Item, Sentence};
use crate::ledger::Ledger;
use crate::ledger::model::event::Event;
use crate::ledger::model::id::EventId;

/// Nouns for what happens, as names of events have them.
pub const NOUNS: &[&str] = &[
    "attack",
    "strike",
    "explosion",
    "blast",
    "bombing",
    "raid",
    "shelling",
    "shooting",
    "assault",
    "ambush",
    "killing",
    "massacre",
    "incident",
    "crash",
    "collision",
    "evacuation",
    "fire",
];

/// The events that a draft has named so far.
#[derive(Debug, Default)]
pub struct Events {
    named: Vec<EventId>,
}

impl Events {
    /// The events of a sentence, with the place of the item that names each.
    pub fn read(&mut self, ledger: &Ledger, draft: &Draft<'_>, sentence: &Sentence) -> Vec<(usize, EventId)> {
        let mut found: Vec<(usize, EventId)> = Vec::new();
        for (at, item) in sentence.items.iter().enumerate() {
            let event = match item {
                Item::Name { named: Named::Event(event), .. } => Some(*event),
                Item::Name { named: Named::Place(place), .. } => struck(draft, sentence, at)
                    .then(|| only(ledger, |event| event.place == Some(*place)))
                    .flatten()
                    .or_else(|| {
                        let noun = noun_before(draft, sentence, at)?;
                        only(ledger, |event| event.place == Some(*place) && says(event, noun))
                    }),
                Item::Word { word, .. } => {
                    let noun = draft.words.text(*word);
                    let definite = matches!(before(draft, sentence, at), "the" | "this" | "that");
                    (definite && NOUNS.contains(&noun)).then(|| self.spoken_of(ledger, noun)).flatten()
                }
                _ => None,
            };
            if let Some(event) = event {
                // "The attack on Marl Bridge": where it was says more than what it was.
                found.retain(|(other, _)| {
                    other + 4 < at || matches!(sentence.items[*other], Item::Name { .. })
                });
                found.push((at, event));
            }
        }
        let names = found.iter().filter(|(at, _)| matches!(sentence.items[*at], Item::Name { .. }));
        self.named.extend(names.map(|(_, event)| *event));
        found
    }

    /// The event named last; none where none was.
    #[must_use]
    pub fn last(&self) -> Option<EventId> {
        self.named.last().copied()
    }

    /// The one event named so far that a noun fits.
    fn spoken_of(&self, ledger: &Ledger, noun: &str) -> Option<EventId> {
        let mut fitting = self.named.iter().filter(|event| says(ledger.event(**event), noun));
        let first = fitting.next()?;
        fitting.all(|event| event == first).then_some(*first)
    }
}

fn before<'d>(draft: &'d Draft<'_>, sentence: &Sentence, at: usize) -> &'d str {
    match at.checked_sub(1).map(|at| &sentence.items[at]) {
        Some(Item::Word { word, .. }) => draft.words.text(*word),
        _ => "",
    }
}

/// The noun of "the attack on Marl Bridge", at the place of the bridge.
fn noun_before<'d>(draft: &'d Draft<'_>, sentence: &Sentence, at: usize) -> Option<&'d str> {
    let from = at.saturating_sub(4);
    let words: Vec<&str> = (from..at).map(|at| before(draft, sentence, at + 1)).collect();
    let noun = words.iter().rposition(|word| NOUNS.contains(word))?;
    words[noun + 1..].iter().any(|word| cues::preposition(word)).then_some(words[noun])
}

/// True when a verb of striking stands right before a place: "Sudria struck Marl Bridge".
fn struck(draft: &Draft<'_>, sentence: &Sentence, at: usize) -> bool {
    matches!(before(draft, sentence, at), "struck" | "attacked" | "bombed" | "shelled" | "hit")
}

/// True when a noun stands in a name of an event.
fn says(event: &Event, noun: &str) -> bool {
    std::iter::once(&event.name)
        .chain(&event.aliases)
        .any(|name| name.split_whitespace().any(|word| word.eq_ignore_ascii_case(noun)))
}

fn only(ledger: &Ledger, fits: impl Fn(&Event) -> bool) -> Option<EventId> {
    let mut all = ledger.events.iter().enumerate().filter(|(_, event)| fits(event));
    let first = all.next().map(|(at, _)| EventId::from(at))?;
    all.next().is_none().then_some(first)
}
