//! A file that may lie anywhere, such as a report: replaced whole or not at all, as those of a store are.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::replace::{Failed, Replacement};

/// The file that would be written: where a link leads, and where one lands that is not there yet.
///
/// # Errors
/// Its folder is not there, or may not be looked into.
pub fn lands(file: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let above = file.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Ok(fs::canonicalize(above)?.join(file.file_name().ok_or(ErrorKind::InvalidInput)?))
        }
        found => found,
    }
}

/// Replaces such a file, or makes it. A device or a pipe is written to as it is: nothing can take its place.
///
/// # Errors
/// What the disk says; then what was there is there still.
pub fn replace(file: &Path, new: &[u8]) -> io::Result<()> {
    let target = lands(file)?;
    let old = match fs::metadata(&target) {
        Ok(data) if !data.is_file() => return fs::write(&target, new),
        Ok(_) => Some(fs::read(&target)?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    Replacement::prepare(target, old.as_deref(), new)?.commit().map_err(|Failed { error, .. }| error)
}
