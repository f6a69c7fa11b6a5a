//! Small stores as text, and their tables in every format.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use gainsay::check::over;
use gainsay::read::{self, Text};
use gainsay::reason::Reasoning;
use gainsay::rules;
use gainsay::views::table::formats as format;
use gainsay::views::table::{self, Options};
use serde_json::Value;

pub const RECORDS: &str = "
parties:
  - {id: north, name: Northland, kind: state}
  - {id: minister, name: Ann Minister, kind: body, part-of: north}
  - {id: army, name: Northland army, kind: body, part-of: north}
  - {id: league, name: League, kind: armed-group}
  - {id: east, name: Eastland, kind: state}
  - {id: west, name: Westland, kind: state}
  - {id: wire, name: The Wire, kind: outlet}
places: [{id: port, name: the port}, {id: bay, name: the bay}]
topics: [{id: peace, name: peace}]
events:
  - {id: strike, name: the Harbour strike, date: 2031-03-01, place: port}
  - {id: raid, name: the raid, date: 2031-02-01, place: bay}
sources: [{id: wire-1, outlet: wire}]
";

/// One statement: `id by date`, then what it says, as keys of a flow mapping.
pub fn said(id: &str, by: &str, day: u32, rest: &str) -> String {
    format!("  - {{id: {id}, by: {by}, date: 2031-03-{day:02}, source: wire-1, {rest}}}\n")
}

pub fn store(statements: &[String], more: &str) -> String {
    format!("{RECORDS}statements:\n{}{more}", statements.concat())
}

/// The table of a store in each format: JSON, text of a width, Markdown.
pub fn printed(store: &str, options: impl FnOnce(&mut Options), width: usize) -> (Value, String, String) {
    let text = Text { path: "claims/a.yaml".to_owned(), content: Ok(store.to_owned()) };
    let loaded = read::texts(vec![text], &rules::names());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let reasoning = Reasoning::new(&loaded.ledger);
    let report = over(&reasoning, &loaded.problems, &gainsay::check::options::Options::default());
    let mut asked = Options::default();
    options(&mut asked);
    asked.parties.iter().for_each(|party| assert!(party.index() < loaded.ledger.parties.len()));
    let table = table::table(&reasoning, &report, &asked);
    let printed = |name: &str| {
        let format = format::FORMATS.iter().find(|format| format.name == name).unwrap();
        String::from_utf8((format.print)(&report, &table, width).unwrap()).unwrap()
    };
    (serde_json::from_str(&printed("json")).unwrap(), printed("text"), printed("markdown"))
}

pub fn json(store: &str) -> Value {
    printed(store, |_| {}, 80).0
}

pub fn row<'v>(table: &'v Value, proposition: &str) -> &'v Value {
    let rows = table["rows"].as_array().unwrap();
    rows.iter().find(|row| row["proposition"] == proposition).unwrap_or(&Value::Null)
}

/// How each row stands.
pub fn statuses(store: &str) -> BTreeMap<String, String> {
    let table = json(store);
    let rows = table["rows"].as_array().unwrap().iter();
    let word = |row: &Value| row["status"].as_str().unwrap_or("none").to_owned();
    rows.map(|row| (row["proposition"].as_str().unwrap().to_owned(), word(row))).collect()
}

pub fn accuses(by: &str) -> String {
    said(&format!("{by}-accuses"), by, 2, "asserts: ['carried-out(league, strike)']")
}

pub fn denies(by: &str) -> String {
    said(&format!("{by}-denies"), by, 3, "denies: ['involved-in(league, strike)']")
}
