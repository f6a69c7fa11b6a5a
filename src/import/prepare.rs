//! What an import would write: the records of the rows put into their file, and the copy of the sheet beside it.

use rustc_hash::FxHashMap;

use super::copy::{Copy, OPENING};
use super::last::Last;
use super::mapping::Mapping;
use super::merge::{Merged, merge};
use super::{Made, Of, One, Refused, made};
use crate::entry::copy::{FOLDER, Keeping};
use crate::entry::desk::{Change, Desk};
use crate::entry::judging::Judged;
use crate::grid::{Column, Fault, Grid};
use crate::ledger::model::entity::Entity;
use crate::read;
use crate::write::edit;
use crate::write::store::Failure;

/// What an import would write.
pub struct Prepared {
    /// What the rows make.
    pub made: Made,
    /// What of it is new, changed, or stays.
    pub merged: Merged,
    /// The file of the records.
    pub path: String,
    /// The copy of the last import that is not at hand, where there was one: who changed what is on file cannot be told.
    pub lost: Option<String>,
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
    let text = desk.writer.text(&path).unwrap_or_default();
    let last = Last::of(desk, (&path, text), (written, mapping), &columns, &kept)?;
    let ledger = &desk.before.ledger;
    let refused = last.refused(refused);
    let mut now =
        made(ledger, &path, mapping, &columns, rows, &of, &refused).map_err(|fault| failure(&fault))?;
    if now.rows != copy.rows {
        return Err(Failure {
            message: format!("the sheet has {} rows, and {} were accounted for", copy.rows, now.rows),
            help: "nothing was written; this is a mistake of gainsay: please report it".to_owned(),
        });
    }
    last.rename(&mut now.records);
    let keyed = mapping.sheet.key.is_some();
    let elsewhere = |list, id: &str| read::find(ledger, list, id).is_some();
    let merged = merge(text, last.records.as_deref(), now.records.clone(), keyed, elsewhere);
    let merged = merged
        .map_err(|refused| Failure { message: format!("{path}: {}", refused.message), help: refused.help })?;
    let missing = (last.records.is_none() && !text.trim().is_empty()).then(|| last.mapping.clone());
    let changes = merged.text.iter().map(|text| (path.clone(), text.clone())).collect::<Vec<_>>();
    let mut beside = if changes.is_empty() { Vec::new() } else { kept.beside };
    if !changes.is_empty() && desk.writer.kept(&own)?.as_deref() != Some(written.as_bytes()) {
        beside.push((own, written.as_bytes().to_vec()));
    }
    if let [(_, text), ..] = &changes[..] {
        beside.extend(last.list(text));
    }
    Ok(Prepared { made: now, merged, path, lost: missing, changes, beside })
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
        let own: FxHashMap<(&str, &str), &One> =
            self.made.records.iter().map(|one| ((one.list, one.id.as_str()), one)).collect();
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
            let one = own.get(&(&*record.list, id))?;
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
