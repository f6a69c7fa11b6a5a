//! Whether the files of a store are as they were: told by their names, sizes and times, without reading them.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// The files below a folder as they are: two stamps are the same where no file was added, taken out or written between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>, u64)>);

impl Stamp {
    /// The stamp of a folder. What a writer keeps there for itself, names that begin with `.gainsay`, does not count.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let own = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(".gainsay");
        let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        let entries = entries.filter_entry(|entry| !own(entry.file_name())).filter_map(Result::ok);
        let files = entries.filter_map(|entry| {
            let data = std::fs::metadata(entry.path()).ok().filter(Metadata::is_file)?;
            Some((entry.into_path(), data.len(), data.modified().ok(), number(&data)))
        });
        Self(files.collect())
    }
}

/// The number of a file in its file system, which a file that takes another's place does not have.
#[cfg(unix)]
fn number(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
