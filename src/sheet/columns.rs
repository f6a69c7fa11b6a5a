//! The columns of the sheet: the keys of a statement, what a position is made of, and the mark of the row.

use crate::ledger::model::proposition::MOST_ARGUMENTS;
use crate::ledger::model::stance::Stance;
use crate::read::fields::{self, Field};

/// The keys of a statement that stand before its positions; the others stand behind them.
const FIRST: [&str; 3] = ["id", "by", "date"];

/// A column.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    /// A key of the statement, the same in all its rows.
    Key(&'static Field),
    /// The stance of the position.
    Stance,
    /// The predicate of its proposition.
    Predicate,
    /// An argument of its proposition, by its index.
    Argument(usize),
    /// The value that it gives.
    Value,
    /// What its figure covers.
    Scope,
    /// The day for which its figure holds.
    AsOf,
    /// Its own words, where the statement holds several positions.
    Words,
    /// The position as a sentence. It is made from the others and never read.
    Sentence,
    /// What tells the row again: its statement, its place there, and the hash of what it held.
    Mark,
}

impl Column {
    /// The heading.
    pub fn heading(self) -> String {
        match self {
            Self::Key(field) if field.key == "id" => "statement".to_owned(),
            Self::Key(field) => field.key.to_owned(),
            Self::Stance => "stance".to_owned(),
            Self::Predicate => "predicate".to_owned(),
            Self::Argument(at) => format!("argument {}", at + 1),
            Self::Value => "value".to_owned(),
            Self::Scope => "scope".to_owned(),
            Self::AsOf => "as-of".to_owned(),
            Self::Words => "own words".to_owned(),
            Self::Sentence => "in words".to_owned(),
            Self::Mark => MARK.to_owned(),
        }
    }

    /// Whether it tells the position, and not the statement.
    pub fn of_position(self) -> bool {
        !matches!(self, Self::Key(_) | Self::Sentence | Self::Mark)
    }
}

/// The heading of the column by which a row is told again.
pub const MARK: &str = "mark (leave as it is)";

/// Every column, in the order of the sheet.
pub fn all() -> Vec<Column> {
    let fields = fields::list("statements").map_or(&[][..], |list| list.fields);
    let stance = |key: &str| Stance::ALL.iter().any(|stance| stance.key() == key);
    let keys = |first: bool| {
        let own =
            fields.iter().filter(move |field| FIRST.contains(&field.key) == first && !stance(field.key));
        own.map(Column::Key)
    };
    let position = [Column::Stance, Column::Predicate].into_iter();
    let position = position.chain((0..MOST_ARGUMENTS).map(Column::Argument));
    let beside = [Column::Value, Column::Scope, Column::AsOf, Column::Words, Column::Sentence];
    keys(true).chain(position).chain(beside).chain(keys(false)).chain([Column::Mark]).collect()
}
