//! Values as sets: inside, conflicting, rising.

use gainsay::ledger::Ledger;
use gainsay::ledger::model::id::PlaceId;
use gainsay::ledger::model::value::Value;

use super::record::part_of;

/// Whether every place it lies in leads there, or it is the place.
fn place_inside(ledger: &Ledger, place: PlaceId, other: PlaceId) -> bool {
    let within = &ledger.place(place).within;
    place == other || (!within.is_empty() && within.iter().all(|above| place_inside(ledger, *above, other)))
}

fn place_touches(ledger: &Ledger, place: PlaceId, other: PlaceId) -> bool {
    place == other || ledger.place(place).within.iter().any(|above| place_touches(ledger, *above, other))
}

/// Whether the set of one value lies inside the other's. No value is any value.
pub fn inside(ledger: &Ledger, inner: Option<Value>, outer: Option<Value>) -> bool {
    let (Some(inner), Some(outer)) = (inner, outer) else { return outer.is_none() };
    match (inner, outer) {
        (Value::Count(..), Value::Count(..)) => within(inner.counts(), outer.counts()),
        (Value::Date(..), Value::Date(..)) => within(inner.days(), outer.days()),
        (Value::Place(a), Value::Place(b)) => place_inside(ledger, a, b),
        (Value::Party(a), Value::Party(b)) => a == b || part_of(ledger, a.index(), b.index()),
        (Value::Topic(a), Value::Topic(b)) => a == b,
        (Value::Text(a), Value::Text(b)) => a == b,
        _ => false,
    }
}

fn within<T: Ord>(inner: Option<(T, T)>, outer: Option<(T, T)>) -> bool {
    matches!((inner, outer), (Some((a, b)), Some((c, d))) if a >= c && b <= d)
}

/// Whether two values cannot both be so.
pub fn conflict(ledger: &Ledger, one: Option<Value>, other: Option<Value>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    match (one, other) {
        (Value::Count(..), Value::Count(..)) => match (one.counts(), other.counts()) {
            (Some((a, b)), Some((c, d))) => b < c || d < a,
            _ => false,
        },
        // A day without a zone is that day anywhere on Earth, so neighbouring days do not conflict.
        (Value::Date(..), Value::Date(..)) => match (one.days(), other.days()) {
            (Some((a, b)), Some((c, d))) => {
                let gap = |last: i32, first: i32| i64::from(first) - i64::from(last) > 1;
                gap(b, c) || gap(d, a)
            }
            _ => false,
        },
        (Value::Place(a), Value::Place(b)) => !place_touches(ledger, a, b) && !place_touches(ledger, b, a),
        (Value::Party(a), Value::Party(b)) => {
            a != b && !part_of(ledger, a.index(), b.index()) && !part_of(ledger, b.index(), a.index())
        }
        (Value::Topic(a), Value::Topic(b)) => a != b,
        _ => false,
    }
}

/// Whether a count goes up from one value to the next.
pub fn rises(before: Option<Value>, after: Option<Value>) -> bool {
    let (Some(before), Some(after)) = (before.and_then(Value::counts), after.and_then(Value::counts)) else {
        return false;
    };
    before != after && before.0 <= after.0 && before.1 <= after.1
}
