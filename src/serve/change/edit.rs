//! A record changed as it is written: looked at, saved, and held beside what somebody else has made of it meanwhile.

use serde_json::{Value, json};

use super::{refused, said};
use crate::check::formats::findings;
use crate::check::{Counts, Report};
use crate::entry::desk::Desk;
use crate::entry::editing::{Changed, Place, changed, find};
use crate::entry::judging::Judged;
use crate::layout::Style;
use crate::rules::finding::Finding;
use crate::serve::desk::queue;
use crate::serve::reply::{Refusal, Reply};
use crate::serve::request::Request;
use crate::serve::state::State;
use crate::write::store::Failure;

/// A record as it was shown and as it is to be: looked at, or saved.
pub(in crate::serve) fn edit(state: &State<'_>, request: &Request) -> Result<Reply, Refusal> {
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
pub(in crate::serve) fn shown(state: &State<'_>, kind: &str, id: &str) -> Result<Place, Failure> {
    let texts = crate::read::files::read(state.folder).map_err(|error| Failure {
        message: format!("the store cannot be read: {error}"),
        help: String::new(),
    })?;
    find(&texts, Some(kind), id)
}
