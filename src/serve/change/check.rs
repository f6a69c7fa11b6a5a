//! A statement checked by a second reader, with one click.

use serde_json::{Value, json};

use super::{refused, said, today};
use crate::entry::checking::checked;
use crate::entry::desk::Desk;
use crate::serve::desk::queue;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::write::store::Failure;

/// A second reader has compared a statement with its source.
pub(in crate::serve) fn check(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let asked = request.body()?;
    Ok(written(state, &asked).unwrap_or_else(|failure| refused(&failure)))
}

fn written(state: &State<'_>, asked: &Value) -> Result<Reply, Failure> {
    let text = |key: &str| asked[key].as_str().unwrap_or_default().trim();
    let id = text("statement");
    let mut desk = Desk::lock(state.folder, queue())?;
    let Some(change) = checked(&desk, id, text("seen"), text("by"), today(asked))? else {
        let words = "Somebody has changed this statement since you read it. Nothing was saved: compare it again as it is now.";
        return Ok(said(409, words, &json!({})));
    };
    let changes = [change];
    if let Some(wrong) = desk.judge(&changes).wrong.first() {
        return Ok(said(422, &wrong.told(), &json!({})));
    }
    let what = format!("check {id}");
    desk.writer.write_with(&what, &[], &changes)?;
    state.sitting.made(&what);
    Ok(said(200, "Checked.", &json!({ "saved": true })))
}
