//! A store that is locked, with all that it finds: what changes of its files would make of that, by finding.

use std::path::{Path, PathBuf};

use super::completing;
use super::desk::Change;
use crate::check::Case;
use crate::check::options::Options;
use crate::layout::Style;
use crate::read;
use crate::rules;
use crate::rules::finding::{Family, Level};
use crate::views::compare::formats::{Ends, text};
use crate::views::compare::{Diff, Kept, Snapshot, compare, snapshot};
use crate::write::store::{Failure, Queue, Writer};

/// A store that is locked, and its case as it is.
pub struct Outlook {
    /// The way to its files.
    pub writer: Writer,
    /// What they hold.
    pub case: Case,
    /// The folder of the store.
    folder: PathBuf,
}

/// What changes would make of a store.
pub struct Foreseen {
    /// The findings as they would be.
    pub after: Snapshot,
    /// How they differ from those that there are.
    pub diff: Diff,
}

impl Outlook {
    /// Waits for the store of a folder and reads it.
    ///
    /// # Errors
    /// Why it cannot be locked or read.
    pub fn lock(folder: &Path, queue: Queue) -> Result<Self, Failure> {
        let writer = completing::writer(folder, queue)?;
        let loaded = read::with_archives(writer.texts().to_vec(), folder, &rules::referable());
        Ok(Self { writer, case: Case::over(loaded, options()), folder: folder.to_owned() })
    }

    /// What changes of files would make of the findings that there are.
    #[must_use]
    pub fn foresee(&self, before: &Snapshot, changes: &[Change]) -> Foreseen {
        let loaded = read::with_archives(self.writer.with(changes), &self.folder, &rules::referable());
        let after = snapshot(&Case::over(loaded, options()));
        Foreseen { diff: compare(before, &after), after }
    }
}

impl Foreseen {
    /// Errors in the record that are not there now: each with what is wrong, and where.
    pub fn wrong(&self) -> impl Iterator<Item = String> {
        let wrong =
            |found: &&Kept| found.family == Family::Record && found.level == Level::Error && found.counts();
        let told = |found: &Kept| {
            let place = found.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"));
            format!("{}{place}", found.message)
        };
        let changed = self.diff.changed.iter().filter(|(before, _)| !before.counts()).map(|(_, after)| after);
        self.diff.new.iter().chain(changed).filter(wrong).map(told)
    }

    /// The findings that would come, go and change, as text.
    #[must_use]
    pub fn told(&self) -> String {
        let ends = Ends { before: "what is there".to_owned(), after: "what would be there".to_owned() };
        text(&self.diff, &ends, Style { width: 76, ..Style::default() })
    }
}

/// What hangs on a link is no finding, and is not asked.
fn options() -> Options {
    Options { bare_links: true, ..Options::default() }
}
