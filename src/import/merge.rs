//! What a sheet makes, put into the file of its records: what is new is added, what changed in the sheet is changed where the
//! file still has it as the sheet left it, and nothing is taken away.

use rustc_hash::{FxHashMap, FxHashSet};

use super::One;
use crate::read::fields::LISTS;
use crate::read::records::RawRecord;
use crate::write::edit::{self, Refused, Setting};
use crate::write::emit::{Record, Yaml};

/// What a sheet changes in the file of its records.
#[derive(Default)]
pub struct Merged {
    /// The new text; none where nothing changes.
    pub text: Option<String>,
    /// The records that are added.
    pub added: Vec<One>,
    /// The keys that are changed: list, id, key.
    pub changed: Vec<(&'static str, String, &'static str)>,
    /// What stays as it is on file though the sheet has it otherwise, and why.
    pub kept: Vec<String>,
    /// Records of rows that the sheet has no more: they stay.
    pub gone: Vec<String>,
}

/// What changes in the text of the file. `old` is what the sheet made when it was last imported, where that is known: where
/// it is not, what the file has otherwise stays, and nothing comes twice; `keyed` says whether a
/// column tells its rows apart, `elsewhere` which records are in another file of the store.
///
/// # Errors
/// The file cannot be changed safely.
pub fn merge(
    text: &str,
    old: Option<&[One]>,
    new: Vec<One>,
    keyed: bool,
    elsewhere: impl Fn(&'static str, &str) -> bool,
) -> Result<Merged, Refused> {
    let mut merged = Merged::default();
    let (based, old) = (old.is_some(), old.unwrap_or_default());
    let cut = edit::read(text)?;
    let mut there: FxHashMap<(&str, &str), &RawRecord<'_>> = FxHashMap::default();
    for record in &cut.records {
        if let Some(id) = record.node.get("id").and_then(|id| id.as_str()) {
            there.insert((&record.list, id), record);
        }
    }
    let before: FxHashMap<(&str, &str), &One> = old.iter().map(|one| ((one.list, &*one.id), one)).collect();
    let made: FxHashSet<(&str, String)> = new.iter().map(|one| (one.list, one.id.clone())).collect();
    for one in old.iter().filter(|one| !made.contains(&(one.list, one.id.clone()))) {
        merged.gone.extend(there.contains_key(&(one.list, &*one.id)).then(|| one.id.clone()));
    }
    let mut moved = if keyed && based { FxHashMap::default() } else { moved(&there, &new, keyed) };
    let mut sets: FxHashMap<&'static str, Vec<(String, Vec<Setting>)>> = FxHashMap::default();
    for one in new {
        if let Some(told) =
            Some(&one).filter(|one| one.list == "statements").and_then(|one| moved.remove(&one.id))
        {
            let help = if keyed {
                ""
            } else {
                "; where a column tells rows apart, name it under `sheet: {key: …}`"
            };
            merged.kept.push(format!("row {} {told}{help}", one.row));
            continue;
        }
        let Some(record) = there.get(&(one.list, &*one.id)) else {
            if before.contains_key(&(one.list, &*one.id)) || elsewhere(one.list, &one.id) {
                let stays = "is in another file, or was taken out of this one, and that stays so";
                merged.kept.push(format!("`{}` {stays}", one.id));
            } else {
                merged.added.push(one);
            }
            continue;
        };
        let was = before.get(&(one.list, &*one.id)).map(|one| &one.record);
        let mut settings: Vec<Setting> = Vec::new();
        for (key, value) in one.record.entries() {
            let on_file = record.node.get(key);
            if on_file.is_some_and(|node| edit::means(node, value)) {
                continue;
            }
            let was = was.map(|was| was.entries().iter().find(|(own, _)| own == key).map(|(_, value)| value));
            let untouched = match was {
                Some(Some(was)) if was == value => continue, // only the ledger was changed
                Some(Some(was)) => on_file.is_some_and(|node| edit::means(node, was)),
                Some(None) => on_file.is_none(),
                // What an import says of its own copy is nobody's change.
                None => !based && one.list == "sources" && *key == "sha256",
            };
            if untouched {
                settings.push((*key, Some(value.clone())));
            } else {
                merged.kept.push(otherwise(key, &one, based));
            }
        }
        // A cell that is empty now takes its key away.
        for (key, value) in was.map(Record::entries).unwrap_or_default() {
            let Some(on_file) = record.node.get(key) else { continue };
            if one.record.entries().iter().any(|(own, _)| own == key) {
                continue;
            }
            if edit::means(on_file, value) {
                settings.push((*key, None));
            } else {
                merged.kept.push(otherwise(key, &one, based));
            }
        }
        if !settings.is_empty() {
            merged.changed.extend(settings.iter().map(|(key, _)| (one.list, one.id.clone(), *key)));
            sets.entry(one.list).or_default().push((one.id, settings));
        }
    }
    let mut text = text.to_owned();
    for list in LISTS {
        if let Some(records) = sets.get(list.name) {
            text = edit::set_all(&text, list.name, records).map_err(|refused| {
                let help = "change these records by hand, or take them out of the sheet";
                refused
                    .into_iter()
                    .next()
                    .map_or_else(|| Refused::new("the file cannot be changed", help), |(_, it)| it)
            })?;
        }
        let added = merged.added.iter().filter(|one| one.list == list.name);
        let added: Vec<Record> = added.map(|one| one.record.clone()).collect();
        if !added.is_empty() {
            text = edit::append_all(&text, list.name, &added)?.0;
        }
    }
    merged.text = (!merged.added.is_empty() || !merged.changed.is_empty()).then_some(text);
    Ok(merged)
}

/// Who says what when, as far as that can be read.
type Words<'t> = [Option<&'t str>; 3];

