//! The store as it was last read, with what was worked out about it once: what every page is made from.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use super::change::Sitting;
use super::since::{Earlier, Since, since};
use crate::check::appearing::Known;
use crate::check::options::Options;
use crate::check::{Case, Reasoned, Report};
use crate::read::files::archives;
use crate::text::FileId;
use crate::views::compare::Snapshot;
use crate::views::document::{Document, composed};

/// The store as it was last read.
pub struct State<'s> {
    /// The folder of the store.
    pub folder: &'s Path,
    /// Its records.
    pub case: &'s Case,
    /// Who holds what.
    pub reasoned: &'s Reasoned<'s>,
    /// Every finding, whatever the filters.
    pub found: &'s Report<'s>,
    /// The hash of all its files, by which a page knows whether it shows what is there.
    pub hash: &'s str,
    /// The store as it was when the server was started: its hash, and what is compared.
    pub begun: &'s (String, Snapshot),
    /// What was changed since the server was started.
    pub sitting: &'s Sitting,
    /// The store as it was before today.
    pub earlier: &'s Earlier,
    /// What has changed, once somebody has asked for it.
    pub since: OnceLock<Option<Since>>,
    /// The document on the whole store, once somebody has asked for it.
    pub whole: OnceLock<Document<'s>>,
    /// What a change is judged by, once somebody has asked for one.
    pub judged_by: OnceLock<Known>,
    /// Whether nothing may be changed.
    pub read_only: bool,
}

impl<'s> State<'s> {
    /// The document on the whole store, from which the pages of views are cut. It is put together once.
    pub fn document(&self) -> &Document<'s> {
        self.whole
            .get_or_init(|| composed(self.reasoned, &Options::default(), Cow::Borrowed(self.found), false))
    }

    /// What has changed since yesterday, or since the desk was opened; none where nothing has. It is worked out once.
    pub fn changes(&self) -> Option<&Since> {
        self.since.get_or_init(|| since(self)).as_ref()
    }

    /// The findings that there are, by which a change is judged. They are counted once.
    pub fn known(&self) -> &Known {
        self.judged_by.get_or_init(|| Known::of(self.case.ledger(), &self.found.findings))
    }
}

/// The hash of all files of a case: of their names and what stands in them.
#[must_use]
pub fn hash(case: &Case) -> String {
    let ledger = case.ledger();
    let mut all = String::new();
    for at in 0..ledger.texts.len() {
        let file = ledger.texts.file(FileId(u32::try_from(at).unwrap_or(u32::MAX)));
        all.push_str(&format!("{}\n{}\n{}\n", file.path, file.text.len(), file.text));
    }
    for archive in ledger.archives.values() {
        all.push_str(&archive.sha256);
    }
    archives::hash(all.as_bytes())[..32].to_owned()
}
