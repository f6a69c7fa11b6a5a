//! One record as it is written, found in its file and put back changed.

use super::desk::{Change, Desk};
use crate::read::{Text, nearest, singular};
use crate::write::edit;
use crate::write::store::Failure;

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its file.
    pub path: String,
    /// Its list.
    pub list: String,
    /// Its place among the records of its file.
    pub at: usize,
    /// Its lines.
    pub lines: String,
}

/// What came of a record that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The new text of its file.
    To(Change),
    /// It is as it was.
    Not,
    /// Somebody else has changed it meanwhile, to this.
    Meanwhile(Option<Place>),
}

/// The record of an id among the files of a store, of this kind where one is named.
///
/// # Errors
/// There is none, more than one, or it cannot be changed by itself.
pub fn find(texts: &[Text], kind: Option<&str>, id: &str) -> Result<Place, Failure> {
    let mut found = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for text in texts {
        let content = text.content.as_deref().unwrap_or_default();
        let Ok(cut) = edit::read(content) else { continue };
        for (at, record) in cut.records.iter().enumerate() {
            let Some(own) = record.node.get("id").and_then(|id| id.as_str()) else { continue };
            known.push(own.to_owned());
            let fits = kind.is_none_or(|kind| kind == singular(&record.list) || kind == record.list);
            if own == id && fits {
                found.push((text, at, record.list.to_string(), edit::lines(content, record)));
            }
        }
    }
    match &found[..] {
        [(text, at, list, Ok(lines))] => {
            let content = text.content.as_deref().unwrap_or_default();
            let lines = content[lines.clone()].to_owned();
            Ok(Place { path: text.path.clone(), list: list.clone(), at: *at, lines })
        }
        [(text, _, _, Err(refused))] => Err(refused_in(&text.path, refused)),
        [] => {
            let near = nearest(id, known.iter().map(String::as_str));
            let help = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            Err(failure(format!("no record `{id}` stands in a file that can be read"), help))
        }
        several => {
            let places: Vec<String> = several
                .iter()
                .map(|(text, _, list, _)| format!("{} ({})", singular(list), text.path))
                .collect();
            Err(failure(
                format!("several records have the id `{id}`: {}", places.join(", ")),
                format!("name the one that you mean, as in `--kind {}`", singular(&several[0].2)),
            ))
        }
    }
}

/// Other lines in the place of a record, which stood there when they were begun.
///
/// # Errors
/// They are more, or less, than one record.
pub fn changed(desk: &Desk, was: &Place, id: &str, written: &str) -> Result<Changed, Failure> {
    let same = |one: &str, other: &str| {
        one.replace("\r\n", "\n").trim_end() == other.replace("\r\n", "\n").trim_end()
    };
    if same(written, &was.lines) {
        return Ok(Changed::Not);
    }
    let now = find(desk.writer.texts(), Some(&was.list), id).ok();
    let Some(place) = now.clone().filter(|now| same(&now.lines, &was.lines) && now.path == was.path) else {
        return Ok(Changed::Meanwhile(now));
    };
    let old = desk.writer.text(&place.path).unwrap_or_default();
    let new = edit::replace(old, place.at, written).map_err(|refused| refused_in(&place.path, &refused))?;
    Ok(Changed::To((place.path, new)))
}

fn refused_in(path: &str, refused: &edit::Refused) -> Failure {
    failure(format!("{path}: {}", refused.message), refused.help.clone())
}

fn failure(message: String, help: String) -> Failure {
    Failure { message, help }
}
