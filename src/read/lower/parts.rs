//! Mappings inside records, read as records are.

use std::fmt;

use super::reader::Record;
use crate::ledger::model::statement::Check;
use crate::read::fields::{CHECK, Field, Kind};
use crate::read::yaml::tree::Node;

/// What is read as a record, in messages.
#[derive(Clone, Copy)]
pub(super) enum What {
    /// A record of the list of that name.
    OneOf(&'static str),
    /// A part of a record.
    Part(&'static str),
    /// All that a file holds.
    File(&'static str),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(list) => write!(f, "a record of `{list}`"),
            Self::Part(words) | Self::File(words) => f.write_str(words),
        }
    }
}

impl<'r, 't> Record<'r, 't> {
    /// Opens a mapping inside a record; `words` say what it is: "a position". What is wrong with it goes to the record by
    /// [`Record::adopt`].
    pub fn part(words: &'static str, fields: &'static [Field], node: &'r Node<'t>) -> Self {
        Self::of(What::Part(words), fields, node)
    }

    /// Opens the mapping that a file is, which is no ledger; `words` say what it is: "a mapping".
    pub fn file(words: &'static str, fields: &'static [Field], node: &'r Node<'t>) -> Self {
        Self::of(What::File(words), fields, node)
    }

    /// Takes over what was found wrong with a part.
    pub fn adopt(&mut self, part: Record<'_, '_>) {
        self.problems.extend(part.problems);
    }

    /// The mapping under a key of that kind, opened; nothing where the key is not given.
    pub fn mapping(&mut self, key: &str) -> Option<Record<'r, 't>> {
        let Some(Kind::Mapping(fields)) = self.field(key).map(|field| field.kind) else { return None };
        let node = self.items(key).into_iter().next()?;
        Some(Record::part("this mapping", fields, node))
    }
}

/// What to do where a record is no mapping.
pub(super) fn no_mapping(fields: &[Field], node: &Node<'_>) -> String {
    let key = fields[0].key;
    // `id:norland` is one word for YAML.
    let split = node.as_str().and_then(|text| text.split_once(':'));
    match split.filter(|(key, _)| fields.iter().any(|field| field.key == *key)) {
        Some((key, value)) => {
            let first = value.split_whitespace().next().unwrap_or("…");
            format!("write a space after each colon, as in `{key}: {first}`")
        }
        None => format!("write `- {key}: …`, and each further key on a line of its own below it"),
    }
}

/// `checked`: mappings of a reader and a day. One without a reader is a problem of the record.
pub(super) fn checks(record: &mut Record<'_, '_>) -> Vec<Check> {
    let mut found = Vec::new();
    for node in record.items("checked") {
        let mut part = Record::part("a check", CHECK, node);
        let (by, date) = (part.words("by"), part.date("date"));
        found.extend(by.map(|by| Check { by: by.into(), date }));
        record.adopt(part);
    }
    found
}
