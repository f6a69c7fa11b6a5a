//! Who does a deed in a sentence: a party by name, its forces, or by a pronoun whoever says so, also in the passive.

use super::{Claim, REACH, Reader, deeds, events};
use crate::attribution::cues::{self, Cue};
use crate::attribution::names::Named;
use crate::attribution::parts::is_part;
use crate::attribution::sentences::Item;
use crate::attribution::speakers::Attributing;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::party::PartyKind;
use crate::text::quotes::lexicon;

/// Those who act for a party, behind its name or `its`: what they do it does.
const FORCES: &[&str] = &[
    "force",
    "forces",
    "army",
    "military",
    "troops",
    "soldiers",
    "navy",
    "jets",
    "warplanes",
    "aircraft",
    "drones",
    "fighters",
    "militants",
    "members",
    "men",
    "commandos",
    "agents",
    "police",
    "government",
    "artillery",
    "units",
];

/// A doer stands within so many words behind `its`.
const OWN: usize = 4;

/// Whoever does a deed.
enum Doer {
    /// A party on file.
    Party(PartyId),
    /// Whoever says so: `it`, `its forces`.
    Speaker(Kind),
}

/// Whom a pronoun can mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `it`, `its`.
    Thing,
    /// `he`, `her`.
    Person,
    /// `they`, or no word at all: `claimed to have carried out`.
    Any,
}

