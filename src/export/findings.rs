//! The findings: a row for each, with the keys of the JSON of `check` and the place that tells most.

use rayon::prelude::*;
use serde_json::Value;

use super::Out;
use super::table::Table;
use crate::check::Report;
use crate::check::formats::json;
use crate::text::lines::Lines;

/// The number of findings that are in memory as text at once.
const AT_ONCE: usize = 1024;

pub(super) fn table() -> Table {
    let columns = [
        "rule",
        "family",
        "level",
        "proposition",
        "reading",
        "parties",
        "statements",
        "records",
        "sides",
        "message",
        "help",
        "reconciled",
        "accepted",
        "folded_into",
        "standing",
        "standing_by",
        "labels",
        "hangs_on",
        "file",
        "line",
    ];
    Table { name: "findings", columns: columns.to_vec() }
}

/// Writes every finding, those folded into others, reconciled and accepted ones included, in the order of a report.
pub(super) fn write(report: &Report<'_>, out: &mut Out<'_>) {
    let table = table();
    table.begin(out);
    let lines = Lines::new(&report.ledger.texts);
    for findings in report.findings.chunks(AT_ONCE) {
        let row = |finding| {
            let object = json::object(report.ledger, finding, &lines);
            let place = &object["labels"][0];
            let value = |column: &&str| match *column {
                "file" | "line" => place[*column].clone(),
                column => object[column].clone(),
            };
            table.lines(&table.columns.iter().map(value).collect::<Vec<Value>>())
        };
        for (csv, line) in findings.par_iter().map(row).collect::<Vec<_>>() {
            out("findings.csv", &csv);
            out("findings.jsonl", &line);
        }
    }
}
