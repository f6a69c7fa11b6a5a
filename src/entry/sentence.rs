//! A position as a sentence: what can be said at all, each predicate with its blanks, and what was said read back in words.

use crate::ledger::Ledger;
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::{Value, ValueKind};
use crate::ledger::vocabulary::Predicate;
use crate::ledger::words::{self, Number};
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
    let said = written_out(ledger, by, &proposition, value);
    Some(words::says_that(Number::One, stance, &said))
}

/// A proposition in words; who speaks has a name where it is on file, and stands for itself where it is not.
fn written_out(ledger: &Ledger, by: &[String], proposition: &Proposition, value: Option<Value>) -> String {
    let own = proposition.arguments().iter().position(|argument| *argument == Argument::SPEAKER);
    let names: Vec<&str> = by
        .iter()
        .filter_map(|id| ledger.parties.find(id))
        .map(|at| ledger.parties.at(at).name.as_str())
        .collect();
    let speaker = if names.is_empty() { "the speaker itself".to_owned() } else { words::list(&names) };
    words::sentence_with(ledger, proposition, value, Sign::Plus, own.map(|at| (at, speaker.as_str())))
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

fn filled(predicate: &Predicate, names: &[String]) -> String {
    let value = match predicate.value.first() {
        Some(ValueKind::Count) => "so many",
        Some(ValueKind::Number) => "so much",
        Some(ValueKind::Date) => "a day",
        Some(ValueKind::Place) => "a place",
        Some(ValueKind::Party) => "a party",
        _ => "something",
    };
    let mut text = predicate.reads.replace(['[', ']'], "").replace("{value}", value);
    for (at, name) in names.iter().enumerate() {
        text = text.replace(&format!("{{{}}}", at + 1), name);
    }
    text
}
