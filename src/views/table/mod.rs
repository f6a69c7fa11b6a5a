//! The contradiction table: a row for each proposition of which somebody speaks in so many words, a column for each
//! root.
//!
//! Pure data, made from the holds and the findings; no format is known here. Superseded and withdrawn positions are not
//! shown; where a position was superseded, the cell shows the one that stands.

pub mod blocks;
mod cells;
pub mod formats;
mod order;
mod rows;
mod status;

pub(in crate::views) use status::Findings;
pub use status::Status;

use crate::check::Report;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId, PredicateId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::reason::Reasoning;
use crate::reason::acts::Act;

/// The part of the table that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only rows that touch one of these ids, as `check --about` means it.
    pub about: Vec<String>,
    /// Only rows that rest on a statement of that date or later.
    pub since: Option<Date>,
    /// Only the columns of these roots, in this order; all where empty.
    pub parties: Vec<PartyId>,
    /// Only rows of one of these statuses; all where empty.
    pub only: Vec<Status>,
    /// Each position with its speaker and its words.
    pub words: bool,
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The roots that have a position in the rows shown, or are read as having one: those that speak in most rows first,
    /// then by id.
    pub columns: Vec<PartyId>,
    /// The rows, in the order of events, questions and statuses.
    pub rows: Vec<Row>,
}

/// A proposition, and who stands where on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The event of which it speaks; where there are several, the one of which most rows speak; none where there is
    /// none.
    pub event: Option<EventId>,
    /// The word of the question under which the vocabulary puts it.
    pub asks: String,
    /// The proposition.
    pub proposition: Proposition,
    /// Its canonical text.
    pub name: String,
    /// The proposition in words.
    pub reading: String,
    /// The status; none where no status applies.
    pub status: Option<Status>,
    /// The cells of the roots that have a position, in the order of the columns.
    pub cells: Vec<Cell>,
    /// The roots whose words may be read as saying so, where that alone contradicts a cell; they have not said it.
    pub read_as: Vec<PartyId>,
    /// The index of the holder among the arguments, for an attitude of which nobody but its holder speaks; otherwise
    /// none.
    pub own: Option<usize>,
}

/// The positions of one root on one proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The root.
    pub root: PartyId,
    /// The predicate of the proposition, by which values are put in words.
    pub predicate: PredicateId,
    /// Its different positions, the most telling first.
    pub entries: Vec<Entry>,
}

/// A position of a root, however many statements take it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The stance.
    pub stance: Stance,
    /// The value given.
    pub value: Option<Value>,
    /// Facts written beside the position when it was last taken: the scope and day of its figure, and its own words.
    pub long: Option<Long>,
    /// The way in which it is held.
    pub how: How,
    /// True when the words reach us only through another party.
    pub hearsay: bool,
    /// The condition under which it is said; a conditional position is compared with nothing.
    pub condition: Option<String>,
    /// The latest date on which it was said.
    pub date: Date,
    /// The source of that statement.
    pub source: Option<SourceId>,
    /// The speaker of that statement.
    pub speaker: PartyId,
    /// The statements that say so, by date; `date`, `source` and `speaker` are those of the last.
    pub statements: Vec<StatementId>,
    /// The act; none where it is no act.
    pub act: Option<Act>,
    /// The act in words, where the stance says less: "accuses", "denies any part in it".
    pub does: Option<String>,
    /// The words in which it was last said, where they are asked for and are on file.
    pub words: Option<String>,
}

impl Entry {
    /// The words in which it was last said: those of the position itself, else all of its statement; none where none are on
    /// file.
    #[must_use]
    pub fn quoted(&self, ledger: &Ledger) -> Option<String> {
        let own = self.long.as_ref().and_then(|long| long.quote.as_ref());
        let own = own.map(|quote| quote.text(&ledger.texts).to_owned());
        let statement = self.statements.last().map(|id| ledger.statement(*id));
        own.or_else(|| statement.map(|statement| ledger.quoted(statement, " … ")))
            .filter(|words| !words.is_empty())
    }
}

/// The way in which a position is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// In so many words.
    Stated,
    /// By speaking at all: each speaker holds its own words to be accurate.
    Speaking,
    /// By definition from what is said in so many words elsewhere.
    Definition,
    /// From several of its own words together.
    OwnWords,
}

/// The table of a ledger. `report` holds all its findings, unfiltered, from which the statuses are taken.
#[must_use]
pub fn table(reasoning: &Reasoning<'_>, report: &Report<'_>, options: &Options) -> Table {
    let findings = status::Findings::new(report);
    let mut rows = rows::rows(reasoning, &findings, options);
    for row in &mut rows {
        row.status = findings.status(reasoning, row);
    }
    rows.retain(|row| {
        options.only.is_empty() || row.status.is_some_and(|found| options.only.contains(&found))
    });
    if !options.parties.is_empty() {
        for row in &mut rows {
            row.cells.retain(|cell| options.parties.contains(&cell.root));
        }
        rows.retain(|row| !row.cells.is_empty());
    }
    if options.words {
        for entry in rows.iter_mut().flat_map(|row| &mut row.cells).flat_map(|cell| &mut cell.entries) {
            entry.words = entry.quoted(reasoning.ledger);
        }
    }
    order::order(reasoning.ledger, rows, options)
}
