//! A mapping file: what the columns of a sheet mean, as a person has confirmed it.
//!
//! ```yaml
//! sheet: {id: quay-tracker, title: The quay tracker, outlet: Harbour Watch, key: No}
//! unknown: [n/a]
//! dates: day-first
//! names:
//!   - {list: parties, name: Norlnd, id: norland}
//! records:
//!   - list: events
//!     record: {name: "{Incident}", date: "{Date}"}
//!   - list: statements
//!     where: Type
//!     is: [accusation]
//!     record:
//!       by: "{Speaker}"
//!       date: "{Date}"
//!       quote: "{Words}"
//!       asserts: carried-out({Accused}, {Incident})
//! ```

pub mod keys;
mod read;
mod template;

use crate::ledger::model::date::Date;
use crate::read::fields::{Field, List};
use crate::text::Span;

pub use template::{Piece, Template, known};

/// What a proposal has where only a person can say who speaks, and when: a mapping that still has it is refused.
pub const WHO: &str = "WHO COMPILED IT";
pub const WHEN: &str = "WHEN IT WAS SAID";
/// The event that no column names, in a proposition.
pub const EVENT: &str = "WHICH EVENT";

/// What the columns of a sheet mean.
#[derive(Clone, Debug)]
pub struct Mapping {
    /// The sheet itself.
    pub sheet: Sheet,
    /// Words that say that nothing is known, in small letters.
    pub unknown: Vec<String>,
    /// Whether the day comes first in a date of numbers; none where nobody said.
    pub day_first: Option<bool>,
    /// Columns in which 1 January stands for the year.
    pub years: Vec<usize>,
    /// Who or what a name is: list, name, id.
    pub names: Vec<Named>,
    /// The records that a row makes.
    pub entries: Vec<Entry>,
}

/// The sheet itself, which becomes a source.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The id of the source.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Who compiled it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// The column that tells rows apart.
    pub key: Option<usize>,
}

/// How the file is to be opened: the part of a mapping that is needed before its columns are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Which sheet of a workbook.
    pub page: Option<String>,
    /// The row of headings.
    pub headings: Option<usize>,
    /// What divides the cells.
    pub delimiter: Option<char>,
    /// The encoding.
    pub encoding: Option<String>,
}

/// A name that somebody has looked at.
#[derive(Clone, Debug)]
pub struct Named {
    /// The list of its record.
    pub list: &'static str,
    /// The name, as the sheet has it.
    pub name: String,
    /// The id; none where a new record is meant.
    pub id: Option<String>,
}

/// A record that a row makes.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its list.
    pub list: &'static List,
    /// The column that decides whether a row makes it, and what stands there then, in small letters.
    pub only: Option<(usize, Vec<String>)>,
    /// What rows of the same record share.
    pub key: Option<Template>,
    /// Its keys.
    pub values: Vec<(&'static Field, Value)>,
}

/// What a key is given.
#[derive(Clone, Debug)]
pub struct Value {
    /// Texts with cells in them.
    pub templates: Vec<Template>,
    /// Whether only the first that is known counts.
    pub first: bool,
    /// What divides several values in one text.
    pub split: Option<String>,
    /// Where it stands in the mapping.
    pub span: Span,
}
