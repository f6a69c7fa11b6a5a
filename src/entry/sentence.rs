//! A position as a sentence: what can be said at all, each predicate with its blanks, and what was said read back in words.

use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::{Value, ValueKind};
use crate::ledger::vocabulary::Predicate;
use crate::ledger::words::{self, Number};
use crate::ledger::{Ledger, Phrases};
use crate::read::propositions;

/// What somebody says who takes a position, in words: "denies that Sudria carried out the quay fire". None where it names what
/// is not on file.
#[must_use]
pub fn in_words(ledger: &Ledger, by: &[String], stance: Stance, text: &str) -> Option<String> {
    let mut phrases = ledger.phrases.clone();
    let resolved = if stance == Stance::LeavesOpen {
        propositions::resolve_open(ledger, &mut phrases, text)
    } else {
        propositions::resolve(ledger, &mut phrases, text)
    };
    let (proposition, value) = resolved.ok()?;
    let said = written_out(ledger, &phrases, by, &proposition, value);
    Some(words::says_that(Number::One, stance, &said))
}

/// A proposition in words; who speaks has a name where it is on file, and stands for itself where it is not. A value in free
/// words stands among `phrases`.
#[must_use]
pub fn written_out(
    ledger: &Ledger,
    phrases: &Phrases,
    by: &[String],
    proposition: &Proposition,
    value: Option<Value>,
) -> String {
    let own = proposition.arguments().iter().position(|argument| *argument == Argument::SPEAKER);
    let names: Vec<&str> = by
        .iter()
        .filter_map(|id| ledger.parties.find(id))
        .map(|at| ledger.parties.at(at).name.as_str())
        .collect();
    let speaker = if names.is_empty() { "the speaker itself".to_owned() } else { words::list(&names) };
    words::sentence_among(
        ledger,
        phrases,
        proposition,
        value,
        Sign::Plus,
        own.map(|at| (at, speaker.as_str())),
    )
}

/// A predicate in words, with its id: "a party arms another party (arms)".
#[must_use]
pub fn described(predicate: &Predicate) -> String {
    let mut kinds: Vec<ArgumentKind> = Vec::new();
    let names: Vec<String> = predicate
        .arguments
        .iter()
        .map(|(kind, _)| {
            let again = kinds.contains(kind);
            kinds.push(*kind);
            match (again, kind) {
                (true, _) => format!("another {}", kind.word()),
                (false, ArgumentKind::Event) => "an event".to_owned(),
                (false, _) => format!("a {}", kind.word()),
            }
        })
        .collect();
    format!("{} ({})", filled(predicate, &names), predicate.id)
}

/// The sentence as far as it is known, with a gap for the argument that is asked for.
#[must_use]
pub fn blank(predicate: &Predicate, before: &[String]) -> String {
    let names: Vec<String> = (0..predicate.arguments.len())
        .map(|place| match before.get(place) {
            Some(id) if id == "self" => "the speaker itself".to_owned(),
            Some(id) => id.clone(),
            None if place == before.len() => "____".to_owned(),
            None => "…".to_owned(),
        })
        .collect();
    filled(predicate, &names)
}

/// A part of the sentence of a predicate.
pub enum Part<'p> {
    /// Its words.
    Words(&'p str),
    /// The blank of an argument, counted from 0.
    Argument(usize),
    /// The blank of its value.
    Value,
}

/// The sentence of a predicate as words and blanks.
#[must_use]
pub fn parts(predicate: &Predicate) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for piece in predicate.reads.split(['[', ']']) {
        for (at, piece) in piece.split('{').enumerate() {
            let (blank, words) =
                if at == 0 { ("", piece) } else { piece.split_once('}').unwrap_or(("", piece)) };
            match blank.parse::<usize>() {
                Ok(number) => parts.push(Part::Argument(number.saturating_sub(1))),
                Err(_) if blank == "value" => parts.push(Part::Value),
                Err(_) => {}
            }
            parts.extend(Some(words).filter(|words| !words.is_empty()).map(Part::Words));
        }
    }
    parts
}

/// The list whose records a value may name; none where it names none.
#[must_use]
pub fn value_list(predicate: &Predicate) -> Option<&'static str> {
    predicate.value.iter().find_map(|kind| match kind {
        ValueKind::Place => Some("places"),
        ValueKind::Party => Some("parties"),
        ValueKind::Topic => Some("topics"),
        _ => None,
    })
}

/// Whether a value may be given in free words.
#[must_use]
pub fn free_value(predicate: &Predicate) -> bool {
    predicate.value.contains(&ValueKind::Text)
}

/// What is to be given for a value that is no record of a list.
#[must_use]
pub fn value_asked(predicate: &Predicate) -> &'static str {
    match predicate.value.first() {
        _ if free_value(predicate) => "the words",
        Some(ValueKind::Count) => "how many: 3, >= 34 (at least), < 10, ~ 500 (about), 100..300",
        Some(ValueKind::Number) => "the number: 52.3, >= -0.5 (at least), ~ 50 (about), 50..60",
        _ => "the day: 2024-01-28, >= 2024-01 (or later), ~ 2024-01-28 (about)",
    }
}

/// A value as it stands behind a proposition: the id of a record, free words, or a figure or day that may have its own sign.
///
/// # Errors
/// Free words have a mark in them that would end them.
pub fn valued(predicate: &Predicate, given: &str, free: bool) -> Result<String, &'static str> {
    if free || free_value(predicate) && value_list(predicate).is_none() {
        if given.contains('"') {
            return Err("Leave out the double quotation marks.");
        }
        return Ok(format!("= \"{given}\""));
    }
    Ok(if given.starts_with(['=', '<', '>', '~']) { given.to_owned() } else { format!("= {given}") })
}

/// A proposition of a predicate with its arguments and, where it is given, its value.
#[must_use]
pub fn composed(predicate: &Predicate, arguments: &[String], value: Option<&str>) -> String {
    let value = value.map_or_else(String::new, |value| format!(" {value}"));
    format!("{}({}){value}", predicate.id, arguments.join(", "))
}

fn filled(predicate: &Predicate, names: &[String]) -> String {
    let value = match predicate.value.first() {
        Some(ValueKind::Count) => "so many",
        Some(ValueKind::Number) => "so much",
        Some(ValueKind::Date) => "a day",
        Some(ValueKind::Place) => "a place",
        Some(ValueKind::Party) => "a party",
        _ => "something",
    };
    let part = |part: Part<'_>| match part {
        Part::Words(words) => words.to_owned(),
        Part::Argument(at) => names.get(at).cloned().unwrap_or_default(),
        Part::Value => value.to_owned(),
    };
    parts(predicate).into_iter().map(part).collect()
}
