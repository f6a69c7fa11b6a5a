//! One file replaced as a whole: written beside the old one, brought to the disk, read again, and only then renamed.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// How the names of files begin and end that are to take the place of another.
pub(super) const PREFIX: &str = ".gainsay-";
pub(super) const SUFFIX: &str = ".tmp";

/// A file that lies ready to take the place of another.
pub(super) struct Replacement {
    ready: NamedTempFile,
    /// What it replaces; no symbolic link, so that a link stays one.
    target: PathBuf,
    /// What must still stand there; none: nothing may.
    old: Option<Vec<u8>>,
}

/// Why a file was not replaced.
pub(super) struct Failed {
    pub(super) error: io::Error,
    /// Whether the new one took its place nevertheless, and only its being on the disk is not sure.
    pub(super) replaced: bool,
}

impl Replacement {
    /// Writes the new content beside the file at `target`, in a locked folder. `old` is what was read there.
    pub(super) fn prepare(target: PathBuf, old: Option<&[u8]>, new: &[u8]) -> io::Result<Self> {
        let before = match old {
            // Opened for writing, and not written: a file that may not be changed is refused, and not replaced.
            Some(_) => Some(OpenOptions::new().write(true).open(&target)?.metadata()?),
            None => None,
        };
        let mut builder = Builder::new();
        let mut ready = named(builder.prefix(PREFIX).suffix(SUFFIX)).tempfile_in(folder(&target))?;
        ready.write_all(new)?;
        ready.flush()?;
        if let Some(before) = before {
            keep(ready.as_file(), &before)?;
        }
        ready.as_file().sync_all()?;
        let mut back = Vec::with_capacity(new.len());
        File::open(ready.path())?.read_to_end(&mut back)?;
        if back != new {
            return Err(io::Error::other("what was written is not what is read there"));
        }
        Ok(Self { ready, target, old: old.map(<[u8]>::to_vec) })
    }

    /// Takes the old file's place.
    pub(super) fn commit(self) -> Result<(), Failed> {
        let Self { ready, target, old } = self;
        let unchanged = |error| Failed { error, replaced: false };
        match old {
            Some(old) => {
                if fs::read(&target).map_err(unchanged)? != old {
                    return Err(unchanged(changed()));
                }
                ready.persist(&target).map_err(|error| unchanged(error.error))?;
            }
            None => {
                ready.persist_noclobber(&target).map_err(|error| match error.error.kind() {
                    ErrorKind::AlreadyExists => unchanged(changed()),
                    _ => unchanged(error.error),
                })?;
            }
        }
        // The new name is on the disk only when its folder is.
        sync(folder(&target)).map_err(|error| Failed { error, replaced: true })
    }
}

/// The error of a file that is not as it was when it was read.
fn changed() -> io::Error {
    io::Error::other("it was changed by somebody else meanwhile")
}

/// The folder in which a file stands.
pub(super) fn folder(target: &Path) -> &Path {
    target.parent().unwrap_or(Path::new("/"))
}

/// A new file gets the mode that any new file of this user gets.
#[cfg(unix)]
fn named<'b, 'n, 's>(builder: &'b mut Builder<'n, 's>) -> &'b mut Builder<'n, 's> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn named<'b, 'n, 's>(builder: &'b mut Builder<'n, 's>) -> &'b mut Builder<'n, 's> {
    builder
}

/// The mode of the old file and, as far as this user may give it, its owner and group.
fn keep(file: &File, before: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let now = file.metadata()?;
        if (now.uid(), now.gid()) != (before.uid(), before.gid()) {
            // An ordinary user may not give files away, but may give them to a group of his own.
            let _ = fchown(file, None, Some(before.gid()));
            let _ = fchown(file, Some(before.uid()), None);
        }
    }
    file.set_permissions(before.permissions())
}

#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Folders cannot be opened there; the rename itself is brought to the disk.
#[cfg(not(unix))]
fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}
