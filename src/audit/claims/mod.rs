//! What a draft says without marks: that a party denied, claimed or condemned something, accused another, or did it.

pub mod counts;
pub mod deeds;
pub mod events;
pub mod figures;
pub mod standing;
pub mod tolls;
pub mod weigh;

use std::ops::Range;

use super::Draft;
use crate::attribution::cues::{self, Cue};
use crate::attribution::names::Named;
use crate::attribution::sentences::{Item, Sentence};
use crate::attribution::speakers::Attributing;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::text::quotes::{hedges, lexicon};
use events::Events;
pub use standing::Standing;

/// Something that a draft says of somebody without marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The sentence, in bytes of the draft.
    pub range: Range<usize>,
    /// Its relation to the record.
    pub standing: Standing,
    /// The party that is said to have said or done it.
    pub party: Option<PartyId>,
    /// The statements on file that bear on it.
    pub statements: Vec<StatementId>,
    /// The proposition in it, where that could be read.
    pub proposition: Option<Proposition>,
    /// The finding in words.
    pub message: String,
}

/// One proposition that a sentence lays on somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The party that is said to hold it; none where the draft says so itself.
    pub holder: Option<PartyId>,
    /// Held with plus; else denied.
    pub plus: bool,
    /// The predicate.
    pub predicate: &'static str,
    /// Of whom.
    pub party: PartyId,
    /// Of what.
    pub event: EventId,
    /// True when the sentence hedges it.
    pub hedged: bool,
}

/// An event is looked for within so many items behind a verb.
const REACH: usize = 14;

/// Reads what the sentences of a draft say without marks.
#[must_use]
pub fn claims(ledger: &Ledger, draft: &Draft<'_>) -> Vec<(usize, Claim)> {
    let mut events = Events::default();
    let mut claims = Vec::new();
    for (at, sentence) in draft.sentences.iter().enumerate() {
        let reader = Reader { draft, sentence, found: events.read(ledger, draft, sentence) };
        for claim in reader.claims(&draft.speakers.cues[at]) {
            if !claims.contains(&(at, claim.clone())) {
                claims.push((at, claim));
            }
        }
    }
    claims
}

/// The party that is the subject of a verb; none where nobody on file is.
fn party_of(cue: &Attributing) -> Option<PartyId> {
    cue.subject.as_ref()?.speaker.party()
}

