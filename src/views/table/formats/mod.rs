//! The contradiction table in its formats: the list of them, and the words of a cell, which they share. Their order
//! here is that of `--help`.

pub(crate) mod text;
pub(crate) mod markdown;
pub(crate) mod html;
pub(crate) mod csv;
pub(crate) mod xlsx;
pub(crate) mod json;

// Modules that several formats share; they are no formats.
mod cards;
mod legend;
mod page;
mod positions;
mod ruled;
mod wide;

pub use markdown::markdown;
pub use page::{Hooks, page};
pub use text::text;

use super::blocks::{Block, Line, Section, blocks};
use super::{Cell, Entry, How, Status, Table};
use crate::check::Report;
use crate::layout::wrap::shorten;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PredicateId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Long;
use crate::ledger::words::{self, counted};

/// A format of the table: `table --format NAME`. A new format is a file here that has a `FORMAT`, and its line above.
#[derive(Debug)]
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// The use, in `--help` and in the manual.
    pub help: &'static str,
    /// The kind of file that it makes, where no terminal can show it: "a workbook".
    pub file: Option<&'static str>,
    /// The same with a column for each party, where it can be laid out either way: `--layout wide`.
    pub wide: Option<fn(&Report<'_>, &Table) -> String>,
    /// The bytes for a number of terminal columns; an error says in full why there are none, and what to do instead.
    pub print: fn(&Report<'_>, &Table, usize) -> Result<Vec<u8>, String>,
}

/// Every format.
pub const FORMATS: &[&Format] = include!(concat!(env!("OUT_DIR"), "/formats.rs"));

/// Largest number of characters of a condition that are shown.
const MOST_CONDITION: usize = 80;

/// The words of an entry, with its date and source and the address of that: "denies, by definition"; "28 Jan 2024, The
/// Wire".
struct Words {
    stance: String,
    credit: String,
    url: Option<String>,
}

/// The words of a root on a line, not yet made safe: its positions, or that its words may be read as one. Empty where
/// it has none.
fn voice(ledger: &Ledger, line: &Line<'_>, root: PartyId) -> Vec<Words> {
    let own: Vec<Words> =
        line.cells.iter().filter(|cell| cell.root == root).flat_map(|cell| entries(ledger, cell)).collect();
    if !own.is_empty() || !line.read_as.contains(&root) {
        return own;
    }
    let have = words::verb(words::party_number(ledger, root), "have");
    let (stance, credit) = ("may be read as saying so".to_owned(), format!("{have} not said it"));
    vec![Words { stance, credit, url: None }]
}

/// The roots of a line: those that have a position, in the order of the table, then those of `columns` that are read as
/// having one.
fn roots(line: &Line<'_>, columns: &[PartyId]) -> Vec<PartyId> {
    let mut roots: Vec<PartyId> = line.cells.iter().map(|cell| cell.root).collect();
    roots.dedup();
    roots.extend(line.read_as.iter().filter(|root| columns.contains(root)));
    roots
}

/// The words of a cell, not yet made safe.
fn entries(ledger: &Ledger, cell: &Cell) -> Vec<Words> {
    cell.entries
        .iter()
        .map(|entry| Words {
            stance: told(ledger, cell.root, cell.predicate, entry),
            credit: credit(ledger, cell, entry),
            url: entry.source.and_then(|source| ledger.source(source).url.clone()),
        })
        .collect()
}

/// An entry as `stance` tells it, with its words where they are asked for.
fn told(ledger: &Ledger, root: PartyId, predicate: PredicateId, entry: &Entry) -> String {
    let stance = stance(ledger, root, predicate, entry);
    match &entry.words {
        Some(words) => format!("{stance}: “{words}”"),
        None => stance,
    }
}

/// The words of an entry, to be read after the name of its root, not yet made safe: "denies, in other words".
fn stance(ledger: &Ledger, root: PartyId, predicate: PredicateId, entry: &Entry) -> String {
    let value = entry.value.map(|value| words::amount(ledger, predicate, value));
    let number = words::party_number(ledger, root);
    let mut text = match (entry.stance, value) {
        (Stance::LeavesOpen, _) => "not known".to_owned(),
        (Stance::Declines, _) => words::does(number, Stance::Declines).to_owned(),
        (stance, Some(value)) => format!("{} {value}", words::verb(number, plainly(stance))),
        (_, None) if entry.does.is_some() => entry.does.clone().unwrap_or_default(),
        (Stance::Asserts, None) => words::does(number, Stance::Asserts).to_owned(),
        (stance, None) => words::verb(number, plainly(stance)),
    };
    text.push_str(&Long::bracketed(entry.long.as_ref()));
    match entry.how {
        How::Stated => {}
        How::Speaking => text.push_str(", by speaking"),
        How::Definition => text.push_str(", in other words"),
        How::OwnWords => text.push_str(", on its own further word"),
    }
    if entry.hearsay {
        text.push_str(", hearsay");
    }
    text + &conditional(entry)
}

/// The condition of an entry, to be read after its words, not yet made safe; empty where it has none.
pub(in crate::views) fn conditional(entry: &Entry) -> String {
    let Some(condition) = &entry.condition else { return String::new() };
    match shorten(condition, MOST_CONDITION) {
        Some(head) => format!(", if “{head} …”"),
        None => format!(", if “{condition}”"),
    }
}

/// The plain verb for a stance.
fn plainly(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "say",
        Stance::Suggests => "suggest",
        Stance::Doubts => "doubt",
        Stance::Denies => "deny",
        Stance::LeavesOpen => "leave open",
        Stance::Declines => "decline to say",
    }
}

