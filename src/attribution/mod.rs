//! Who says what in a text: its quotations, each with its speaker and how that one was found, and its attributing verbs.
//! One engine for whatever reads prose; it decides nothing about what is on file.
//!
//! [`Prose::new`] takes a text apart, with the names of a ledger, which may be empty. [`Prose::attributions`] then gives
//! everything that the text attributes, in marks or without: the pieces of what is said, whether it is direct, indirect or
//! mixed, the verb and what it says that its subject does, whether it is denied that it was said, the phrase that says who,
//! the name, the party where it is on file, and how it was found. What is said within another's words (`Orr said that the
//! board denied it`) names the attribution around it.

pub mod cues;
pub mod frames;
mod agents;
pub mod attributions;
mod bodies;
mod clause;
mod content;
mod given;
mod labelled;
mod labels;
mod mentions;
pub mod names;
pub mod parts;
mod people;
pub mod phrase;
mod quoted;
mod reach;
mod reader;
mod resolve;
pub mod roles;
pub mod sentences;
mod signed;
pub mod speakers;
mod strangers;
mod subject;
mod taken;

use std::ops::Range;

use crate::ledger::Ledger;
use crate::text::quotes::difference::Wording;
use crate::text::quotes::marks::{self, Quotation};
use crate::text::quotes::tokens::Words;
use labelled::Turns;
use names::Names;
use people::People;
use reader::Reader;
use sentences::Sentence;
use speakers::Speakers;

/// A text, taken apart.
pub struct Prose<'t> {
    /// The text.
    pub text: &'t str,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    /// The wording of each.
    pub wordings: Vec<Wording>,
    /// Whether each is the name of something on file, a title, a label: no speech.
    pub labels: Vec<bool>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Who speaks in it.
    pub speakers: Speakers,
    /// The words of the run.
    pub words: Words,
    /// How many lines look like words under a name and were not read as such.
    pub unread: usize,
}

impl<'t> Prose<'t> {
    /// Takes a text apart; some of its paragraphs are set off as quotations, without marks.
    #[must_use]
    pub fn new(ledger: &Ledger, text: &'t str, set_off: &[Range<usize>]) -> Self {
        let mut words = Words::default();
        let mut names = Names::new(ledger, &mut words);
        let people = People::new(ledger, &mut words, &mut names, text);
        let mut quotations = marks::quotations(text, set_off);
        let Turns { turns, unread } =
            labelled::turns(&mut words, &names, text, |named| people.person(ledger, named));
        let pieces: Vec<_> = turns.iter().map(|turn| turn.words.clone()).collect();
        marks::beside::add(text, &mut quotations, &pieces);
        let signed = signed::signatures(&mut words, &names, text, &quotations, &turns, set_off);
        let wordings: Vec<Wording> = quotations
            .iter()
            .map(|quotation| {
                Wording::new(&mut words, quotation.pieces.iter().map(|piece| &text[piece.clone()]))
            })
            .collect();
        let labels: Vec<bool> = (0..quotations.len())
            .map(|at| {
                let spoken = signed[at].is_some() || set_off.contains(&quotations[at].range());
                !spoken && labels::label(&mut words, &names, text, &quotations[at], &wordings[at])
            })
            .collect();
        let masked: Vec<bool> = (0..quotations.len())
            .map(|at| {
                let quotation = &quotations[at];
                let closes = quotation.odd.as_ref().is_none_or(|mark| mark.start >= quotation.range().end);
                quotation.inside.is_none() && closes && !quotation.range().is_empty() && !labels[at]
            })
            .collect();
        let sentences = sentences::sentences(text, &mut words, &names, &quotations, &masked, &signed);
        let speakers = Reader::new(ledger, &words, &names, &people, text).read(&sentences, &signed);
        Self { text, quotations, wordings, labels, sentences, speakers, words, unread }
    }
}
