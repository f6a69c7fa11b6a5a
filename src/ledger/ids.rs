//! The ids that records are written with, looked up by their places in the ledger's tables.

use unicode_normalization::UnicodeNormalization;

use super::Ledger;
use super::model::id::{EventId, PartyId};
use super::model::party::UNKNOWN;
use super::model::proposition::{Argument, ArgumentKind, Proposition};
use super::model::value::Value;

/// How long a made id may be; nobody wants to type more.
const LONGEST: usize = 40;

/// The id that an argument is written with.
#[must_use]
pub fn argument_id(ledger: &Ledger, kind: ArgumentKind, argument: Argument) -> &str {
    if argument == Argument::SPEAKER {
        return "self";
    }
    let Some(at) = argument.place() else { return "?" };
    match kind {
        ArgumentKind::Party => &ledger.parties.at(at).id,
        ArgumentKind::Place => &ledger.places.at(at).id,
        ArgumentKind::Event => &ledger.events.at(at).id,
        ArgumentKind::Topic => &ledger.topics.at(at).id,
        ArgumentKind::Source => &ledger.sources.at(at).id,
        ArgumentKind::Statement => &ledger.statements.at(at).id,
    }
}

/// What a proposition names, each with its kind; `?` and `self` name nothing.
pub fn named(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = (ArgumentKind, Argument)> {
    let kinds = ledger.vocabulary.get(proposition.predicate).arguments.iter().map(|(kind, _)| *kind);
    let arguments = proposition.arguments.into_iter().take(proposition.arguments().len());
    kinds.zip(arguments).filter(|(_, argument)| argument.place().is_some())
}

/// The parties that a proposition names.
pub fn parties(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = PartyId> {
    let (predicate, proposition) = (ledger.vocabulary.get(proposition.predicate), *proposition);
    (0..proposition.arguments().len()).filter_map(move |at| predicate.party(&proposition, at))
}

/// The events that a proposition names.
pub fn events(ledger: &Ledger, proposition: &Proposition) -> impl Iterator<Item = EventId> {
    let (predicate, proposition) = (ledger.vocabulary.get(proposition.predicate), *proposition);
    (0..proposition.arguments().len()).filter_map(move |at| predicate.event(&proposition, at))
}

/// The id that a value is written with, where it names a record.
pub fn value_id(ledger: &Ledger, value: Value) -> Option<&str> {
    match value {
        Value::Party(id) => Some(&ledger.party(id).id),
        Value::Place(id) => Some(&ledger.place(id).id),
        Value::Topic(id) => Some(&ledger.topic(id).id),
        _ => None,
    }
}

/// The id that words make for a record of a kind; it begins with the kind where they make none, or one that means something
/// else in a record: `self`, `not`, `unknown`.
#[must_use]
pub fn made(kind: &str, words: &str) -> String {
    let made = slug(words);
    if made.is_empty() || matches!(made.as_str(), "self" | "not" | UNKNOWN) {
        return slug(&format!("{kind} {made}"));
    }
    made
}

/// The id that a name makes, in small letters, digits and hyphens: "the Côte Front" is `cote-front`. Empty where it has none.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty()
            && !slug.ends_with('-')
            && !unicode_normalization::char::is_combining_mark(letter)
        {
            slug.push('-');
        }
    }
    let slug = slug.strip_prefix("the-").unwrap_or(&slug);
    let cut = slug.get(..LONGEST).map_or(slug, |cut| cut.rsplit_once('-').map_or(cut, |(whole, _)| whole));
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names() {
        for (name, id) in [
            ("the Coast Front", "coast-front"),
            ("Côte d’Azur (2031)", "cote-d-azur-2031"),
            ("Фронт", ""),
            ("  --a--  ", "a"),
            (
                "a very long name of a ministry that nobody would ever want to type",
                "a-very-long-name-of-a-ministry-that",
            ),
        ] {
            assert_eq!(slug(name), id);
        }
    }
}
