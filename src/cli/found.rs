//! Records of every kind as a list: id, name, file and line. `gainsay list` prints all of them, `gainsay search` those with some words.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use serde::Serialize;

use super::output::Output;
use super::{SOUND, UNREAD, add, reading};
use crate::layout::safe;
use crate::ledger::model::date::Date;
use crate::ledger::words::counted;
use crate::read::fields::{LISTS, SETTINGS};
use crate::read::files;
use crate::read::records::{RawRecord, cut};
use crate::read::yaml::tree::Node;
use crate::text::FileId;
use crate::text::folded::folded;

/// Which records, and how they are printed.
#[derive(Args)]
pub struct Which {
    /// Only records of this kind: party, statement, …
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    kind: Option<String>,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How records are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs: version 1
    Json,
}

/// How much of the words of a statement is shown.
const WORDS: usize = 60;

/// A record.
#[derive(Serialize)]
struct Row {
    kind: &'static str,
    /// None where records of its kind have none.
    id: Option<String>,
    name: String,
    file: String,
    line: usize,
    /// The ids of who speaks, until their names are put before the name.
    #[serde(skip)]
    by: Vec<String>,
    /// The place of its list in the table of lists.
    #[serde(skip)]
    list: usize,
}

#[derive(Serialize)]
struct Rows {
    version: u32,
    records: Vec<Row>,
}

/// The words for the kinds of record.
fn kinds() -> PossibleValuesParser {
    let lists = LISTS.iter().filter(|list| list.name != SETTINGS);
    PossibleValuesParser::new(lists.map(add::word))
}

impl Which {
    /// Prints the records of a store in which all of these words stand, in letters of any kind; gives the exit status. `tell`
    /// says whether people are to be told which store it is.
    pub fn print(&self, output: &mut Output, (folder, tell): (PathBuf, bool), words: &str) -> u8 {
        let texts = match files::read(&folder) {
            Ok(texts) => texts,
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: the store `{}` could not be read: {error}",
                    folder.display()
                ));
                return UNREAD;
            }
        };
        let words = folded(words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let of_file = |text: &crate::read::Text| match &text.content {
            Ok(content) => self.of_file(&text.path, content, &words),
            Err(_) => (Vec::new(), HashMap::new(), 1),
        };
        let mut records = Vec::new();
        let mut names: HashMap<String, String> = HashMap::new();
        let mut lost = 0;
        for (rows, parties, broken) in texts.par_iter().map(of_file).collect::<Vec<_>>() {
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
        match self.format {
            Format::Text => {
                output.print(&text(&records));
                if tell {
                    reading::named(output, &folder);
                }
            }
            Format::Json => {
                let rows = Rows { version: 1, records };
                let document = serde_json::to_string_pretty(&rows).unwrap_or_default();
                output.print(&(safe::json(&document).into_owned() + "\n"));
            }
        }
        if lost > 0 {
            reading::partly();
            return UNREAD;
        }
        SOUND
    }

    /// The records of a file that are wanted, the names of its parties by their ids, and how much of it could not be read.
    fn of_file(
        &self,
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
            if let ("parties", Some(id), Some(name)) = (&*record.list, first(node, "id"), first(node, "name"))
            {
                parties.insert(id.to_owned(), name.to_owned());
            }
            let kind = add::word(&LISTS[list]);
            if self.kind.as_ref().is_some_and(|wanted| wanted != kind) || !has(node, words) {
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
}

fn text(records: &[Row]) -> String {
    let mut out = String::new();
    for (at, row) in records.iter().enumerate() {
        if at == 0 || records[at - 1].list != row.list {
            out.push_str(&format!("{}{}:\n", if at == 0 { "" } else { "\n" }, LISTS[row.list].name));
        }
        let id = row.id.as_ref().map_or_else(String::new, |id| format!("{id}  "));
        out.push_str(&format!("  {}\n", safe::line(&format!("{id}{}  {}:{}", row.name, row.file, row.line))));
    }
    let sep = if records.is_empty() { "" } else { "\n" };
    format!("{out}{sep}{}\n", counted(records.len(), "record", "records"))
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
