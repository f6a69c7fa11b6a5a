//! The last change to a store taken back: its files get the bytes that they had before, or nothing is done.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::history::{self, Found, Kept};
use super::replace::{Failed, Replacement};
use super::{Failure, Writer, failed};

/// What was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The command that had made the change.
    pub what: String,
    /// The files that are as they were before, and whether each is gone, as it was new.
    pub files: Vec<(String, bool)>,
}

/// A file that goes back: its path, where it is, what it holds now, what it held before.
type Back = (String, PathBuf, Vec<u8>, Option<Vec<u8>>);

impl Writer {
    /// Takes the last change back that is kept; with `dry`, only says what would be done. None where no change is kept.
    ///
    /// # Errors
    /// One of its files was changed since, or the disk refuses.
    pub fn undo(&mut self, dry: bool) -> Result<Option<Undone>, Failure> {
        loop {
            let kept = history::last(&self.folder).map_err(|error| lost(&error))?;
            let Some(kept) = kept else { return Ok(None) };
            let back = self.back(&kept)?;
            // A change that never came about leaves nothing to take back.
            if back.is_empty() && !dry {
                kept.forget().map_err(|error| lost(&error))?;
                continue;
            }
            let files = back.iter().map(|(path, _, _, old)| (path.clone(), old.is_none())).collect();
            let undone = Undone { what: kept.what.clone(), files };
            if !dry {
                for (path, target, now, old) in back {
                    put_back(target, &now, old.as_deref()).map_err(|error| stopped(&path, &error))?;
                }
                kept.forget().map_err(|error| lost(&error))?;
                if let Ok(texts) = super::texts(&self.folder) {
                    self.texts = texts;
                    self.renew();
                }
            }
            return Ok(Some(undone));
        }
    }

    /// The files of a change that are not as they were before it, each with its content now and before.
    fn back(&mut self, kept: &Kept) -> Result<Vec<Back>, Failure> {
        let mut back = Vec::new();
        for part in &kept.parts {
            let path = part.path();
            let since = || {
                Failure::new(
                    format!("{path} was changed since `gainsay {}`; nothing was taken back", kept.what),
                    "take it back by hand, or get the file from where you keep copies",
                )
            };
            let mut components = Path::new(path).components();
            let own = components.next() == Some(Component::Normal(self.name().as_ref()));
            if !own || !components.all(|part| matches!(part, Component::Normal(_))) {
                return Err(since());
            }
            let now = self.kept(path)?;
            match part.found(now.as_deref()) {
                Found::Back => {}
                Found::Since => return Err(since()),
                Found::Changed(old) => {
                    let target = self.target(path, true).map_err(|error| failed(path, &error))?;
                    if !target.starts_with(&self.folder) {
                        return Err(since());
                    }
                    back.push((path.to_owned(), target, now.unwrap_or_default(), old));
                }
            }
        }
        Ok(back)
    }
}

fn put_back(target: PathBuf, now: &[u8], old: Option<&[u8]>) -> io::Result<()> {
    match old {
        Some(old) => {
            Replacement::prepare(target, Some(now), old)?.commit().map_err(|Failed { error, .. }| error)
        }
        None => fs::remove_file(target),
    }
}

/// What is said where a file does not go back: the others of the change may have gone back already.
fn stopped(path: &str, error: &io::Error) -> Failure {
    Failure::new(
        format!("{path} could not be put back: {error}"),
        "look at the file, then give the same command again: it goes on where it was stopped",
    )
}

fn lost(error: &io::Error) -> Failure {
    Failure::new(
        format!("what is kept of the last change could not be used: {error}"),
        "look into the folder `.gainsay` of the store; nothing else depends on it, and it may be deleted",
    )
}
