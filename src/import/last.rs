//! What imports of a sheet did before, by the copies and the list that were kept beside its records.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::mapping::Mapping;
use super::prepare::open;
use super::{Of, One, Refused, made};
use crate::entry::copy::{FOLDER, Kept};
use crate::entry::desk::Desk;
use crate::grid::Column;
use crate::read::files::archives;
use crate::write::edit;
use crate::write::emit::{Record, Yaml};
use crate::write::store::Failure;

/// What imports of a sheet did before.
pub struct Last {
    /// What it would have made when it was last imported; none where the copies of then are not at hand.
    pub records: Option<Vec<One>>,
    /// The records that imports of it wrote: what somebody took out since is among them, as far as the list is at hand.
    ever: BTreeSet<(String, String)>,
    /// The ids that statements have on file, by those that the mapping gives them now.
    ids: BTreeMap<String, String>,
    /// The list as it was kept.
    list: Option<Vec<u8>>,
    /// Its file, and that of the mapping.
    pub listed: String,
    pub mapping: String,
}

impl Last {
    /// What was done before for the file at a path, whose text this is.
    ///
    /// # Errors
    /// The list is there and cannot be read.
    pub fn of(
        desk: &Desk,
        (path, text): (&str, &str),
        (written, mapping): (&str, &Mapping),
        columns: &[Column],
        kept: &Kept,
    ) -> Result<Self, Failure> {
        let folder = format!("{}/{FOLDER}/{}", desk.writer.name(), mapping.sheet.id);
        let listed = format!("{folder}.records.txt");
        let known = desk.writer.kept(&listed)?;
        let mut before = Self {
            records: None,
            ever: held(text),
            ids: BTreeMap::new(),
            list: known,
            listed,
            mapping: format!("{folder}.mapping.txt"),
        };
        for line in String::from_utf8_lossy(before.list.as_deref().unwrap_or_default()).lines() {
            let mut words = line.split(' ');
            if let (Some(list), Some(id)) = (words.next(), words.next()) {
                before.ever.insert((list.to_owned(), id.to_owned()));
                before.ids.extend(words.next().map(|now| (now.to_owned(), id.to_owned())));
            }
        }
        before.records = before.made(desk, path, (written, mapping), columns, kept);
        if let Some(mut records) = before.records.take() {
            let ever = &before.ever;
            records.retain(|one| ever.contains(&(one.list.to_owned(), one.id.clone())));
            before.records = Some(records);
        }
        Ok(before)
    }

    /// What the sheet would have made when it was last imported. Where another column tells its rows apart now, the ids that
    /// its statements have are kept.
    fn made(
        &mut self,
        desk: &Desk,
        path: &str,
        (now, mapping): (&str, &Mapping),
        columns: &[Column],
        kept: &Kept,
    ) -> Option<Vec<One>> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let written = String::from_utf8(desk.writer.kept(&self.mapping).ok()??).ok()?;
        let bytes = desk.writer.kept(&format!("{folder}/{}", kept.named)).ok()??;
        let hash = archives::hash(&bytes);
        let text = String::from_utf8(bytes).ok()?;
        let keys = [("archive", Yaml::Text(kept.named.clone())), ("sha256", Yaml::Text(hash))];
        let (nothing, none) = (BTreeMap::new(), Refused::default());
        let of = Of { keys: &keys, failed: &nothing };
        let made = |mapping: &Mapping| {
            let (columns, rows) = open(&text).ok()?;
            made(&desk.before.ledger, path, mapping, &columns, rows, &of, &none).ok().map(|made| made.records)
        };
        let (before, _) = open(&text).ok()?;
        let was = Mapping::read(&written, &before).ok()?;
        let mut records = made(&was)?;
        self.rename(&mut records);
        let name = |columns: &[Column], key: Option<usize>| {
            key.and_then(|at| columns.get(at)).map(|column| column.name.clone())
        };
        if name(&before, was.sheet.key) != name(columns, mapping.sheet.key)
            && let Some(again) = Mapping::read(now, &before).ok().and_then(|mapping| made(&mapping))
        {
            let own = by_row(&records);
            let pairs = by_row(&again)
                .into_iter()
                .filter_map(|(at, id)| Some((id.clone(), (*own.get(&at)?).clone())));
            self.ids.extend(pairs.filter(|(now, was)| now != was));
        }
        Some(records)
    }

    /// Records that are refused by the ids that they have on file, and by those that the mapping gives them.
    #[must_use]
    pub fn refused(&self, refused: &Refused) -> Refused {
        let mut all = refused.clone();
        for (now, id) in &self.ids {
            if let Some(reason) = refused.get(&("statements", id.clone())) {
                all.insert(("statements", now.clone()), reason.clone());
            }
        }
        all
    }

    /// Gives statements the ids that they have on file.
    pub fn rename(&self, records: &mut [One]) {
        if self.ids.is_empty() {
            return;
        }
        let own: FxHashSet<&String> =
            records.iter().map(|one| &one.id).filter(|id| !self.ids.contains_key(*id)).collect();
        let of = |one: &One| {
            self.ids.get(&one.id).filter(|id| one.list == "statements" && !own.contains(id)).cloned()
        };
        let renamed: Vec<(usize, String)> =
            records.iter().enumerate().filter_map(|(at, one)| Some((at, of(one)?))).collect();
        for (at, id) in renamed {
            let one = &mut records[at];
            one.record = one.record.entries().iter().fold(Record::default(), |record, (key, value)| {
                record.with(key, if *key == "id" { Yaml::Text(id.clone()) } else { value.clone() })
            });
            one.id = id;
        }
    }

    /// The list as it is with what a new text of the file holds; none where it is kept so already.
    pub fn list(mut self, text: &str) -> Option<(String, Vec<u8>)> {
        self.ever.extend(held(text));
        let mut lines: BTreeSet<String> =
            self.ever.iter().map(|(list, id)| format!("{list} {id}\n")).collect();
        lines.extend(self.ids.iter().map(|(now, id)| format!("statements {id} {now}\n")));
        let bytes = lines.into_iter().collect::<String>().into_bytes();
        (self.list.as_ref() != Some(&bytes)).then_some((self.listed, bytes))
    }
}

/// The ids of statements by their row and their place among those of the row.
fn by_row(records: &[One]) -> FxHashMap<(usize, usize), &String> {
    let mut ids = FxHashMap::default();
    let mut count: FxHashMap<usize, usize> = FxHashMap::default();
    for one in records.iter().filter(|one| one.list == "statements") {
        let place = count.entry(one.row).or_default();
        ids.insert((one.row, *place), &one.id);
        *place += 1;
    }
    ids
}

/// The records of a file: list and id.
fn held(text: &str) -> BTreeSet<(String, String)> {
    let Ok(cut) = edit::read(text) else { return BTreeSet::new() };
    let ids = cut
        .records
        .iter()
        .filter_map(|record| Some((record.list.to_string(), record.node.get("id")?.as_str()?.to_owned())));
    ids.collect()
}
