//! The records that the rows of a sheet make, and the rows that make none, each with its reason.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::made::{Made, One, Refused, Rejected};
use super::mapping::{Entry, Mapping, known};
use super::names::{Names, Open, Placed};
use crate::entry::draft::Draft;
use crate::grid::{Column, Fault, Grid, Row};
use crate::ledger::Ledger;
use crate::read::fields::{self, Kind};
use crate::write::emit::Yaml;

/// The copy of a sheet that is kept.
pub struct Of<'c> {
    /// What the record of the source says of it.
    pub keys: &'c [(&'static str, Yaml)],
    /// Rows that cannot be used.
    pub failed: &'c BTreeMap<usize, String>,
}

/// What was made of the rows so far.
pub(super) struct Maker<'m> {
    pub(super) ledger: &'m Ledger,
    pub(super) mapping: &'m Mapping,
    pub(super) columns: &'m [Column],
    names: Names<'m>,
    drafts: Vec<(usize, Draft)>,
    /// Where the draft of a record stands.
    places: FxHashMap<(&'static str, String), usize>,
    /// Records that would not be sound.
    refused: &'m Refused,
}

/// The records that the rows of a sheet make, without those that were `refused`. Those of the file `own` were made by it
/// before, and are made again.
///
/// # Errors
/// A row that cannot be read: nothing is made then.
pub fn made<'m>(
    ledger: &'m Ledger,
    own: &'m str,
    mapping: &'m Mapping,
    columns: &'m [Column],
    rows: Grid<'_>,
    copy: &Of<'_>,
    refused: &'m Refused,
) -> Result<Made, Fault> {
    let names = Names::new(ledger, own, &mapping.names);
    let mut maker =
        Maker { ledger, mapping, columns, names, drafts: Vec::new(), places: FxHashMap::default(), refused };
    maker.source(copy.keys);
    let mut made = Made::default();
    for row in rows {
        let row = row?;
        made.rows += 1;
        let reasons = match copy.failed.get(&row.number) {
            Some(reason) => vec![reason.clone()],
            None => maker.row(&row),
        };
        if !reasons.is_empty() {
            let cells = row.cells.iter().map(|cell| cell.text.clone()).collect();
            made.rejected.push(Rejected { row: row.number, reason: reasons.join("; "), cells });
        }
    }
    made.open =
        maker.names.open.into_iter().map(|((list, name), alike)| Open { list, name, alike }).collect();
    let record = |(row, draft): (usize, Draft)| One {
        list: draft.list.name,
        id: draft.values("id").first().cloned().unwrap_or_default(),
        record: draft.record(),
        row,
    };
    made.records = maker.drafts.into_iter().map(record).collect();
    Ok(made)
}

