//! What a changed sheet would do to the ledger, in words.

use std::collections::BTreeSet;
use std::path::Path;

use crate::layout::safe;
use crate::layout::wrap::shorten;
use crate::ledger::words::counted;
use crate::sheet::{Came, Plan, Refusal, Sheet};

/// Most characters of a cell that are shown of a change.
const MOST_SHOWN: usize = 60;

/// Why a sheet is not brought in, place by place.
pub fn refused(file: &Path, refused: &[Refusal]) -> String {
    let mut out = String::new();
    for refusal in refused {
        let column =
            refusal.column.as_ref().map_or_else(String::new, |column| format!(", column `{column}`"));
        let place = format!("{}, row {}{column}", file.display(), refusal.row);
        out.push_str(&format!(
            "{}\n  help: {}\n",
            safe::line(&format!("{place}: {}", refusal.message)),
            safe::line(&refusal.help)
        ));
    }
    let places = counted(refused.len(), "place", "places");
    format!(
        "\n{out}\nNothing was written: a sheet is brought in whole or not at all, and {places} cannot be.\n"
    )
}

/// What was met, in a line or two, and each cell that was changed.
pub fn told(came: &Came, sheet: &Sheet<'_>) -> String {
    let mut out = String::new();
    for cell in came.cells(sheet) {
        let (was, now) = shown(cell.was, cell.now);
        let line = format!("Row {}, {}: {}: {was} → {now}", cell.row, cell.statement, cell.heading);
        out.push_str(&format!("{}\n", safe::line(&line)));
    }
    let rows = |count: usize| counted(count, "row", "rows");
    let changed = came.cells(sheet).map(|cell| cell.row).collect::<BTreeSet<_>>().len();
    let gap = if out.is_empty() { "" } else { "\n" };
    let (new, same) = (came.new_rows(), came.unchanged);
    let of = match came.changed_statements() {
        0 => String::new(),
        count => format!(" (of {})", counted(count, "statement", "statements")),
    };
    out.push_str(&format!("{gap}{} changed{of}, {new} new, {same} as before.\n", rows(changed)));
    if !came.elsewhere.is_empty() {
        let count = rows(came.elsewhere.len());
        out.push_str(&format!(
            "{count} changed in the ledger since, and not in the sheet: left as the ledger has it.\n"
        ));
    }
    if came.missing > 0 {
        let count = rows(came.missing);
        out.push_str(&format!("{count} of the ledger not in the sheet: nothing is deleted.\n"));
    }
    if !came.strange.is_empty() {
        let names = safe::line(&came.strange.join("`, `")).into_owned();
        out.push_str(&format!("Not read, since the ledger has no such column: `{names}`.\n"));
    }
    out
}

/// What a cell held and holds, in a line: of long ones a stretch around what differs first.
fn shown(was: &str, now: &str) -> (String, String) {
    let same = was.chars().zip(now.chars()).take_while(|(a, b)| a == b).count();
    if same < MOST_SHOWN / 2 || was.is_empty() || now.is_empty() {
        return (cell_shown(was), cell_shown(now));
    }
    let from = |text: &str| {
        let start = text.char_indices().nth(same - MOST_SHOWN / 4).map_or(0, |(at, _)| at);
        let start =
            start + text[start..].find(char::is_whitespace).filter(|at| *at < MOST_SHOWN / 4).unwrap_or(0);
        cell_shown(text[start..].trim_start()).replacen('“', "“… ", 1)
    };
    (from(was), from(now))
}

/// A cell in a line; a long one by its beginning.
fn cell_shown(text: &str) -> String {
    match shorten(text, MOST_SHOWN) {
        _ if text.is_empty() => "(empty)".to_owned(),
        Some(head) => format!("“{head} …”"),
        None => format!("“{text}”"),
    }
}

/// The new statements.
pub fn new(plan: &Plan) -> String {
    let mut out = String::new();
    for (row, placed) in &plan.placed {
        let id = placed.draft.values("id").first().map_or("", String::as_str);
        out.push_str(&format!(
            "{}\n",
            safe::line(&format!("Row {row}: new statement {id}, into {}", placed.path))
        ));
    }
    if out.is_empty() { out } else { format!("\n{out}") }
}
