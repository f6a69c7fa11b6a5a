//! Changes made on a page, each looked at before it is saved; and the way back from what was changed in this sitting.

pub(super) mod check;
pub(super) mod edit;
pub(super) mod merge;
pub(super) mod settle;

use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::desk::queue;
use super::reply::{Refusal, Reply};
use super::request::Request;
use super::state::State;
use crate::entry::completing;
use crate::ledger::model::date::Date;
use crate::write::store::Failure;

/// What was changed since the desk was opened: the last change is the first to be taken back.
#[derive(Debug, Default)]
pub struct Sitting(Mutex<Vec<String>>);

impl Sitting {
    /// A change was made, under this name.
    pub fn made(&self, what: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_owned());
    }

    /// The name of the last change; none where there is none, or all were taken back.
    #[must_use]
    pub fn last(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).last().cloned()
    }

    fn undone(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
    }
}

/// Takes back the last change of this sitting.
#[allow(clippy::unnecessary_wraps, reason = "as every answer of a route")]
pub(super) fn undo(state: &State<'_>, _: &Request) -> Result<Reply, Refusal> {
    Ok(taken_back(state).unwrap_or_else(|failure| refused(&failure)))
}

fn taken_back(state: &State<'_>) -> Result<Reply, Failure> {
    let Some(what) = state.sitting.last() else {
        return Ok(said(409, "Nothing was changed in this sitting that could be taken back.", &json!({})));
    };
    let mut writer = completing::writer(state.folder, queue())?;
    let last = writer.undo(true)?.map(|last| last.what);
    if last.as_ref() != Some(&what) {
        let last = last.unwrap_or_default();
        let words = format!(
            "The store was changed since by another command ({last}), so your last change cannot be taken back from here. \
             Change the record again instead."
        );
        return Ok(said(409, &words, &json!({})));
    }
    writer.undo(false)?;
    state.sitting.undone();
    Ok(said(200, &format!("Taken back: {what}."), &json!({ "saved": true })))
}

fn said(status: u16, message: &str, beside: &Value) -> Reply {
    let mut body = json!({ "message": message });
    if let (Some(body), Some(beside)) = (body.as_object_mut(), beside.as_object()) {
        body.extend(beside.clone());
    }
    Reply::json(status, format!("{body}\n"))
}

fn refused(failure: &Failure) -> Reply {
    said(422, &failure.message, &json!({ "help": failure.help }))
}

/// The day by the clock of whoever asks, as a page sends it; none where it sends none.
fn today(asked: &Value) -> Option<Date> {
    Date::parse(asked["today"].as_str()?).ok()
}
