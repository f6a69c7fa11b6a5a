//! Options of a check: a date, filters, levels.

use crate::ledger::model::date::Date;
use crate::rules::finding::Level;

/// Options of a check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The date as of which the ledger is read; none for everything on file.
    pub as_of: Option<Date>,
    /// Only findings that rest on a statement of that date or later.
    pub since: Option<Date>,
    /// Only findings that touch one of these ids.
    pub about: Vec<String>,
    /// True to report unused records too.
    pub strict: bool,
    /// True to leave out what hangs on each unverified link, where none of it is shown: it is most of the work of a check.
    pub bare_links: bool,
    /// Levels of rules and families: name, level; the last that fits wins.
    pub levels: Vec<(String, Setting)>,
}

/// The setting of a rule or family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Report it at this level.
    At(Level),
    /// Do not report it.
    Allow,
}

impl Setting {
    /// The setting with a word of `settings`; none where there is none.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "error" => Some(Self::At(Level::Error)),
            "warning" => Some(Self::At(Level::Warning)),
            "note" => Some(Self::At(Level::Note)),
            "allow" => Some(Self::Allow),
            _ => None,
        }
    }
}
