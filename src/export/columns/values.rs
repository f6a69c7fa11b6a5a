//! Values as stretches of numbers, and which place, topic or party lies within which.

use std::collections::BTreeSet;

use super::ids::{Ids, id};
use super::{Maybe, To};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PlaceId, TopicId};
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words;
use crate::reason::Reasoning;

/// The largest figure of a decimal that an engine takes.
const LARGEST: i128 = 10_i128.pow(37);

/// The number of a value; for a place, a topic or a party that of its record.
pub(super) fn value_id(ledger: &Ledger, ids: &Ids, value: Value) -> i64 {
    match value {
        Value::Place(place) => id("place", &ledger.place(place).id),
        Value::Topic(topic) => id("topic", &ledger.topic(topic).id),
        Value::Party(party) => ids.party(party),
        other => id(kind(other).1, &words::value_text(ledger, other)),
    }
}

fn kind(value: Value) -> (u8, &'static str) {
    match value {
        Value::Count(..) => (1, "count"),
        Value::Number(..) => (2, "number"),
        Value::Date(..) => (3, "date"),
        Value::Place(_) => (4, "place"),
        Value::Party(_) => (5, "party"),
        Value::Topic(_) => (6, "topic"),
        Value::Text(_) => (7, "text"),
    }
}

/// The lowest and the highest that a value denotes, and how far it reaches: a day meets the day after it.
fn stretch(value: Value) -> Option<(i128, i128, i128)> {
    let whole = |(low, high): (i128, i128), gap| {
        let [low, high] = [low, high].map(|end| end.clamp(-LARGEST, LARGEST));
        (low, high, high + gap)
    };
    let counts = value.counts().map(|(low, high)| whole((low.into(), high.into()), 0));
    let days = || value.days().map(|(first, last)| whole((first.into(), last.into()), 1));
    counts.or_else(days).or_else(|| value.numbers().map(|both| whole(both, 0)))
}

pub(super) fn write(reasoning: &Reasoning<'_>, ids: &Ids, to: &To<'_, '_>) {
    let ledger = reasoning.ledger;
    let known: BTreeSet<Value> =
        reasoning.positions.iter().filter_map(|position| position.value(ledger)).collect();
    for value in known {
        let (form, instant) = match value {
            Value::Count(form, ..) | Value::Number(form, ..) => (form, None),
            Value::Date(form, date, _) => (form, date.instant().filter(|_| form == Comparison::Is)),
            _ => (Comparison::Is, None),
        };
        let stretch = stretch(value);
        to.row(
            "value",
            &[
                &value_id(ledger, ids, value),
                &kind(value).0,
                &(form as u8),
                &Maybe(stretch.map(|(low, ..)| low)),
                &Maybe(stretch.map(|(_, high, _)| high)),
                &Maybe(stretch.map(|(.., reach)| reach)),
                &Maybe(instant),
            ],
        );
    }
    hierarchies(ledger, ids, to);
}

/// Writes, for each place, topic and party, what it lies within and what it touches.
fn hierarchies(ledger: &Ledger, ids: &Ids, to: &To<'_, '_>) {
    for at in 0..ledger.places.len() {
        let own = PlaceId::from(at);
        let number = |place: PlaceId| id("place", &ledger.place(place).id);
        for other in above(own, |place| ledger.place(place).within.clone()) {
            to.row("touching", &[&number(own), &number(other)]);
            if ledger.inside(own, other) {
                to.row("within", &[&number(own), &number(other)]);
            }
        }
    }
    for at in 0..ledger.topics.len() {
        let own = TopicId::from(at);
        for other in above(own, |topic| ledger.topic(topic).within.clone()) {
            let pair = [own, other].map(|topic| id("topic", &ledger.topic(topic).id));
            to.row("within", &[&pair[0], &pair[1]]);
            to.row("touching", &[&pair[0], &pair[1]]);
        }
    }
    for at in 0..ledger.parties.len() {
        let own = crate::ledger::model::id::PartyId::from(at);
        let wholes = |party| ledger.party(party).part_of.iter().map(|membership| membership.party).collect();
        for other in above(own, wholes) {
            let pair = [ids.party(own), ids.party(other)];
            to.row("within", &[&pair[0], &pair[1]]);
            to.row("touching", &[&pair[0], &pair[1]]);
        }
    }
}

/// A record and all that lie above it, each once.
fn above<T: Copy + Ord>(own: T, up: impl Fn(T) -> Vec<T>) -> BTreeSet<T> {
    let mut all = BTreeSet::from([own]);
    let mut open = vec![own];
    while let Some(at) = open.pop() {
        open.extend(up(at).into_iter().filter(|next| all.insert(*next)));
    }
    all
}
