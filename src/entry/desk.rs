//! A store that is locked while somebody writes to it: what a change would do, and the change itself.

use std::path::{Path, PathBuf};

use super::completing;
use super::judging::{Before, Judged};
use crate::read;
use crate::rules;
use crate::write::store::{Failure, Queue, Writer};

/// A store that is locked, and its ledger as it is.
pub struct Desk {
    /// The way to its files.
    pub writer: Writer,
    /// What they hold.
    pub before: Before,
    /// The folder of the store.
    folder: PathBuf,
}

/// A file that would change: path, new text.
pub type Change = (String, String);

impl Desk {
    /// Waits for the store of a folder and reads it.
    ///
    /// # Errors
    /// Why it cannot be locked or read.
    pub fn lock(folder: &Path, queue: Queue) -> Result<Self, Failure> {
        let writer = completing::writer(folder, queue)?;
        let before = read::with_archives(writer.texts().to_vec(), folder, &rules::referable());
        Ok(Self { writer, before: Before::of(before), folder: folder.to_owned() })
    }

    /// What a change would do, by the archives at hand too: a quote is compared with what it was read in before it is
    /// written.
    #[must_use]
    pub fn judge(&self, changes: &[Change]) -> Judged {
        let after =
            read::again(self.writer.with(changes), &self.folder, &rules::referable(), &self.before.ledger);
        self.before.judge(after, changes)
    }

    /// What a change would do to the records alone, where an archive is about to be replaced with them.
    #[must_use]
    pub fn judge_records(&self, changes: &[Change]) -> Judged {
        self.before.judge(read::texts(self.writer.with(changes), &rules::referable()), changes)
    }
}
