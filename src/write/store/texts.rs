//! The files of a store as texts: as they stand now, and as they would stand after a change.

use std::path::Path;

use super::{Failure, closed};
use crate::read::{Text, files};

/// The text of one of these files; none where there is no such file.
#[must_use]
pub fn text<'t>(texts: &'t [Text], path: &str) -> Option<&'t str> {
    let found = texts.iter().find(|text| text.path == path)?;
    found.content.as_deref().ok()
}

/// Files as they would be read if these took the place of what is there: path, text.
#[must_use]
pub fn with(texts: &[Text], changes: &[(String, String)]) -> Vec<Text> {
    let mut texts = texts.to_vec();
    for (path, new) in changes {
        let content = Ok(new.clone());
        match texts.iter_mut().find(|text| text.path == *path) {
            Some(text) => text.content = content,
            None => texts.push(Text { path: path.clone(), content }),
        }
    }
    texts
}

/// The files of a store as they stand now, whoever writes meanwhile.
///
/// # Errors
/// The folder or one of its files cannot be read: what stands in that file might be what a change is about.
pub fn texts(folder: &Path) -> Result<Vec<Text>, Failure> {
    let texts = files::read(folder).map_err(|error| closed(folder, &error))?;
    for text in &texts {
        if let Err((message, help)) = &text.content {
            return Err(Failure::new(format!("{}: {message}; nothing was written", text.path), help));
        }
    }
    Ok(texts)
}
