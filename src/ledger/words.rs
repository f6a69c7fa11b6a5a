//! Propositions, values and lists of names in words, and the canonical text that names a proposition.

pub use super::amounts::{amount, grouped, value_text};

pub use super::english::{Number, number, plural, verb};
pub use super::names::{carrier, list, parties, said_on, source, statement_name, subjects};
pub use super::numbers::{Pronoun, parties_number, party_number, pronoun};
pub use super::questions::{put_to, question, question_of_the_hour};
pub use super::stances::{does, done, past, says, says_that, why_none};
use super::{Ledger, Phrases};

use super::amounts::{Counted, amount_among};
use super::ids::argument_id;
use super::model::id::StatementId;
use super::model::proposition::{Argument, ArgumentKind, Proposition};
use super::model::stance::{Sign, Stance};
use super::model::value::{Value, ValueKind};
use super::vocabulary::{Role, built_in};

/// The name of a proposition in reports, JSON and commands: ids, one space after commas, no value.
#[must_use]
pub fn canonical(ledger: &Ledger, proposition: &Proposition) -> String {
    canonical_with(ledger, proposition, None)
}

/// The same with another word at one place: `?`, or `self`.
#[must_use]
pub fn canonical_with(ledger: &Ledger, proposition: &Proposition, other: Option<(usize, &str)>) -> String {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let ids: Vec<&str> = proposition
        .arguments()
        .iter()
        .enumerate()
        .map(|(at, argument)| match other {
            Some((place, word)) if place == at => word,
            _ => argument_id(ledger, predicate.arguments[at].0, *argument),
        })
        .collect();
    format!("{}({})", predicate.id, ids.join(", "))
}

/// A proposition as a sentence: "Norland was involved in the Harbour strike".
#[must_use]
pub fn sentence(ledger: &Ledger, proposition: &Proposition, value: Option<Value>, sign: Sign) -> String {
    sentence_with(ledger, proposition, value, sign, None)
}

/// The same with another word at one place.
#[must_use]
pub fn sentence_with(
    ledger: &Ledger,
    proposition: &Proposition,
    value: Option<Value>,
    sign: Sign,
    other: Option<(usize, &str)>,
) -> String {
    sentence_among(ledger, &ledger.phrases, proposition, value, sign, other)
}

/// The same, where a value in free words may stand among other phrases than those on file: what is not written yet.
#[must_use]
pub fn sentence_among(
    ledger: &Ledger,
    phrases: &Phrases,
    proposition: &Proposition,
    value: Option<Value>,
    sign: Sign,
    other: Option<(usize, &str)>,
) -> String {
    if let Some(right) = right(ledger, proposition, sign) {
        return right;
    }
    let template = template(ledger, proposition, value, sign, other);
    filled(ledger, phrases, proposition, value, other, template)
}

/// A template with the names of a proposition's arguments and its value in their places.
pub(super) fn filled(
    ledger: &Ledger,
    phrases: &Phrases,
    proposition: &Proposition,
    value: Option<Value>,
    other: Option<(usize, &str)>,
    template: String,
) -> String {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let arguments = proposition.arguments();
    let mut text = present(ledger, proposition, template);
    if predicate.value.contains(&ValueKind::Count) {
        text = counting(ledger, proposition, value, other, text);
    }
    for (at, argument) in arguments.iter().enumerate() {
        let name = match other {
            Some((place, word)) if place == at => word.to_owned(),
            _ if predicate.verbal == Some(at) => aim(ledger, *argument),
            _ => argument_name(ledger, predicate.arguments[at].0, *argument),
        };
        text = text.replace(&format!("{{{}}}", at + 1), &name);
    }
    let open = match predicate.value.first() {
        Some(ValueKind::Count) => "how many",
        Some(ValueKind::Number) => "how much",
        Some(ValueKind::Date) => "which day",
        Some(ValueKind::Place) => "which place",
        Some(ValueKind::Party) => "whom",
        _ => "what",
    };
    let said = value.map(|value| amount_among(ledger, phrases, proposition.predicate, value));
    text.replace("{value}", &said.unwrap_or_else(|| open.to_owned()))
}

/// That a statement of one assertion is accurate, by what it asserts: "Mara Lind was right that Sudria carried out the quay
/// fire (5 May 2031)". None of other statements, which are named by their speaker and their day, and none where a store has a
/// sentence of its own for it.
fn right(ledger: &Ledger, proposition: &Proposition, sign: Sign) -> Option<String> {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let statement = ledger.statement(
        predicate
            .statement(proposition, 0)
            .filter(|_| predicate.is(Role::Accuracy) && built_in(predicate.span))?,
    );
    let [written] = &statement.positions[..] else { return None };
    let said = ledger.proposition(written.proposition);
    let of_words = ledger.vocabulary.get(said.predicate).place_of(ArgumentKind::Statement).is_some();
    if written.stance != Stance::Asserts || statement.by.is_empty() || of_words {
        return None;
    }
    let by = parties(ledger, &statement.by);
    let own = said.arguments().iter().position(|argument| *argument == Argument::SPEAKER);
    let sentence =
        sentence_with(ledger, &said, written.value(ledger), Sign::Plus, own.map(|at| (at, by.as_str())));
    let was = parties_number(ledger, &statement.by).pick("was", "were");
    let right = if sign == Sign::Minus { "not right" } else { "right" };
    Some(format!("{by} {was} {right} that {sentence} ({})", statement.date.words()))
}

