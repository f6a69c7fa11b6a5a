//! The files of a store: found wherever they lie below the folder, read whole, refused by name where they cannot be.

pub mod archives;
pub mod decode;
pub mod documents;
#[cfg(feature = "docx")]
pub mod docx;
pub mod stamp;
pub(crate) mod suspicious;
#[cfg(any(feature = "docx", feature = "xlsx"))]
pub mod xml;

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Text;

/// A file larger than this is refused: spans count bytes in 32 bits.
const LARGEST_FILE: u64 = u32::MAX as u64;

/// Reads every `.yaml` and `.yml` file below a folder, hidden ones too, in the order of their paths. Symbolic links are
/// followed to what lies in the folder itself.
///
/// # Errors
/// What kept the folder itself from being read.
pub fn read(folder: &Path) -> io::Result<Vec<Text>> {
    some(folder, |_| true)
}

/// The same of those files alone whose names, as people are shown them, are wanted.
///
/// # Errors
/// What kept the folder itself from being read.
pub fn some(folder: &Path, wanted: impl Fn(&str) -> bool) -> io::Result<Vec<Text>> {
    fs::read_dir(folder)?;
    // Paths are named from the folder that holds the store.
    let full = fs::canonicalize(folder)?;
    let base = full.parent().unwrap_or(&full).to_owned();
    // What is there first, one after the other; what it holds then, all at once.
    let mut found: Vec<Result<PathBuf, Text>> = Vec::new();
    let mut linked = HashSet::new();
    for entry in WalkDir::new(&full).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.path_is_symlink() => match leads(entry.path(), &full) {
                Ok(None) => {}
                Ok(Some(file)) => {
                    if linked.insert(file) {
                        found.push(Ok(entry.into_path()));
                    }
                }
                Err(reason) => {
                    found.push(Err(Text { path: name(entry.path(), &base), content: Err(reason) }));
                }
            },
            Ok(entry) if is_yaml(entry.path()) && !entry.file_type().is_dir() => {
                found.push(Ok(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map_or_else(|| name(&full, &base), |path| name(path, &base));
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                let reason = (
                    format!("this could not be read: {reason}"),
                    "check that it is there and may be read".to_owned(),
                );
                found.push(Err(Text { path, content: Err(reason) }));
            }
        }
    }
    found.retain(|found| match found {
        Ok(path) => wanted(&name(path, &base)),
        Err(text) => wanted(&text.path),
    });
    let read = |path: PathBuf| Text { path: name(&path, &base), content: content(&path) };
    Ok(found.into_par_iter().map(|found| found.map_or_else(|text| text, read)).collect())
}

/// The file of records to which a symbolic link leads; none where what it leads to is read where it stands, or holds no
/// records.
///
/// # Errors
/// It leads out of the store, where nothing is read or written, or to nothing.
fn leads(link: &Path, store: &Path) -> Result<Option<PathBuf>, (String, String)> {
    let wrong = || {
        Err((
            "this link leads out of the store, or to nothing; what is behind it is not read".to_owned(),
            "put the file itself, or the folder, in the place of the link, or delete the link".to_owned(),
        ))
    };
    let Ok(target) = fs::canonicalize(link) else { return wrong() };
    let inside = target.starts_with(store);
    match (target.is_dir(), is_yaml(link)) {
        (true, _) if inside => Ok(None),
        (false, false) => Ok(None),
        _ if !inside => wrong(),
        _ => Ok((!is_yaml(&target)).then_some(target)),
    }
}

/// Whether a file is one of records, by its name.
#[must_use]
pub fn is_yaml(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}

/// The path as people are shown it, `/` between its parts.
#[must_use]
pub fn name(path: &Path, base: &Path) -> String {
    let path = path.strip_prefix(base).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn content(path: &Path) -> Result<String, (String, String)> {
    let failed = |error: io::Error| {
        (format!("this file could not be read: {error}"), "check that it is there and may be read".to_owned())
    };
    let data = fs::metadata(path).map_err(failed)?;
    if !data.is_file() {
        return Err((
            "this is no regular file".to_owned(),
            "a store is made of plain files: take it out, or give it another ending".to_owned(),
        ));
    }
    if data.len() > LARGEST_FILE {
        return Err(("this file is larger than 4 GiB".to_owned(), "split it into several".to_owned()));
    }
    decode::decode(fs::read(path).map_err(failed)?).map_err(|wrong| (wrong.message, wrong.help))
}
