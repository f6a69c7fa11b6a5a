//! A file of a store that is made from its records, and made anew whenever they are written.

use std::fs;

use super::Writer;
use super::replace::Replacement;
use crate::read::Text;

/// A file of the store that is made from its records, and made anew whenever they are written. It is no record: where it
/// cannot be written, nothing is lost, and nothing is said.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// Its name.
    pub name: &'static str,
    /// What stands in it where it is to be made anew; one without that, or none, is left alone.
    pub mark: &'static str,
    /// Makes it from the files of the store.
    pub made: fn(Vec<Text>) -> String,
}

impl Writer {
    /// The same, which keeps a file made from the records up to date.
    #[must_use]
    pub fn beside(self, beside: Beside) -> Self {
        Self { beside: Some(beside), ..self }
    }

    /// Makes the file anew that is made from the records.
    pub(super) fn renew(&self) {
        let Some(Beside { name, mark, made }) = self.beside else { return };
        let file = self.folder.join(name);
        // A link is not followed: what it leads to is nobody's to write.
        let plain = fs::symlink_metadata(&file).is_ok_and(|there| there.is_file());
        let Some(old) = plain.then(|| fs::read(&file).ok()).flatten() else { return };
        if !String::from_utf8_lossy(&old).contains(mark) {
            return;
        }
        let new = made(self.texts.clone());
        if new.as_bytes() != old {
            let _ = Replacement::prepare(file, Some(&old), new.as_bytes()).map(Replacement::commit);
        }
    }
}
