//! What the commands that write share: a change is judged before it is written, shown, and only then written.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::output::Output;
use super::reading::style;
use crate::check::formats::{self, json};
use crate::check::{Counts, Report};
use crate::entry::desk::{Change, Desk};
use crate::entry::judging::Judged;
use crate::layout::safe;
use crate::rules::finding::Finding;
use crate::text::lines::Lines;
use crate::write::edit::Refused;
use crate::write::store::{Failure, Queue};

/// A place in the queue of those who write: says once who is waited for, and gives up after a minute of the same writer.
pub fn queue() -> Queue {
    /// A hundred tries a second.
    const PAUSE: Duration = Duration::from_millis(10);
    fn wait(writer: &str, tries: u32) -> bool {
        if tries == 100 {
            Output::complain(&format!("gainsay: waiting for {writer}, which writes to the store"));
        }
        std::thread::sleep(PAUSE);
        tries < 6000
    }
    // Without processes there is no number of one, and asking for it is a panic.
    let name = if cfg!(target_family = "wasm") {
        "gainsay".to_owned()
    } else {
        format!("gainsay, process {}", std::process::id())
    };
    Queue { name, wait }
}

impl Desk {
    /// Waits for the store of a folder and reads it; complains where that cannot be.
    pub(crate) fn open(folder: &Path) -> Option<Self> {
        Self::lock(folder, queue()).map_err(|failure| complain(&failure)).ok()
    }

    /// Writes; complains where that fails. `what` is the command that does, as it is told where it is taken back.
    pub(crate) fn commit(self, output: &mut Output, what: &str, changes: &[Change]) -> bool {
        self.commit_with(output, what, &[], changes)
    }

    /// The same with files beside them that are no ledger files. Nothing is written where what the change would do could
    /// not be shown.
    pub(crate) fn commit_with(
        mut self,
        output: &mut Output,
        what: &str,
        beside: &[(String, Vec<u8>)],
        changes: &[Change],
    ) -> bool {
        if !output.sound() {
            Output::complain("Nothing was written to the store: what would be written could not be shown.");
            return false;
        }
        match self.writer.write_with(what, beside, changes) {
            Ok(()) => {
                output.done();
                true
            }
            Err(failure) => {
                complain(&failure);
                false
            }
        }
    }
}

impl Judged {
    /// Whether the change has an error in it; says which, as `check` does.
    pub(crate) fn refused(&self, output: &mut Output) -> bool {
        if self.wrong.is_empty() {
            return false;
        }
        output.print(&self.text(&self.wrong));
        true
    }

    /// What is doubtful about the record, and what it would contradict.
    pub(crate) fn foreseen(&self, output: &mut Output) {
        if !self.doubtful.is_empty() {
            output.print(&format!("{}\n", self.text(&self.doubtful)));
        }
        if !self.clashes.is_empty() {
            output.print(&format!("What it would contradict:\n\n{}\n", self.text(&self.clashes)));
        }
    }

    /// Every finding that the change would bring, for programs.
    pub(crate) fn json(&self) -> impl Serialize + use<'_> {
        let lines = Lines::new(&self.after.texts);
        Brought {
            wrong: self.told(&self.wrong, &lines),
            doubtful: self.told(&self.doubtful, &lines),
            contradictions: self.told(&self.clashes, &lines),
            agreements: self.told(&self.agreements, &lines),
            unverified_links: self.told(&self.links, &lines),
        }
    }

    fn told<'j>(&'j self, findings: &'j [Finding], lines: &Lines<'j>) -> Vec<impl Serialize + use<'j>> {
        findings.iter().map(|finding| json::told(&self.after, finding, lines)).collect()
    }

    fn text(&self, findings: &[Finding]) -> String {
        let findings = findings.to_vec();
        let report =
            Report { ledger: &self.after, as_of: None, only: None, findings, counts: Counts::default() };
        formats::findings(&report, style())
    }
}

/// The findings that a change would bring, each as `check` gives it.
#[derive(Serialize)]
struct Brought<T> {
    wrong: Vec<T>,
    doubtful: Vec<T>,
    contradictions: Vec<T>,
    agreements: Vec<T>,
    unverified_links: Vec<T>,
}

/// The command that takes the last change back; `store` is the folder that was named, if any.
pub fn way_back(store: Option<&Path>) -> String {
    format!("To undo it: gainsay undo{}\n", of_store(store))
}

/// The option that names a store again, with a space before it; empty where none was named.
pub fn of_store(store: Option<&Path>) -> String {
    store.map_or_else(String::new, |folder| format!(" --store {}", quoted(folder)))
}

/// A path as a shell reads it.
pub fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
    let quoted = if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) };
    safe::line(&quoted).into_owned()
}

/// Says why nothing was written.
pub fn complain(failure: &Failure) {
    let help = if failure.help.is_empty() { String::new() } else { format!("\nhelp: {}", failure.help) };
    Output::complain(&format!("gainsay: {}{help}", failure.message));
}

/// Says why a file's text cannot be changed so.
pub fn refuse(path: &str, refused: &Refused) {
    Output::complain(&format!("gainsay: {path}: {}\nhelp: {}", refused.message, refused.help));
}
