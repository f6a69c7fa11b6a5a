//! From what a sentence says to a proposition in the words of the ledger.

use std::ops::Range;

use super::draft::Sure;
use super::said::propositions::{Filled, Told};
use super::said::reading::Reading;
use super::said::who::Who;
use super::settle::Settler;
use super::{By, Proposal, Speaker, Statement};
use crate::attribution::attributions::Kind;
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::stance::Stance;

impl Settler<'_, '_> {
    /// Who somebody is, and the name; nobody where a pronoun does not tell.
    pub(super) fn party(&mut self, who: &Who) -> Option<(By, Option<String>)> {
        let reading = self.reading;
        match who {
            Who::Party(party) => Some((By::Party(*party), Some(reading.ledger.party(*party).name.clone()))),
            Who::New(range) | Who::Class(range) => {
                let name = reading.text[range.clone()].replace(['“', '”', '"', '«', '»'], "");
                let at = self.newcomers.named("parties", &name, range.clone());
                if matches!(who, Who::Class(_)) {
                    self.newcomers.all[at].kind = Some("class");
                }
                let name = self.newcomers.all[at].name.clone();
                Some((By::New(at), Some(name)))
            }
            Who::Speaker | Who::Pronoun => None,
        }
    }

    /// A proposition in the words of the ledger; none where one of its parts cannot be told.
    pub(super) fn proposal(&mut self, place: usize, told: &Told) -> Option<Proposal> {
        let reading = self.reading;
        let predicate = reading.ledger.vocabulary.get(reading.phrases.all[told.phrase].predicate);
        let speaker = self.statements[place].speaker.clone();
        let mut needs = Vec::new();
        let mut question = false;
        let mut texts: Vec<String> = vec![String::new()];
        let mut sure = told.sure;
        for (at, filled) in told.arguments.iter().enumerate() {
            let ids: Vec<String> = match filled {
                Filled::Speaker | Filled::Party(Who::Speaker, _) => vec!["self".to_owned()],
                Filled::Unknown => vec!["?".to_owned()],
                Filled::Party(Who::Pronoun, words) if self.accused(told, at, words) => {
                    let (by, id) = self.around(place, words)?;
                    if let By::New(at) = by {
                        needs.push(at);
                    }
                    sure = sure.max(Sure::Fair);
                    vec![id]
                }
                Filled::Party(Who::Pronoun, words) => {
                    if !refers(reading, speaker.as_ref()?, &self.statements[place], words) {
                        return None;
                    }
                    vec!["self".to_owned()]
                }
                Filled::Party(who, _) => {
                    let (by, _) = self.party(who)?;
                    vec![if speaker.as_ref().is_some_and(|speaker| speaker.by == by) {
                        "self".to_owned()
                    } else {
                        match by {
                            By::Party(party) => reading.ledger.party(party).id.clone(),
                            By::New(at) => {
                                needs.push(at);
                                self.newcomers.all[at].id.clone()
                            }
                            By::Unknown => return None,
                        }
                    }]
                }
                Filled::Event(meant) => {
                    question |= meant.events.len() > 1;
                    meant.events.iter().map(|event| reading.ledger.event(*event).id.clone()).collect()
                }
                Filled::Topic(Ok(topic)) => vec![reading.ledger.topics.at(*topic).id.clone()],
                Filled::Topic(Err(range)) => {
                    let name = reading.text[range.clone()].replace(['“', '”', '"'], "");
                    let at = self.newcomers.named("topics", &name, range.clone());
                    sure = sure.max(Sure::Fair);
                    needs.push(at);
                    vec![self.newcomers.all[at].id.clone()]
                }
            };
            let each = texts.iter().flat_map(|text| {
                ids.iter().map(move |id| format!("{text}{}{id}", if at > 0 { ", " } else { "" }))
            });
            texts = each.collect();
        }
        let value = told.value.as_ref().map_or_else(String::new, |value| format!(" {value}"));
        let propositions = texts.iter().map(|text| format!("{}({text}){value}", predicate.id)).collect();
        if question {
            sure = Sure::Low;
        }
        Some(Proposal { stance: told.stance, propositions, words: told.words.clone(), sure, needs, question })
    }
}

