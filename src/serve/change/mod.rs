//! Changes made on a page: a record as its YAML, and the way back from what was changed in this sitting.

use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::desk::queue;
use super::reply::{Refusal, Reply};
use super::request::Request;
use super::state::State;
use crate::check::formats::findings;
use crate::check::{Counts, Report};
use crate::entry::desk::Desk;
use crate::entry::editing::{Changed, Place, changed, find};
use crate::entry::judging::Judged;
use crate::layout::Style;
use crate::rules::finding::Finding;
use crate::write::store::{Failure, Writer};

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

/// A record as it was shown and as it is to be: looked at, or saved.
pub(super) fn edit(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
    let asked = request.body()?;
    Ok(edited(state, &asked).unwrap_or_else(|failure| refused(&failure)))
}

fn edited(state: &State<'_>, asked: &Value) -> Result<Reply, Failure> {
    let text = |key: &str| asked[key].as_str().unwrap_or_default();
    let (kind, id, written) = (text("kind"), text("id"), text("now"));
    let mut desk = Desk::lock(state.folder, queue())?;
    let there = find(desk.writer.texts(), Some(kind), id)?;
    let was = Place { lines: text("was").to_owned(), ..there };
    let change = match changed(&desk, &was, id, written)? {
        Changed::To(change) => change,
        Changed::Not => return Ok(said(200, "Nothing was changed.", &json!({}))),
        Changed::Meanwhile(now) => {
            let there = now.map(|place| place.lines).unwrap_or_default();
            let words = "Somebody else has changed this record meanwhile. Nothing was saved, and nothing is lost: yours stands \
                         on the left, and what is there now on the right.";
            return Ok(said(409, words, &json!({ "there": there })));
        }
    };
    let changes = [change];
    let judged = desk.judge(&changes);
    let seen = json!({
        "wrong": in_words(&judged, &judged.wrong),
        "doubtful": in_words(&judged, &judged.doubtful),
        "contradicts": in_words(&judged, &judged.clashes),
    });
    if !judged.wrong.is_empty() {
        return Ok(said(422, "As it stands the record cannot be read rightly, so it is not saved.", &seen));
    }
    if asked["look"] == true {
        return Ok(said(200, &format!("It would bring {}", judged.counted()), &seen));
    }
    let what = format!("edit {id}");
    desk.writer.write_with(&what, &[], &changes)?;
    state.sitting.made(&what);
    Ok(said(200, &format!("Saved. It brought {}", judged.counted()), &json!({ "saved": true })))
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
    let mut writer = Writer::open(state.folder, queue())?;
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

/// Findings of the ledger as it would be, as a terminal shows them.
fn in_words(judged: &Judged, found: &[Finding]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let report = Report {
        ledger: &judged.after,
        as_of: None,
        only: None,
        findings: found.to_vec(),
        counts: Counts::default(),
    };
    findings(&report, Style { width: 76, ..Style::default() })
}

/// The record of an id, as it is shown to be changed; none where it cannot be changed by itself.
pub(super) fn shown(state: &State<'_>, kind: &str, id: &str) -> Result<Place, Failure> {
    let texts = crate::read::files::read(state.folder).map_err(|error| Failure {
        message: format!("the store cannot be read: {error}"),
        help: String::new(),
    })?;
    find(&texts, Some(kind), id)
}