struct Reader<'r> {
    draft: &'r Draft<'r>,
    sentence: &'r Sentence,
    /// The events that the sentence names, with the places of their last items.
    found: Vec<(usize, EventId)>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        match self.sentence.items.get(at) {
            Some(Item::Word { word, .. }) => self.draft.words.text(*word),
            _ => "",
        }
    }

    fn party(&self, at: usize) -> Option<PartyId> {
        match self.sentence.items.get(at) {
            Some(Item::Name { named: Named::Party(party), genitive: false, .. }) => Some(*party),
            _ => None,
        }
    }

    /// The first event named behind a place, before another quotation or colon.
    fn event(&self, from: usize) -> Option<EventId> {
        let end = (from + REACH).min(self.sentence.items.len());
        let stop = (from..end)
            .find(|at| matches!(self.sentence.items[*at], Item::Quote(_) | Item::Colon | Item::Break));
        self.found.iter().find(|(at, _)| (from..stop.unwrap_or(end)).contains(at)).map(|(_, event)| *event)
    }

    fn claims(&self, cues: &[Attributing]) -> Vec<Claim> {
        let items = &self.sentence.items;
        let hedged = (0..items.len()).any(|at| hedges::loose(self.word(at)));
        let denied = (0..items.len()).any(|at| crate::text::quotes::lexicon::negation(self.word(at)));
        let mut claims = Vec::new();
        for cue in cues.iter().filter(|cue| cue.plain()) {
            let Some(holder) = party_of(cue) else { continue };
            let own = |plus, predicate, event| Claim {
                holder: Some(holder),
                plus,
                predicate,
                party: holder,
                event,
                hedged,
            };
            let behind = self.event(cue.at + 1).or_else(|| self.passive(cue.at));
            let that = (1..=2).any(|by| self.word(cue.at + by) == "that");
            match (cue.cue, behind) {
                (Cue::Claims, Some(event)) if !that && self.plain(cue.at) => {
                    claims.push(own(true, "carried-out", event));
                }
                (Cue::Denies, Some(event)) if !denied && self.concerns_itself(cue.at, holder) => {
                    claims.push(own(false, "involved-in", event));
                }
                (Cue::Confirms, Some(event)) if !denied && self.admits(cue.at) => {
                    claims.push(own(true, "involved-in", event));
                }
                (Cue::Condemns, Some(event)) if !denied => claims.push(own(true, "condemns", event)),
                (Cue::Accuses, Some(event)) if !denied => {
                    // "Bruma was blamed by Alba": whoever stands before the verb is accused.
                    let accused = match &cue.patient {
                        Some(patient) => patient.speaker.party(),
                        None => (cue.at + 1..=cue.at + 4).find_map(|at| self.party(at)),
                    };
                    let predicate = self.deed_behind(cue.at + 1).unwrap_or("involved-in");
                    claims.extend(accused.map(|party| Claim { party, ..own(true, predicate, event) }));
                }
                _ => {}
            }
        }
        claims.extend(self.deeds(cues, hedged));
        claims
    }

    /// The event before a passive verb: "the attack was claimed by the group".
    fn passive(&self, at: usize) -> Option<EventId> {
        let by = self.word(at + 1) == "by";
        self.found.iter().rfind(|(event, _)| by && *event < at).map(|(_, event)| *event)
    }

    /// "Claimed the attack", "claimed responsibility for the attack", and not "claimed victory after the attack".
    fn plain(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        matches!(next, "responsibility" | "the" | "this" | "that" | "credit" | "by" | "to")
            || matches!(self.sentence.items.get(at + 1), Some(Item::Name { named: Named::Event(_), .. }))
    }

    /// "Denied any involvement", "denied the attack"; not "denied that Norland …".
    fn concerns_itself(&self, at: usize, holder: PartyId) -> bool {
        let near = at + 1..(at + 8).min(self.sentence.items.len());
        let other = near.clone().any(|at| self.party(at).is_some_and(|party| party != holder));
        let part = near.clone().any(|at| {
            matches!(
                self.word(at),
                "involvement"
                    | "responsibility"
                    | "role"
                    | "part"
                    | "link"
                    | "links"
                    | "connection"
                    | "having"
                    | "carrying"
                    | "being"
            )
        });
        part && !other
    }

    /// "Admitted its part in", "acknowledged responsibility for".
    fn admits(&self, at: usize) -> bool {
        (at + 1..at + 6).any(|at| {
            matches!(
                self.word(at),
                "involvement" | "responsibility" | "role" | "part" | "carrying" | "ordering"
            )
        })
    }

    fn deed_behind(&self, from: usize) -> Option<&'static str> {
        (from..(from + 8).min(self.sentence.items.len()))
            .find_map(|at| self.deed(at))
            .map(|(predicate, _)| predicate)
    }

    fn deed(&self, at: usize) -> Option<(&'static str, usize)> {
        let fits = |words: &[&str]| words.iter().enumerate().all(|(by, word)| self.word(at + by) == *word);
        deeds::DEEDS.iter().find(|(words, _)| fits(words)).map(|(words, predicate)| (*predicate, words.len()))
    }

    /// The party that does a deed: whoever stands before it, small words between. None where one of those denies it or
    /// makes it a passive.
    fn doer(&self, at: usize) -> Option<PartyId> {
        let mut from = at;
        while from > 0 && cues::auxiliary(self.word(from - 1)) {
            if lexicon::negation(self.word(from - 1))
                || cues::be(self.word(from - 1)) && from == at && self.word(at) != "behind"
            {
                return None;
            }
            from -= 1;
        }
        from.checked_sub(1).and_then(|at| self.party(at))
    }

    /// "Sudria carried out the attack", whoever says so: the draft itself or the subject of the verb before.
    fn deeds(&self, cues: &[Attributing], hedged: bool) -> Vec<Claim> {
        let mut claims = Vec::new();
        // "Neither Norland nor Sudria", "whether Sudria", a question: nothing is said.
        let unsaid = (0..self.sentence.items.len())
            .any(|at| matches!(self.word(at), "whether" | "if" | "neither" | "nor" | "unless"))
            || self.draft.text[self.sentence.range.clone()].trim_end().ends_with('?');
        for at in 1..self.sentence.items.len() {
            let Some((predicate, long)) = self.deed(at) else { continue };
            let Some(party) = self.doer(at) else { continue };
            let Some(event) = self.event(at + long) else { continue };
            let cue = cues.iter().rfind(|cue| cue.at < at);
            if unsaid || cue.or(cues.first()).is_some_and(|cue| !cue.plain()) {
                continue;
            }
            let holder = match cue {
                // "Norland denied that Sudria carried out the attack" says nothing of the kind.
                Some(cue) if matches!(cue.cue, Cue::Says | Cue::Claims | Cue::Confirms | Cue::Accuses) => {
                    match &cue.subject {
                        Some(subject) => match subject.speaker.party() {
                            Some(holder) => Some(holder),
                            None => continue,
                        },
                        None => continue,
                    }
                }
                Some(_) => continue,
                // "Sudria carried out the attack, Norland said."
                None => match cues.first().map(party_of) {
                    Some(None) => continue,
                    Some(holder) => holder,
                    None => None,
                },
            };
            claims.push(Claim { holder, plus: true, predicate, party, event, hedged });
        }
        claims
    }
}
