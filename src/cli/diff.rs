//! `gainsay diff`: what changed between two dates, two stores or two git revisions, by finding and not by line.

use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::reading::{self, Format};
use super::store;
use super::{SOUND, UNREAD, UNSOUND};
use crate::check::options::Options;
use crate::check::{Case, Status};
use crate::ledger::model::date::Date;
use crate::read::revision::{self, Refused, Revision};
use crate::rules::finding::Level;
use crate::views::compare::formats::Ends;
use crate::views::compare::{self, Snapshot};

/// Show what changed between two dates, stores or git revisions: new, settled, reversed.
#[derive(Args)]
pub struct Diff {
    /// The earlier: a folder, a date (2024-01-28) or a git revision (HEAD~1), tried in this order
    #[arg(value_name = "A")]
    before: String,
    /// The later
    #[arg(value_name = "B")]
    after: String,
    /// The store whose dates or revisions are compared [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What a name on the command line turned out to be.
enum End {
    Folder(PathBuf),
    Date(PathBuf, Date),
    Revision(PathBuf, Revision),
}

/// One of the two ledgers, taken down.
struct Side {
    words: String,
    snapshot: Snapshot,
    unread: bool,
}

impl Diff {
    pub fn run(&self, output: &mut Output) -> u8 {
        let sides = self.side(&self.before).and_then(|before| Some((before, self.side(&self.after)?)));
        let Some((before, after)) = sides else { return UNREAD };
        let diff = compare::compare(&before.snapshot, &after.snapshot);
        let ends = Ends { before: before.words, after: after.words };
        output.print(&match self.format {
            Format::Text => compare::formats::text(&diff, &ends, reading::style()),
            Format::Markdown => compare::formats::markdown(&diff, &ends),
            Format::Json => compare::formats::json(&diff, &ends),
        });
        let mut shown = diff.new.iter().chain(diff.changed.iter().map(|(_, after)| after));
        let error = shown.any(|found| found.level == Level::Error && found.counts());
        match (before.unread || after.unread, error) {
            (true, _) => UNREAD,
            (_, true) => UNSOUND,
            _ => SOUND,
        }
    }

    fn side(&self, name: &str) -> Option<Side> {
        let (end, words) = self.resolve(name)?;
        let case = match &end {
            End::Folder(folder) => store::open_folder(folder, Options::default())?,
            End::Date(folder, date) => {
                store::open_folder(folder, Options { as_of: Some(*date), ..Options::default() })?
            }
            End::Revision(folder, revision) => at_revision(folder, revision, name)?,
        };
        reading::empty(&case);
        let status = case.status();
        if status != Status::Sound {
            let what = if case.unread() > 0 { "not all of" } else { "not all records of" };
            Output::complain(&format!("gainsay: {what} {words} could be read\nhelp: see `gainsay check`"));
        }
        Some(Side { words, snapshot: compare::snapshot(&case), unread: status == Status::Unread })
    }

    /// What a name means, and that in words: a folder, else a date, else a revision. Where it could be a later one of
    /// these too, the words say so.
    fn resolve(&self, name: &str) -> Option<(End, String)> {
        let date = Date::parse(name);
        if Path::new(name).is_dir() {
            let mut also = Vec::new();
            also.extend(date.is_ok().then_some("a date"));
            let store = self.store.clone().unwrap_or_else(|| PathBuf::from(name));
            also.extend(revision::find(&store, name).is_ok().then_some("a git revision"));
            return Some((End::Folder(PathBuf::from(name)), said(&format!("the folder {name}"), &also)));
        }
        let (folder, _) = store::folder(self.store.as_deref())?;
        if let Ok(date) = date {
            let also = revision::find(&folder, name).is_ok().then_some("a git revision");
            let words = said(&date.words(), also.as_slice());
            return Some((End::Date(folder, date), words));
        }
        match revision::find(&folder, name) {
            Ok(revision) => {
                let words =
                    format!("revision {name} ({})", &revision.commit[..revision.commit.len().min(10)]);
                Some((End::Revision(folder, revision), words))
            }
            Err(refused) => {
                let what =
                    format!("`{name}` is no folder and no date, and as a git revision it cannot be read");
                complain(&what, &refused);
                None
            }
        }
    }
}

/// What a name was taken for, and what else it could be.
fn said(taken: &str, also: &[&str]) -> String {
    if also.is_empty() { taken.to_owned() } else { format!("{taken} (also {})", also.join(" and ")) }
}

/// The store as it stood at a revision; complains and gives nothing where it cannot be read.
fn at_revision(folder: &Path, revision: &Revision, name: &str) -> Option<Case> {
    match revision::texts(folder, revision) {
        Ok(texts) => Some(Case::of(texts, Options::default())),
        Err(refused) => {
            complain(&format!("the store at revision `{name}` could not be read"), &refused);
            None
        }
    }
}

fn complain(what: &str, refused: &Refused) {
    let help = match refused {
        Refused::NoGit => "install git, or compare two dates or two folders",
        Refused::NoRepository(_) | Refused::NoRevision => {
            "name a folder, a date such as 2024-01-28, or a revision such as HEAD~1, and the store with --store"
        }
        Refused::NoStore(_) => "name a revision in which the store lies where it lies now",
        Refused::Failed(_) => "see whether `git log` works in the store's folder",
    };
    Output::complain(&format!("gainsay: {what}: {refused}\nhelp: {help}"));
}
