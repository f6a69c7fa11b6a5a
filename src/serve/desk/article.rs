//! An article to be entered: recorded as a source with its copy first, then read for who says what in it.

use serde_json::{Value, json};

use super::{Answer, Store, file, queue};
use crate::entry::dates;
use crate::entry::desk::Desk;
use crate::entry::source::{self, Given};
use crate::extract::{self, Wanted};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, SourceId};
use crate::ledger::words::statement_name;
use crate::read;
use crate::rules;
use crate::text::quotes::readable::Readable;
use crate::write::emit::{Record, Yaml};
use crate::write::store;

/// Reads an article that was pasted, dropped, or is kept already. Its source is shown before it is recorded, and recorded once
/// `yes` says so.
#[must_use]
pub fn article(store: &Store<'_>, asked: &Value) -> Answer {
    read(store, asked).unwrap_or_else(|refused| refused)
}

fn read(store: &Store<'_>, asked: &Value) -> Result<Answer, Answer> {
    let word = |key: &str| asked[key].as_str().map(str::trim).filter(|text| !text.is_empty());
    let kept = word("source").filter(|_| asked["text"].is_null() && asked["file"].is_null());
    if let Some(id) = kept {
        let found = store.ledger.sources.find(id).map(SourceId::from);
        let archive = found.and_then(|source| store.ledger.archives.get(&source));
        let archive = archive.ok_or_else(|| {
            let help = "Paste its text: it is kept then, and its quotations are compared with it.";
            Answer::refused(422, &format!("No text of `{id}` is kept."), help)
        })?;
        let readable = Readable { text: archive.text.clone(), ..Readable::default() };
        return found_in(store.ledger, &readable, found, word("about"));
    }
    let article = file::article(asked)?;
    let published = match word("published") {
        Some(text) => Some(day(text, word("today"))?),
        None => None,
    };
    let given = Given {
        source: word("source"),
        outlet: word("outlet"),
        published,
        title: word("title"),
        url: word("url"),
        copy: (&article.bytes, article.ending.clone()),
    };
    let mut desk = Desk::lock(store.folder, queue())?;
    let Some(recorded) = source::source(&desk, &given)? else {
        return found_in(&desk.before.ledger, &article.readable, None, word("about"));
    };
    let change = format!("extract {}", recorded.id);
    if let Some(copy) = &recorded.copy {
        let judged = desk.judge_records(&recorded.changes);
        if let Some(wrong) = judged.wrong.first() {
            return Err(Answer::refused(422, &wrong.told(), wrong.help.as_deref().unwrap_or_default()));
        }
        if !asked["yes"].as_bool().unwrap_or_default() {
            let first = json!({ "id": recorded.id, "copy": copy, "yaml": recorded.shown });
            return Ok(Answer::ok(json!({ "first": first })));
        }
        desk.writer.write_with(&change, &recorded.beside, &recorded.changes)?;
    }
    drop(desk);
    let now = read::with_archives(store::texts(store.folder)?, store.folder, &rules::referable());
    let source = now.ledger.sources.find(&recorded.id).map(SourceId::from);
    let found = found_in(&now.ledger, &article.readable, source, word("about"))?;
    Ok(if recorded.copy.is_some() { found.written(change) } else { found })
}

/// A day as somebody typed it.
fn day(text: &str, today: Option<&str>) -> Result<Date, Answer> {
    let today = today.and_then(|day| Date::parse(day).ok()).map_or(0, |day| day.first());
    let written = dates::given(text, today).map_err(|several| Answer::refused(422, &several, ""))?;
    Date::parse(&written).map_err(|_| {
        let message = format!("“{text}” is no date.");
        Answer::refused(422, &message, "Write the day on which it was published: 29 January 2024.")
    })
}

/// What an article says, each statement with the record that it would be.
fn found_in(
    ledger: &Ledger,
    article: &Readable,
    source: Option<SourceId>,
    about: Option<&str>,
) -> Result<Answer, Answer> {
    let event = about.map(|id| {
        let found = ledger.events.find(id).map(EventId::from);
        found.ok_or_else(|| {
            Answer::refused(422, &format!("No event `{id}` is on file."), "Choose one of the list.")
        })
    });
    let published = source.and_then(|source| ledger.source(source).published);
    let wanted = Wanted { about: event.transpose()?, source, published };
    let found = extract::extract(ledger, article, wanted);
    let drafts = extract::drafts(&found, "");
    let mut body: Value = serde_json::from_str(&extract::json(&found)).unwrap_or_default();
    let mut open = drafts.drafts.iter();
    let told = body["statements"].as_array_mut().into_iter().flatten();
    for (statement, told) in found.statements.iter().zip(told) {
        match statement.known {
            Some(id) => told["on_file"] = json!(statement_name(ledger, id)),
            None => told["record"] = open.next().map_or(Value::Null, |draft| record(&draft.statement)),
        }
        let dates = statement.date.as_deref().map(dates::words);
        told["day"] = json!(dates);
    }
    let made: Vec<Value> = drafts
        .new
        .iter()
        .map(|new| json!({ "list": new.list.name, "record": record(&new.record), "words": new.words }))
        .collect();
    body["new"] = json!(made);
    body["text"] = json!(article.text);
    Ok(Answer::ok(body))
}

/// A record as JSON: each key with the list of its values.
fn record(record: &Record) -> Value {
    fn one(value: &Yaml) -> Value {
        match value {
            Yaml::Text(text) => json!(text),
            Yaml::Number(number) => json!(number),
            Yaml::Degrees(degrees) => json!(degrees),
            Yaml::Flag(flag) => json!(flag),
            Yaml::List(items) => items.iter().map(one).collect(),
            Yaml::Map(record) => {
                record.entries().iter().map(|(key, value)| ((*key).to_owned(), one(value))).collect()
            }
        }
    }
    let entry = |(key, value): &(&'static str, Yaml)| match value {
        Yaml::List(_) => ((*key).to_owned(), one(value)),
        single => ((*key).to_owned(), json!([one(single)])),
    };
    record.entries().iter().map(entry).collect()
}
