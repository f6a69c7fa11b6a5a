//! What an editor completes in the files of a store: its schema, made anew by whatever writes to it.

use std::path::Path;

use crate::ledger::Ledger;
use crate::read::schema::{self, FILE, OF_A_STORE};
use crate::read::{self, Text};
use crate::rules;
use crate::write::store::{Beside, Failure, Queue, Writer};

/// The schema of a store, as it is written to a file.
#[must_use]
pub fn schema(ledger: &Ledger) -> String {
    format!("{:#}\n", schema::of_store(ledger, &rules::referable()))
}

/// The schema of a store with these files.
#[must_use]
pub fn made(texts: Vec<Text>) -> String {
    schema(&read::texts(texts, &rules::referable()).ledger)
}

/// Waits until nobody else writes to the store in a folder, and reads it; where it has a schema of its own, that is kept up
/// to date.
///
/// # Errors
/// It cannot be locked, or not all of its files can be read.
pub fn writer(folder: &Path, queue: Queue) -> Result<Writer, Failure> {
    Ok(Writer::open(folder, queue)?.beside(Beside { name: FILE, mark: OF_A_STORE, made }))
}
