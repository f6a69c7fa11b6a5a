//! What an import would write: the records of the rows put into their file, and the copy of the sheet beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::copy::{Copy, OPENING};
use super::mapping::Mapping;
use super::merge::{Merged, merge};
use super::{Made, Of, One, Refused, made};
use crate::entry::copy::{FOLDER, Keeping, Kept};
use crate::entry::desk::{Change, Desk};
use crate::entry::judging::Judged;
use crate::grid::{Column, Fault, Grid};
use crate::ledger::model::entity::Entity;
use crate::read;
use crate::read::files::archives;
use crate::write::edit;
use crate::write::emit::Yaml;
use crate::write::store::Failure;

/// What an import would write.
pub struct Prepared {
    /// What the rows make.
    pub made: Made,
    /// What of it is new, changed, or stays.
    pub merged: Merged,
    /// The file of the records.
    pub path: String,
    /// The files that would change.
    pub changes: Vec<Change>,
    /// The files beside them.
    pub beside: Vec<(String, Vec<u8>)>,
}

/// What the rows of a sheet would write, without the records that were refused.
///
/// # Errors
/// The file of its records cannot be changed safely, or the rows are not all accounted for.
pub fn prepare(
    desk: &Desk,
    written: &str,
    mapping: &Mapping,
    copy: &Copy,
    refused: &Refused,
) -> Result<Prepared, Failure> {
    let id = &mapping.sheet.id;
    let path = format!("{}/{id}.yaml", desk.writer.name());
    let own = format!("{}/{FOLDER}/{id}.mapping.txt", desk.writer.name());
    if let Some(failure) = theirs(desk, id, &path, &own)? {
        return Err(failure);
    }
    let keeping = Keeping {
        source: id,
        ending: "txt".to_owned(),
        bytes: copy.text.clone().into_bytes(),
        replace: true,
    };
    let kept = keeping.prepare(desk, &path)?;
    let keys = kept.keys(None);
    let (columns, rows) = open(&copy.text).map_err(|fault| failure(&fault))?;
    let of = Of { keys: &keys, failed: &copy.failed };
    let mut now =
        made(&desk.before.ledger, &path, mapping, &columns, rows, &of).map_err(|fault| failure(&fault))?;
    if now.rows != copy.rows {
        return Err(Failure {
            message: format!("the sheet has {} rows, and {} were accounted for", copy.rows, now.rows),
            help: "nothing was written; this is a mistake of gainsay: please report it".to_owned(),
        });
    }
    if !refused.is_empty() {
        let (_, rows) = open(&copy.text).map_err(|fault| failure(&fault))?;
        now.refuse(refused, rows.filter_map(Result::ok));
    }
    let text = desk.writer.text(&path).unwrap_or_default();
    let listed = format!("{}/{FOLDER}/{id}.records.txt", desk.writer.name());
    let mut ever = written_before(desk, &listed)?;
    ever.extend(held(text));
    let mut before = last(desk, &own, &path, &kept);
    before.retain(|one| ever.contains(&line(one.list, &one.id)));
    let ledger = &desk.before.ledger;
    let keyed = mapping.sheet.key.is_some();
    let merged =
        merge(text, &before, now.records.clone(), keyed, |list, id| read::find(ledger, list, id).is_some());
    let merged = merged
        .map_err(|refused| Failure { message: format!("{path}: {}", refused.message), help: refused.help })?;
    let changes = merged.text.iter().map(|text| (path.clone(), text.clone())).collect::<Vec<_>>();
    let mut beside = if changes.is_empty() { Vec::new() } else { kept.beside };
    if !changes.is_empty() && desk.writer.kept(&own)?.as_deref() != Some(written.as_bytes()) {
        beside.push((own, written.as_bytes().to_vec()));
    }
    if let [(_, text), ..] = &changes[..] {
        let known = ever.len();
        ever.extend(held(text));
        if ever.len() > known || desk.writer.kept(&listed)?.is_none() {
            beside.push((listed, ever.into_iter().collect::<String>().into_bytes()));
        }
    }
    Ok(Prepared { made: now, merged, path, changes, beside })
}

impl Prepared {
    /// Whether the store has all that the sheet says, as far as nothing is to be written.
    #[must_use]
    pub fn whole(&self) -> bool {
        self.made.rejected.is_empty() && self.made.open.is_empty() && self.merged.kept.is_empty()
    }

