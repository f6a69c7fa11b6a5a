//! What a statement would be as a record, what it would say in words, and what it would contradict.

use serde_json::{Map, Value, json};

use super::{Answer, Store, findings, given};
use crate::entry::dates;
use crate::entry::draft::Draft;
use crate::entry::judging::{Judged, judge};
use crate::entry::placing::{self, Files, Placed};
use crate::entry::sentence;
use crate::ledger::Ledger;
use crate::ledger::model::stance::Stance;
use crate::ledger::words;
use crate::read;
use crate::read::files::archives::hash;
use crate::rules;
use crate::rules::finding::Finding;
use crate::write::emit;
use crate::write::store;

/// A statement as the form has it: the record, read back in words, with what it would contradict. Nothing is written.
#[must_use]
pub fn preview(store: &Store<'_>, asked: &Value) -> Answer {
    previewed(store, asked).map_or_else(|refused| refused, Answer::ok)
}

fn previewed(store: &Store<'_>, asked: &Value) -> Result<Value, Answer> {
    let draft = given::draft(store.ledger, "statements", asked)?;
    let missing: Vec<&str> = draft.missing().map(|field| field.key).collect();
    if !missing.is_empty() {
        return Ok(
            json!({ "missing": missing, "words": read_back(store.ledger, &draft), "date": day(&draft) }),
        );
    }
    let texts = store::texts(store.folder)?;
    let name = store.folder.canonicalize().unwrap_or_else(|_| store.folder.to_owned());
    let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files = Files { ledger: store.ledger, store: name, texts: &texts };
    let (changes, placed) = placing::place(&files, None, vec![draft])?;
    let after = store::with(&texts, &changes);
    let after = read::again(after, store.folder, &rules::referable(), store.ledger);
    let judged = judge(store.ledger, store.known, after, &changes);
    Ok(foreseen(&judged, &placed[0]))
}

/// A record that was judged: as it would stand in its file, in words, and what it would bring.
pub(super) fn foreseen(judged: &Judged, placed: &Placed) -> Value {
    let ledger = &judged.after;
    let draft = &placed.draft;
    json!({
        "missing": [],
        "id": draft.values("id").first(),
        "path": placed.path,
        "yaml": emit::one(draft.list.name, draft.record()),
        "words": read_back(ledger, draft),
        "date": day(draft),
        "wrong": findings::told(ledger, &judged.wrong),
        "doubtful": findings::told(ledger, &judged.doubtful),
        "contradicts": findings::told(ledger, &judged.clashes),
        "agrees": findings::told(ledger, &judged.agreements),
        "unverified": findings::told(ledger, &judged.links),
        "makes": judged.counted(),
        "seen": seen(judged),
    })
}

/// What was seen of a judgement, by which somebody who saves can tell that it has become another meanwhile.
pub(super) fn seen(judged: &Judged) -> String {
    let told = |finding: &Finding| {
        let on = finding.on(&judged.after).unwrap_or_default();
        format!("{}\n{on}\n{}\n", finding.rule.id, finding.told())
    };
    let all: String = judged.wrong.iter().chain(&judged.clashes).map(told).collect();
    hash(all.as_bytes())[..32].to_owned()
}

/// The positions of a statement, each in words.
fn read_back(ledger: &Ledger, draft: &Draft) -> Vec<Value> {
    let record = draft.record();
    let positions = record.entries().iter().filter_map(|(key, value)| {
        Some((Stance::ALL.into_iter().find(|stance| stance.key() == *key)?, value))
    });
    positions
        .flat_map(|(stance, value)| {
            let items = match value {
                emit::Yaml::List(items) => items.clone(),
                one => vec![one.clone()],
            };
            items.into_iter().map(move |item| position(ledger, draft, stance, &item))
        })
        .collect()
}

fn position(ledger: &Ledger, draft: &Draft, stance: Stance, item: &emit::Yaml) -> Value {
    let mut long = Map::new();
    match item {
        emit::Yaml::Map(record) => {
            for (key, value) in record.entries() {
                if let emit::Yaml::Text(text) = value {
                    long.insert((*key).to_owned(), json!(text));
                }
            }
        }
        emit::Yaml::Text(text) => {
            long.insert("says".to_owned(), json!(text));
        }
        _ => {}
    }
    let says = long.get("says").and_then(Value::as_str).unwrap_or_default();
    let told = sentence::in_words(ledger, draft.values("by"), stance, says);
    let who = words::list(&names(ledger, draft));
    json!({
        "stance": stance.key(),
        "words": told.map(|told| if who.is_empty() { told } else { format!("{who} {told}") }),
        "position": long,
    })
}

/// The names of those who speak.
fn names<'l>(ledger: &'l Ledger, draft: &Draft) -> Vec<&'l str> {
    let found = draft.values("by").iter().filter_map(|id| ledger.parties.find(id));
    found.map(|at| ledger.parties.at(at).name.as_str()).collect()
}

/// The date as it would be written, and in words.
fn day(draft: &Draft) -> Value {
    let date = draft.values("date").first().map(String::as_str).unwrap_or_default();
    json!({ "written": date, "words": dates::words(date) })
}