const WORDS: [&str; 3] = ["by", "date", "quote"];

/// The statements of a sheet whose rows have nothing but their numbers, as far as rows were moved, or of one of which nobody
/// knows what it made before: what is told of each, by id.
fn moved(
    there: &FxHashMap<(&str, &str), &RawRecord<'_>>,
    new: &[One],
    keyed: bool,
) -> FxHashMap<String, String> {
    let mut on_file: FxHashMap<&str, Words<'_>> = FxHashMap::default();
    let mut said: FxHashMap<Words<'_>, &str> = FxHashMap::default();
    for ((_, id), record) in there.iter().filter(|((list, _), _)| *list == "statements") {
        let words = WORDS.map(|key| record.node.get(key).and_then(|node| node.as_str()));
        on_file.insert(id, words);
        if words[2].is_some() {
            let own = said.entry(words).or_insert(id);
            *own = (*own).min(id);
        }
    }
    let statements = || new.iter().filter(|one| one.list == "statements");
    let mut moved = FxHashMap::default();
    for one in statements().filter(|_| !keyed) {
        let (Some(was), now) = (on_file.get(&*one.id), words_of(one)) else { continue };
        let other = was.iter().zip(&now).all(|(was, now)| was != now || now.is_none());
        if *was != now && (other || said.contains_key(&now)) {
            moved.insert(
                one.id.clone(),
                format!("is another statement than `{}` on file, and nothing is changed", one.id),
            );
        }
    }
    if keyed || !moved.is_empty() {
        for one in statements().filter(|one| !on_file.contains_key(&*one.id)) {
            if let Some(id) = said.get(&words_of(one)) {
                moved.insert(one.id.clone(), format!("says what `{id}` says on file, and is not added"));
            }
        }
    }
    moved
}

fn words_of(one: &One) -> Words<'_> {
    WORDS.map(|key| match one.record.entries().iter().find(|(own, _)| *own == key) {
        Some((_, Yaml::Text(text))) => Some(text.as_str()),
        _ => None,
    })
}

/// That a key stays as it is on file.
fn otherwise(key: &str, one: &One, based: bool) -> String {
    if !based {
        return format!("`{key}` of `{}` is otherwise on file than in row {}", one.id, one.row);
    }
    format!("`{key}` of `{}` was changed on file, and row {} has it otherwise", one.id, one.row)
}
