//! Figures in a draft without marks: how many a party said were killed or injured in an event.

use super::counts::Number;
use super::events::{self, Events};
use super::tolls::Tolls;
use super::{Attribution, counts};
use crate::attribution::Prose as Draft;
use crate::attribution::cues::{self, Cue};
use crate::attribution::sentences::{Item, Sentence};
use crate::attribution::speakers::Attributing;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId};
use crate::text::quotes::{hedges, lexicon};

/// Things counted, in the words of drafts and as a predicate, and whether the number may stand behind the word.
const COUNTED: &[(&str, &str, bool)] = &[
    ("killed", "killed", true),
    ("killing", "killed", true),
    ("dead", "killed", false),
    ("died", "killed", false),
    ("deaths", "killed", false),
    ("fatalities", "killed", false),
    ("lives", "killed", false),
    ("toll", "killed", true),
    ("injured", "injured", true),
    ("injuring", "injured", true),
    ("wounded", "injured", true),
    ("wounding", "injured", true),
    ("hurt", "injured", false),
    ("injuries", "injured", false),
    ("missing", "missing", false),
];

/// Some among the people in an event: how many of them is not how many in all.
const SOME: &[&str] = &[
    "children",
    "women",
    "men",
    "boys",
    "girls",
    "babies",
    "infants",
    "students",
    "pupils",
    "journalists",
    "reporters",
    "medics",
    "doctors",
    "nurses",
    "paramedics",
    "rescuers",
    "firefighters",
    "policemen",
    "policewomen",
    "police",
    "officers",
    "soldiers",
    "troops",
    "sailors",
    "marines",
    "fighters",
    "militants",
    "civilians",
    "foreigners",
    "workers",
    "guards",
    "pilots",
    "passengers",
];

/// Words behind a figure that name no other event.
const PLAIN: &[&str] = &[
    "people",
    "persons",
    "and",
    "others",
    "more",
    "in",
    "at",
    "by",
    "during",
    "when",
    "the",
    "this",
    "that",
    "there",
    "so",
    "far",
    "were",
    "was",
    "had",
    "been",
    "on",
    "its",
    "overnight",
];

/// A number stands within so many items before what is counted, or so many behind.
const NEAR: usize = 8;
const BEHIND: usize = 6;

/// One figure that a draft lays on a party.
pub struct Figure {
    /// The sentence.
    pub sentence: usize,
    /// The party that says so.
    pub holder: PartyId,
    /// The predicate that counts.
    pub predicate: &'static str,
    /// None where the sentence names none: then that of which the party gives such a figure on record.
    pub event: Option<EventId>,
    /// The lowest and the highest number; none for a denial that anybody was.
    pub count: Option<(u64, u64)>,
    /// True when it is of some among the people only.
    pub some: bool,
    /// True when the sentence hedges it.
    pub hedged: bool,
}

/// Every figure that a draft lays on a party on file, with its sentence and how it stands to the record.
#[must_use]
pub fn figures(ledger: &Ledger, draft: &Draft<'_>) -> Vec<(usize, Attribution)> {
    let mut events = Events::default();
    let mut found = Vec::new();
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let named = events.read(ledger, draft, sentence);
        let reader = Reader { draft, sentence };
        if let Some((holder, cue)) = reader.holder(at) {
            found.extend(reader.figures(at, holder, cue, &named, events.last()));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let tolls = Tolls::new(ledger);
    let told = found.into_iter().filter_map(|figure| {
        let range = draft.sentences[figure.sentence].range.clone();
        Some((figure.sentence, tolls.weigh(&figure, range)?))
    });
    told.collect()
}

/// A sentence that may lay figures on a party.
struct Reader<'r> {
    draft: &'r Draft<'r>,
    sentence: &'r Sentence,
}