    /// The records of the sheet in which a change would make errors, each with the first. None where an error is elsewhere.
    #[must_use]
    pub fn refused(&self, judged: &Judged) -> Option<Refused> {
        let (path, text) = self.changes.first()?;
        let cut = edit::read(text).ok()?;
        let mut refused = Refused::default();
        for finding in &judged.wrong {
            let span = finding.labels.first()?.span;
            if judged.after.texts.file(span.file).path != *path {
                return None;
            }
            // The records stand in the order of the file.
            let at =
                cut.records.partition_point(|record| record.node.span.start <= span.start).checked_sub(1)?;
            let record = &cut.records[at];
            let id = record.node.get("id")?.as_str()?;
            let one = self.made.records.iter().find(|one| one.list == record.list && one.id == id)?;
            refused.entry((one.list, one.id.clone())).or_insert_with(|| finding.message.clone());
        }
        Some(refused)
    }
}

/// Why the records of a sheet cannot go to their file; none where they can. What no import of it made is somebody else's.
fn theirs(desk: &Desk, id: &str, path: &str, mapping: &str) -> Result<Option<Failure>, Failure> {
    if desk.writer.kept(mapping)?.is_some() {
        return Ok(None);
    }
    let ledger = &desk.before.ledger;
    let failure = |message| {
        let help = "give the sheet another `id` in the mapping, under `sheet`".to_owned();
        Some(Failure { message, help })
    };
    if let Some(source) = ledger.sources.find(id).map(|at| ledger.sources.at(at)) {
        let file = &ledger.texts.file(source.span().file).path;
        if file != path {
            return Ok(failure(format!("{file} has a source `{id}` already, and it is not of this sheet")));
        }
        // The copies of an import need not be where the records are: they are kept out of version control.
        if source.archive.as_deref() == Some(&format!("{FOLDER}/{id}.txt")) {
            return Ok(None);
        }
    }
    let there = desk.writer.text(path).is_some_and(|text| !text.trim().is_empty());
    Ok(there
        .then(|| failure(format!("{path} is there already, and no import of this sheet made it")))
        .flatten())
}

/// How a record is listed among those that an import wrote.
fn line(list: &str, id: &str) -> String {
    format!("{list} {id}\n")
}

/// The records that imports of the sheet wrote, as far as that was kept: what somebody took out since is among them.
fn written_before(desk: &Desk, listed: &str) -> Result<BTreeSet<String>, Failure> {
    let kept = desk.writer.kept(listed)?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&kept).lines().map(|line| format!("{line}\n")).collect())
}

/// The records of a file.
fn held(text: &str) -> Vec<String> {
    let Ok(cut) = edit::read(text) else { return Vec::new() };
    let ids =
        cut.records.iter().filter_map(|record| Some(line(&record.list, record.node.get("id")?.as_str()?)));
    ids.collect()
}

/// What the sheet would have made when it was last imported, by the copies of sheet and mapping that were kept then; nothing where there
/// are none.
fn last(desk: &Desk, mapping: &str, path: &str, kept: &Kept) -> Vec<One> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Ok(Some(written)) = desk.writer.kept(mapping) else { return Vec::new() };
    let Ok(written) = String::from_utf8(written) else { return Vec::new() };
    let Ok(Some(bytes)) = desk.writer.kept(&format!("{folder}/{}", kept.named)) else { return Vec::new() };
    let hash = archives::hash(&bytes);
    let Ok(text) = String::from_utf8(bytes) else { return Vec::new() };
    let Ok((columns, rows)) = open(&text) else { return Vec::new() };
    let Ok(mapping) = Mapping::read(&written, &columns) else { return Vec::new() };
    let keys = [("archive", Yaml::Text(kept.named.clone())), ("sha256", Yaml::Text(hash))];
    let nothing = BTreeMap::new();
    let of = Of { keys: &keys, failed: &nothing };
    made(&desk.before.ledger, path, &mapping, &columns, rows, &of)
        .map(|made| made.records)
        .unwrap_or_default()
}

/// The columns and the rows of a copy.
///
/// # Errors
/// It cannot be read.
pub fn open(text: &str) -> Result<(Vec<Column>, Grid<'_>), Fault> {
    let grid = Grid::open(text.as_bytes(), OPENING)?;
    Ok((grid.columns.clone(), grid))
}

fn failure(fault: &Fault) -> Failure {
    let place = if fault.place.is_some() { format!("{}: ", fault.shown()) } else { String::new() };
    Failure { message: format!("{place}{}", fault.message), help: fault.help.clone() }
}
