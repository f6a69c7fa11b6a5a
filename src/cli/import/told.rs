//! What is said of an import: how many rows make what, what is new, what stays, and which rows make nothing.

use std::path::Path;

use crate::import::Made;
use crate::import::copy::Copy;
use crate::import::prepare::{self, Prepared};
use crate::layout::{safe, spread};
use crate::ledger::words::counted;
use crate::read::fields::LISTS;
use crate::read::singular;

/// So many of a kind are listed.
const SHOWN: usize = 10;

/// What an import does, in words; of each kind `all`, or the first.
pub fn told(sheet: &Path, rejected: &Path, prepared: &Prepared, all: bool) -> String {
    let made = &prepared.made;
    let (speaking, silent) = (made.speaking(), made.silent());
    let share = (speaking * 100).checked_div(made.rows).unwrap_or(0);
    let mut out = format!(
        "{} has {}: {} a statement ({share} of 100), {} other records only, {} nothing or not all; of {} not all could be used.\n",
        safe::line(&sheet.display().to_string()),
        counted(made.rows, "row", "rows"),
        counted(speaking, "makes", "make"),
        counted(silent, "makes", "make"),
        counted(made.rows - speaking - silent, "makes", "make"),
        counted(made.rejected.len(), "row", "rows"),
    );
    if let Some(lost) = &prepared.lost {
        out.push_str(&format!(
            "The copy of the last import is not here ({}): such copies are kept out of version control. Nobody can tell who changed \
             what since, so what the file has otherwise stays; what was taken out of it comes as new.\n",
            safe::line(lost)
        ));
    }
    let added = &prepared.merged.added;
    for list in LISTS {
        let own: Vec<&str> =
            added.iter().filter(|one| one.list == list.name).map(|one| one.id.as_str()).collect();
        if !own.is_empty() {
            let kind = counted(own.len(), singular(list.name), list.name);
            out.push_str(&format!(
                "New: {kind}: {}\n",
                listed(own.iter().map(|id| (*id).to_owned()), ", ", all)
            ));
        }
    }
    let changed = prepared.merged.changed.iter().map(|(_, id, key)| format!("`{key}` of `{id}`"));
    let groups = [
        ("Changed", changed.collect::<Vec<_>>()),
        ("Stays as it is on file", prepared.merged.kept.clone()),
        ("Stays, though its row is gone", prepared.merged.gone.clone()),
    ];
    for (heading, lines) in groups {
        if !lines.is_empty() {
            out.push_str(&format!("{heading}:\n  {}\n", listed(lines.into_iter(), "\n  ", all)));
        }
    }
    if !made.rejected.is_empty() {
        let rows = made.rejected.iter().map(|it| format!("row {}: {}", it.row, safe::line(&it.reason)));
        let file = safe::line(&rejected.display().to_string()).into_owned();
        out.push_str(&format!(
            "What could not be used (with --write all such rows are in {file}):\n  {}\n",
            listed(rows, "\n  ", all)
        ));
    }
    if added.iter().any(|one| one.record.entries().iter().any(|(key, _)| *key == "quote")) {
        out.push_str("Quotes are compared with the cells of this sheet, not with what was printed where the sheet has them from.\n");
    }
    if !made.open.is_empty() {
        out.push_str(
            "Who these are, only you can say. Put it into the mapping, with another id or `new`:\nnames:\n",
        );
        for open in &made.open {
            let name = serde_json::to_string(&open.name).unwrap_or_default();
            let id = open.alike.first().map_or("new", |it| it.id.as_str());
            out.push_str(&format!("  - {{list: {}, name: {}, id: {id}}}\n", open.list, safe::line(&name)));
        }
    }
    out
}

/// The rows that make nothing, or not all, for spreadsheet programs, each with its number and the reason.
pub fn rejected(copy: &Copy, made: &Made) -> String {
    let columns = prepare::open(&copy.text).map(|(columns, _)| columns).unwrap_or_default();
    let headings = columns.iter().map(|column| column.heading.as_str());
    let headings: Vec<&str> = ["row", "reason"].into_iter().chain(headings).collect();
    let mut text = spread::MARK.to_owned();
    text.push_str(&spread::line(&headings, ','));
    for row in &made.rejected {
        let number = row.row.to_string();
        let own = [number.as_str(), row.reason.as_str()];
        let cells: Vec<&str> = own.into_iter().chain(row.cells.iter().map(String::as_str)).collect();
        text.push_str(&spread::line(&cells, ','));
    }
    text
}

/// The first of some texts, and how many more there are.
fn listed(texts: impl ExactSizeIterator<Item = String>, between: &str, all: bool) -> String {
    let most = if all { usize::MAX } else { SHOWN };
    let more = texts.len().saturating_sub(most);
    let mut shown: Vec<String> = texts.take(most).collect();
    if more > 0 {
        shown.push(format!("and {more} more (`--all` lists them)"));
    }
    shown.join(between)
}