/// A sentence with its count filled in where it speaks of so many, or of so many of a party: "3 children were killed".
fn counting(
    ledger: &Ledger,
    proposition: &Proposition,
    value: Option<Value>,
    other: Option<(usize, &str)>,
    mut text: String,
) -> String {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let fill = |text: &str, place: &str, counted: Counted<'_>| {
        let (subject, number) = counted.subject(ledger, proposition.predicate, value);
        let verb = format!("{subject} {} ", number.pick("was", "were"));
        text.replace(&format!("{place} were "), &verb).replace(place, &subject)
    };
    for place in predicate.places_of(ArgumentKind::Party) {
        let party = predicate.party(proposition, place);
        let name = match (other, party) {
            (Some((at, word)), _) if at == place => word,
            (_, Some(party)) => &ledger.party(party).name,
            (_, None) => "somebody unknown",
        };
        let those = party.is_some_and(|party| ledger.is_class(party));
        let counted = if those { Counted::Those(name) } else { Counted::From(name) };
        text = fill(&text, &format!("{{value}} of {{{}}}", place + 1), counted);
    }
    if text.contains("{value} were ") {
        text = fill(&text, "{value}", Counted::Any);
    }
    text
}

/// Whether a sentence begins with a party or an event in the plural.
fn subject_number(ledger: &Ledger, proposition: &Proposition, other: Option<(usize, &str)>) -> Number {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    if other.is_some_and(|(place, _)| place == 0) {
        return Number::One;
    }
    match (predicate.party(proposition, 0), predicate.event(proposition, 0)) {
        (Some(party), _) => party_number(ledger, party),
        (_, Some(event)) if plural(&ledger.event(event).name) => Number::Many,
        _ => Number::One,
    }
}

/// The sentence of a predicate, with the places for what is filled in. Where a class stands first and the vocabulary has
/// no sentence for several, the class is named as one: "the class of armed groups watches", for no verb is guessed at.
pub(super) fn template(
    ledger: &Ledger,
    proposition: &Proposition,
    value: Option<Value>,
    sign: Sign,
    other: Option<(usize, &str)>,
) -> String {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let (one, many) = match (sign, value, &predicate.reads_open) {
        (Sign::Minus, ..) => (&predicate.reads_not, &predicate.reads_not_many),
        (_, None, Some(open)) => (open, &None),
        _ => (&predicate.reads, &predicate.reads_many),
    };
    match many {
        _ if subject_number(ledger, proposition, other) == Number::One => one.clone(),
        Some(many) => many.clone(),
        None if predicate.party(proposition, 0).is_some_and(|party| ledger.is_class(party)) => {
            one.replacen("{1} ", "the class of {1} ", 1)
        }
        None => one.clone(),
    }
}

/// A template without the parts that speak of arguments which a proposition leaves out.
fn present(ledger: &Ledger, proposition: &Proposition, mut text: String) -> String {
    let arguments = proposition.arguments();
    let predicate = ledger.vocabulary.get(proposition.predicate);
    while let Some((open, close)) = text.find('[').zip(text.find(']')).filter(|(open, close)| open < close) {
        let inner = text[open + 1..close].to_owned();
        let absent =
            (arguments.len() + 1..=predicate.arguments.len()).any(|at| inner.contains(&format!("{{{at}}}")));
        text.replace_range(open..=close, if absent { "" } else { &inner });
    }
    text
}

/// What stands between the two that a proposition ties together, where its sentence begins with the one and ends with the
/// other: "was involved in"; none where that is nothing, or "and" alone.
#[must_use]
pub fn between(ledger: &Ledger, proposition: &Proposition) -> Option<String> {
    let template = present(ledger, proposition, template(ledger, proposition, None, Sign::Plus, None));
    let verb = template.strip_prefix("{1} ")?.strip_suffix(" {2}")?;
    (!verb.contains('{') && verb != "and").then(|| verb.to_owned())
}

fn argument_name(ledger: &Ledger, kind: ArgumentKind, argument: Argument) -> String {
    let Some(at) = argument.place() else { return "somebody unknown".to_owned() };
    match kind {
        ArgumentKind::Party => ledger.parties.at(at).name.clone(),
        ArgumentKind::Place => ledger.places.at(at).name.clone(),
        ArgumentKind::Event => ledger.events.at(at).name.clone(),
        ArgumentKind::Topic => ledger.topics.at(at).name.clone(),
        ArgumentKind::Source => {
            ledger.sources.at(at).title.clone().unwrap_or_else(|| ledger.sources.at(at).id.clone())
        }
        ArgumentKind::Statement => statement_name(ledger, StatementId::from(at)),
    }
}

/// What somebody seeks: "to prevent a war" where its topic has a verb, and the topic's name where it has none.
fn aim(ledger: &Ledger, argument: Argument) -> String {
    let verb = argument.place().and_then(|at| ledger.topics.at(at).verb.as_ref());
    verb.map_or_else(|| argument_name(ledger, ArgumentKind::Topic, argument), |verb| format!("to {verb}"))
}

/// A sentence with a capital letter at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// "1 statement", "2 statements".
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
