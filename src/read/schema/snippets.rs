//! What an editor offers where a proposition belongs: the predicates, with the places to fill in.

use serde_json::{Value, json};

use super::known::Known;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::{Predicate, Vocabulary};

/// One snippet for each predicate, in the order of the vocabulary.
pub(super) fn snippets(vocabulary: &Vocabulary, known: &Known) -> Value {
    vocabulary.iter().map(|(_, predicate)| snippet(predicate, known)).collect()
}

fn snippet(predicate: &Predicate, known: &Known) -> Value {
    let kinds = || predicate.arguments.iter().filter(|(_, optional)| !optional).map(|(kind, _)| *kind);
    let value = predicate.value.first().map(|kind| word(*kind));
    let label =
        format!("{}({})", predicate.id, kinds().map(ArgumentKind::word).collect::<Vec<_>>().join(", "));
    let blanks: Vec<String> = kinds().enumerate().map(|(at, kind)| known.blank(at + 1, kind)).collect();
    let mut body = format!("{}({})", predicate.id, blanks.join(", "));
    if let Some(value) = value {
        body.push_str(&format!(" = ${{{}:{value}}}", blanks.len() + 1));
    }
    let label = value.map_or(label.clone(), |value| format!("{label} = {value}"));
    json!({ "label": label, "description": sentence(predicate), "body": body })
}

/// What it says, with the kinds of its arguments in their places.
fn sentence(predicate: &Predicate) -> String {
    let mut sentence = String::new();
    // What stands in `[ ]` belongs to an argument that may be left out.
    for (at, part) in predicate.reads.split(['[', ']']).enumerate() {
        sentence.push_str(if at % 2 == 0 { part } else { "" });
    }
    for (at, (kind, _)) in predicate.arguments.iter().enumerate() {
        sentence = sentence.replace(&format!("{{{}}}", at + 1), kind.word());
    }
    sentence.replace("{value}", predicate.value.first().map_or("", |kind| word(*kind)))
}

fn word(value: ValueKind) -> &'static str {
    ValueKind::WORDS.iter().find(|(_, kind)| *kind == value).map_or("value", |(word, _)| word)
}
