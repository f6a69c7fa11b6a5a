//! A statement written to the store, once it is what was seen before.

use serde_json::{Value, json};

use super::preview::{foreseen, seen};
use super::{Answer, ENTERED, Store, given, queue};
use crate::entry::desk::Desk;
use crate::entry::placing::{self, Files};

/// Writes a statement as the form has it. Where what it would contradict has become another since it was looked at, nothing is
/// written and what it is now is told: whoever still wants it says so again.
#[must_use]
pub fn save(store: &Store<'_>, asked: &Value) -> Answer {
    saved(store, asked).unwrap_or_else(|refused| refused)
}

fn saved(store: &Store<'_>, asked: &Value) -> Result<Answer, Answer> {
    let mut desk = Desk::lock(store.folder, queue())?;
    let draft = given::draft(&desk.before.ledger, "statements", asked)?;
    if let Some(field) = draft.missing().next() {
        return Err(Answer::refused(
            422,
            &format!("It lacks {}.", field.meaning),
            "Fill it in, and save again.",
        ));
    }
    let files = Files { ledger: &desk.before.ledger, store: desk.writer.name(), texts: desk.writer.texts() };
    let (changes, placed) = placing::place(&files, None, vec![draft])?;
    let judged = desk.judge(&changes);
    let now = foreseen(&judged, &placed[0]);
    if !judged.wrong.is_empty() {
        return Ok(Answer::at(422, now));
    }
    if asked["seen"].as_str().is_some_and(|before| before != seen(&judged)) {
        return Ok(Answer::at(409, now));
    }
    desk.writer.write_with(ENTERED, &[], &changes)?;
    let written = placed.first().and_then(|placed| placed.draft.values("id").first());
    Ok(Answer::ok(
        json!({ "id": written, "path": placed[0].path, "line": placed[0].lines.0, "makes": judged.counted() }),
    )
    .written(ENTERED.to_owned()))
}
