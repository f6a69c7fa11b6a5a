//! What a printed record is made of, in order, and the way from it to YAML.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_yaml::DoubleQuoted;

use crate::ledger::model::date::Date;
use crate::text::hides;

/// A value of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Yaml {
    /// Text, quoted where YAML could take it for something else.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Degrees.
    Degrees(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Yaml>),
    /// A mapping.
    Map(Record),
}

/// The keys and values of a record, in the order in which they are printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(Vec<(&'static str, Yaml)>);

impl Record {
    /// The keys and values.
    #[must_use]
    pub fn entries(&self) -> &[(&'static str, Yaml)] {
        &self.0
    }

    /// A record with an id.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self::default().text("id", id)
    }

    /// Any value.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: Yaml) -> Self {
        self.0.push((key, value));
        self
    }

    /// A text.
    #[must_use]
    pub fn text(self, key: &'static str, text: &str) -> Self {
        self.with(key, Yaml::Text(text.to_owned()))
    }

    /// A text, where there is one.
    #[must_use]
    pub fn maybe(self, key: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    /// A date, where there is one.
    #[must_use]
    pub fn date(self, key: &'static str, date: Option<Date>) -> Self {
        self.maybe(key, date.map(|date| date.to_string()).as_deref())
    }

    /// Texts, where there are any: one stands alone, several are a list.
    #[must_use]
    pub fn texts<T: AsRef<str>>(self, key: &'static str, texts: impl IntoIterator<Item = T>) -> Self {
        self.values(key, texts.into_iter().map(|text| Yaml::Text(text.as_ref().to_owned())).collect())
    }

    /// Values, where there are any: one stands alone, several are a list.
    #[must_use]
    pub fn values(self, key: &'static str, mut values: Vec<Yaml>) -> Self {
        match values.len() {
            0 => self,
            1 => self.with(key, values.remove(0)),
            _ => self.with(key, Yaml::List(values)),
        }
    }

    /// Texts, where there are any: always a list.
    #[must_use]
    pub fn list(self, key: &'static str, texts: Vec<String>) -> Self {
        if texts.is_empty() {
            return self;
        }
        self.with(key, Yaml::List(texts.into_iter().map(Yaml::Text).collect()))
    }

    /// Mappings, where there are any: always a list.
    #[must_use]
    pub fn maps(self, key: &'static str, records: Vec<Record>) -> Self {
        if records.is_empty() {
            return self;
        }
        self.with(key, Yaml::List(records.into_iter().map(Yaml::Map).collect()))
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Yaml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // Only between double quotes can it be escaped; see `visible`.
            Self::Text(text) if text.contains(hides) => DoubleQuoted(text).serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Degrees(degrees) => serializer.serialize_f64(*degrees),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(items) => items.serialize(serializer),
            Self::Map(record) => record.serialize(serializer),
        }
    }
}

/// The text of a file that holds these lists; one without records is left out.
pub(super) fn document(lists: Vec<(&'static str, Vec<Record>)>) -> String {
    file(&lists.into_iter().fold(Record::default(), |file, (list, records)| file.maps(list, records)))
}

/// The text of a file that holds these keys; empty where there are none.
#[must_use]
pub fn file(file: &Record) -> String {
    if file.0.is_empty() {
        return String::new();
    }
    let options = serde_yaml::ser_options! { compact_list_indent: false, prefer_block_scalars: false };
    // Texts, numbers and lists of them cannot fail to be written to a text.
    visible(&serde_yaml::to_string_with_options(file, options).unwrap_or_default())
}

/// The same document with escapes for characters that hide or steer; they stand between double quotes only.
fn visible(document: &str) -> String {
    let mut out = String::with_capacity(document.len());
    for character in document.chars() {
        if hides(character) {
            out.push_str(&format!("\\U{:08X}", u32::from(character)));
        } else {
            out.push(character);
        }
    }
    out
}
