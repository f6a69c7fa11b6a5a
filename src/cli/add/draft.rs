//! A record in the making: texts under the keys of its list, and the way from them to what is written.

use std::collections::HashMap;

use crate::read::fields::{Field, Kind, List};
use crate::write::emit::{Record, Yaml};

/// A record in the making.
#[derive(Clone)]
pub struct Draft {
    /// Its list.
    pub list: &'static List,
    given: HashMap<&'static str, Vec<String>>,
}

impl Draft {
    /// One of which nothing is known yet.
    pub fn new(list: &'static List) -> Self {
        Self { list, given: HashMap::new() }
    }

    /// Gives a key one value more.
    pub fn give(&mut self, key: &'static str, value: String) {
        self.given.entry(key).or_default().push(value);
    }

    /// Takes all values of a key away.
    pub fn forget(&mut self, key: &str) {
        self.given.remove(key);
    }

    /// Takes the last value of a key away.
    pub fn take_back(&mut self, key: &'static str) -> Option<String> {
        let values = self.given.get_mut(key)?;
        let last = values.pop();
        if values.is_empty() {
            self.given.remove(key);
        }
        last
    }

    /// The values of a key.
    pub fn values(&self, key: &str) -> &[String] {
        self.given.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether its list has ids, and this record none yet.
    pub fn wants_id(&self) -> bool {
        self.list.fields.iter().any(|field| field.key == "id") && self.values("id").is_empty()
    }

    /// What it cannot do without and has not, its id left aside: that can be made.
    pub fn missing(&self) -> impl Iterator<Item = &'static Field> + '_ {
        let wanted = self.list.fields.iter().filter(|field| field.required && field.key != "id");
        wanted.filter(|field| self.values(field.key).is_empty())
    }

    /// The record as it is to be written, its keys in the order of the table.
    pub fn record(&self) -> Record {
        let given = self.list.fields.iter().filter(|field| !self.values(field.key).is_empty());
        given.fold(Record::default(), |record, field| {
            let values = self.values(field.key);
            match field.kind {
                Kind::Position(keys) => {
                    let items = values.iter().map(|text| position(keys, text)).collect();
                    record.with(field.key, Yaml::List(items))
                }
                Kind::Coordinates => record.with(field.key, degrees(&values[0])),
                _ if values.len() == 1 => record.with(field.key, value(field.kind, &values[0])),
                _ => {
                    let items = values.iter().map(|text| value(field.kind, text)).collect();
                    record.with(field.key, Yaml::List(items))
                }
            }
        })
    }
}

fn value(kind: Kind, text: &str) -> Yaml {
    match kind {
        Kind::Number(..) => text.trim().parse().map_or_else(|_| Yaml::Text(text.to_owned()), Yaml::Number),
        Kind::Membership(keys) | Kind::Carrier(keys) => with_more(keys, text),
        Kind::Mapping(keys) => keyed(keys, Record::default(), text, text.split(';')),
        Kind::Flag if matches!(text.trim(), "true" | "false") => Yaml::Flag(text.trim() == "true"),
        Kind::Words => Yaml::Text(text.to_owned()),
        _ => Yaml::Text(text.trim().to_owned()),
    }
}

/// Two numbers, with a comma or a space between them.
fn degrees(text: &str) -> Yaml {
    let parts = text.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let number = |part: &str| part.parse().map_or_else(|_| Yaml::Text(part.to_owned()), Yaml::Degrees);
    Yaml::List(parts.map(number).collect())
}

/// A proposition or, with more behind it, a position written long: `killed(fire) = 7; scope: the past day`.
fn position(keys: &'static [Field], text: &str) -> Yaml {
    match text.split_once(';') {
        Some((says, more)) => keyed(keys, Record::default().text("says", says.trim()), text, more.split(';')),
        None => Yaml::Text(text.to_owned()),
    }
}

/// A party's id or, with more behind it, a mapping: `ministry, title: spokesman, from: 2020`.
fn with_more(keys: &'static [Field], text: &str) -> Yaml {
    match text.split_once(',') {
        Some((party, more)) => {
            keyed(keys, Record::default().text("party", party.trim()), text, more.split(','))
        }
        None => Yaml::Text(text.trim().to_owned()),
    }
}

/// A mapping with more keys: `title: spokesman`. Where one of them is none, all is text: nothing is left out, and the
/// reader says what is wrong with it.
fn keyed<'t>(
    keys: &'static [Field],
    mut record: Record,
    whole: &str,
    parts: impl Iterator<Item = &'t str>,
) -> Yaml {
    for part in parts.map(str::trim) {
        let (key, value) = part.split_once(':').unwrap_or((part, ""));
        let Some(field) = keys.iter().find(|field| field.key == key.trim()) else {
            return Yaml::Text(whole.trim().to_owned());
        };
        record = record.text(field.key, value.trim());
    }
    Yaml::Map(record)
}
