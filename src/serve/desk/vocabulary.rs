//! What can be said and of whom: the sentences with their blanks, and the records that may stand in these.

use serde_json::{Value, json};

use super::Store;
use crate::entry::sentence::{self, Part};
use crate::ledger::Ledger;
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::source::Source;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::vocabulary::{Predicate, QUESTIONS};
use crate::ledger::words::{self, Number};
use crate::read::fields::{self, Kind};
use crate::read::propositions::list_of;

/// The sentences that can be put together, and the records that may stand in their blanks.
#[must_use]
pub fn vocabulary(store: &Store<'_>) -> Value {
    let ledger = store.ledger;
    let stances = Stance::ALL.map(|stance| {
        json!({
            "key": stance.key(),
            "words": words::says_that(Number::One, stance, "…"),
            "valued": stance.sign() != Sign::None,
        })
    });
    let predicates: Vec<Value> = ledger.vocabulary.iter().map(|(_, it)| predicate(it)).collect();
    let asked =
        QUESTIONS.into_iter().filter(|(word, _)| ledger.vocabulary.iter().any(|(_, it)| it.asks == *word));
    let questions: Vec<Value> = asked.map(|(word, words)| json!({ "asks": word, "words": words })).collect();
    json!({
        "version": 1,
        "stances": stances,
        "questions": questions,
        "predicates": predicates,
        "kinds": choices("parties", "kind"),
        "records": {
            "parties": ledger.parties.iter().filter(|it| it.kind != PartyKind::Unknown).map(|it| named(&it.id, &it.name, &it.aliases)).collect::<Vec<_>>(),
            "places": ledger.places.iter().map(|it| named(&it.id, &it.name, &it.aliases)).collect::<Vec<_>>(),
            "topics": ledger.topics.iter().map(|it| named(&it.id, &it.name, &it.aliases)).collect::<Vec<_>>(),
            "events": ledger.events.iter().map(|it| named(&it.id, &it.name, &it.aliases)).collect::<Vec<_>>(),
            "statements": ledger.said().map(|(_, it)| named(&it.id, &words::parties(ledger, &it.by), &[])).collect::<Vec<_>>(),
            "sources": ledger.sources.iter().enumerate().map(|(at, it)| source(ledger, at, it)).collect::<Vec<_>>(),
        },
    })
}

fn predicate(predicate: &Predicate) -> Value {
    let part = |part: Part<'_>| match part {
        Part::Words(words) => json!({ "words": words }),
        Part::Argument(at) => json!({ "argument": at }),
        Part::Value => json!({ "value": true }),
    };
    let parts: Vec<Value> = sentence::parts(predicate).into_iter().map(part).collect();
    let argument = |(kind, optional): &(_, bool)| json!({ "kind": crate::ledger::model::proposition::ArgumentKind::word(*kind), "list": list_of(*kind), "optional": optional });
    let value = (!predicate.value.is_empty()).then(|| {
        json!({
            "list": sentence::value_list(predicate),
            "free": sentence::free_value(predicate),
            "asked": sentence::value_asked(predicate),
        })
    });
    json!({
        "id": predicate.id,
        "asks": predicate.asks,
        "sentence": sentence::described(predicate),
        "parts": parts,
        "arguments": predicate.arguments.iter().map(argument).collect::<Vec<_>>(),
        "value": value,
    })
}

fn named(id: &str, name: &str, aliases: &[String]) -> Value {
    json!({ "id": id, "name": name, "aliases": aliases })
}

fn source(ledger: &Ledger, at: usize, source: &Source) -> Value {
    let outlet = source.outlet.map(|outlet| ledger.party(outlet).name.as_str());
    json!({
        "id": source.id,
        "name": source.title.as_deref().or(outlet).unwrap_or(&source.id),
        "aliases": [],
        "published": source.published.map(|date| date.words()),
        "archived": ledger.archives.contains_key(&at.into()),
    })
}

/// The words from which one is chosen under a key of a list.
fn choices(list: &str, key: &str) -> &'static [&'static str] {
    let field = fields::list(list).and_then(|list| list.fields.iter().find(|field| field.key == key));
    match field.map(|field| field.kind) {
        Some(Kind::Choice(words)) => words,
        _ => &[],
    }
}
