//! Records put into the texts of the files where they belong, each under an id of its own.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::desk::Change;
use super::draft::Draft;
use super::{home, naming};
use crate::ledger::Ledger;
use crate::read::Text;
use crate::write::edit;
use crate::write::emit::Record;
use crate::write::store::{self, Failure};

/// A record put into the new text of a file.
pub struct Placed {
    /// The path of the file.
    pub path: String,
    /// The first of its lines and the last, from 1.
    pub lines: (usize, usize),
    /// The record, with its id.
    pub draft: Draft,
}

/// The files of a store, as records are put into them.
pub struct Files<'f> {
    /// The records that are in them.
    pub ledger: &'f Ledger,
    /// What the store is called.
    pub store: String,
    /// Their texts.
    pub texts: &'f [Text],
}

/// Puts records into the texts of their files, or of the one that is asked for.
///
/// # Errors
/// Why nothing can be put into the text of a file.
pub fn place(
    files: &Files<'_>,
    asked: Option<&str>,
    drafts: Vec<Draft>,
) -> Result<(Vec<Change>, Vec<Placed>), Failure> {
    let mut given: FxHashSet<(&'static str, String)> = FxHashSet::default();
    // Those that go to the end of one list of one file are put there together.
    let mut ends: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let (mut paths, mut lists): (Vec<String>, Vec<&'static str>) = (Vec::new(), Vec::new());
    let mut named = Vec::new();
    for (at, mut draft) in drafts.into_iter().enumerate() {
        let list = draft.list.name;
        if draft.wants_id() {
            naming::name_beside(files.ledger, &|id| given.contains(&(list, id.to_owned())), &mut draft);
        }
        given.extend(draft.values("id").first().map(|id| (list, id.clone())));
        let path = asked.map_or_else(|| home::home(files.ledger, &files.store, &draft), str::to_owned);
        ends.entry((first(&mut paths, path), first(&mut lists, list))).or_default().push(at);
        named.push(draft);
    }
    let mut texts: Vec<String> =
        paths.iter().map(|path| store::text(files.texts, path).unwrap_or_default().to_owned()).collect();
    let mut stand = vec![(0, (0, 0)); named.len()];
    for ((path, list), drafts) in ends {
        let records: Vec<Record> = drafts.iter().map(|at| named[*at].record()).collect();
        let appended = edit::append_all(&texts[path], lists[list], &records).map_err(|refused| Failure {
            message: format!("{}: {}", paths[path], refused.message),
            help: refused.help,
        })?;
        for (at, lines) in drafts.into_iter().zip(appended.1) {
            stand[at] = (path, lines);
        }
        texts[path] = appended.0;
    }
    let of = |(draft, (path, lines)): (Draft, (usize, _))| Placed { path: paths[path].clone(), lines, draft };
    let placed = named.into_iter().zip(stand).map(of).collect();
    Ok((paths.into_iter().zip(texts).collect(), placed))
}

/// The index of an item, which is added where it is not there.
fn first<T: PartialEq>(items: &mut Vec<T>, item: T) -> usize {
    items.iter().position(|own| *own == item).unwrap_or_else(|| {
        items.push(item);
        items.len() - 1
    })
}
