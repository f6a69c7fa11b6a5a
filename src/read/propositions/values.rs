//! Values as written, looked up in the ledger and held against what their predicate takes.

use super::Refusal;
use super::figures::{count_help, number_help};
use crate::ledger::model::date::Date;
use crate::ledger::model::decimal::Decimal;
use crate::ledger::model::id::{PartyId, PlaceId, PredicateId, TopicId};
use crate::ledger::model::proposition::{self, Literal};
use crate::ledger::model::value::{Comparison, LARGEST_COUNT, Value, ValueKind};
use crate::ledger::{Ledger, Phrases};
use crate::read::fields::meant::date_help;
use crate::read::lower::names;

/// Looks up the value of a proposition: of a kind that its predicate takes, and meaning something.
///
/// # Errors
/// The rule that it breaks, with reason and remedy.
pub fn value(
    ledger: &Ledger,
    phrases: &mut Phrases,
    id: PredicateId,
    comparison: Comparison,
    literal: Literal<'_>,
    end: Option<Literal<'_>>,
) -> Result<Value, Refusal> {
    let predicate = ledger.vocabulary.get(id);
    let kinds = &predicate.value;
    let bad = |message: String, help: &str| Refusal::new("bad-value", message, help);
    if kinds.is_empty() {
        return Err(bad(
            format!("`{}` takes no value", predicate.id),
            "take out what stands behind the brackets",
        ));
    }
    let bare = match literal {
        Literal::Quoted(text) if kinds.contains(&ValueKind::Text) => {
            return only_is(comparison, Value::Text(phrases.intern(text)));
        }
        Literal::Quoted(text) => {
            return Err(bad(
                format!("`{}` does not take text, and \"{text}\" is text", predicate.id),
                &takes(kinds),
            ));
        }
        Literal::Bare(text) => text,
    };
    let to = match end {
        Some(Literal::Bare(text)) => text,
        _ => bare,
    };
    for kind in kinds {
        match kind {
            ValueKind::Count => {
                let (a, b) = (count(bare)?, count(to)?);
                let value = Value::Count(comparison, a, b);
                return value.counts().map(|_| value).ok_or_else(|| {
                    bad(
                        format!("no count is meant by the value of `{}`", predicate.id),
                        "a range runs from the lower to the higher count, and no count is below 0",
                    )
                });
            }
            ValueKind::Number => {
                let (a, b) = (number(bare)?, number(to)?);
                if a.exact() > b.exact() {
                    return Err(bad(
                        format!("no number is meant by the value of `{}`", predicate.id),
                        "a range runs from the lower to the higher number",
                    ));
                }
                return Ok(Value::Number(comparison, a, b));
            }
            ValueKind::Date => {
                let day = |text: &str| {
                    Date::parse(text).map_err(|message| Refusal::new("bad-date", message, date_help(text)))
                };
                let value = Value::Date(comparison, day(bare)?, day(to)?);
                return value.days().map(|_| value).ok_or_else(|| {
                    Refusal::new(
                        "bad-date",
                        format!("no day is meant by the value of `{}`", predicate.id),
                        "a range runs from the earlier to the later date",
                    )
                });
            }
            ValueKind::Place => {
                if let Some(at) = ledger.places.find(bare) {
                    return only_is(comparison, Value::Place(PlaceId::from(at)));
                }
            }
            ValueKind::Party => {
                if let Some(at) = ledger.parties.find(bare) {
                    return only_is(comparison, Value::Party(PartyId::from(at)));
                }
            }
            ValueKind::Topic => {
                if let Some(at) = ledger.topics.find(bare) {
                    return only_is(comparison, Value::Topic(TopicId::from(at)));
                }
            }
            ValueKind::Text => {}
        }
    }
    let list = match kinds[0] {
        ValueKind::Place => "places",
        ValueKind::Party => "parties",
        ValueKind::Topic => "topics",
        _ => return Err(bad(format!("`{bare}` is not between double quotes"), &takes(kinds))),
    };
    if !proposition::is_name(bare) {
        return Err(bad(format!("`{bare}` is no value of `{}`", predicate.id), &takes(kinds)));
    }
    let (message, help) = names::unknown(ledger, list, bare);
    Err(Refusal::new("unknown-reference", message, help))
}

fn only_is(comparison: Comparison, value: Value) -> Result<Value, Refusal> {
    if comparison == Comparison::Is {
        return Ok(value);
    }
    Err(Refusal::new(
        "bad-value",
        "only counts, numbers and dates can be more, less or about".to_owned(),
        "write `=` before the value",
    ))
}

fn takes(kinds: &[ValueKind]) -> String {
    let words: Vec<&str> = kinds
        .iter()
        .map(|kind| match kind {
            ValueKind::Count => "a count such as `= 3` or `>= 34`",
            ValueKind::Number => "a number such as `= 52.3` or `>= -0.5`",
            ValueKind::Date => "a date such as `= 2024-01-28`",
            ValueKind::Place => "the id of a place",
            ValueKind::Party => "a party's id",
            ValueKind::Topic => "a topic's id",
            ValueKind::Text => "text in double quotes",
        })
        .collect();
    format!("it takes {}", words.join(" or "))
}

fn number(text: &str) -> Result<Decimal, Refusal> {
    Decimal::parse(text)
        .ok_or_else(|| Refusal::new("bad-value", format!("`{text}` is no number"), number_help(text)))
}

fn count(text: &str) -> Result<u64, Refusal> {
    let wrong = |message: String| Refusal::new("bad-value", message, count_help(text));
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong(format!("`{text}` is no count")));
    }
    match text.parse() {
        Ok(count) if count <= LARGEST_COUNT => Ok(count),
        _ => Err(wrong(format!("`{text}` is too large a count"))),
    }
}
