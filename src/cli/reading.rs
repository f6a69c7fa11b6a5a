//! What the commands that print and decide nothing share: formats, and the last word on what is wrong with the record.

use std::path::Path;

use clap::ValueEnum;

use super::output::Output;
use super::store::Store;
use crate::check::Case;
use crate::layout::{self, Style};
use crate::ledger::words;

/// How a report is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// For programs: version 1
    Json,
}

/// How a list is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// For reading in a terminal
    Text,
    /// For programs: version 1
    Json,
}

/// The terminal's style.
pub fn style() -> Style {
    Style { width: Output::width(), color: Output::color(), ..Style::default() }
}

/// Says where the store is and what is wrong with its record, so that something may be missing in what was printed;
/// gives the exit status.
pub fn ending(output: &mut Output, store: &Store, format: Format) -> u8 {
    if let (Some(found), Format::Text) = (&store.found_at, format) {
        named(output, found);
    }
    flaws(&store.case);
    store.case.status() as u8
}

/// Says on standard error what is wrong with the record of a case, if anything is.
pub fn flaws(case: &Case) {
    empty(case);
    if case.unread() > 0 {
        partly();
    }
    let errors = case.errors();
    if errors > 0 {
        let errors = words::counted(errors, "error", "errors");
        Output::complain(&format!(
            "gainsay: the record has {errors}, so something may be missing here\nhelp: see `gainsay check`"
        ));
    }
}

/// Says where the store is.
pub fn named(output: &mut Output, folder: &Path) {
    output.print(&format!("The store is {}.\n", layout::safe::line(&folder.display().to_string())));
}

/// Complains that not all of the store could be read.
pub fn partly() {
    Output::complain(
        "gainsay: not all of the store could be read, so something may be missing here\n\
         help: `gainsay check` says what could not, and why",
    );
}

/// Complains where there was nothing to read.
pub fn empty(case: &Case) {
    if case.records() == 0 && case.unread() == 0 {
        let why = if case.ledger().files == 0 {
            "the store has no file that ends in .yaml or .yml"
        } else {
            "the files of the store hold none"
        };
        Output::complain(&format!(
            "gainsay: no record was read: {why}\n\
             help: to see what one looks like, make a store with a worked example: `gainsay init example`"
        ));
    }
}
