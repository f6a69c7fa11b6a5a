//! Records of every kind as a list: id, name, file and line; all of them, or those in which some words stand.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::layout::safe;
use crate::ledger::model::date::Date;
use crate::read::fields::{LISTS, SETTINGS};
use crate::read::records::{RawRecord, cut};
use crate::read::yaml::tree::Node;
use crate::text::FileId;
use crate::text::folded::folded;

/// How much of the words of a statement is shown.
const WORDS: usize = 60;

/// A record.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The word for its kind.
    pub kind: &'static str,
    /// Its id; none where records of its kind have none.
    pub id: Option<String>,
    /// What people call it.
    pub name: String,
    /// The file in which it stands.
    pub file: String,
    /// The line on which it begins.
    pub line: usize,
    /// The ids of who speaks, until their names are put before the name.
    #[serde(skip)]
    by: Vec<String>,
    /// The place of its list in the table of lists.
    #[serde(skip)]
    pub list: usize,
}

/// Records, in the order of their kinds.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The records.
    pub records: Vec<Row>,
    /// The number of files, and of stretches of files, that could not be read.
    pub lost: usize,
}

/// The records of some files (name, text, nothing where it cannot be read) in which all of these words stand, in letters of
/// any kind; those of one kind where one is named.
#[must_use]
pub fn listing(texts: &[(&str, Option<&str>)], kind: Option<&str>, words: &str) -> Listing {
    let words = folded(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let of = |(path, content): &(&str, Option<&str>)| match content {
        Some(content) => of_file(kind, path, content, &words),
        None => (Vec::new(), HashMap::new(), 1),
    };
    let mut records = Vec::new();
    let mut names: HashMap<String, String> = HashMap::new();
    let mut lost = 0;
    for (rows, parties, broken) in texts.par_iter().map(of).collect::<Vec<_>>() {
        records.extend(rows);
        names.extend(parties);
        lost += broken;
    }
    for row in &mut records {
        let by: Vec<&str> = row.by.iter().map(|id| names.get(id).unwrap_or(id).as_str()).collect();
        if !by.is_empty() {
            row.name = format!("{}, {}", by.join(" and "), row.name);
        }
    }
    records.sort_by(|a, b| (a.list, &a.id, &a.file, a.line).cmp(&(b.list, &b.id, &b.file, b.line)));
    Listing { records, lost }
}

/// Records as a JSON document, version 1, ended by a line break.
#[must_use]
pub fn json(records: &[Row]) -> String {
    #[derive(Serialize)]
    struct Rows<'r> {
        version: u32,
        records: &'r [Row],
    }
    let document = serde_json::to_string_pretty(&Rows { version: 1, records }).unwrap_or_default();
    safe::json(&document).into_owned() + "\n"
}

/// The records of a file that are wanted, the names of its parties by their ids, and how much of it could not be read.
fn of_file(
    wanted: Option<&str>,
    path: &str,
    content: &str,
    words: &[&str],
) -> (Vec<Row>, HashMap<String, String>, usize) {
    let cut = cut(FileId(0), content);
    let mut rows = Vec::new();
    let mut parties = HashMap::new();
    let (mut line, mut from) = (1, 0);
    for record in &cut.records {
        let Some(list) = LISTS.iter().position(|list| list.name == record.list && list.name != SETTINGS)
        else {
            continue;
        };
        let node = &record.node;
        if let ("parties", Some(id), Some(name)) = (&*record.list, first(node, "id"), first(node, "name")) {
            parties.insert(id.to_owned(), name.to_owned());
        }
        let kind = LISTS[list].word();
        if wanted.is_some_and(|wanted| wanted != kind) || !has(node, words) {
            continue;
        }
        let start = (node.span.start as usize).clamp(from, content.len());
        line += memchr::memchr_iter(b'\n', &content.as_bytes()[from..start]).count();
        from = start;
        rows.push(Row {
            kind,
            id: first(node, "id").map(str::to_owned),
            name: name(record),
            file: path.to_owned(),
            line,
            by: if record.list == "statements" { all(node, "by") } else { Vec::new() },
            list,
        });
    }
    (rows, parties, cut.broken + cut.lost.len())
}

/// Whether every word stands somewhere in the values of a record.
fn has(node: &Node<'_>, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut texts = Vec::new();
    values(node, &mut texts);
    let all: Vec<String> = texts.into_iter().map(folded).collect();
    words.iter().all(|word| all.iter().any(|text| text.contains(word)))
}

/// The texts of a node, without its keys.
fn values<'n>(node: &'n Node<'_>, texts: &mut Vec<&'n str>) {
    texts.extend(node.as_str());
    for item in node.items().into_iter().flatten() {
        values(item, texts);
    }
    for (_, value) in node.entries().into_iter().flatten() {
        values(value, texts);
    }
}

/// What a record is called by people: its name or title; the day and words of a statement; else what it says first.
fn name(record: &RawRecord<'_>) -> String {
    let node = &record.node;
    if record.list == "statements" {
        let date = first(node, "date").unwrap_or_default();
        let date = Date::parse(date).map_or_else(|_| date.to_owned(), |date| date.words());
        let says = ["asserts", "suggests", "doubts", "denies", "leaves-open", "declines"];
        let quote = first(node, "quote").map(|quote| format!("“{}”", shortened(quote)));
        let said = || says.iter().find_map(|key| first(node, key).map(|text| format!("{key} {text}")));
        return quote.or_else(said).map_or_else(|| date.clone(), |words| format!("{date}: {words}"));
    }
    let called = ["name", "title", "outlet", "reads", "when"].iter().find_map(|key| first(node, key));
    let mut texts = Vec::new();
    values(node, &mut texts);
    let id = first(node, "id");
    let rest = || texts.iter().find(|text| Some(**text) != id).copied();
    shortened(called.or_else(rest).or(id).unwrap_or_default())
}

/// The beginning of a text, with a mark where it goes on.
fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(WORDS) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text,
    }
}

/// The first text under a key.
fn first<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    let mut texts = Vec::new();
    values(node.get(key)?, &mut texts);
    texts.first().copied()
}

/// All texts under a key.
fn all(node: &Node<'_>, key: &str) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some(node) = node.get(key) {
        values(node, &mut texts);
    }
    texts.into_iter().map(str::to_owned).collect()
}
