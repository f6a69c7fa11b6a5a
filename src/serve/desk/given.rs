//! A record as a form gives it: texts under the keys of its list, and positions as they were put together from menus.

use serde_json::{Map, Value};

use super::Answer;
use crate::entry::dates;
use crate::entry::draft::Draft;
use crate::entry::sentence;
use crate::ledger::Ledger;
use crate::ledger::model::date::{Date, day_number};
use crate::read::fields::{self, Field, Kind, List};
use crate::read::find;
use crate::write::emit::{Record, Yaml};

/// The draft of a record of a list; dates in it may be as people say them, counted from the source's day, else from `today`.
///
/// # Errors
/// What in it cannot be understood.
pub(super) fn draft(ledger: &Ledger, list: &str, asked: &Value) -> Result<Draft, Answer> {
    let refused = |message: &str, help: &str| Answer::refused(400, message, help);
    let list = fields::list(list).ok_or_else(|| refused("There is no such list.", "Reload the page."))?;
    let given = asked["record"].as_object();
    let given = given.ok_or_else(|| refused("No record was sent.", "Reload the page."))?;
    if let Some(key) = given.keys().find(|key| list.fields.iter().all(|field| field.key != *key)) {
        return Err(refused(&format!("A record of `{}` has no `{key}`.", list.name), "Reload the page."));
    }
    let mut draft = Draft::of(list, &record(ledger, list, given)?);
    // An id that was given before another record had it.
    if draft.values("id").iter().any(|id| find(ledger, list.name, id).is_some()) {
        draft.forget("id");
    }
    let from = dates::counted_from(ledger, &draft, || today(asked));
    for field in list.fields.iter().filter(|field| matches!(field.kind, Kind::Date)) {
        let values = draft.values(field.key).to_vec();
        draft.forget(field.key);
        for text in values {
            let date = dates::given(&text, from);
            draft.give(field.key, date.map_err(|several| Answer::refused(422, &several, ""))?);
        }
    }
    Ok(draft)
}

/// The day on which the form is filled in, by the clock of whoever does.
fn today(asked: &Value) -> i32 {
    let day = asked["today"].as_str().and_then(|text| Date::parse(text).ok());
    day.map_or_else(|| day_number(1970, 1, 1), |date| date.first())
}

fn record(ledger: &Ledger, list: &'static List, given: &Map<String, Value>) -> Result<Record, Answer> {
    let mut record = Record::default();
    for field in list.fields {
        let Some(value) = given.get(field.key) else { continue };
        let values = match value {
            Value::Array(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut read = Vec::new();
        for value in values {
            read.extend(one(ledger, field, value)?);
        }
        record = record.values(field.key, read);
    }
    Ok(record)
}

/// One value; none where a text is empty.
fn one(ledger: &Ledger, field: &Field, value: &Value) -> Result<Option<Yaml>, Answer> {
    let odd = || Answer::refused(400, &format!("`{}` cannot be read.", field.key), "Reload the page.");
    match (field.kind, value) {
        (_, Value::Null) => Ok(None),
        (Kind::Position(keys), Value::Object(position)) => {
            let says = said(ledger, position)?.ok_or_else(odd)?;
            let mut long = Record::default().text("says", &says);
            for key in keys.iter().filter(|key| key.key != "says") {
                match position.get(key.key).map(|value| value.as_str().map(str::trim)) {
                    Some(Some("")) | None => {}
                    Some(Some(text)) => long = long.text(key.key, text),
                    Some(None) => return Err(odd()),
                }
            }
            Ok(Some(if long.entries().len() > 1 { Yaml::Map(long) } else { Yaml::Text(says) }))
        }
        (_, Value::String(text)) => {
            Ok(Some(text.trim()).filter(|text| !text.is_empty()).map(|text| Yaml::Text(text.to_owned())))
        }
        (Kind::Flag, Value::Bool(flag)) => Ok(Some(Yaml::Flag(*flag))),
        _ => Err(odd()),
    }
}

/// The proposition of a position: as it is written, or put together from a predicate, its arguments and its value.
fn said(ledger: &Ledger, position: &Map<String, Value>) -> Result<Option<String>, Answer> {
    if let Some(says) = position.get("says") {
        return Ok(says.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned));
    }
    let named = position.get("predicate").and_then(Value::as_str);
    let Some(id) = named.and_then(|name| ledger.vocabulary.find(name)) else { return Ok(None) };
    let predicate = ledger.vocabulary.get(id);
    let arguments = position.get("arguments").and_then(Value::as_array);
    let arguments =
        arguments.into_iter().flatten().map(|one| one.as_str().unwrap_or_default().trim().to_owned());
    // Those that may be left out stand last.
    let arguments: Vec<String> = arguments.take_while(|one| !one.is_empty()).collect();
    let free = position.get("free").and_then(Value::as_bool).unwrap_or_default();
    let value =
        position.get("value").and_then(Value::as_str).map(str::trim).filter(|value| !value.is_empty());
    let value = value.map(|value| sentence::valued(predicate, value, free)).transpose();
    let value = value.map_err(|fault| Answer::refused(422, fault, ""))?;
    Ok(Some(sentence::composed(predicate, &arguments, value.as_deref())))
}
