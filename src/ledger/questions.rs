//! Propositions as questions: put so that nobody takes them for our word, or put to the party they accuse.

use super::Ledger;
use super::english::turned;
use super::model::proposition::{Argument, Proposition};
use super::model::stance::Sign;
use super::words::{filled, sentence, sentence_with, template};

/// A proposition put so that nobody takes it for our word: "whether Norland was involved in …", "how many were killed".
#[must_use]
pub fn question(ledger: &Ledger, proposition: &Proposition) -> String {
    if let Some(who) = who(ledger, proposition) {
        return who;
    }
    let sentence = sentence(ledger, proposition, None, Sign::Plus);
    if ledger.vocabulary.get(proposition.predicate).value.is_empty() {
        format!("whether {sentence}")
    } else {
        sentence
    }
}

/// The question of a date where its day is not in dispute: "at what time the quay fire happened".
#[must_use]
pub fn question_of_the_hour(ledger: &Ledger, proposition: &Proposition) -> String {
    let question = question(ledger, proposition);
    match question.strip_prefix("when ") {
        Some(rest) => format!("at what time {rest}"),
        None => question.replace("on which day", "at what time").replace("which day", "what time"),
    }
}

/// The question who did it, where `?` stands first in its sentence: "who carried out the Harbour strike".
pub(super) fn who(ledger: &Ledger, proposition: &Proposition) -> Option<String> {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let first = proposition.arguments[0] == Argument::UNKNOWN && predicate.reads.starts_with("{1} ");
    first.then(|| sentence_with(ledger, proposition, None, Sign::Plus, Some((0, "who"))))
}

/// A proposition as a question to the party at one of its places: "did you carry out the Harbour strike". With `name` it is
/// put about a party of that name. None where the vocabulary's sentence that denies it does not begin with that party and a
/// verb that can be turned.
#[must_use]
pub fn put_to(
    ledger: &Ledger,
    proposition: &Proposition,
    place: usize,
    name: Option<&str>,
) -> Option<String> {
    let other = (place, name.unwrap_or("you"));
    let denied = template(ledger, proposition, None, Sign::Minus, name.is_none().then_some(other));
    let subject = format!("{{{}}}", place + 1);
    let asked = turned(&subject, denied.strip_prefix(&subject)?.strip_prefix(' ')?, name.is_none())?;
    Some(filled(ledger, &ledger.phrases, proposition, None, Some(other), asked))
}
