//! A document that a command reads: a file of any kind that is read, or standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::entry::article::Article;
use crate::grid::LARGEST;

/// Reads a document; `what` it is stands in messages.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn read(path: &Path, what: &str) -> Result<Article, (String, String)> {
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
    Article::read(bytes, &ending(path))
        .map_err(|(reason, help)| (format!("the {what} `{shown}` could not be read: {reason}"), help))
}

/// Reads the bytes of a sheet, of which no more are held than a sheet may have.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub fn sheet(path: &Path) -> Result<Vec<u8>, (String, String)> {
    let shown = path.display();
    let unread = |error: io::Error| {
        (
            format!("the sheet `{shown}` could not be read: {error}"),
            "name a file of CSV, JSON Lines, XLSX or ODS".to_owned(),
        )
    };
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(unread)?;
    if bytes.len() as u64 > LARGEST {
        return Err((format!("the sheet `{shown}` is larger than 256 megabytes"), "divide it".to_owned()));
    }
    Ok(bytes)
}

/// The ending of a file's name, in small letters; empty where it has none.
pub fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}
