//! A document that a command reads: a file of any kind that is read, or standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::entry::copy::ending;
use crate::read::files::{archives, documents};
use crate::text::quotes::readable::Readable;

/// A document.
pub struct Input {
    /// What a reader sees of it.
    pub readable: Readable,
    /// The bytes of a copy from which the same text can be read again.
    pub bytes: Vec<u8>,
    /// The ending of such a copy.
    pub ending: String,
}

/// Reads a document; `what` it is stands in messages.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn read(path: &Path, what: &str) -> Result<Input, (String, String)> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let shown = path.display();
    let bytes = read.map_err(|error| {
        (
            format!("the {what} `{shown}` could not be read: {error}"),
            "name a file of text, Markdown, HTML, PDF or DOCX, or `-` for standard input".to_owned(),
        )
    })?;
    let own = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let unread =
        |reason: String, help: String| (format!("the {what} `{shown}` could not be read: {reason}"), help);
    if own == "pdf" {
        let text = archives::pdf(path)
            .map_err(|reason| unread(reason, "save it as text, and name that file".to_owned()))?;
        return Ok(Input { readable: Readable { text, ..Readable::default() }, bytes, ending: own });
    }
    let readable = documents::read(&bytes, &own).map_err(|(reason, help)| unread(reason, help))?;
    // An archive is read without what a word processor adds.
    if bytes.starts_with(b"PK\x03\x04") {
        let bytes = readable.text.clone().into_bytes();
        return Ok(Input { readable, bytes, ending: "txt".to_owned() });
    }
    Ok(Input { readable, bytes, ending: ending(path) })
}
