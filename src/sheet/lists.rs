//! The positions of a record as they are written, in six lists, and as they are to be.

use super::meant::Told;
use super::rows::plain;
use crate::ledger::model::stance::Stance;
use crate::read::fields::{Field, Kind, POSITION};
use crate::read::yaml::tree::{Node, Value};
use crate::write::edit::Setting;
use crate::write::emit::{Record, Yaml};

/// The positions of a record, in the six lists in which they are written.
pub(super) struct Lists {
    /// For each stance whether a list stands there, and its positions; one that goes elsewhere leaves nothing.
    rows: Vec<(Stance, bool, Vec<Option<Yaml>>)>,
    /// How many positions each had, and whether anything becomes of them.
    had: Vec<usize>,
    touched: Vec<bool>,
}

impl Lists {
    pub fn of(node: &Node<'_>) -> Option<Self> {
        let mut rows = Vec::new();
        for stance in Stance::ALL {
            let value = node.get(stance.key()).filter(|value| !value.is_null());
            let items = match value.map(|value| (&value.value, value)) {
                None => Vec::new(),
                Some((Value::Sequence { items, .. }, _)) => {
                    items.iter().map(|item| yaml(item).map(Some)).collect::<Option<Vec<_>>>()?
                }
                Some((_, one)) => vec![Some(yaml(one)?)],
            };
            rows.push((stance, value.is_none_or(|value| value.items().is_some()), items));
        }
        let had = rows.iter().map(|(_, _, items)| items.len()).collect();
        Some(Self { touched: vec![false; rows.len()], had, rows })
    }

    pub fn len(&self) -> usize {
        self.had.iter().sum()
    }

    /// Gives the position at an index what it is told to be; one that is new comes last.
    pub fn tell(&mut self, at: usize, told: &Told, says: bool) -> Option<()> {
        let to = self.rows.iter().position(|(stance, ..)| *stance == told.stance)?;
        let mut left = at;
        let from = self.had.iter().position(|had| {
            let here = left < *had;
            left -= if here { 0 } else { *had };
            here
        });
        let old = from.and_then(|from| self.rows[from].2[left].clone());
        let new = item(old.as_ref(), told, says)?;
        self.touched[to] = true;
        match from {
            Some(from) if from == to => self.rows[to].2[left] = Some(new),
            from => {
                if let Some(from) = from {
                    self.rows[from].2[left] = None;
                    self.touched[from] = true;
                }
                self.rows[to].2.push(Some(new));
            }
        }
        Some(())
    }

    pub fn settings(self) -> impl Iterator<Item = Setting> {
        let rows = self.rows.into_iter().zip(self.touched).filter(|(_, touched)| *touched);
        rows.map(|((stance, list, items), _)| {
            let mut items: Vec<Yaml> = items.into_iter().flatten().collect();
            let value = match items.len() {
                0 => None,
                1 if !list => items.pop(),
                _ => Some(Yaml::List(items)),
            };
            (stance.key(), value)
        })
    }
}

/// A position as it is written: short, or long where anything stands beside it. Keys keep their order.
fn item(old: Option<&Yaml>, told: &Told, says: bool) -> Option<Yaml> {
    let empty = Record::default();
    let (said, entries) = match old {
        None => (None, empty.entries()),
        Some(Yaml::Text(text)) => (Some(text), empty.entries()),
        Some(Yaml::Map(record)) => {
            let text = record.entries().iter().find(|(key, _)| *key == "says").map(|(_, value)| value);
            let Some(Yaml::Text(text)) = text else { return None };
            (Some(text), record.entries())
        }
        Some(_) => return None,
    };
    let says = said.filter(|_| !says).unwrap_or(&told.says);
    let wanted = [
        ("says", says.as_str()),
        ("quote", told.words.as_str()),
        ("scope", told.scope.as_str()),
        ("as-of", told.as_of.as_str()),
    ];
    let value = |key: &str| wanted.iter().find(|(own, _)| *own == key).map_or("", |(_, value)| value);
    let mut keys: Vec<&'static str> = entries.iter().map(|(key, _)| *key).collect();
    keys.extend(
        POSITION.iter().map(|field| field.key).filter(|key| !entries.iter().any(|(own, _)| own == key)),
    );
    let record = keys.into_iter().filter(|key| !value(key).is_empty());
    // What a cell shows of a text is not set anew: only spaces around it may differ.
    let kept = |key: &'static str| entries.iter().find(|(own, _)| *own == key).map(|(_, value)| value);
    let record = record.fold(Record::default(), |record, key| match kept(key) {
        Some(Yaml::Text(text)) if plain(text) == plain(value(key)) => record.text(key, text),
        _ => record.text(key, value(key)),
    });
    match record.entries() {
        [("says", Yaml::Text(text))] => Some(Yaml::Text(text.clone())),
        _ => Some(Yaml::Map(record)),
    }
}

/// A position as it was read; none where it is not one that a sheet knows.
fn yaml(node: &Node<'_>) -> Option<Yaml> {
    match &node.value {
        Value::Scalar { .. } if node.is_null() || node.cut_by().is_some() => None,
        Value::Scalar { text, .. } => Some(Yaml::Text(text.to_string())),
        Value::Sequence { .. } => None,
        Value::Mapping(entries) => {
            let known = |key: &Node<'_>| {
                let field: Option<&Field> = POSITION.iter().find(|field| key.as_str() == Some(field.key));
                field.filter(|field| !matches!(field.kind, Kind::Mapping(_))).map(|field| field.key)
            };
            let mut record = Record::default();
            for (key, value) in entries {
                record = record.with(known(key)?, yaml(value)?);
            }
            Some(Yaml::Map(record))
        }
    }
}