/// The speaker, where the root alone does not say enough, the date and the source.
fn credit(ledger: &Ledger, cell: &Cell, entry: &Entry) -> String {
    let mut parts = Vec::new();
    let statement = entry.statements.last().map(|id| ledger.statement(*id));
    let speaker = &ledger.party(entry.speaker).name;
    match statement.and_then(|statement| statement.anonymous.as_ref()) {
        Some(described) if entry.speaker == cell.root => parts.push(described.clone()),
        Some(described) => parts.push(format!("{described} ({speaker})")),
        None if (cell.entries.len() > 1 || entry.words.is_some()) && entry.speaker != cell.root => {
            parts.push(speaker.clone());
        }
        None => {}
    }
    if let Some(statement) = statement.filter(|_| entry.hearsay) {
        let carriers: Vec<String> = statement.via.iter().map(|via| words::carrier(ledger, via)).collect();
        parts.push(format!("via {}", words::list(&carriers)));
    }
    parts.push(entry.date.words());
    if let Some(source) = entry.source.map(|source| ledger.source(source)) {
        let outlet = source.outlet.filter(|outlet| *outlet != cell.root || entry.how == How::Speaking);
        let own = source.outlet == Some(cell.root) && ledger.party(cell.root).kind == PartyKind::Outlet;
        match (outlet, &source.title) {
            (Some(outlet), _) => parts.push(ledger.party(outlet).name.clone()),
            (None, Some(title)) => parts.push(title.clone()),
            (None, None) if own => {}
            (None, None) => parts.push(source.id.clone()),
        }
    }
    parts.join(", ")
}

/// The heading of a block: the name of its event.
fn heading(ledger: &Ledger, event: Option<EventId>) -> String {
    event.map_or_else(|| APART.to_owned(), |event| words::capital(&ledger.event(event).name))
}

/// The heading of a question's table: the event and the question.
fn title(ledger: &Ledger, block: &Block<'_>, section: &Section<'_>) -> String {
    format!("{}: {}", heading(ledger, block.event), section.question)
}

/// The word for a status on a page.
fn status(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::OneOrigin) => "on one word only",
        Some(status) => status.word(),
        None => "",
    }
}

/// The word for the status of a row or line with these cells: where all agree that it is not so, it says that.
fn outcome<'c>(found: Option<Status>, cells: impl IntoIterator<Item = &'c Cell>) -> &'static str {
    let mut entries = cells.into_iter().flat_map(|cell| &cell.entries);
    match found {
        Some(Status::Agreed) if entries.all(|entry| entry.stance.sign() != Sign::Plus) => "agreed: not so",
        _ => status(found),
    }
}

/// The remark on a line: whose words contradict it only as they may be read, where they have no column. None where
/// there are none.
fn remark(ledger: &Ledger, line: &Line<'_>, columns: &[PartyId]) -> Option<String> {
    let all: Vec<_> = line.read_as.iter().filter(|root| !columns.contains(root)).copied().collect();
    let (who, have) =
        (words::parties(ledger, &all), words::verb(words::parties_number(ledger, &all), "have"));
    (!all.is_empty())
        .then(|| format!("Only on a reading: {who} may be read as saying so, and {have} not said it."))
}

/// The number of rows as they are shown, by status: "9 rows: 1 contested, 4 unverified, 3 agreed, 1 without a status".
fn summary(ledger: &Ledger, table: &Table) -> String {
    let blocks = blocks(ledger, table);
    let rows: Vec<Option<Status>> = blocks
        .iter()
        .flat_map(|block| &block.sections)
        .flat_map(|section| &section.lines)
        .map(|line| line.status)
        .collect();
    let all = counted(rows.len(), "row", "rows");
    let of = |status: Option<Status>| rows.iter().filter(|found| **found == status).count();
    let mut counts: Vec<String> = Status::ALL
        .into_iter()
        .map(|found| (of(Some(found)), found))
        .filter(|(count, _)| *count > 0)
        .map(|(count, found)| format!("{count} {}", status(Some(found))))
        .collect();
    if let (false, none @ 1..) = (counts.is_empty(), of(None)) {
        counts.push(format!("{none} without a status"));
    }
    if counts.is_empty() { all } else { format!("{all}: {}", counts.join(", ")) }
}

/// The last line: the date of an `as of`, and the number of rows by status.
fn closing(report: &Report<'_>, table: &Table) -> String {
    let as_of = report.as_of.map(|date| format!("As of {}: ", date.words())).unwrap_or_default();
    format!("{as_of}{}", summary(report.ledger, table))
}

/// The heading for what is said of no event.
const APART: &str = "Other";
/// The text where there is no row.
const EMPTY: &str = "Nobody has a position on file that this table would show.";
