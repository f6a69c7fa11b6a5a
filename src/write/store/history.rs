//! What the last changes took the place of, kept in the store so that each can be taken back.
//!
//! A change is kept in a file of its own: a line of JSON that says which files it changed, then the bytes that it took out of
//! them. It is kept before the files are replaced. So a change that was stopped half-way can be taken back too.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::lock::sweep;
use super::replace::{Failed, Replacement};
use crate::read::files::archives::hash;
use serde::{Deserialize, Serialize};

/// The folder in the store; what is in it is no file of records.
const FOLDER: &str = ".gainsay";
/// So many changes are kept.
const MOST: usize = 20;
/// How the name of a kept change ends.
const ENDING: &str = "undo";

/// A change, as it can be taken back.
pub(super) struct Kept {
    /// The file in which it is kept.
    file: PathBuf,
    /// The command that made it.
    pub(super) what: String,
    /// The files that it changed.
    pub(super) parts: Vec<Part>,
}

/// One file of a change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    head: Head,
    taken: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    what: String,
    parts: Vec<Head>,
}

/// What is known of a file but its bytes: those before and behind the part that was changed are in the file still.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    path: String,
    /// The hash of what was there; none where the file is new.
    before: Option<String>,
    after: String,
    begin: usize,
    end: usize,
    taken: usize,
}

/// How a file stands to a change that is to be taken back.
pub(super) enum Found {
    /// As the change left it; this was there before, or nothing.
    Changed(Option<Vec<u8>>),
    /// As it was before the change.
    Back,
    /// Neither: somebody changed it since.
    Since,
}

impl Part {
    /// Of a file, its old content and its new one.
    pub(super) fn new(path: &str, old: Option<&[u8]>, new: &[u8]) -> Self {
        let was = old.unwrap_or_default();
        let begin = was.iter().zip(new).take_while(|(a, b)| a == b).count();
        let (rest, more) = (&was[begin..], &new[begin..]);
        let end = rest.iter().rev().zip(more.iter().rev()).take_while(|(a, b)| a == b).count();
        let taken = rest[..rest.len() - end].to_vec();
        let (before, after) = (old.map(hash), hash(new));
        Self { head: Head { path: path.to_owned(), before, after, begin, end, taken: taken.len() }, taken }
    }

    /// Its path, named from the folder that holds the store.
    pub(super) fn path(&self) -> &str {
        &self.head.path
    }

    /// How what is there now stands to the change.
    pub(super) fn found(&self, now: Option<&[u8]>) -> Found {
        let Head { before, after, begin, end, .. } = &self.head;
        let Some(now) = now else { return if before.is_none() { Found::Back } else { Found::Since } };
        let there = hash(now);
        if before.as_ref() == Some(&there) {
            return Found::Back;
        }
        let (Some(first), Some(last)) = (now.get(..*begin), now.len().checked_sub(*end)) else {
            return Found::Since;
        };
        if there != *after {
            return Found::Since;
        }
        let Some(before) = before else { return Found::Changed(None) };
        let old = [first, &self.taken, &now[last..]].concat();
        if hash(&old) == *before { Found::Changed(Some(old)) } else { Found::Since }
    }
}

/// Keeps a change that is about to be made in a store's folder; gives the file in which it is kept.
pub(super) fn keep(store: &Path, what: &str, parts: Vec<Part>) -> io::Result<PathBuf> {
    let folder = store.join(FOLDER);
    fs::create_dir_all(&folder)?;
    sweep(&folder)?;
    let ignored = folder.join(".gitignore");
    if !ignored.exists() {
        // Nobody wants it under version control, this file included.
        write(ignored, b"*\n")?;
    }
    let all = numbers(&folder)?;
    let file = name(&folder, all.last().map_or(1, |last| last.saturating_add(1)));
    let mut bytes = Vec::new();
    let (heads, taken): (Vec<Head>, Vec<Vec<u8>>) =
        parts.into_iter().map(|part| (part.head, part.taken)).unzip();
    serde_json::to_writer(&mut bytes, &Line { what: what.to_owned(), parts: heads })?;
    bytes.push(b'\n');
    bytes.extend(taken.into_iter().flatten());
    write(file.clone(), &bytes)?;
    for old in all.iter().rev().skip(MOST - 1) {
        fs::remove_file(name(&folder, *old))?;
    }
    Ok(file)
}

/// The last change that is kept in a store's folder; none where there is none.
pub(super) fn last(store: &Path) -> io::Result<Option<Kept>> {
    let folder = store.join(FOLDER);
    let Some(last) = numbers(&folder)?.pop() else { return Ok(None) };
    let file = name(&folder, last);
    let broken = || io::Error::new(ErrorKind::InvalidData, "what is kept of the change cannot be read");
    let bytes = fs::read(&file)?;
    let line = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(broken)?;
    let Line { what, parts: heads } = serde_json::from_slice(&bytes[..line]).map_err(|_| broken())?;
    let mut rest = &bytes[line + 1..];
    let mut parts = Vec::new();
    for head in heads {
        let (taken, more) = rest.split_at_checked(head.taken).ok_or_else(broken)?;
        parts.push(Part { head, taken: taken.to_vec() });
        rest = more;
    }
    Ok(Some(Kept { file, what, parts }))
}

impl Kept {
    /// Forgets it.
    pub(super) fn forget(self) -> io::Result<()> {
        fs::remove_file(self.file)
    }
}

/// The numbers of the changes that are kept, in order.
fn numbers(folder: &Path) -> io::Result<Vec<u32>> {
    let mut found = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        let number =
            path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse::<u32>().ok());
        found.extend(number.filter(|_| path.extension().is_some_and(|ending| ending == ENDING)));
    }
    found.sort_unstable();
    Ok(found)
}

fn name(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number:06}.{ENDING}"))
}

fn write(file: PathBuf, bytes: &[u8]) -> io::Result<()> {
    Replacement::prepare(file, None, bytes)?.commit().map_err(|Failed { error, .. }| error)
}
