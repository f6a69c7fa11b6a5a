//! Noun phrases among units: where the one before or behind a verb begins and ends, and which party its head is.

use std::ops::Range;

use super::units::{Kind, Unit};
use crate::attribution::cues;
use crate::attribution::frames;
use crate::attribution::names::Named;
use crate::attribution::phrase::determiner;
use crate::text::quotes::lexicon;
use crate::text::quotes::tokens::Words;

/// A phrase has so many units at most.
const LONGEST: usize = 24;

/// Whether a word may stand between two words that belong together.
#[must_use]
pub fn small(word: &str) -> bool {
    determiner(word)
        || cues::auxiliary(word)
        || matches!(
            word,
            "full"
                | "direct"
                | "sole"
                | "own"
                | "all"
                | "yet"
                | "as"
                | "well"
                | "that"
                | "to"
                | "such"
                | "possible"
                | "on"
                | "back"
                | "out"
                | "people"
                | "whatsoever"
                | "very"
                | "strongest"
                | "strong"
                | "formal"
                | "formally"
                | "personal"
                | "active"
                | "confirmed"
                | "now"
                | "so"
                | "alleged"
                | "itself"
                | "too"
                | "instead"
                | "us"
                | "current"
                | "latest"
                | "official"
                | "is"
                | "of"
        )
        || cues::calendar(word)
}

/// Words behind which another clause or phrase begins.
fn parts(word: &str) -> bool {
    cues::joins(word) && word != "and" || matches!(word, "who" | "than" | "then" | "yet" | "nor")
}

/// Whether a word is a verb of saying in one of its forms; nouns that are written alike are none.
fn says(units: &[Unit], words: &Words, at: usize) -> bool {
    let Kind::Word(false) = units[at].kind else { return false };
    frames::verb(words.text(units[at].word)).is_some_and(|verb| verb.form == frames::Form::Past)
}

/// One past the last unit of the phrase that begins at a place.
#[must_use]
pub fn end(words: &Words, units: &[Unit], from: usize) -> usize {
    let mut at = from;
    while at < units.len().min(from + LONGEST) {
        let word = words.text(units[at].word);
        match units[at].kind {
            Kind::Stop | Kind::Break | Kind::Question => break,
            Kind::Comma => {
                let list =
                    matches!(units.get(at + 1).map(|unit| unit.kind), Some(Kind::Name(_) | Kind::Word(true)))
                        && names(units, from..at);
                if !list {
                    break;
                }
            }
            Kind::Word(_) if at > from && (parts(word) || cues::preposition(word) && word != "of") => break,
            Kind::Word(_)
                if at > from
                    && (cues::be(word) || lexicon::modal(word) || matches!(word, "has" | "have" | "had")) =>
            {
                break;
            }
            Kind::Word(_) if word == "and" && !named(units, at + 1) => break,
            Kind::Word(_) if at > from && says(units, words, at) => break,
            // "Norland operating in Sudria" is Norland.
            Kind::Word(false)
                if at > from
                    && word.ends_with("ing")
                    && names(units, from..at)
                    && units.get(at + 1).is_some_and(|next| cues::preposition(words.text(next.word))) =>
            {
                break;
            }
            _ => {}
        }
        at += 1;
    }
    at
}

fn named(units: &[Unit], at: usize) -> bool {
    matches!(units.get(at).map(|unit| unit.kind), Some(Kind::Name(_) | Kind::Word(true)))
        || matches!(units.get(at + 1).map(|unit| unit.kind), Some(Kind::Name(_) | Kind::Word(true)))
}

fn names(units: &[Unit], range: Range<usize>) -> bool {
    units[range].last().is_some_and(|unit| matches!(unit.kind, Kind::Name(_) | Kind::Word(true)))
}

/// The first unit of the subject before a verb at a place. What stands between two commas right before the verb is passed
/// over, and so are small words.
#[must_use]
pub fn start(words: &Words, units: &[Unit], to: usize) -> usize {
    let mut at = to;
    let mut apposed = false;
    while at > 0 && to - at < LONGEST {
        let before = at - 1;
        let word = words.text(units[before].word);
        match units[before].kind {
            Kind::Stop | Kind::Break | Kind::Question => break,
            Kind::Comma => {
                // ", a militant group," before the verb.
                let open =
                    (before.saturating_sub(14)..before).rev().find(|at| units[*at].kind == Kind::Comma);
                let only_small = units[at..to].iter().all(|unit| small(words.text(unit.word)));
                match open.filter(|_| only_small && !apposed) {
                    Some(open) => {
                        apposed = true;
                        at = open;
                        continue;
                    }
                    None => break,
                }
            }
            Kind::Word(_) if parts(word) || says(units, words, before) && !believed(word) => break,
            Kind::Word(_)
                if word == "and" && !(named(units, at) && before > 0 && names(units, 0..before)) =>
            {
                break;
            }
            _ => {}
        }
        at -= 1;
    }
    at
}

/// Whether some units are small words only, and no pronoun among them.
#[must_use]
pub fn only_small(words: &Words, units: &[Unit], range: &Range<usize>) -> bool {
    units[range.clone()].iter().all(|unit| {
        let word = words.text(unit.word);
        matches!(unit.kind, Kind::Word(false))
            && (small(word) || lexicon::modal(word))
            && !matches!(word, "this" | "that" | "these" | "us")
    })
}

/// The subject of the first verb of the clause in which a place stands, where `and` or `but` joins another verb to it.
#[must_use]
pub fn first(words: &Words, units: &[Unit], to: usize) -> Option<Range<usize>> {
    let word = |at: usize| words.text(units[at].word);
    let mut joint = to;
    while joint > 0 && matches!(units[joint - 1].kind, Kind::Word(false)) && small(word(joint - 1)) {
        joint -= 1;
    }
    if !(joint > 0 && matches!(word(joint - 1), "and" | "but")) {
        return None;
    }
    let from = (to.saturating_sub(LONGEST)..joint)
        .rev()
        .find(|at| {
            units[*at].stops()
                || matches!(word(*at), "that" | "which" | "who" | "whether")
                || says(units, words, *at)
        })
        .map_or(to.saturating_sub(LONGEST), |at| at + 1);
    let who = |at: &usize| match units[*at].kind {
        Kind::Name(Named::Party(_)) => true,
        Kind::Word(_) => matches!(word(*at), "we" | "i" | "it" | "they" | "he" | "she"),
        _ => false,
    };
    let at = (from..joint).find(who)?;
    Some(from..at + 1)
}

/// Participles of what is believed of somebody: "Norland is believed to have".
pub(super) fn believed(word: &str) -> bool {
    matches!(
        word,
        "believed" | "thought" | "suspected" | "alleged" | "understood" | "reported" | "known" | "considered"
    )
}
