//! Values compared: which contains which, and which conflict.

use crate::ledger::Ledger;
use crate::ledger::hierarchy::reaches;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, TopicId};
use crate::ledger::model::value::{Comparison, Value};

/// True when all that `inner` allows lies within what `outer` allows.
#[must_use]
pub fn contains(ledger: &Ledger, outer: Value, inner: Value) -> bool {
    match (outer, inner) {
        (Value::Date(Comparison::Is, outer, _), Value::Date(Comparison::Is, inner, _))
            if outer.instant().is_some() && inner.instant().is_some() =>
        {
            outer.instant() == inner.instant()
        }
        (Value::Place(outer), Value::Place(inner)) => ledger.inside(inner, outer),
        (Value::Party(outer), Value::Party(inner)) => part(ledger, inner, outer),
        (Value::Topic(outer), Value::Topic(inner)) => kind_of(ledger, inner, outer),
        (Value::Number(..), Value::Number(..)) => outer
            .numbers()
            .zip(inner.numbers())
            .is_some_and(|(outer, inner)| outer.0 <= inner.0 && inner.1 <= outer.1),
        _ => match (outer.counts().zip(inner.counts()), outer.days().zip(inner.days())) {
            (Some((outer, inner)), _) => outer.0 <= inner.0 && inner.1 <= outer.1,
            (_, Some((outer, inner))) => outer.0 <= inner.0 && inner.1 <= outer.1,
            _ => outer == inner,
        },
    }
}

/// True when two values of one proposition cannot both be so; texts never conflict.
#[must_use]
pub fn conflict(ledger: &Ledger, a: Value, b: Value) -> bool {
    match (a, b) {
        (Value::Text(_), _) | (_, Value::Text(_)) => false,
        (Value::Place(a), Value::Place(b)) => !ledger.touches(a, b) && !ledger.touches(b, a),
        (Value::Party(a), Value::Party(b)) => !part(ledger, a, b) && !part(ledger, b, a),
        (Value::Topic(a), Value::Topic(b)) => !kind_of(ledger, a, b) && !kind_of(ledger, b, a),
        (Value::Number(..), Value::Number(..)) => {
            a.numbers().zip(b.numbers()).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
        }
        (Value::Date(Comparison::Is, a, _), Value::Date(Comparison::Is, b, _)) => days_conflict(&a, &b),
        (Value::Date(..), Value::Date(..)) => a.days().zip(b.days()).is_some_and(|(a, b)| apart(a, b)),
        _ => match a.counts().zip(b.counts()) {
            Some((a, b)) => a.1 < b.0 || b.1 < a.0,
            None => a != b,
        },
    }
}

/// True when both are counts and the later is the earlier revised upwards: no bound falls, and one rises.
#[must_use]
pub fn rises(earlier: Value, later: Value) -> bool {
    earlier.counts().zip(later.counts()).is_some_and(|(a, b)| a != b && a.0 <= b.0 && a.1 <= b.1)
}

/// True when two stretches of days have no moment in common. A day without a zone is that day anywhere on Earth, so
/// neighbouring days may have one.
#[must_use]
pub fn apart(a: (i32, i32), b: (i32, i32)) -> bool {
    let gap = |end: i32, start: i32| i64::from(start) - i64::from(end) > 1;
    gap(a.1, b.0) || gap(b.1, a.0)
}

/// True when a date is certainly before another, whatever the zones where none is given.
#[must_use]
pub fn before(a: &Date, b: &Date) -> bool {
    match (a.instant(), b.instant()) {
        (Some(a), Some(b)) => a < b,
        _ => a.last() < b.first() && apart((a.first(), a.last()), (b.first(), b.last())),
    }
}

/// True when two dates cannot be one moment: by the clock where both give time and zone, else by the days.
#[must_use]
pub fn days_conflict(a: &Date, b: &Date) -> bool {
    match (a.instant(), b.instant()) {
        (Some(a), Some(b)) => a != b,
        _ => apart((a.first(), a.last()), (b.first(), b.last())),
    }
}

/// True when a topic is another or a kind of it: a marsh rocket is a rocket.
fn kind_of(ledger: &Ledger, topic: TopicId, other: TopicId) -> bool {
    reaches(topic, other, |topic| ledger.topic(topic).within.iter().copied())
}

/// True when a party is another, or part of it at any time.
#[must_use]
pub fn part(ledger: &Ledger, party: PartyId, whole: PartyId) -> bool {
    reaches(party, whole, |party| ledger.party(party).part_of.iter().map(|membership| membership.party))
}

/// True when one of two parties is, at any time, part of the other.
#[must_use]
pub fn related(ledger: &Ledger, a: PartyId, b: PartyId) -> bool {
    part(ledger, a, b) || part(ledger, b, a)
}
