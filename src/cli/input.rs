//! A document that a command reads: a file of any kind that is read, or standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::entry::article::Article;

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

/// The ending of a file's name, in small letters; empty where it has none.
pub fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}
