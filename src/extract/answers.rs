//! Denials of what was said before: "Norland has denied it", "rejected the accusation".

use super::draft::Sure;
use super::said::nouns;
use super::said::polarity::called;
use super::said::propositions::{Filled, Holder, Told};
use super::said::units::Kind;
use super::settle::Settler;
use super::{By, people};
use crate::attribution::cues::Cue;
use crate::attribution::names::Named;
use crate::ledger::model::stance::Stance;

/// What somebody declines to speak of.
pub(super) enum Before {
    /// What the sentence itself says.
    Nothing,
    /// What was laid on it before: "declined to comment on the allegation".
    Told(Box<Told>),
    /// Something that was said before, and nobody knows what.
    Unknown,
}

impl Settler<'_, '_> {
    /// Of what somebody declines to speak, where the words are of an allegation: what was laid on the speaker before, or on
    /// what he or she is part of.
    pub(super) fn of_before(&self, place: usize, sentence: usize, told: &Told) -> Before {
        let reading = self.reading;
        if told.stance != Stance::Declines {
            return Before::Nothing;
        }
        let units = &reading.units[sentence];
        let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
        let from = units.partition_point(|unit| unit.range.start < told.words.start);
        let end = units.partition_point(|unit| unit.range.start < told.words.end);
        let near = (from..units.len().min(end + 5)).take_while(|at| !units[*at].stops());
        let Some(noun) = near.into_iter().find(|at| called(word(*at))) else { return Before::Nothing };
        if matches!(word(noun + 1), "that" | "of" | "about" | "by" | "against") {
            return Before::Unknown;
        }
        let speaker = self.statements[place].speaker.as_ref().map(|speaker| speaker.by);
        let Some(speaker) = speaker else { return Before::Unknown };
        let whole = match speaker {
            By::Party(party) => reading.ledger.party(party).part_of.as_slice(),
            _ => &[],
        };
        let mut sides =
            std::iter::once(speaker).chain(whole.iter().map(|membership| By::Party(membership.party)));
        let Some(before) = sides.find_map(|side| self.accused.get(&side)) else { return Before::Unknown };
        Before::Told(Box::new(Told {
            holder: told.holder.clone(),
            phrase: before.phrase,
            stance: Stance::Declines,
            arguments: before.arguments.clone(),
            value: None,
            words: told.words.clone(),
            sure: Sure::Fair,
        }))
    }

    /// Keeps of what somebody is accused, for whoever denies it later.
    pub(super) fn remember(&mut self, place: usize, told: &Told) {
        let predicate = self.reading.ledger.vocabulary.get(self.reading.phrases.all[told.phrase].predicate);
        let Some(Filled::Party(who, _)) = predicate.accuses.and_then(|at| told.arguments.get(at)) else {
            return;
        };
        if !matches!(told.stance, Stance::Asserts | Stance::Suggests) {
            return;
        }
        let speaker = self.statements[place].speaker.as_ref().map(|speaker| speaker.by);
        if let Some((by, _)) = self.party(who)
            && speaker != Some(by)
        {
            self.accused.insert(by, told.clone());
        }
    }

    /// The party that is not on file and bears a name, also in the genitive.
    fn newcomer(&self, name: &str) -> Option<By> {
        let name = name.trim_end_matches("'s").trim_end_matches("’s");
        let at = self.newcomers.all.iter().position(|one| one.list == "parties" && one.name == name);
        at.map(By::New)
    }

    /// Whoever a new party is named as a part of: "Sudria’s government".
    fn owner(&self, party: By) -> Option<By> {
        let By::New(at) = party else { return None };
        let name = &self.newcomers.all[at].name;
        let (owner, _) = name.split_once("’s ").or_else(|| name.split_once("'s "))?;
        self.newcomer(owner)
    }

    /// Denials of what somebody was accused of before: "Norland has denied it", "rejected the accusation".
    pub(super) fn answers(&mut self, sentence: usize, told: &[Told]) -> Vec<Told> {
        let reading = self.reading;
        let units = &reading.units[sentence];
        if self.accused.is_empty() {
            return Vec::new();
        }
        let verbs = reading.prose.speakers.cues[sentence].iter().enumerate();
        let denied = verbs.filter(|(_, verb)| verb.cue == Cue::Denies && verb.plain() && !verb.noun);
        denied
            .filter_map(|(at, verb)| {
                let by = reading.item_range(sentence, verb.at)?;
                let own = units.iter().position(|unit| unit.range == by)?;
                if told.iter().any(|told| told.holder == Holder::Verb(at) || told.words.contains(&by.start)) {
                    return None;
                }
                let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
                let object = (own + 1..own + 6).find(|at| {
                    matches!(
                        word(*at),
                        "it" | "this"
                            | "accusation"
                            | "accusations"
                            | "allegation"
                            | "allegations"
                            | "charge"
                            | "charges"
                            | "claim"
                            | "claims"
                    )
                })?;
                // "Denied claims that …" denies what follows.
                let goes_on =
                    matches!(word(object + 1), "that" | "of" | "was" | "is" | "had" | "has" | "by" | "about");
                let between = (own + 1..object).all(|at| {
                    nouns::small(word(at)) || matches!(word(at), "these" | "those" | "its" | "such")
                });
                if !between || goes_on {
                    return None;
                }
                let meant = verb.subject.as_ref()?;
                let speaker = people::meant(reading, &mut self.newcomers, meant).by;
                // Whoever speaks, what he or she is part of, and whose office the words name: "Norland's minister".
                let whole = match speaker {
                    By::Party(party) => reading.ledger.party(party).part_of.as_slice(),
                    _ => &[],
                };
                let whole =
                    whole.iter().map(|membership| By::Party(membership.party)).chain(self.owner(speaker));
                // "Its minister": of whoever was named last.
                let start = nouns::start(reading.words, units, own);
                let its = (start..own).any(|at| matches!(word(at), "its" | "their"));
                let before = units[..start].iter().rev().filter(|_| its);
                let named = units[start..own].iter().chain(before).filter_map(|unit| match unit.kind {
                    Kind::Name(Named::Party(party) | Named::Adjective(party)) => Some(By::Party(party)),
                    Kind::Word(true) => self.newcomer(&reading.text[unit.range.clone()]),
                    _ => None,
                });
                let named: Vec<By> = named.collect();
                let mut own_sides = std::iter::once(speaker).chain(whole);
                let of_self = own_sides.find_map(|side| self.accused.get(&side));
                let before =
                    of_self.or_else(|| named.into_iter().find_map(|side| self.accused.get(&side)))?;
                let predicate = reading.ledger.vocabulary.get(reading.phrases.all[before.phrase].predicate);
                let mut arguments = before.arguments.clone();
                if of_self.is_some() {
                    arguments[predicate.accuses?] = Filled::Speaker;
                }
                Some(Told {
                    holder: Holder::Verb(at),
                    phrase: before.phrase,
                    stance: Stance::Denies,
                    arguments,
                    value: None,
                    words: by.start..units[object].range.end,
                    sure: Sure::Fair,
                })
            })
            .collect()
    }
}
