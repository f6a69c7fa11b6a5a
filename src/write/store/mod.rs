//! Writing to a store without losing anything: one writer at a time, and a file is old or new, never in between.
//!
//! A writer locks the store and reads it. What it writes goes into a file of its own beside the old one, is brought to
//! the disk and read again there; only then does it take the old one's name. A file that changed since it was read is
//! not replaced. What fails leaves everything as it was.

mod anywhere;
mod beside;
mod history;
mod lock;
mod replace;
mod texts;
mod undo;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use crate::read::{Text, files};
pub use anywhere::{lands, replace};
pub use beside::Beside;
use history::Part;
use lock::Lock;
pub use lock::Queue;
use replace::{Failed, Replacement, folder};
pub use texts::{text, texts, with};
pub use undo::Undone;

/// A store that nobody else writes to, as it was when it was locked.
#[derive(Debug)]
pub struct Writer {
    /// The store's own folder.
    folder: PathBuf,
    /// The folder that holds the store: paths of texts begin there.
    base: PathBuf,
    texts: Vec<Text>,
    locks: Vec<Lock>,
    queue: Queue,
    beside: Option<Beside>,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The reason, in plain words.
    pub message: String,
    /// The remedy.
    pub help: String,
}

impl Failure {
    /// A reason with its remedy.
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

impl Writer {
    /// Waits until nobody else writes to the store in a folder, then reads it.
    ///
    /// # Errors
    /// It cannot be locked, or not all of its files can be read.
    pub fn open(folder: &Path, queue: Queue) -> Result<Self, Failure> {
        let folder = fs::canonicalize(folder).map_err(|error| closed(folder, &error))?;
        let base = folder.parent().unwrap_or(&folder).to_owned();
        let lock = Lock::take(&folder, &queue).map_err(|error| closed(&folder, &error))?;
        let texts = texts(&folder)?;
        Ok(Self { folder, base, texts, locks: vec![lock], queue, beside: None })
    }

    /// What the store's folder is called: paths of texts begin with it.
    #[must_use]
    pub fn name(&self) -> String {
        self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The path of a text as somebody names a file: from here, or from the store.
    ///
    /// # Errors
    /// It would lie outside the store, or is no file of records by its name.
    pub fn path_of(&self, file: &Path) -> Result<String, Failure> {
        let shown = file.display();
        if !files::is_yaml(file) {
            let message = format!("`{shown}` is no file of records: their names end in .yaml");
            return Err(Failure::new(
                message,
                format!("write `--file {}`", file.with_extension("yaml").display()),
            ));
        }
        let inside = file.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        let full = match from_here(file).filter(|full| full.starts_with(&self.folder)) {
            Some(full) => full,
            None if inside => self.folder.join(file),
            None => {
                let message = format!("`{shown}` lies outside the store `{}`", self.folder.display());
                return Err(Failure::new(message, "name a file in the store, such as `--file new.yaml`"));
            }
        };
        Ok(files::name(&full, &self.base))
    }

    /// The files of the store, as they were read.
    #[must_use]
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The text of a file of the store; none where there is no such file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        text(&self.texts, path)
    }

    /// The store's files as they would be read if these took the place of what is there: path, text.
    #[must_use]
    pub fn with(&self, changes: &[(String, String)]) -> Vec<Text> {
        with(&self.texts, changes)
    }

    /// Replaces files, or makes new ones: path, text. Where one of several fails, those before it are put back.
    ///
    /// # Errors
    /// A file was changed by somebody else meanwhile, or the disk refuses.
    pub fn write(&mut self, changes: &[(String, String)]) -> Result<(), Failure> {
        self.write_with("write", &[], changes)
    }

