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

/// Whether a pronoun without marks means whoever speaks: it fits, and nobody else was named in what is said before it.
fn refers(reading: &Reading<'_>, speaker: &Speaker, statement: &Statement, words: &Range<usize>) -> bool {
    let word = reading.text[words.clone()].split_whitespace().find(|word| {
        matches!(
            word.to_lowercase().as_str(),
            "it" | "he" | "she" | "they" | "him" | "her" | "them" | "itself" | "themselves"
        )
    });
    let word = word.unwrap_or_default().to_lowercase();
    let person = match speaker.by {
        By::Party(party) => Some(reading.ledger.party(party).kind == PartyKind::Person),
        _ => None,
    };
    let fits = match word.as_str() {
        "he" | "she" | "him" | "her" => person != Some(false),
        _ => person != Some(true),
    };
    let marked = reading.in_marks(words.start);
    let first = statement.pieces.iter().find(|piece| piece.start <= words.start && words.start < piece.end);
    // The subject of the clause, or of one joined to it; nothing else is named in between.
    let before = first.map_or("", |piece| &reading.text[piece.start..words.start]);
    let named = before.chars().any(char::is_uppercase);
    fits && !marked && statement.kind != Kind::Direct && !named && before.split_whitespace().count() <= 12
}
