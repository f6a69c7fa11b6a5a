//! The table as JSON, version 1: a frozen shape of its own. Keys may be added; a key that changes makes version 2.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Format;
use crate::check::Report;
use crate::layout::safe;
use crate::layout::said::{Beside, beside};
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::views::table::{Cell, Entry, How, Row, Status, Table};

/// See [`json`].
pub const FORMAT: Format = Format {
    name: "json",
    help: "For programs: version 1",
    file: None,
    wide: None,
    print: |report, table, _| Ok(json(report, table).into_bytes()),
};

/// The table as a JSON document, ended by a line break.
#[must_use]
pub fn json(report: &Report<'_>, table: &Table) -> String {
    let ledger = report.ledger;
    write(&Document {
        version: 1,
        as_of: report.as_of.map(|date| date.to_string()),
        columns: ids(ledger, &table.columns),
        rows: table.rows.iter().map(|row| line(ledger, row)).collect(),
    })
}

fn write(document: &Document<'_>) -> String {
    let document = serde_json::to_string_pretty(document).expect("texts, numbers and lists always serialise");
    safe::json(&document).into_owned() + "\n"
}

#[derive(Serialize)]
struct Document<'t> {
    version: u8,
    as_of: Option<String>,
    columns: Vec<&'t str>,
    rows: Vec<Line<'t>>,
}

#[derive(Serialize)]
struct Line<'t> {
    proposition: &'t str,
    reading: &'t str,
    status: Option<&'static str>,
    event: Option<&'t str>,
    asks: &'t str,
    cells: BTreeMap<&'t str, Stand<'t>>,
    /// The roots whose words contradict the row only as they may be read.
    read_as: Vec<&'t str>,
}

/// The most telling position of a root; others that differ follow under `also`.
#[derive(Serialize)]
struct Stand<'t> {
    stance: &'static str,
    value: Option<String>,
    #[serde(flatten)]
    beside: Beside<'t>,
    date: String,
    source: Option<&'t str>,
    statements: Vec<&'t str>,
    speaker: &'t str,
    /// With `--words` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'t str>,
    act: Option<Act>,
    how: &'static str,
    hearsay: bool,
    condition: Option<&'t str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Stand<'t>>,
}

#[derive(Serialize)]
struct Act {
    name: &'static str,
    cameo: Option<&'static str>,
}

fn line<'t>(ledger: &'t Ledger, row: &'t Row) -> Line<'t> {
    let cell = |cell: &'t Cell| Some((ledger.party(cell.root).id.as_str(), cell_of(ledger, cell)?));
    Line {
        proposition: &row.name,
        reading: &row.reading,
        status: row.status.map(Status::word),
        event: row.event.map(|event| ledger.event(event).id.as_str()),
        asks: &row.asks,
        cells: row.cells.iter().filter_map(cell).collect(),
        read_as: ids(ledger, &row.read_as),
    }
}

fn cell_of<'t>(ledger: &'t Ledger, cell: &'t Cell) -> Option<Stand<'t>> {
    let (first, rest) = cell.entries.split_first()?;
    let also = rest.iter().map(|entry| stand(ledger, entry)).collect();
    Some(Stand { also, ..stand(ledger, first) })
}

fn stand<'t>(ledger: &'t Ledger, entry: &'t Entry) -> Stand<'t> {
    let mut statements: Vec<&str> =
        entry.statements.iter().map(|id| ledger.statement(*id).id.as_str()).collect();
    statements.sort_unstable();
    Stand {
        stance: entry.stance.key(),
        value: entry.value.map(|value| words::value_text(ledger, value)),
        beside: beside(ledger, entry.long.as_ref()),
        date: entry.date.to_string(),
        source: entry.source.map(|source| ledger.source(source).id.as_str()),
        statements,
        speaker: &ledger.party(entry.speaker).id,
        words: entry.words.as_deref(),
        act: entry.act.map(|act| Act { name: act.name(), cameo: act.cameo() }),
        how: match entry.how {
            How::Stated => "stated",
            How::Speaking => "speaking",
            How::Definition => "definition",
            How::OwnWords => "own-words",
        },
        hearsay: entry.hearsay,
        condition: entry.condition.as_deref(),
        also: Vec::new(),
    }
}

fn ids<'t>(ledger: &'t Ledger, parties: &[PartyId]) -> Vec<&'t str> {
    parties.iter().map(|party| ledger.party(*party).id.as_str()).collect()
}