    /// The same with files beside them that are no ledger files: these first, since a record must not name what is not
    /// there. The change is kept under `what`, the command that makes it, so that it can be taken back.
    ///
    /// # Errors
    /// As those of `write`.
    pub fn write_with(
        &mut self,
        what: &str,
        beside: &[(String, Vec<u8>)],
        changes: &[(String, String)],
    ) -> Result<(), Failure> {
        let mut pieces = Vec::new();
        for (path, new) in beside {
            pieces.push((path, self.kept(path)?, new.as_slice()));
        }
        for (path, new) in changes {
            pieces.push((path, self.text(path).map(|old| old.as_bytes().to_vec()), new.as_bytes()));
        }
        let mut ready = Vec::new();
        for (path, old, new) in pieces {
            let target = self.target(path, old.is_some()).map_err(|error| failed(path, &error))?;
            let replacement = Replacement::prepare(target.clone(), old.as_deref(), new);
            let replacement = replacement.map_err(|error| failed(path, &error))?;
            ready.push((replacement, Written { path, target, old, new }));
        }
        if ready.is_empty() {
            return Ok(());
        }
        let parts = ready.iter().map(|(_, one)| Part::new(one.path, one.old.as_deref(), one.new)).collect();
        let kept = history::keep(&self.folder, what, parts).map_err(|error| failed(&self.name(), &error))?;
        let mut done: Vec<Written<'_>> = Vec::new();
        for (replacement, written) in ready {
            let path = written.path;
            match replacement.commit() {
                Ok(()) => done.push(written),
                Err(Failed { error, replaced }) => {
                    done.extend(replaced.then_some(written));
                    let stuck: Vec<&str> =
                        done.iter().rev().filter_map(|written| written.put_back().err()).collect();
                    return Err(if stuck.is_empty() {
                        // What stays behind tells of a change that never came about, and is passed over.
                        let _ = fs::remove_file(&kept);
                        failed(path, &error)
                    } else {
                        half_done(path, &error, &stuck)
                    });
                }
            }
        }
        self.texts = self.with(changes);
        self.renew();
        Ok(())
    }

    /// The content of a file beside those of the store; none where there is none.
    ///
    /// # Errors
    /// What keeps it from being read.
    pub fn kept(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        match fs::read(self.base.join(path)) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(path, &error)),
        }
    }

    /// The file that a path names, in a folder that is locked and there.
    fn target(&mut self, path: &str, exists: bool) -> io::Result<PathBuf> {
        let named = self.base.join(path);
        let target = if exists {
            fs::canonicalize(named)?
        } else {
            let parent = folder(&named);
            fs::create_dir_all(parent)?;
            fs::canonicalize(parent)?.join(named.file_name().unwrap_or_default())
        };
        let own = folder(&target);
        if !self.locks.iter().any(|lock| lock.folder() == own) {
            self.locks.push(Lock::take(own, &self.queue)?);
        }
        Ok(target)
    }
}

/// Why a store cannot be written to.
fn closed(folder: &Path, error: &io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::TimedOut | ErrorKind::StorageFull | ErrorKind::QuotaExceeded => remedy(error),
        _ => "check that the folder is there and that you may write to it",
    };
    Failure::new(format!("the store `{}` cannot be written to: {error}", folder.display()), help)
}

/// A file that was replaced, as long as another of the same change may still fail.
struct Written<'c> {
    path: &'c str,
    target: PathBuf,
    old: Option<Vec<u8>>,
    new: &'c [u8],
}

impl<'c> Written<'c> {
    /// Gives the old text its place back; the path, where that fails.
    fn put_back(&self) -> Result<(), &'c str> {
        match &self.old {
            None => fs::remove_file(&self.target).map_err(|_| self.path),
            Some(old) => Replacement::prepare(self.target.clone(), Some(self.new), old)
                .map_err(|_| self.path)?
                .commit()
                .map_err(|_| self.path),
        }
    }
}

/// Where a path leads from the current folder, as far as it is there already; the file itself may be a link.
fn from_here(file: &Path) -> Option<PathBuf> {
    let here = Path::new(".").join(file);
    let there = here.ancestors().skip(1).find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let (above, full) = there?;
    let rest = here.strip_prefix(above).ok()?;
    rest.components().all(|part| matches!(part, Component::Normal(_))).then(|| full.join(rest))
}

fn failed(path: &str, error: &io::Error) -> Failure {
    Failure::new(format!("{path} could not be written: {error}; nothing was changed"), remedy(error))
}

/// What is said where files that were changed already keep their new content.
fn half_done(path: &str, error: &io::Error, stuck: &[&str]) -> Failure {
    let (stuck, they) = (stuck.join(", "), if stuck.len() == 1 { "it" } else { "they" });
    Failure::new(
        format!(
            "{path} could not be written: {error}; {stuck} had been changed before that, and could not be put back"
        ),
        format!("{}; look at {stuck} first: {they} may hold one half of the change", remedy(error)),
    )
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk, then try again",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "ask whoever keeps these files for leave to write, or use another file with `--file`"
        }
        ErrorKind::TimedOut => "wait until it has ended, or end it, and try again",
        _ => "look at the file, then try again",
    }
}