impl Settler<'_, '_> {
    /// Whether a pronoun stands for whoever is accused, by a verb that says so: "blamed it" is no word about oneself.
    fn accused(&self, told: &Told, at: usize, words: &Range<usize>) -> bool {
        let phrase = &self.reading.phrases.all[told.phrase];
        let predicate = self.reading.ledger.vocabulary.get(phrase.predicate);
        phrase.act
            && matches!(told.stance, Stance::Asserts | Stance::Suggests)
            && predicate.accuses == Some(at)
            && pronoun(&self.reading.text[words.clone()])
                .is_some_and(|word| !word.ends_with("self") && !word.ends_with("selves"))
    }

    /// Whoever speaks around another’s words, where a pronoun in them can mean nobody else: "Sudria said Norland blamed it".
    fn around(&self, place: usize, words: &Range<usize>) -> Option<(By, String)> {
        let reading = self.reading;
        let inner = &self.statements[place];
        let around = self.statements.iter().enumerate().filter(|(at, other)| {
            *at != place
                && other.sentence == inner.sentence
                && other.kind != Kind::Direct
                && other.says(words)
        });
        let length = |other: &Statement| other.pieces.iter().map(Range::len).sum::<usize>();
        let (_, outer) = around.min_by_key(|(_, other)| length(other))?;
        let speaker = outer.speaker.as_ref()?;
        let fits = fits(reading, speaker, &pronoun(&reading.text[words.clone()])?);
        let other = inner.speaker.as_ref().is_none_or(|own| own.by != speaker.by);
        let id = match speaker.by {
            By::Party(party) => reading.ledger.party(party).id.clone(),
            By::New(at) => self.newcomers.all[at].id.clone(),
            By::Unknown => return None,
        };
        // A new party may be a person or none: only where the article says so is it told.
        let told = match speaker.by {
            By::New(at) => self.newcomers.all[at].kind != Some("person"),
            _ => true,
        };
        (fits && told && other && !reading.in_marks(words.start)).then_some((speaker.by, id))
    }
}

/// The pronoun among some words.
fn pronoun(words: &str) -> Option<String> {
    words.split_whitespace().map(str::to_lowercase).find(|word| {
        matches!(
            word.as_str(),
            "it" | "he"
                | "she"
                | "they"
                | "him"
                | "her"
                | "them"
                | "itself"
                | "himself"
                | "herself"
                | "themselves"
        )
    })
}

/// Whether a pronoun fits a speaker: one of persons a person.
fn fits(reading: &Reading<'_>, speaker: &Speaker, word: &str) -> bool {
    let person = match speaker.by {
        By::Party(party) => Some(reading.ledger.party(party).kind == PartyKind::Person),
        _ => None,
    };
    match word {
        "he" | "she" | "him" | "her" => person != Some(false),
        _ => person != Some(true),
    }
}

/// Whether a pronoun without marks means whoever speaks: it fits, and nobody else was named in what is said before it.
fn refers(reading: &Reading<'_>, speaker: &Speaker, statement: &Statement, words: &Range<usize>) -> bool {
    let fits = fits(reading, speaker, &pronoun(&reading.text[words.clone()]).unwrap_or_default());
    let marked = reading.in_marks(words.start);
    let first = statement.pieces.iter().find(|piece| piece.start <= words.start && words.start < piece.end);
    // The subject of the clause, or of one joined to it; nothing else is named in between.
    let before = first.map_or("", |piece| &reading.text[piece.start..words.start]);
    let named = before.chars().any(char::is_uppercase);
    fits && !marked && statement.kind != Kind::Direct && !named && before.split_whitespace().count() <= 12
}
