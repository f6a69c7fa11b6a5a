//! Values as sets: inside, conflicting, rising.

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::{PlaceId, TopicId};
use gainsay::ledger::model::value::{Comparison, Value};

use super::record::part_of;

/// Whether every place it lies in leads there, or it is the place.
fn place_inside(ledger: &Ledger, place: PlaceId, other: PlaceId) -> bool {
    let within = &ledger.place(place).within;
    place == other || (!within.is_empty() && within.iter().all(|above| place_inside(ledger, *above, other)))
}

fn place_touches(ledger: &Ledger, place: PlaceId, other: PlaceId) -> bool {
    place == other || ledger.place(place).within.iter().any(|above| place_touches(ledger, *above, other))
}

/// Whether every kind it is of leads there, or it is the topic.
fn topic_inside(ledger: &Ledger, topic: TopicId, other: TopicId) -> bool {
    let within = &ledger.topic(topic).within;
    topic == other || (!within.is_empty() && within.iter().all(|above| topic_inside(ledger, *above, other)))
}

fn topic_touches(ledger: &Ledger, topic: TopicId, other: TopicId) -> bool {
    topic == other || ledger.topic(topic).within.iter().any(|above| topic_touches(ledger, *above, other))
}

/// The one moment that a value names by the clock.
fn moment(value: Value) -> Option<i64> {
    match value {
        Value::Date(Comparison::Is, date, _) => Date::instant(&date),
        _ => None,
    }
}

/// Whether the set of one value lies inside the other's. No value is any value.
pub fn inside(ledger: &Ledger, inner: Option<Value>, outer: Option<Value>) -> bool {
    let (Some(inner), Some(outer)) = (inner, outer) else { return outer.is_none() };
    match (inner, outer) {
        (Value::Count(..), Value::Count(..)) => within(inner.counts(), outer.counts()),
        (Value::Number(..), Value::Number(..)) => within(inner.numbers(), outer.numbers()),
        (Value::Date(..), Value::Date(..)) => match (moment(inner), moment(outer)) {
            (Some(inner), Some(outer)) => inner == outer,
            _ => within(inner.days(), outer.days()),
        },
        (Value::Place(a), Value::Place(b)) => place_inside(ledger, a, b),
        (Value::Party(a), Value::Party(b)) => a == b || part_of(ledger, a.index(), b.index()),
        (Value::Topic(a), Value::Topic(b)) => topic_inside(ledger, a, b),
        (Value::Text(a), Value::Text(b)) => a == b,
        _ => false,
    }
}

fn within<T: Ord>(inner: Option<(T, T)>, outer: Option<(T, T)>) -> bool {
    matches!((inner, outer), (Some((a, b)), Some((c, d))) if a >= c && b <= d)
}

fn apart<T: Ord>(one: Option<(T, T)>, other: Option<(T, T)>) -> bool {
    matches!((one, other), (Some((a, b)), Some((c, d))) if b < c || d < a)
}

/// Whether two values cannot both be so.
pub fn conflict(ledger: &Ledger, one: Option<Value>, other: Option<Value>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    match (one, other) {
        (Value::Count(..), Value::Count(..)) => apart(one.counts(), other.counts()),
        (Value::Number(..), Value::Number(..)) => apart(one.numbers(), other.numbers()),
        // A day without a zone is that day anywhere on Earth, so neighbouring days do not conflict.
        (Value::Date(..), Value::Date(..)) => match (moment(one), moment(other), one.days(), other.days()) {
            (Some(one), Some(other), ..) => one != other,
            (_, _, Some((a, b)), Some((c, d))) => {
                let gap = |last: i32, first: i32| i64::from(first) - i64::from(last) > 1;
                gap(b, c) || gap(d, a)
            }
            _ => false,
        },
        (Value::Place(a), Value::Place(b)) => !place_touches(ledger, a, b) && !place_touches(ledger, b, a),
        (Value::Party(a), Value::Party(b)) => {
            a != b && !part_of(ledger, a.index(), b.index()) && !part_of(ledger, b.index(), a.index())
        }
        (Value::Topic(a), Value::Topic(b)) => !topic_touches(ledger, a, b) && !topic_touches(ledger, b, a),
        _ => false,
    }
}

/// Whether nothing in one list of values fits anything in the other.
pub fn lists_conflict(ledger: &Ledger, one: &[Value], other: &[Value]) -> bool {
    one.iter().all(|a| other.iter().all(|b| conflict(ledger, Some(*a), Some(*b))))
}

/// Whether a count goes up from one value to the next.
pub fn rises(before: Option<Value>, after: Option<Value>) -> bool {
    let (Some(before), Some(after)) = (before.and_then(Value::counts), after.and_then(Value::counts)) else {
        return false;
    };
    before != after && before.0 <= after.0 && before.1 <= after.1
}