impl<'r> Reader<'r> {
    fn word(&self, at: usize) -> &'r str {
        match self.sentence.items.get(at) {
            Some(Item::Word { word, .. }) => self.draft.words.text(*word),
            _ => "",
        }
    }

    /// The party on which the sentence lays what it says, with its one verb; none in a question, or where it is not plain.
    fn holder(&self, at: usize) -> Option<(PartyId, &'r Attributing)> {
        let [cue] = &self.draft.speakers.cues[at][..] else { return None };
        let holder = cue.subject.as_ref()?.speaker.party().filter(|_| cue.plain())?;
        let question = self.draft.text[self.sentence.range.clone()].trim_end().ends_with('?');
        (!question).then_some((holder, cue))
    }

    fn figures(
        &self,
        at: usize,
        holder: PartyId,
        cue: &Attributing,
        named: &[(usize, EventId)],
        last: Option<EventId>,
    ) -> Vec<Figure> {
        let items = self.sentence.items.len();
        let event = match named {
            [(_, event)] => Some(*event),
            _ => last,
        };
        let hedged = (0..items).any(|at| hedges::loose(self.word(at)));
        let figure =
            |predicate, count, some| Figure { sentence: at, holder, predicate, event, count, some, hedged };
        let counted: Vec<(usize, &'static str, bool)> = (0..items)
            .filter_map(|at| {
                COUNTED
                    .iter()
                    .find(|(own, ..)| *own == self.word(at))
                    .map(|(_, what, behind)| (at, *what, *behind))
            })
            .collect();
        let Some((first, predicate, _)) = counted.first().copied() else { return Vec::new() };
        let several = named.len() > 1;
        if several || named.is_empty() && !self.plain_behind(cue, counted[counted.len() - 1].0) {
            return Vec::new();
        }
        if cue.cue == Cue::Denies {
            let anybody = (cue.at..first).any(|at| matches!(self.word(at), "anyone" | "anybody" | "any"));
            let that = (cue.at + 1..=cue.at + 2).any(|at| self.word(at) == "that");
            let denied = anybody && that && counted.len() == 1 && !lexicon::negation(self.word(first - 1));
            return if denied { vec![figure(predicate, None, false)] } else { Vec::new() };
        }
        let plain = |at: usize| {
            // "No fewer than 12" denies nothing.
            !lexicon::condition(self.word(at))
                && (!lexicon::negation(self.word(at))
                    || matches!(self.word(at + 1), "fewer" | "less" | "more"))
        };
        if !matches!(cue.cue, Cue::Says | Cue::Claims | Cue::Confirms) || !(0..items).all(plain) {
            return Vec::new();
        }
        let numbers = counts::numbers(&|at| self.word(at), items);
        let mut from = 0;
        let mut found = Vec::new();
        for (place, predicate, behind) in counted {
            let near =
                |number: &&Number| number.start >= from && number.end <= place && place - number.end <= NEAR;
            let included = |number: &&Number| {
                (from..number.start)
                    .rev()
                    .take(3)
                    .any(|at| matches!(self.word(at), "including" | "among" | "them"))
            };
            let mut before = numbers.iter().filter(near).filter(|number| !included(number));
            let after = || {
                let close = |number: &&Number| number.start > place && number.start - place <= BEHIND;
                numbers.iter().find(close).filter(|_| behind)
            };
            let number = match (before.next(), before.next()) {
                (Some(one), None) => Some(one),
                (None, None) => after(),
                _ => None,
            };
            if let Some(number) = number {
                let words = number.end.min(place)..number.end.max(place + 1) + 2;
                let some = words.into_iter().any(|at| SOME.contains(&self.word(at)));
                found.push(figure(predicate, Some(number.counts), some));
                from = number.end.max(place);
            }
        }
        found
    }

    /// True when nothing behind the last figure names another event: "143 people were killed in the attack".
    fn plain_behind(&self, cue: &Attributing, from: usize) -> bool {
        let said = |at: usize| at + 4 >= cue.at && at <= cue.at + 2;
        (from + 1..self.sentence.items.len()).all(|at| match &self.sentence.items[at] {
            Item::Word { word, .. } => {
                let word = self.draft.words.text(*word);
                said(at)
                    || PLAIN.contains(&word)
                    || events::NOUNS.contains(&word)
                    || cues::weekday(word).is_some()
                    || COUNTED.iter().any(|(own, ..)| *own == word)
            }
            Item::Name { .. } => said(at),
            _ => true,
        })
    }
}
