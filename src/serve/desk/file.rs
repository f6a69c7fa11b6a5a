//! The article that somebody pasted or dropped.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::Answer;
use crate::entry::article::Article;

/// The article in what was sent: a text, or a file with its name.
///
/// # Errors
/// Nothing was sent, or it cannot be read.
pub(super) fn article(asked: &Value) -> Result<Article, Answer> {
    let (bytes, ending) = if let Some(text) = asked["text"].as_str() {
        (text.as_bytes().to_vec(), String::new())
    } else {
        let file = asked["file"]["base64"].as_str().and_then(|text| STANDARD.decode(text).ok());
        let bytes = file.ok_or_else(|| {
            Answer::refused(400, "There is no article.", "Paste its text, or drop a file, and try again.")
        })?;
        let name = asked["file"]["name"].as_str().unwrap_or_default();
        (bytes, name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default())
    };
    if bytes.trim_ascii().is_empty() {
        return Err(Answer::refused(422, "The article is empty.", "Paste its text, or drop another file."));
    }
    Article::read(bytes, &ending).map_err(|(reason, help)| {
        Answer::refused(422, &format!("The article cannot be read: {reason}."), &help)
    })
}
