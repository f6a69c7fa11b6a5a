//! An opened case: its records, the findings about them, how sound they are; and the reports made once it has been
//! reasoned over.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use super::hanging::Wanted;
use super::options::Options;
use super::{Levels, Report, accepts, narrowed, record, sorted, summarised, whole, whole_of};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::read::{self, Loaded, NoStore, Text};
use crate::reason::Reasoning;
use crate::rules;
use crate::rules::finding::{Finding, Level};
use crate::text::FileId;

/// A store that was read, with the options of the check.
///
/// It owns its records; reasonings and reports borrow them.
#[derive(Debug)]
pub struct Case {
    loaded: Loaded,
    options: Options,
    /// The findings about the record, before levels and editors' decisions; worked out when first asked for.
    record: OnceLock<Vec<Finding>>,
}

/// The soundness of a case; as a number, the exit status of a command that reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// Nothing is at level error.
    Sound = 0,
    /// Something is at level error.
    Unsound = 1,
    /// No record, or not all of the store, could be read.
    Unread = 2,
}

/// A case that was reasoned over. A command makes one of these, and asks it for all that it prints.
pub struct Reasoned<'c> {
    /// The reasoning: who holds what.
    pub reasoning: Reasoning<'c>,
    case: &'c Case,
}

impl Case {
    /// Reads the store in a folder.
    ///
    /// # Errors
    /// The reason for which the folder itself could not be read. A fault of a file is a finding.
    pub fn open(store: &Path, options: Options) -> Result<Self, NoStore> {
        Ok(Self::over(read::store(store, &rules::referable())?, options))
    }

    /// Reads texts that are at hand already.
    #[must_use]
    pub fn of(texts: Vec<Text>, options: Options) -> Self {
        Self::over(read::texts(texts, &rules::referable()), options)
    }

    /// A store that was read already.
    #[must_use]
    pub fn over(loaded: Loaded, options: Options) -> Self {
        let as_of = options.as_of;
        let mut case = Self { loaded, options, record: OnceLock::new() };
        if let Some(date) = as_of {
            case.take_back(date);
        }
        case
    }

    /// Leaves only the records that were on file on a date.
    pub fn take_back(&mut self, date: Date) {
        self.loaded.ledger.as_of(&date);
        self.options.as_of = Some(date);
        self.record = OnceLock::new();
    }

    /// Leaves only the statements that are wanted, by their ids.
    pub fn only(&mut self, wanted: impl Fn(&str) -> bool) {
        self.loaded.ledger.only(wanted);
    }

    /// Adds a text that is no part of the store, so that findings can point into it.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        self.loaded.ledger.texts.add(path, text)
    }

    /// The records.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.loaded.ledger
    }

    /// The options of the check.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The number of records found in the store, sound or not.
    #[must_use]
    pub fn records(&self) -> usize {
        self.loaded.records
    }

    /// The number of files, or stretches of files, that could not be read at all.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.loaded.unread
    }

    /// The number of errors about the record, after levels and editors' decisions.
    #[must_use]
    pub fn errors(&self) -> usize {
        let ledger = self.ledger();
        let levels = Levels::new(ledger, &self.options);
        let wrong = self.record().iter().filter(|finding| {
            let mut level = finding.level;
            levels.apply(finding.rule.id, finding.family, &mut level)
                && level == Level::Error
                && !ledger.accepted.iter().any(|accepted| accepts(ledger, accepted, finding))
        });
        sorted(ledger, wrong.cloned().collect()).len()
    }

    /// The soundness of its record.
    #[must_use]
    pub fn status(&self) -> Status {
        self.ending(self.errors())
    }

    /// Its soundness where so many errors are shown.
    #[must_use]
    pub fn ending(&self, errors: usize) -> Status {
        if self.loaded.unread > 0 || self.loaded.records == 0 {
            Status::Unread
        } else if errors > 0 {
            Status::Unsound
        } else {
            Status::Sound
        }
    }

    /// Reasons over it and looks at its record, the two side by side.
    #[must_use]
    pub fn reason(&self) -> Reasoned<'_> {
        let (reasoning, _) = rayon::join(|| Reasoning::new(self.ledger()), || self.record());
        Reasoned { reasoning, case: self }
    }

    /// The report, narrowed by the options. For other reports, see [`Case::reason`].
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        self.reason().report()
    }

    /// The findings about the record, at the levels of their rules.
    fn record(&self) -> &[Finding] {
        self.record.get_or_init(|| record(&self.loaded.ledger, &self.loaded.problems, &self.options))
    }
}

impl<'c> Reasoned<'c> {
    /// Every finding that passes the filters.
    #[must_use]
    pub fn report(&self) -> Report<'c> {
        whole(&self.reasoning, self.case.record().to_vec(), &self.case.options)
    }

    /// The same, with what hangs on a link only where that is wanted: it is most of the work of a check.
    #[must_use]
    pub fn report_hanging(&self, wanted: &Wanted<'_>) -> Report<'c> {
        whole_of(&self.reasoning, self.case.record().to_vec(), &self.case.options, Some(wanted))
    }

    /// Every finding, whatever the filters: tables, drawings and documents are made from it.
    #[must_use]
    pub fn unfiltered(&self) -> Report<'c> {
        let options = Options { about: Vec::new(), since: None, ..self.case.options.clone() };
        whole(&self.reasoning, self.case.record().to_vec(), &options)
    }

    /// An unfiltered report, narrowed to findings that pass the filters.
    #[must_use]
    pub fn narrowed(&self, unfiltered: Report<'c>) -> Report<'c> {
        self.narrowed_to(Cow::Owned(unfiltered), &self.case.options)
    }

    /// The same by other filters than those of the case.
    #[must_use]
    pub fn narrowed_to(&self, unfiltered: Cow<'_, Report<'c>>, options: &Options) -> Report<'c> {
        narrowed(&self.reasoning, unfiltered, options)
    }

    /// The counts only: no finding is worded without need, and the report lists none.
    #[must_use]
    pub fn summary(&self) -> Report<'c> {
        summarised(&self.reasoning, self.case.record().to_vec(), &self.case.options)
    }
}
