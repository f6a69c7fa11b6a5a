//! An article as it comes: what a reader sees of it, and the copy that is kept.

use crate::read::files::{archives, documents};
use crate::text::quotes::readable::Readable;

/// A document.
pub struct Article {
    /// What a reader sees of it.
    pub readable: Readable,
    /// The bytes of a copy from which the same text can be read again.
    pub bytes: Vec<u8>,
    /// The ending of such a copy.
    pub ending: String,
}

impl Article {
    /// Reads the bytes of a document; `ending` is that of its name, in small letters.
    ///
    /// # Errors
    /// Why it cannot be read, and what to do.
    pub fn read(bytes: Vec<u8>, ending: &str) -> Result<Self, (String, String)> {
        if ending == "pdf" {
            let text = archives::pdf_in(&bytes)
                .map_err(|reason| (reason, "save it as text, and name that file".to_owned()))?;
            let readable = Readable { text, ..Readable::default() };
            return Ok(Self { readable, bytes, ending: ending.to_owned() });
        }
        let readable = documents::read(&bytes, ending)?;
        // An archive is read without what a word processor adds.
        if bytes.starts_with(b"PK\x03\x04") {
            let bytes = readable.text.clone().into_bytes();
            return Ok(Self { readable, bytes, ending: "txt".to_owned() });
        }
        Ok(Self { readable, bytes, ending: super::copy::ending(ending) })
    }
}
