//! What a key of a record is given for a row: texts, ids, days, propositions.

use super::mapping::Value;
use super::names::list_of;
use super::positions::position;
use super::rows::Maker;
use super::values;
use crate::grid::Row;
use crate::read::fields::{Field, Kind};

impl Maker<'_> {
    /// The texts of a value for a row.
    pub(super) fn texts(&self, value: &Value, row: &Row) -> Vec<String> {
        let unknown = &self.mapping.unknown;
        let filled = value.templates.iter().filter_map(|template| template.fill(row, unknown));
        let filled = filled.take(if value.first { 1 } else { usize::MAX });
        let mut all: Vec<String> = Vec::new();
        for text in filled {
            let parts: Vec<&str> = match value.split.as_deref().filter(|split| !split.is_empty()) {
                Some(split) => text.split(split).collect(),
                None => vec![&text],
            };
            for part in parts.into_iter().map(str::trim) {
                let says = !part.is_empty() && !unknown.contains(&part.to_lowercase());
                if says && !all.iter().any(|other| other == part) {
                    all.push(part.to_owned());
                }
            }
        }
        all
    }

    /// What a key is given for a row.
    pub(super) fn values(&mut self, field: &Field, value: &Value, row: &Row) -> Result<Vec<String>, String> {
        let list = match field.kind {
            Kind::Position(_) => return self.positions(value, row),
            Kind::Reference(list) => Some(list_of(list)),
            Kind::Speaker | Kind::Carrier(_) | Kind::StatementOrParty => Some("parties"),
            _ => None,
        };
        let texts = self.texts(value, row);
        if texts.len() > 1 && !field.many {
            return Err(format!("`{}` takes one value, and the cell has {}", field.key, texts.len()));
        }
        let mut all = Vec::new();
        for text in texts {
            all.push(match (list, field.kind) {
                (_, Kind::Speaker | Kind::Carrier(_)) if text == "unknown" => text,
                (Some("sources"), _) if text == self.mapping.sheet.id => text,
                (Some(list), _) => self.id(list, &text, row.number)?,
                (None, Kind::Date) => values::date(&text, &value.templates[0], self.mapping)?,
                (None, _) => text,
            });
        }
        Ok(all)
    }

    fn positions(&mut self, value: &Value, row: &Row) -> Result<Vec<String>, String> {
        let mut all = Vec::new();
        for template in &value.templates {
            let (ledger, mapping, columns) = (self.ledger, self.mapping, self.columns);
            let number = row.number;
            let made = position(ledger, mapping, columns, template, row, &mut |list, name| {
                self.id(list, name, number)
            })?;
            all.extend(made);
            if value.first && !all.is_empty() {
                break;
            }
        }
        Ok(all)
    }
}
