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
    /// What a text of `given` stands for where it is a mapping that was at hand as such.
    long: HashMap<String, Yaml>,
}

impl Draft {
    /// One of which nothing is known yet.
    #[must_use]
    pub fn new(list: &'static List) -> Self {
        Self { list, given: HashMap::new(), long: HashMap::new() }
    }

    /// A record that is at hand.
    #[must_use]
    pub fn of(list: &'static List, record: &Record) -> Self {
        let mut draft = Self::new(list);
        for (key, value) in record.entries() {
            let Some(field) = list.fields.iter().find(|field| field.key == *key) else { continue };
            match value {
                Yaml::List(items) if !matches!(field.kind, Kind::Coordinates) => {
                    for item in items {
                        draft.give_yaml(field.key, item);
                    }
                }
                one => draft.give_yaml(field.key, one),
            }
        }
        draft
    }

    fn give_yaml(&mut self, key: &'static str, value: &Yaml) {
        let text = text(value);
        if matches!(value, Yaml::Map(_)) {
            self.long.insert(text.clone(), value.clone());
        }
        self.give(key, text);
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
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether its list has ids, and this record none yet.
    #[must_use]
    pub fn wants_id(&self) -> bool {
        self.list.fields.iter().any(|field| field.key == "id") && self.values("id").is_empty()
    }

    /// What it cannot do without and has not, its id left aside: that can be made.
    pub fn missing(&self) -> impl Iterator<Item = &'static Field> + '_ {
        let wanted = self.list.fields.iter().filter(|field| field.required && field.key != "id");
        wanted.filter(|field| self.values(field.key).is_empty())
    }

    /// The record as it is to be written, its keys in the order of the table.
    #[must_use]
    pub fn record(&self) -> Record {
        let given = self.list.fields.iter().filter(|field| !self.values(field.key).is_empty());
        given.fold(Record::default(), |record, field| {
            let values = self.values(field.key);
            match field.kind {
                Kind::Position(keys) => {
                    let items = values.iter().map(|text| self.long(text, || position(keys, text))).collect();
                    record.with(field.key, Yaml::List(items))
                }
                Kind::Coordinates => record.with(field.key, degrees(&values[0])),
                kind => {
                    let value = |text: &String| self.long(text, || value(kind, text));
                    record.values(field.key, values.iter().map(value).collect())
                }
            }
        })
    }

    /// The mapping that a text stands for, else what can be read out of it.
    fn long(&self, text: &str, read: impl Fn() -> Yaml) -> Yaml {
        self.long.get(text).cloned().unwrap_or_else(read)
    }
}

/// A value as it is given by a flag.
fn text(value: &Yaml) -> String {
    match value {
        Yaml::Text(text) => text.clone(),
        Yaml::Number(number) => number.to_string(),
        Yaml::Degrees(degrees) => degrees.to_string(),
        Yaml::Flag(flag) => flag.to_string(),
        Yaml::List(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Yaml::Map(record) => {
            let with_key = |(at, (key, value)): (usize, &(&str, Yaml))| match at {
                0 => text(value),
                _ => format!("{key}: {}", text(value)),
            };
            record.entries().iter().enumerate().map(with_key).collect::<Vec<_>>().join(", ")
        }
    }
}

fn value(kind: Kind, text: &str) -> Yaml {
    match kind {
        Kind::Number(..) => text.trim().parse().map_or_else(|_| Yaml::Text(text.to_owned()), Yaml::Number),
        Kind::Membership(keys) | Kind::Carrier(keys) => with_more(keys, text),
        Kind::Mapping(keys) => keyed(keys, Record::default(), text, text.split(';')),
        Kind::Sentence(keys) => under(keys, text),
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

/// A sentence or, with a stance before it, a mapping: `denies: {1} denied {2}`.
fn under(keys: &'static [Field], text: &str) -> Yaml {
    let split = text.split_once(':').map(|(key, rest)| (key.trim(), rest.trim()));
    let found = split.and_then(|(key, rest)| Some((keys.iter().find(|field| field.key == key)?, rest)));
    match found {
        Some((field, rest)) => Yaml::Map(Record::default().text(field.key, rest)),
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
