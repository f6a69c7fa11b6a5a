//! Records put into the texts of the files where they belong, each under an id of its own.

use super::desk::Change;
use super::draft::Draft;
use super::{home, naming};
use crate::ledger::Ledger;
use crate::read::Text;
use crate::write::edit;
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
    let mut changes: Vec<Change> = Vec::new();
    let mut placed: Vec<Placed> = Vec::new();
    for mut draft in drafts {
        if draft.wants_id() {
            naming::name(files.ledger, &mut draft);
        }
        let path = asked.map_or_else(|| home::home(files.ledger, &files.store, &draft), str::to_owned);
        let at = changes.iter().position(|(changed, _)| *changed == path);
        let old = at
            .map(|at| changes[at].1.as_str())
            .or_else(|| store::text(files.texts, &path))
            .unwrap_or_default();
        let appended = edit::append(old, draft.list.name, &draft.record()).map_err(|refused| Failure {
            message: format!("{path}: {}", refused.message),
            help: refused.help,
        })?;
        placed.push(Placed { path: path.clone(), lines: appended.lines, draft });
        match at {
            Some(at) => changes[at].1 = appended.text,
            None => changes.push((path, appended.text)),
        }
    }
    Ok((changes, placed))
}
