//! Edits of a file's text that touch no byte they need not: comments, order and line endings of the rest stay.
//!
//! Nothing here touches a disk. What is written comes from the printer; then the whole new text is read again as any
//! ledger file is, and unless it holds exactly what was meant (every other record as before, every comment kept),
//! nothing is changed.

mod append;
mod comments;
mod exchange;
mod layout;
mod lines;
mod record;
mod rename;
mod same;
mod set;

use crate::read::records::{self, Cut, RawRecord};
use crate::text::FileId;

pub use append::{Appended, append, append_all};
pub use comments::comments;
pub use layout::layout;
pub use record::{lines, remove, replace};
pub use rename::{Renamed, Renaming, rename};
pub use same::means;
pub use set::{Setting, set, set_all};

/// Why a text cannot be edited so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The reason, in plain words.
    pub message: String,
    /// The remedy.
    pub help: String,
}

impl Refused {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The records of a text, all of which could be read.
///
/// # Errors
/// Part of it could not: an edit might then do something else than it says.
pub fn read(text: &str) -> Result<Cut<'_>, Refused> {
    let cut = records::cut(FileId(0), text);
    if cut.broken == 0 && cut.lost.is_empty() {
        return Ok(cut);
    }
    Err(Refused::new(
        "not all of this file can be read",
        "run `gainsay check` and put right what it reports first, or write into another file with `--file`",
    ))
}

/// The record of that id in a list.
#[must_use]
pub fn find<'c, 't>(cut: &'c Cut<'t>, list: &str, id: &str) -> Option<&'c RawRecord<'t>> {
    let is = |record: &&RawRecord<'_>| record.node.get("id").and_then(|node| node.as_str()) == Some(id);
    cut.records.iter().filter(|record| record.list == list).find(is)
}

/// What to say where the text that came out does not hold what was meant.
fn unsure() -> Refused {
    Refused::new(
        "this file is written in a way in which the change cannot be made safely",
        "make it by hand, or lay the file out with `gainsay fmt` first",
    )
}
