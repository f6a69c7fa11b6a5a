//! Two parties made one: looked at first, and saved as it was seen.

use serde_json::{Value, json};

use super::{refused, said};
use crate::entry::merging::{Merged, merge};
use crate::entry::outlook::Outlook;
use crate::ledger::words::counted;
use crate::read::files::archives::hash;
use crate::serve::desk::queue;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::write::store::Failure;

/// Two parties that are one. Nothing is saved but what was looked at.
pub(in crate::serve) fn merged(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let asked = request.body()?;
    Ok(written(state, &asked).unwrap_or_else(|failure| refused(&failure)))
}

fn written(state: &State<'_>, asked: &Value) -> Result<Reply, Failure> {
    let text = |key: &str| asked[key].as_str().unwrap_or_default().trim();
    let (keep, other) = match text("keep") {
        "other" => (text("other"), text("party")),
        _ => (text("party"), text("other")),
    };
    let mut outlook = Outlook::lock(state.folder, queue())?;
    let merged = merge(&outlook, keep, other)?;
    let wrong: Vec<String> = merged.foreseen.wrong().collect();
    let (told, seen) = told(&merged, &wrong);
    let [keep, other] = &merged.ids;
    if !wrong.is_empty() {
        let words = "The two cannot be made one as they stand: the record would be wrong. Nothing was saved.";
        return Ok(said(422, words, &told));
    }
    if asked["look"] == true {
        let places = counted(merged.places, "place", "places");
        let files = counted(merged.changes.len(), "file", "files");
        let words = format!("{other} would become {keep} in {places}; {files} would change.");
        return Ok(said(200, &words, &told));
    }
    if asked["seen"].as_str() != Some(&seen) {
        let words = "Look at what it would bring first: it stands below, as it is now. Nothing was saved.";
        return Ok(said(409, words, &told));
    }
    outlook.writer.write_with(&merged.what, &[], &merged.changes)?;
    state.sitting.made(&merged.what);
    Ok(said(200, "Saved.", &json!({ "saved": true, "then": format!("/party/{keep}") })))
}

/// What is shown of it, and what stands for all of that.
fn told(merged: &Merged, wrong: &[String]) -> (Value, String) {
    let record = format!("This record is kept:\n\n{}\nThis one is taken out:\n\n{}", merged.kept, merged.out);
    let brings = merged.foreseen.told();
    let seen = hash(format!("{}\n{record}\n{brings}", merged.places).as_bytes())[..32].to_owned();
    (json!({ "wrong": wrong.join("\n"), "record": record, "brings": brings, "seen": seen }), seen)
}
