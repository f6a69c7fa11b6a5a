//! A record that a statement needs and that is not on file: a party, a place, a topic, an event.

use serde_json::{Value, json};

use super::{Answer, ENTERED, Store, findings, given, queue};
use crate::entry::desk::Desk;
use crate::entry::placing::{self, Files};

/// The lists in which the desk makes records besides statements.
const LISTS: [&str; 4] = ["parties", "places", "topics", "events"];

/// Makes a record, and gives the id by which it is named.
#[must_use]
pub fn make(store: &Store<'_>, asked: &Value) -> Answer {
    made(store, asked).unwrap_or_else(|refused| refused)
}

fn made(store: &Store<'_>, asked: &Value) -> Result<Answer, Answer> {
    let list = asked["list"].as_str().unwrap_or("parties");
    if !LISTS.contains(&list) {
        return Err(Answer::refused(400, "Such a record is not made here.", "Use `gainsay add`."));
    }
    let mut desk = Desk::lock(store.folder, queue())?;
    let draft = given::draft(&desk.before.ledger, list, asked)?;
    if let Some(field) = draft.missing().next() {
        return Err(Answer::refused(
            422,
            &format!("It lacks {}.", field.meaning),
            "Fill it in, and try again.",
        ));
    }
    let files = Files { ledger: &desk.before.ledger, store: desk.writer.name(), texts: desk.writer.texts() };
    let (changes, placed) = placing::place(&files, None, vec![draft])?;
    let judged = desk.judge(&changes);
    if !judged.wrong.is_empty() {
        let wrong = findings::told(&judged.after, &judged.wrong);
        return Ok(Answer::at(422, json!({ "wrong": wrong })));
    }
    desk.writer.write_with(ENTERED, &[], &changes)?;
    let first = |key: &str| placed[0].draft.values(key).first().cloned();
    Ok(Answer::ok(
        json!({ "id": first("id"), "name": first("name").or_else(|| first("id")), "list": list, "aliases": [] }),
    )
    .written(ENTERED.to_owned()))
}
