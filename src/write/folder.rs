//! A folder of files that a command makes: whole or not at all, and in the place of nothing but what it made before.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::store::Failure;

/// The file that lists the files of the folder with their hashes.
pub const LIST: &str = "export.json";

/// A folder in the making, which lies beside its place until it is whole.
#[derive(Debug)]
pub struct Folder {
    /// The place that it is to take.
    place: PathBuf,
    /// What it is, in the list of its files.
    what: &'static str,
    /// The folder in which it is made; gone with it, whatever happens.
    outer: TempDir,
    files: BTreeMap<String, Made>,
    failed: Option<(String, io::Error)>,
}

#[derive(Debug)]
struct Made {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Folder {
    /// Begins a folder of a kind at a place where there is none, an empty one, or one that was made so and not changed
    /// since.
    ///
    /// # Errors
    /// Something else lies there, or the disk refuses.
    pub fn begin(place: &Path, what: &'static str) -> Result<Self, Failure> {
        let unusable = |error: &io::Error| {
            let message = format!("the folder `{}` cannot be made: {error}", place.display());
            Failure::new(message, "name a folder in one that is there and that you may write to")
        };
        let place_is = match fs::canonicalize(place) {
            Ok(full) => {
                ours(&full, place, what)?;
                full
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                super::store::lands(place).map_err(|error| unusable(&error))?
            }
            Err(error) => return Err(unusable(&error)),
        };
        let above = place_is.parent().ok_or_else(|| unusable(&ErrorKind::InvalidInput.into()))?;
        let outer = tempfile::Builder::new().prefix(".gainsay-").tempdir_in(above);
        let outer = outer.map_err(|error| unusable(&error))?;
        fs::create_dir(outer.path().join("new")).map_err(|error| unusable(&error))?;
        Ok(Self { place: place_is, what, outer, files: BTreeMap::new(), failed: None })
    }

    /// Adds to the end of one of its files. What fails is told when the folder is to take its place.
    pub fn append(&mut self, name: &str, bytes: &[u8]) {
        if self.failed.is_some() {
            return;
        }
        if let Err(error) = self.try_append(name, bytes) {
            self.failed = Some((name.to_owned(), error));
        }
    }

    fn try_append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if !self.files.contains_key(name) {
            let file = File::create_new(self.outer.path().join("new").join(name))?;
            let made = Made { file: BufWriter::with_capacity(1 << 16, file), hash: Sha256::new() };
            self.files.insert(name.to_owned(), made);
        }
        let Some(made) = self.files.get_mut(name) else { return Ok(()) };
        made.hash.update(bytes);
        made.file.write_all(bytes)
    }

    /// Gives the folder its place, and returns the number of its files, the list of them not counted.
    ///
    /// # Errors
    /// A file could not be written, or somebody put something else there meanwhile. What was there is there still.
    pub fn take_place(mut self, shown: &Path) -> Result<usize, Failure> {
        let unwritten = |name: &str, error: &io::Error| {
            let message = format!(
                "`{}` could not be written: {error}; nothing was changed",
                shown.join(name).display()
            );
            Failure::new(message, "make room on the disk, or name another folder, then try again")
        };
        if let Some((name, error)) = self.failed.take() {
            return Err(unwritten(&name, &error));
        }
        let mut hashes = Map::new();
        for (name, mut made) in std::mem::take(&mut self.files) {
            let flushed = made.file.flush().and_then(|()| made.file.get_ref().sync_all());
            flushed.map_err(|error| unwritten(&name, &error))?;
            hashes.insert(name, hex(made.hash).into());
        }
        let count = hashes.len();
        let list = json!({ "made_by": "gainsay export", "version": 1, "what": self.what, "files": hashes });
        let list = serde_json::to_string_pretty(&list).unwrap_or_default() + "\n";
        let new = self.outer.path().join("new");
        fs::write(new.join(LIST), list).map_err(|error| unwritten(LIST, &error))?;
        let old = self.outer.path().join("old");
        let there = self.place.exists();
        if there {
            ours(&self.place, shown, self.what)?;
            fs::rename(&self.place, &old).map_err(|error| unwritten("", &error))?;
        }
        if let Err(error) = fs::rename(&new, &self.place) {
            if there {
                // Where even this fails, the old folder is named, so that it can be put back by hand.
                let kept = fs::rename(&old, &self.place);
                if kept.is_err() {
                    let kept = self.outer.keep().join("old");
                    let message = format!(
                        "`{}` could not be written: {error}; what was there is now `{}`",
                        shown.display(),
                        kept.display()
                    );
                    return Err(Failure::new(message, "move it back"));
                }
            }
            return Err(unwritten("", &error));
        }
        Ok(count)
    }
}

/// The hash of a file, of which a small part at a time is in memory.
fn hashed(mut file: File) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part)? {
            0 => return Ok(hex(hash)),
            read => hash.update(&part[..read]),
        }
    }
}

fn hex(hash: Sha256) -> String {
    format!("{:x}", hash.finalize())
}

/// That a folder is empty, or holds what was made in it and nothing else.
fn ours(folder: &Path, shown: &Path, what: &str) -> Result<(), Failure> {
    let refused = |why: String| {
        let message = format!("{why}; nothing was written");
        Err(Failure::new(message, "name a new folder, or an empty one, or move away what is there"))
    };
    let unread = |error: &io::Error| {
        let message = format!("the folder `{}` cannot be looked into: {error}", shown.display());
        Failure::new(message, "name another folder")
    };
    if !folder.is_dir() {
        return refused(format!("`{}` is a file, and the export is a folder", shown.display()));
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unread(&error))? {
        names.push(entry.map_err(|error| unread(&error))?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    let list = fs::read(folder.join(LIST)).ok().and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    let list = list.filter(|list| list["made_by"] == "gainsay export" && list["what"] == what);
    for name in names.iter().filter(|name| *name != LIST || list.is_none()) {
        let path = folder.join(name);
        let hash = list.as_ref().and_then(|list| list["files"][name].as_str());
        let Some(hash) = hash.filter(|_| path.is_file()) else {
            return refused(format!("`{}` holds `{name}`, which no such export wrote", shown.display()));
        };
        let own = File::open(&path).and_then(hashed).map_err(|error| unread(&error))?;
        if own != hash {
            return refused(format!("`{name}` in `{}` was changed since it was exported", shown.display()));
        }
    }
    Ok(())
}
