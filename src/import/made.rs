//! What the rows of a sheet make: records, and rows that make none, or not all that they should.

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::Open;
use crate::write::emit::Record;

/// What a sheet makes.
#[derive(Default)]
pub struct Made {
    /// Its records, in the order of its rows.
    pub records: Vec<One>,
    /// Rows that make nothing, or not all that they should.
    pub rejected: Vec<Rejected>,
    /// Names that only a person can place.
    pub open: Vec<Open>,
    /// How many rows it has.
    pub rows: usize,
}

/// A record.
#[derive(Clone)]
pub struct One {
    /// Its list.
    pub list: &'static str,
    /// Its id.
    pub id: String,
    /// The record.
    pub record: Record,
    /// The row that made it.
    pub row: usize,
}

/// A row that makes nothing, or not all that it should.
pub struct Rejected {
    /// Its number.
    pub row: usize,
    /// Why, in words.
    pub reason: String,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Made {
    /// How many rows make a statement.
    #[must_use]
    pub fn speaking(&self) -> usize {
        self.records
            .iter()
            .filter(|one| one.list == "statements")
            .map(|one| one.row)
            .collect::<FxHashSet<_>>()
            .len()
    }

    /// How many rows make all that they should, and that is no statement.
    #[must_use]
    pub fn silent(&self) -> usize {
        let rejected: FxHashSet<usize> = self.rejected.iter().map(|it| it.row).collect();
        let said = self.records.iter().filter(|one| one.list == "statements" && !rejected.contains(&one.row));
        self.rows - rejected.len() - said.map(|one| one.row).collect::<FxHashSet<_>>().len()
    }
}

/// Records that would not be sound, by list and id, each with the reason.
pub type Refused = FxHashMap<(&'static str, String), String>;
