//! What a draft says without marks: that a party denied, claimed or condemned something, accused another, or did it.

pub mod counts;
pub mod deeds;
mod doing;
pub mod events;
pub mod figures;
pub mod standing;
pub mod tolls;
pub mod weigh;

use std::ops::Range;

use super::Draft;
use crate::attribution::cues::Cue;
use crate::attribution::names::Named;
use crate::attribution::sentences::{Item, Sentence};
use crate::attribution::speakers::Attributing;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::text::Span;
use crate::text::quotes::hedges;
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
    /// The positions of those statements that say the same, by the places where they are written; empty where none does.
    pub positions: Vec<(StatementId, Span)>,
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
        let reader = Reader { ledger, draft, sentence, found: events.read(ledger, draft, sentence) };
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
    ledger: &'r Ledger,
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
                (Cue::Denies, Some(event)) if !denied => {
                    claims.extend(self.own_deed(cue.at, holder).map(|deed| own(false, deed, event)));
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

    /// What a party denies of itself: "denied any involvement", "denied ordering"; none in "denied that Norland …".
    fn own_deed(&self, at: usize, holder: PartyId) -> Option<&'static str> {
        let near = at + 1..(at + 8).min(self.sentence.items.len());
        if near.clone().any(|at| self.party(at).is_some_and(|party| party != holder)) {
            return None;
        }
        let mut itself = false;
        for at in near {
            let deed = self.deed(at).filter(|_| itself || self.doing(at)).map(|(predicate, _)| predicate);
            match (self.word(at), self.word(at + 1)) {
                // Whoever was not responsible may have had some part.
                ("responsibility" | "responsible" | "carrying", _) => return Some("carried-out"),
                ("being", "responsible") => {}
                _ if deed.is_some() => return deed,
                ("involvement" | "role" | "part" | "link" | "links" | "connection", _) => {
                    return Some("involved-in");
                }
                ("having" | "being", _) => itself = true,
                _ => {}
            }
        }
        itself.then_some("involved-in")
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
}
