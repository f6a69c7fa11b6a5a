//! One writer at a time: a locked file in the folder, there only while somebody writes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use same_file::Handle;

use super::replace::{PREFIX, SUFFIX};

/// The file that is locked. It has not the ending of a file of records.
const NAME: &str = ".gainsay.lock";

/// The number of times that this process has locked a folder: several who write may bear one name.
static TIMES: AtomicU64 = AtomicU64::new(0);

/// How somebody waits for a folder that somebody else writes to.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Who waits, in a few words: whoever waits for this one reads them.
    pub name: String,
    /// Waits a little, given who writes, in the words of that one, and for the how-many-th time it is the same writing of
    /// that one; false to wait no longer.
    pub wait: fn(&str, u32) -> bool,
}

/// A folder locked against other writers, until this is dropped or its process ends.
#[derive(Debug)]
pub(super) struct Lock {
    folder: PathBuf,
    path: PathBuf,
    /// Held open: closing it unlocks.
    file: File,
}

impl Lock {
    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits for the lock of a folder.
    ///
    /// # Errors
    /// It cannot be had; [`io::ErrorKind::TimedOut`] where the queue waits no longer.
    pub(super) fn take(folder: &Path, queue: &Queue) -> io::Result<Self> {
        let path = folder.join(NAME);
        let (mut writing, mut tries) = (String::new(), 0);
        loop {
            let Some(mut file) = open(&path)? else { continue };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    drop(file);
                    // Made a moment ago; nobody can have locked it here.
                    let _ = fs::remove_file(&path);
                    let message = "no file can be locked here, and two who write at once would lose records";
                    return Err(io::Error::other(message));
                }
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => {
                    let now = holder(&mut file);
                    tries = if now == writing { tries + 1 } else { 1 };
                    writing = now;
                    let who = writing.lines().next().unwrap_or_default();
                    if (queue.wait)(who, tries) {
                        continue;
                    }
                    let message = format!("{who} has been writing to it all the while");
                    return Err(io::Error::new(io::ErrorKind::TimedOut, message));
                }
            }
            // Whoever held it before took the file away at the end: then this one is locked and leads nowhere.
            let own = Handle::from_file(file.try_clone()?)?;
            match Handle::from_path(&path) {
                Ok(there) if there == own => {
                    let mut lock = Self { folder: folder.to_owned(), path, file };
                    lock.file.set_len(0)?;
                    let time = TIMES.fetch_add(1, Ordering::Relaxed);
                    lock.file.write_all(format!("{}\n{time}\n", queue.name).as_bytes())?;
                    sweep(folder)?;
                    return Ok(lock);
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Who writes, and for which time, as it stands in the locked file; in general words where nothing does, or it may not be
/// read.
fn holder(file: &mut File) -> String {
    let mut name = Vec::new();
    let read = file.take(200).read_to_end(&mut name);
    match String::from_utf8(name) {
        Ok(name) if read.is_ok() && !name.is_empty() => name,
        _ => "another program".to_owned(),
    }
}

/// The file that is locked, made where it is not there; none where it was taken away meanwhile. No link is followed and no
/// pipe waited for: who may write into the folder may have put anything there.
fn open(path: &Path) -> io::Result<Option<File>> {
    let kind = |error: &io::Error| error.kind();
    match OpenOptions::new().read(true).write(true).create_new(true).open(path) {
        Err(error) if kind(&error) == io::ErrorKind::AlreadyExists => {}
        made => return made.map(Some),
    }
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_file() => {}
        Ok(_) => {
            let message = format!("`{NAME}` in it is no plain file: take it away");
            return Err(io::Error::other(message));
        }
        Err(error) if kind(&error) == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    match OpenOptions::new().read(true).write(true).open(path) {
        Err(error) if kind(&error) == io::ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some),
    }
}

/// Takes away what a writer left behind that was stopped half-way: nobody else writes in this folder now.
pub(super) fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

impl Drop for Lock {
    fn drop(&mut self) {
        // One that stays behind does no harm: the next writer locks it.
        let _ = fs::remove_file(&self.path);
    }
}