impl Maker<'_> {
    /// The source that the sheet becomes.
    fn source(&mut self, copy: &[(&'static str, Yaml)]) {
        let sheet = &self.mapping.sheet;
        self.begin("sources", &sheet.id, 0);
        let at = self.drafts.len() - 1;
        let outlet = sheet.outlet.as_ref().and_then(|outlet| self.outlet(outlet));
        let published = sheet.published.map(|date| date.to_string());
        let own = [
            ("title", sheet.title.clone()),
            ("url", sheet.url.clone()),
            ("outlet", outlet),
            ("published", published),
        ];
        let draft = &mut self.drafts[at].1;
        for (key, value) in own {
            if let Some(value) = value {
                draft.give(key, value);
            }
        }
        for (key, value) in copy {
            if let Yaml::Text(text) = value {
                draft.give(key, text.clone());
            }
        }
    }

    /// Who compiled the sheet; none where only a person can say who that is.
    fn outlet(&mut self, name: &str) -> Option<String> {
        let before = self.drafts.len();
        let id = self.id("parties", name, 0).ok()?;
        if self.drafts.len() > before
            && let Some((_, draft)) = self.drafts.last_mut()
        {
            draft.give("kind", "outlet".to_owned());
        }
        Some(id)
    }

    /// Makes what a row makes; why it makes not all that it should.
    fn row(&mut self, row: &Row) -> Vec<String> {
        let mut reasons = Vec::new();
        if let Some(cell) =
            row.cells.iter().skip(self.columns.len()).find(|cell| !cell.text.trim().is_empty())
        {
            reasons.push(format!("“{}” stands in a column without a heading", cell.text.trim()));
            return reasons;
        }
        let mapping = self.mapping;
        let mut asked = false;
        let start = self.mark();
        let (named, said): (Vec<_>, Vec<_>) =
            mapping.entries.iter().enumerate().partition(|(_, entry)| entry.list.name != "statements");
        for (at, entry) in named.into_iter().chain(said) {
            if let Some((column, words)) = &entry.only
                && !words.contains(&row.text(*column).to_lowercase())
            {
                continue;
            }
            asked = true;
            let before = self.mark();
            if let Err(reason) = self.entry(at, entry, row) {
                if entry.list.name == "statements" {
                    self.back_to(before);
                }
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        // What only a row that says nothing names is in nothing that is made.
        if !reasons.is_empty() && !self.drafts[start.0..].iter().any(|(_, it)| it.list.name == "statements") {
            self.back_to(start);
        }
        if !asked {
            reasons.push("no record of the mapping is made of such a row".to_owned());
        }
        reasons
    }

    /// How many records and names there are so far.
    fn mark(&self) -> (usize, usize) {
        (self.drafts.len(), self.names.mark())
    }

    /// Takes back the records and the names that were new since a mark.
    fn back_to(&mut self, (drafts, names): (usize, usize)) {
        for (_, draft) in self.drafts.drain(drafts..) {
            if let Some(id) = draft.values("id").first() {
                self.places.remove(&(draft.list.name, id.clone()));
            }
        }
        self.names.back_to(names);
    }

    /// Why a record is not made; none where it may be.
    fn refusal(&self, list: &'static str, id: &str) -> Result<(), String> {
        if self.refused.is_empty() {
            return Ok(());
        }
        self.refused.get(&(list, id.to_owned())).map_or(Ok(()), |reason| Err(reason.clone()))
    }

    fn entry(&mut self, at: usize, entry: &Entry, row: &Row) -> Result<(), String> {
        if entry.list.name == "statements" { self.statement(at, entry, row) } else { self.named(entry, row) }
    }

    /// A record that has a name: rows of one name are one record.
    fn named(&mut self, entry: &Entry, row: &Row) -> Result<(), String> {
        let named =
            |key: &str| entry.values.iter().find(|(field, _)| field.key == key).map(|(_, value)| value);
        let texts = match &entry.key {
            Some(key) => key.fill(row, &self.mapping.unknown).into_iter().collect(),
            None => match named("name").or_else(|| named("url")).or_else(|| named("title")) {
                Some(value) => self.texts(value, row),
                None => return Err(format!("a record of `{}` needs a `name` or a `key`", entry.list.name)),
            },
        };
        // Who has no name in a row is nobody there.
        let several = texts.len() > 1;
        for text in texts {
            let id = match self.names.find(entry.list.name, &text, entry.key.is_some())? {
                Placed::Known(id) => id,
                Placed::New(id) => {
                    self.begin(entry.list.name, &id, row.number);
                    id
                }
            };
            self.refusal(entry.list.name, &id)?;
            let Some(place) = self.places.get(&(entry.list.name, id)).copied() else { continue };
            for (field, value) in &entry.values {
                let values = if field.key == "name" && several {
                    vec![text.clone()]
                } else {
                    self.values(field, value, row)?
                };
                let first = self.drafts[place].0;
                let draft = &mut self.drafts[place].1;
                for value in values {
                    let there = draft.values(field.key);
                    if there.contains(&value) {
                        continue;
                    }
                    if there.is_empty() || field.many {
                        draft.give(field.key, value);
                    } else if field.key != "name" {
                        return Err(format!(
                            "`{}` is “{}” in row {first}, and “{value}” here",
                            field.key, there[0]
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    fn statement(&mut self, at: usize, entry: &Entry, row: &Row) -> Result<(), String> {
        let mut draft = Draft::new(entry.list);
        for (field, value) in &entry.values {
            for value in self.values(field, value, row)? {
                draft.give(field.key, value);
            }
        }
        if let Some(field) = draft.missing().next() {
            return Err(format!("a statement needs `{}`, and its cell says nothing", field.key));
        }
        let says = entry.list.fields.iter().filter(|field| matches!(field.kind, Kind::Position(_)));
        let says = says.map(|field| field.key).chain(["quote", "note", "retracts"]);
        if says.into_iter().all(|key| draft.values(key).is_empty()) {
            return Err("nothing is said: the cells for words and positions are empty".to_owned());
        }
        if draft.values("source").is_empty() {
            draft.give("source", self.mapping.sheet.id.clone());
        }
        if draft.values("locator").is_empty() {
            draft.give("locator", format!("row {}", row.number));
        }
        if draft.values("id").is_empty() {
            let key = self.mapping.sheet.key.and_then(|column| known(row, column, &self.mapping.unknown));
            let key = key.map_or_else(|| format!("row {}", row.number), str::to_owned);
            let first = self.mapping.entries.iter().position(|entry| entry.list.name == "statements");
            let more = if first == Some(at) { String::new() } else { format!(" {}", at + 1) };
            let id = self.names.free("statements", &format!("{} {key}{more}", self.mapping.sheet.id));
            draft.give("id", id);
        }
        self.refusal("statements", draft.values("id").first().map_or("", String::as_str))?;
        self.drafts.push((row.number, draft));
        Ok(())
    }

    /// Begins a record that has nothing but its id.
    fn begin(&mut self, list: &'static str, id: &str, row: usize) {
        if let Some(of) = fields::list(list) {
            let mut draft = Draft::new(of);
            draft.give("id", id.to_owned());
            self.places.insert((list, id.to_owned()), self.drafts.len());
            self.drafts.push((row, draft));
        }
    }

    /// The id of a name; a record is begun where it is new.
    pub(super) fn id(&mut self, list: &'static str, name: &str, row: usize) -> Result<String, String> {
        match self.names.find(list, name, false)? {
            Placed::Known(id) => self.refusal(list, &id).map(|()| id),
            Placed::New(id) => {
                self.begin(list, &id, row);
                let key = if list == "sources" { "title" } else { "name" };
                if let Some((_, draft)) =
                    self.drafts.last_mut().filter(|_| id != name && list != "statements")
                {
                    draft.give(key, name.trim().to_owned());
                }
                self.refusal(list, &id).map(|()| id)
            }
        }
    }
}
