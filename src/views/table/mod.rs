//! The contradiction table: a row per proposition that somebody speaks of in so many words, a column per root.
//!
//! Pure data, made from what is held and from what the rules found; no format is known here. What was superseded or
//! withdrawn is not shown; where it was superseded, the cell shows the word that stands.

pub mod blocks;
mod cells;
pub mod formats;
mod order;
mod rows;
mod status;

pub use status::Status;

use crate::check::Report;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId, PredicateId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::reason::Reasoning;
use crate::reason::acts::Act;

/// What of the table is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only rows that touch one of these ids, as `check --about` means it.
    pub about: Vec<String>,
    /// Only rows that rest on a statement of that date or later.
    pub since: Option<Date>,
    /// Only the columns of these roots, in this order; none: all.
    pub parties: Vec<PartyId>,
    /// Only rows of one of these statuses; none: all.
    pub only: Vec<Status>,
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The roots that have a position in the rows shown: whoever speaks in most rows first, then by id.
    pub columns: Vec<PartyId>,
    /// The rows, in the order of events, questions and statuses.
    pub rows: Vec<Row>,
}

/// One proposition, and who stands where on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The event that it speaks of; of several, the one that most rows are about.
    pub event: Option<EventId>,
    /// What it asks: a word of the vocabulary's questions.
    pub asks: String,
    /// The proposition.
    pub proposition: Proposition,
    /// Its canonical text.
    pub name: String,
    /// It in words.
    pub reading: String,
    /// How it stands; none where none of the words applies.
    pub status: Option<Status>,
    /// A cell per root that has a position, in the order of the columns.
    pub cells: Vec<Cell>,
    /// Roots whose words may be read as saying so, where that alone contradicts a cell; they have not said it.
    pub read_as: Vec<PartyId>,
    /// For an attitude that nobody but its holder speaks of: the place of the holder among the arguments.
    pub own: Option<usize>,
}

/// What one root holds of one proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The root.
    pub root: PartyId,
    /// Of what its values are.
    pub predicate: PredicateId,
    /// Its positions that differ, the most telling first.
    pub entries: Vec<Entry>,
}

/// One position of a root, however many statements take it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it stands to the proposition.
    pub stance: Stance,
    /// The value given.
    pub value: Option<Value>,
    /// What its figure covers and for which day it holds, and the words of this position alone, as said last.
    pub long: Option<Long>,
    /// How it is held.
    pub how: How,
    /// The words reach us only through another party.
    pub hearsay: bool,
    /// The condition under which it is said; such a position is compared with nothing.
    pub condition: Option<String>,
    /// When it was said last.
    pub date: Date,
    /// Where we read that.
    pub source: Option<SourceId>,
    /// Who said that.
    pub speaker: PartyId,
    /// The statements that say so, by date, the last one that of `date`, `source` and `speaker`.
    pub statements: Vec<StatementId>,
    /// What the root does by it.
    pub act: Option<Act>,
    /// The same in words, where the stance says less: "accuses", "denies any part in it".
    pub does: Option<String>,
}

/// How a position is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// In so many words.
    Stated,
    /// By speaking at all: whoever says something holds it to be accurate.
    Speaking,
    /// By definition of what is said in so many words elsewhere.
    Definition,
    /// It follows from several of its own words.
    OwnWords,
}

/// Makes the table of a ledger. `report` holds the findings of the whole of it, not filtered: they give the statuses.
#[must_use]
pub fn table(reasoning: &Reasoning<'_>, report: &Report<'_>, options: &Options) -> Table {
    let findings = status::Findings::new(report);
    let mut rows = rows::rows(reasoning);
    for row in &mut rows {
        row.status = findings.status(reasoning, row);
        row.read_as = findings.read_as(row);
    }
    rows.retain(|row| {
        options.only.is_empty() || row.status.is_some_and(|found| options.only.contains(&found))
    });
    rows.retain(|row| rows::keeps(reasoning, options, row, &findings.hanging(row)));
    if !options.parties.is_empty() {
        for row in &mut rows {
            row.cells.retain(|cell| options.parties.contains(&cell.root));
        }
        rows.retain(|row| !row.cells.is_empty());
    }
    order::order(reasoning.ledger, rows, options)
}
