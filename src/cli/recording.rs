//! The source of an article, recorded with a copy of its text before anything is proposed from it: shown, and after a yes.

use std::path::Path;

use super::ask::Dialogue;
use super::output::Output;
use super::writing;
use super::{UNREAD, UNSOUND};
use crate::entry::desk::Desk;
use crate::entry::source::{self, Given, Recorded};
use crate::layout::safe;

/// The id of the source of an article, on file with its copy; none where nothing was said of it. Whatever is not on file is
/// shown, and written after a yes, or without one where nobody is to be asked.
///
/// # Errors
/// The exit status, where nothing can be written, or is not wanted; why is said.
pub fn source(
    output: &mut Output,
    folder: &Path,
    given: &Given<'_>,
    yes: bool,
) -> Result<Option<String>, u8> {
    if given.source.is_none() && given.outlet.is_none() {
        return Ok(None);
    }
    let Some(desk) = Desk::open(folder) else { return Err(UNREAD) };
    let recorded = source::source(&desk, given).map_err(|failure| {
        writing::complain(&failure);
        UNREAD
    })?;
    let Some(Recorded { id, copy, changes, beside, shown }) = recorded else { return Ok(None) };
    let Some(copy) = copy else { return Ok(Some(id)) };
    if desk.judge_records(&changes).refused(output) {
        Output::complain("\nNothing was written.");
        return Err(UNSOUND);
    }
    let named = safe::line(&copy).into_owned();
    Dialogue::tell(&format!("First the source is recorded, with a copy of the text as {named}:\n\n{shown}"));
    if !yes {
        let Some(mut dialogue) = Dialogue::open() else {
            Output::complain(
                "gainsay: the source of the article is not recorded yet, and nobody is there to say yes\n\
                 help: say it with `--yes`; the quotes are compared with the copy that is kept then",
            );
            return Err(UNREAD);
        };
        if !dialogue.yes("Write it?", true).unwrap_or(false) {
            Output::complain("Nothing was written.");
            return Err(UNREAD);
        }
    }
    if !desk.commit_with(output, &format!("extract {id}"), &beside, &changes) {
        return Err(UNREAD);
    }
    Ok(Some(id))
}
