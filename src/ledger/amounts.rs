//! Values in words, and as they are written behind a proposition.

use super::english::Number;
use super::model::id::PredicateId;
use super::model::value::{Comparison, Value};
use super::{Ledger, Phrases};

/// A value of a predicate in words, with its unit: "67 percent", "at least 34".
#[must_use]
pub fn amount(ledger: &Ledger, predicate: PredicateId, value: Value) -> String {
    amount_among(ledger, &ledger.phrases, predicate, value)
}

/// The same, where a value in free words may stand among other phrases than those on file.
pub(super) fn amount_among(
    ledger: &Ledger,
    phrases: &Phrases,
    predicate: PredicateId,
    value: Value,
) -> String {
    let words = value_words(ledger, phrases, value);
    match &ledger.vocabulary.get(predicate).unit {
        Some(unit) => format!("{words} {unit}"),
        None => words,
    }
}

/// A value in words, without a unit: "at least 34", "about 500", "28 Jan 2024", the place's name.
fn value_words(ledger: &Ledger, phrases: &Phrases, value: Value) -> String {
    match value {
        Value::Count(comparison, a, b) => match comparison {
            Comparison::Is => grouped(a),
            Comparison::Less => format!("fewer than {}", grouped(a)),
            Comparison::AtMost => format!("at most {}", grouped(a)),
            Comparison::More => format!("more than {}", grouped(a)),
            Comparison::AtLeast => format!("at least {}", grouped(a)),
            Comparison::About => format!("about {}", grouped(a)),
            Comparison::Range => format!("{} to {}", grouped(a), grouped(b)),
        },
        Value::Number(comparison, a, b) => match comparison {
            Comparison::Is => a.to_string(),
            Comparison::Less => format!("less than {a}"),
            Comparison::AtMost => format!("at most {a}"),
            Comparison::More => format!("more than {a}"),
            Comparison::AtLeast => format!("at least {a}"),
            Comparison::About => format!("about {a}"),
            Comparison::Range => format!("{a} to {b}"),
        },
        Value::Date(comparison, a, b) => match comparison {
            Comparison::Is => a.words(),
            Comparison::Less => format!("before {}", a.words()),
            Comparison::AtMost => format!("{} or before", a.words()),
            Comparison::More => format!("after {}", a.words()),
            Comparison::AtLeast => format!("{} or after", a.words()),
            Comparison::About => format!("about {}", a.words()),
            Comparison::Range => format!("{} to {}", a.words(), b.words()),
        },
        Value::Place(place) => ledger.place(place).name.clone(),
        Value::Party(party) => ledger.party(party).name.clone(),
        Value::Topic(topic) => ledger.topic(topic).name.clone(),
        Value::Text(text) => format!("“{}”", phrases.get(text)),
    }
}

/// A value as written behind a proposition, without `=`: `3`, `>= 34`, `100..300`, an id, `"text"`.
#[must_use]
pub fn value_text(ledger: &Ledger, value: Value) -> String {
    let signed = |comparison, a: String, b: String| match comparison {
        Comparison::Is => a,
        Comparison::Less => format!("< {a}"),
        Comparison::AtMost => format!("<= {a}"),
        Comparison::More => format!("> {a}"),
        Comparison::AtLeast => format!(">= {a}"),
        Comparison::About => format!("~ {a}"),
        Comparison::Range => format!("{a}..{b}"),
    };
    match value {
        Value::Count(comparison, a, b) => signed(comparison, a.to_string(), b.to_string()),
        Value::Number(comparison, a, b) => signed(comparison, a.to_string(), b.to_string()),
        Value::Date(comparison, a, b) => signed(comparison, a.to_string(), b.to_string()),
        Value::Place(place) => ledger.place(place).id.clone(),
        Value::Party(party) => ledger.party(party).id.clone(),
        Value::Topic(topic) => ledger.topic(topic).id.clone(),
        Value::Text(text) => format!("\"{}\"", ledger.phrases.get(text)),
    }
}

/// What a count is of: nobody in particular, those that a name describes, or people of a party.
#[derive(Clone, Copy)]
pub(super) enum Counted<'n> {
    Any,
    Those(&'n str),
    From(&'n str),
}

impl Counted<'_> {
    /// So many of them as the subject of a sentence: "at least 3 children", "no children", "how many from Norland".
    pub(super) fn subject(
        self,
        ledger: &Ledger,
        predicate: PredicateId,
        value: Option<Value>,
    ) -> (String, Number) {
        let (amount, number) = match value {
            None => ("how many".to_owned(), Number::Many),
            Some(value) => (amount(ledger, predicate, value), of_people(value)),
        };
        let none = matches!(value, Some(Value::Count(Comparison::Is, 0, _)));
        let subject = match self {
            Self::Any if none => "none".to_owned(),
            Self::Any => amount,
            Self::From(party) if none => return (format!("nobody from {party}"), Number::One),
            Self::From(party) => format!("{amount} from {party}"),
            Self::Those(name) => match (name.strip_prefix("the ").or(name.strip_prefix("The ")), number) {
                (Some(those), _) if none => format!("none of the {those}"),
                (Some(those), _) => format!("{amount} of the {those}"),
                (None, _) if none => format!("no {name}"),
                (None, Number::One) => format!("{amount} of the {name}"),
                (None, Number::Many) => format!("{amount} {name}"),
            },
        };
        (subject, number)
    }
}

/// Whether so many are one: "at least 1 was killed".
fn of_people(value: Value) -> Number {
    match value {
        Value::Count(Comparison::Range | Comparison::Less | Comparison::More, ..) => Number::Many,
        Value::Count(_, 1, _) => Number::One,
        _ => Number::Many,
    }
}

/// A count with groups of three: 1,200.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
