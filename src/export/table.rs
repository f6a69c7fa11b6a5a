//! A table that is written twice: a row as a line of CSV and as a line of JSON, which say the same.

use serde_json::Value;

use super::Out;
use crate::layout::{safe, spread};

/// A table: its name, which is that of its two files, and its columns.
pub(super) struct Table {
    /// The name.
    pub name: &'static str,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
}

impl Table {
    /// Begins both files.
    pub fn begin(&self, out: &mut Out<'_>) {
        out(&format!("{}.csv", self.name), &(spread::MARK.to_owned() + &spread::exact_line(&self.columns)));
        out(&format!("{}.jsonl", self.name), "");
    }

    /// The two lines of a row, which has a value for each column.
    pub fn lines(&self, row: &[Value]) -> (String, String) {
        debug_assert_eq!(row.len(), self.columns.len(), "{}", self.name);
        let cells: Vec<String> = row.iter().map(cell).collect();
        let pairs: Vec<String> =
            self.columns.iter().zip(row).map(|(column, value)| format!("\"{column}\":{value}")).collect();
        let line = format!("{{{}}}", pairs.join(","));
        (spread::exact_line(&cells), safe::json(&line).into_owned() + "\n")
    }

    /// Writes a row, which has a value for each column.
    pub fn row(&self, out: &mut Out<'_>, row: &[Value]) {
        let (csv, json) = self.lines(row);
        out(&format!("{}.csv", self.name), &csv);
        out(&format!("{}.jsonl", self.name), &json);
    }
}

/// A value as the text of a cell: nothing as the empty text, a text as it is, all else as JSON.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => safe::json(&other.to_string()).into_owned(),
    }
}