impl Reader<'_> {
    pub(super) fn deed_behind(&self, from: usize) -> Option<&'static str> {
        (from..(from + 8).min(self.sentence.items.len()))
            .find_map(|at| self.deed(at))
            .map(|(predicate, _)| predicate)
    }

    /// True when a deed stands in the form of `carrying out`.
    pub(super) fn doing(&self, at: usize) -> bool {
        self.word(at).ends_with("ing") && self.deed(at).is_some()
    }

    pub(super) fn deed(&self, at: usize) -> Option<(&'static str, usize)> {
        let fits = |words: &[&str]| words.iter().enumerate().all(|(by, word)| self.word(at + by) == *word);
        deeds::DEEDS.iter().find(|(words, _)| fits(words)).map(|(words, predicate)| (*predicate, words.len()))
    }

    /// Whoever does a deed, and whether it is said to be so: whoever stands before the verb, small words between. None in
    /// a passive, and where nobody is named.
    fn doer(&self, at: usize) -> Option<(Doer, bool)> {
        let mut from = at;
        let mut plus = true;
        while from > 0 && cues::auxiliary(self.word(from - 1)) {
            if lexicon::negation(self.word(from - 1)) {
                plus = !plus;
            }
            if cues::be(self.word(from - 1)) && from == at && self.word(at) != "behind" {
                return None;
            }
            from -= 1;
        }
        let last = from.checked_sub(1)?;
        // "Claimed to have carried out".
        if self.word(last) == "to" && from < at {
            return Some((Doer::Speaker(Kind::Any), plus));
        }
        self.actor(last).map(|doer| (doer, plus))
    }

    /// Whoever is named at a place, where a noun phrase ends.
    fn actor(&self, last: usize) -> Option<Doer> {
        if let Some(party) = self.party(last) {
            return Some(Doer::Party(party));
        }
        match self.word(last) {
            "it" => return Some(Doer::Speaker(Kind::Thing)),
            "he" | "she" => return Some(Doer::Speaker(Kind::Person)),
            "they" => return Some(Doer::Speaker(Kind::Any)),
            word if !FORCES.contains(&word) => return None,
            _ => {}
        }
        (last.saturating_sub(OWN)..last).rev().find_map(|at| match &self.sentence.items[at] {
            Item::Name { named: Named::Party(party), genitive: true, .. } => Some(Some(Doer::Party(*party))),
            Item::Word { word, .. } => match self.draft.words.text(*word) {
                "its" => Some(Some(Doer::Speaker(Kind::Thing))),
                "his" | "her" => Some(Some(Doer::Speaker(Kind::Person))),
                "their" => Some(Some(Doer::Speaker(Kind::Any))),
                word if cues::preposition(word) || cues::joins(word) => Some(None),
                _ => None,
            },
            _ => Some(None),
        })?
    }

    /// The party whom a pronoun means, where a party says so.
    fn meant(&self, kind: Kind, holder: PartyId) -> Option<PartyId> {
        let person = self.ledger.party(holder).kind == PartyKind::Person;
        if person == (kind == Kind::Person) || kind == Kind::Any {
            return Some(holder);
        }
        if !person {
            return None;
        }
        // "It", of a person who speaks for a state.
        let states =
            self.ledger.parties.iter().enumerate().filter(|(_, party)| party.kind == PartyKind::State);
        let mut wholes =
            states.map(|(at, _)| PartyId::from(at)).filter(|state| is_part(self.ledger, holder, *state));
        wholes.next().filter(|_| wholes.next().is_none())
    }

    /// The event to which a deed is done: named behind it, with no other thing between.
    fn object(&self, from: usize) -> Option<EventId> {
        let event = self.event(from)?;
        let end = (from + REACH).min(self.sentence.items.len());
        let at_enemy = |word: &str| matches!(word, "at" | "on" | "against");
        let launched = matches!(self.word(from - 1), "launched" | "launching");
        let first = (from..end).find_map(|at| match &self.sentence.items[at] {
            Item::Name { named: Named::Event(_) | Named::Place(_), .. } => Some(true),
            Item::Name { named: Named::Party(_), .. } | Item::Comma => Some(false),
            Item::Word { word, .. } => {
                let word = self.draft.words.text(*word);
                let noun = |noun: &str| events::NOUNS.contains(&noun);
                let named = noun(word) || word.strip_suffix('s').is_some_and(noun);
                let other = (cues::preposition(word) || cues::joins(word)) && !(launched && at_enemy(word));
                if named { Some(true) } else { other.then_some(false) }
            }
            _ => None,
        });
        (first == Some(true)).then_some(event)
    }

    /// The agent of a passive deed, whether it is said to be so, and the event before it: "the attack was carried out by
    /// its forces".
    fn agent(&self, at: usize, long: usize) -> Option<(Doer, bool, EventId)> {
        if self.word(at + long) != "by" {
            return None;
        }
        let passive = (1..=3).find(|by| at >= *by && cues::be(self.word(at - by)))?;
        let plus = !(1..=passive + 1).any(|by| at >= by && lexicon::negation(self.word(at - by)));
        let (_, event) = self.found.iter().rfind(|(event, _)| *event < at)?;
        let first = at + long + 1;
        let pronoun = match self.word(first) {
            "it" => Some(Doer::Speaker(Kind::Thing)),
            "him" | "her" if self.deedless(first + 1) => Some(Doer::Speaker(Kind::Person)),
            "them" => Some(Doer::Speaker(Kind::Any)),
            _ => None,
        };
        let doer = pronoun.or_else(|| {
            let ends = |at: &usize| self.party(*at).is_some() || FORCES.contains(&self.word(*at));
            (first..=first + OWN).find(ends).and_then(|last| self.actor(last))
        })?;
        Some((doer, plus, *event))
    }

    /// True when a clause ends at a place.
    fn deedless(&self, at: usize) -> bool {
        !matches!(self.sentence.items.get(at), Some(Item::Word { .. } | Item::Name { .. }))
    }

    /// "Sudria carried out the attack", whoever says so: the draft itself or the subject of the verb before.
    pub(super) fn deeds(&self, cues: &[Attributing], hedged: bool) -> Vec<Claim> {
        let mut claims = Vec::new();
        // "Neither Norland nor Sudria", "whether Sudria", a question: nothing is said.
        let unsaid = (0..self.sentence.items.len())
            .any(|at| matches!(self.word(at), "whether" | "if" | "neither" | "nor" | "unless"))
            || self.draft.text[self.sentence.range.clone()].trim_end().ends_with('?');
        if unsaid {
            return claims;
        }
        for at in 1..self.sentence.items.len() {
            let Some((predicate, long)) = self.deed(at) else { continue };
            let Some((doer, plus, event)) = self.done(at, long) else { continue };
            let cue = cues.iter().rfind(|cue| cue.at < at);
            if cue.or(cues.first()).is_some_and(|cue| !cue.plain()) {
                continue;
            }
            let by = cue.or(cues.first());
            // Nobody but the draft says so where there is no verb; what cannot be told of whom is nobody's.
            let holder = by.and_then(super::party_of);
            if by.is_some() && holder.is_none() || cue.is_some_and(|cue| !says(cue.cue)) {
                continue;
            }
            let denied = cue.is_some_and(|cue| cue.cue == Cue::Denies);
            let own = match doer {
                Doer::Party(party) if plus && !denied => Some(party),
                // "Norland denied that Sudria carried out the attack" says nothing of the kind.
                Doer::Party(party) => holder.filter(|holder| *holder == party && denied == plus),
                Doer::Speaker(kind) => {
                    let alone = |holder: &PartyId| by.is_some_and(|cue| self.alone(cue, at, *holder));
                    let holder = holder.filter(alone).filter(|_| plus || !denied);
                    holder.and_then(|holder| self.meant(kind, holder))
                }
            };
            let Some(party) = own else { continue };
            claims.push(Claim { holder, plus: plus && !denied, predicate, party, event, hedged });
        }
        claims
    }

    /// Whoever does a deed, whether it is said to be so, and to what.
    fn done(&self, at: usize, long: usize) -> Option<(Doer, bool, EventId)> {
        let active = self.doer(at).and_then(|(doer, plus)| Some((doer, plus, self.object(at + long)?)));
        active.or_else(|| self.agent(at, long))
    }

    /// True when nobody else is named between a verb of saying and a deed, whom a pronoun there could mean.
    fn alone(&self, cue: &Attributing, at: usize, holder: PartyId) -> bool {
        let between = if cue.at < at { cue.at + 1..at } else { 0..at };
        let other = |item: &Item| match item {
            Item::Name { named: Named::Party(party), .. } => *party != holder,
            Item::Name { named: Named::Introduced(_) | Named::Several(_), .. } => true,
            _ => false,
        };
        let plain = !matches!(cue.cue, Cue::Accuses | Cue::Condemns);
        plain && !self.sentence.items[between].iter().any(other)
    }
}

/// Whether a verb may tell that a deed was done, or was not.
fn says(cue: Cue) -> bool {
    matches!(cue, Cue::Says | Cue::Claims | Cue::Confirms | Cue::Accuses | Cue::Denies)
}
