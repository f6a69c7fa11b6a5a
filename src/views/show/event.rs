//! The page of an event: its record, and who holds what of it, question by question.

use super::desk::{Desk, names};
use super::{findings, held};
use crate::ledger::model::id::{EventId, PropositionId};
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::QUESTIONS;
use crate::ledger::words;
use crate::views::page::{Page, Row, Section};

/// The page.
pub(super) fn page(desk: &Desk<'_>, id: EventId) -> Page {
    let event = desk.ledger.event(id);
    let mut sections = vec![record(desk, id)];
    sections.extend(questions(desk, id));
    if sections.len() == 1 {
        let mut none = Section::new("said", "What is said of it");
        none.rows.push(Row::text(0, "nothing on file"));
        sections.push(none);
    }
    sections.push(findings::section(desk, Some(event.span), |finding| {
        findings::names(desk.ledger, finding, ArgumentKind::Event, id.index(), &event.id)
    }));
    Page { kind: "event", id: event.id.clone(), title: words::capital(&event.name), sections }
}

fn record(desk: &Desk<'_>, id: EventId) -> Section {
    let ledger = desk.ledger;
    let event = ledger.event(id);
    let mut section = Section::new("record", "The record, which identifies it and is nobody's word");
    let mut add = |label: &str, text: String| section.rows.push(Row::labelled(0, label, text));
    let unknown = || "not on file".to_owned();
    add("date", event.date.map_or_else(unknown, |date| date.words()));
    let place = event.place.map(|place| {
        let mut text = ledger.place(place).name.clone();
        let within: Vec<&str> =
            ledger.place(place).within.iter().map(|outer| ledger.place(*outer).name.as_str()).collect();
        if !within.is_empty() {
            text.push_str(&format!(", within {}", words::list(&within)));
        }
        text
    });
    add("place", place.unwrap_or_else(unknown));
    if !event.participants.is_empty() {
        add("targets and belligerents", words::parties(ledger, &event.participants));
    }
    if !event.aliases.is_empty() {
        add("also called", event.aliases.join(", "));
    }
    if let Some(whole) = event.part_of {
        add("part of", ledger.event(whole).name.clone());
    }
    let parts = ledger.events.iter().filter(|part| part.part_of == Some(id));
    let parts: Vec<&str> = parts.map(|part| part.name.as_str()).collect();
    if !parts.is_empty() {
        add("parts", words::list(&parts));
    }
    if let Some(row) = section.rows.first_mut() {
        row.at = Some(event.span);
    }
    section
}

/// A section for each question of the vocabulary on which somebody took a position on the event.
fn questions(desk: &Desk<'_>, id: EventId) -> Vec<Section> {
    let (ledger, reasoning) = (desk.ledger, desk.reasoning);
    let mut spoken: Vec<PropositionId> = reasoning
        .positions
        .iter()
        .map(|position| position.proposition)
        .filter(|at| names(ledger, &reasoning.propositions.get(*at), ArgumentKind::Event, id.index()))
        .collect();
    // Propositions that somebody asserts come before those that are only denied.
    spoken.sort_by_cached_key(|at| {
        let said = reasoning.on(*at).iter().any(|hold| hold.sign() == Sign::Plus);
        (!said, words::canonical(ledger, &reasoning.propositions.get(*at)))
    });
    spoken.dedup();
    let mut sections = Vec::new();
    for (word, question) in QUESTIONS {
        let asks = |at: &PropositionId| {
            let asked = &ledger.vocabulary.get(reasoning.propositions.get(*at).predicate).asks;
            asked == word || word == "what" && !QUESTIONS.iter().any(|(known, _)| known == asked)
        };
        let mut section = Section::new(word, question);
        for at in spoken.iter().copied().filter(asks) {
            section.rows.push(desk.headline(0, &reasoning.propositions.get(at)));
            for sign in [Sign::Plus, Sign::Minus, Sign::None] {
                section.rows.extend(held::on(desk, at, sign, 1));
            }
            section.rows.extend(held::gone(desk, at, 1));
        }
        if !section.rows.is_empty() {
            sections.push(section);
        }
    }
    sections
}
