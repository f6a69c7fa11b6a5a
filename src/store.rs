//! Writing to a store without losing anything: one writer at a time, and a file is old or new, never in between.
//!
//! A writer locks the store and reads it. What it writes goes into a file of its own beside the old one, is brought to
//! the disk and read again there; only then does it take the old one's name. A file that changed since it was read is
//! not replaced. What fails leaves everything as it was.

mod lock;
mod replace;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::load::{Text, files};
use lock::Lock;
use replace::{Failed, Replacement, folder};

/// A store that nobody else writes to, as it was when it was locked.
#[derive(Debug)]
pub struct Writer {
    /// The folder that holds the store: paths of texts begin there.
    base: PathBuf,
    texts: Vec<Text>,
    locks: Vec<Lock>,
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
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

impl Writer {
    /// Waits until nobody else writes to the store in a folder, then reads it.
    ///
    /// # Errors
    /// It cannot be locked, or not all of its files can be read.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let wrong = |error: io::Error| {
            Failure::new(
                format!("the store `{}` cannot be written to: {error}", folder.display()),
                "check that the folder is there and that you may write to it",
            )
        };
        let folder = fs::canonicalize(folder).map_err(wrong)?;
        let base = folder.parent().unwrap_or(&folder).to_owned();
        let lock = Lock::take(&folder).map_err(wrong)?;
        let texts = files::read(&folder).map_err(wrong)?;
        // What stands in a file that cannot be read might be what the change is about.
        for text in &texts {
            if let Err((message, help)) = &text.content {
                return Err(Failure::new(format!("{}: {message}; nothing was written", text.path), help));
            }
        }
        Ok(Self { base, texts, locks: vec![lock] })
    }

    /// The files of the store, as they were read.
    #[must_use]
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The text of a file of the store; none where there is no such file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        let found = self.texts.iter().find(|text| text.path == path)?;
        found.content.as_deref().ok()
    }

    /// The store's files as they would be read if these took the place of what is there: path, text.
    #[must_use]
    pub fn with(&self, changes: &[(String, String)]) -> Vec<Text> {
        let mut texts = self.texts.clone();
        for (path, new) in changes {
            let content = Ok(new.clone());
            match texts.iter_mut().find(|text| text.path == *path) {
                Some(text) => text.content = content,
                None => texts.push(Text { path: path.clone(), content }),
            }
        }
        texts
    }

    /// Replaces files, or makes new ones: path, text. Where one of several fails, those before it are put back.
    ///
    /// # Errors
    /// A file was changed by somebody else meanwhile, or the disk refuses.
    pub fn write(&mut self, changes: &[(String, String)]) -> Result<(), Failure> {
        let mut ready = Vec::new();
        for (path, new) in changes {
            let old = self.text(path).map(str::to_owned);
            let target = self.target(path, old.is_some()).map_err(|error| failed(path, &error))?;
            let replacement = Replacement::prepare(target.clone(), old.as_deref(), new);
            let replacement = replacement.map_err(|error| failed(path, &error))?;
            ready.push((replacement, Written { path, target, old, new }));
        }
        let mut done: Vec<Written<'_>> = Vec::new();
        for (replacement, written) in ready {
            let path = written.path;
            match replacement.commit() {
                Ok(()) => done.push(written),
                Err(Failed { error, replaced }) => {
                    done.extend(replaced.then_some(written));
                    let mut failure = failed(path, &error);
                    let stuck: Vec<&str> =
                        done.iter().filter_map(|written| written.put_back().err()).collect();
                    if !stuck.is_empty() {
                        failure.help = format!(
                            "{}; {} could not be put back: look at it",
                            failure.help,
                            stuck.join(", ")
                        );
                    }
                    return Err(failure);
                }
            }
        }
        self.texts = self.with(changes);
        Ok(())
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
            self.locks.push(Lock::take(own)?);
        }
        Ok(target)
    }
}

/// A file that was replaced, as long as another of the same change may still fail.
struct Written<'c> {
    path: &'c str,
    target: PathBuf,
    old: Option<String>,
    new: &'c str,
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

fn failed(path: &str, error: &io::Error) -> Failure {
    let help = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk, then try again",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "ask whoever keeps these files for leave to write, or use another file with `--file`"
        }
        _ => "look at the file, then try again",
    };
    Failure::new(format!("{path} could not be written: {error}; nothing was changed"), help)
}
