//! A finding accepted or reconciled: looked at, and saved.

use serde_json::{Value, json};

use super::{refused, said, today};
use crate::entry::outlook::Outlook;
use crate::entry::settling::{self, Decision, Editor};
use crate::serve::desk::queue;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::write::store::Failure;

/// A decision on a finding. The name of the finding stands for all that was seen of it: where it is another now, nothing is
/// written.
pub(in crate::serve) fn settle(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let asked = request.body()?;
    Ok(settled(state, &asked).unwrap_or_else(|failure| refused(&failure)))
}

fn settled(state: &State<'_>, asked: &Value) -> Result<Reply, Failure> {
    let text = |key: &str| asked[key].as_str().unwrap_or_default().trim();
    let decision = match text("how") {
        "reconcile" => Decision::Reconcile(text("reason")),
        _ => Decision::Accept,
    };
    let editor = Editor { by: text("by"), today: today(asked), note: text("note") };
    let mut outlook = Outlook::lock(state.folder, queue())?;
    let Some(settled) = settling::settle(&outlook, text("finding"), decision, editor)? else {
        let words = "The ledger has changed meanwhile, and this finding is not there any more as it is shown here. Nothing was saved.";
        return Ok(said(409, words, &json!({})));
    };
    let wrong: Vec<String> = settled.foreseen.wrong().collect();
    let seen =
        json!({ "wrong": wrong.join("\n"), "record": settled.yaml, "brings": settled.foreseen.told() });
    if !wrong.is_empty() {
        return Ok(said(422, "As it stands the decision cannot be read rightly, so it is not saved.", &seen));
    }
    if asked["look"] == true {
        return Ok(said(200, &format!("This would be written into {}.", settled.path), &seen));
    }
    outlook.writer.write_with(&settled.what, &[], &settled.changes)?;
    state.sitting.made(&settled.what);
    Ok(said(200, "Saved.", &json!({ "saved": true })))
}
