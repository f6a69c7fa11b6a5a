//! What the commands that write share: a change is judged before it is written, shown, and only then written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::output::Output;
use super::reading::style;
use crate::check::options::Options;
use crate::check::{self, formats};
use crate::check::{Counts, Report};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::read::{self, Loaded};
use crate::rules;
use crate::rules::finding::{Family, Finding, Level};
use crate::write::edit::Refused;
use crate::write::store::{Failure, Queue, Writer};

/// A store that is locked, and its ledger as it is.
pub struct Desk {
    /// The way to its files.
    pub writer: Writer,
    /// What they hold.
    pub before: Loaded,
    /// The folder of the store.
    folder: PathBuf,
}

/// A file that would change: path, new text.
pub type Change = (String, String);

/// What a change would do.
pub struct Judged {
    /// The ledger as it would be.
    after: Loaded,
    /// Errors in the record that were not there before.
    wrong: Vec<Finding>,
    /// Warnings about the record that were not there before.
    doubtful: Vec<Finding>,
    /// Contradictions that were not there before.
    clashes: Vec<Finding>,
    /// How many agreements and how many unverified links would be new.
    others: [usize; 2],
}

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
    Queue { name: format!("gainsay, process {}", std::process::id()), wait }
}

impl Desk {
    /// Waits for the store of a folder and reads it; complains where that cannot be.
    pub fn open(folder: &Path) -> Option<Self> {
        match Writer::open(folder, queue()) {
            Ok(writer) => {
                let before = read::with_archives(writer.texts().to_vec(), folder, &rules::referable());
                Some(Self { writer, before, folder: folder.to_owned() })
            }
            Err(failure) => {
                complain(&failure);
                None
            }
        }
    }

    /// What a change would do, by the archives at hand too: a quote is compared with what it was read in before it is
    /// written.
    pub fn judge(&self, changes: &[Change]) -> Judged {
        self.judged(
            read::with_archives(self.writer.with(changes), &self.folder, &rules::referable()),
            changes,
        )
    }

    /// What a change would do to the records alone, where an archive is about to be replaced with them.
    pub fn judge_records(&self, changes: &[Change]) -> Judged {
        self.judged(read::texts(self.writer.with(changes), &rules::referable()), changes)
    }

    fn judged(&self, after: Loaded, changes: &[Change]) -> Judged {
        let mut known: HashMap<String, usize> = HashMap::new();
        let options = Options::default();
        for finding in check::check(&self.before.ledger, &self.before.problems, &options).findings {
            *known.entry(key(&self.before.ledger, &finding)).or_default() += 1;
        }
        let mut findings = check::check(&after.ledger, &after.problems, &options).findings;
        // Of two alike, the one in a file that is not changed is the one that was there before.
        let rewritten = |finding: &Finding| {
            let path = finding.labels.first().map(|label| &after.ledger.texts.file(label.span.file).path);
            path.is_some_and(|path| changes.iter().any(|(one, _)| one == path))
        };
        findings.sort_by_cached_key(rewritten);
        findings.retain(|finding| match known.get_mut(&key(&after.ledger, finding)) {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => finding.counts(),
        });
        let count = |family| findings.iter().filter(|finding| finding.family == family).count();
        let others = [count(Family::Agreement), count(Family::UnverifiedLink)];
        let all =
            |wanted: &dyn Fn(&Finding) -> bool| findings.iter().filter(|it| wanted(it)).cloned().collect();
        let record = |finding: &Finding| finding.family == Family::Record;
        Judged {
            wrong: all(&|finding| record(finding) && finding.level == Level::Error),
            doubtful: all(&|finding| record(finding) && finding.level != Level::Error),
            clashes: all(&|finding| finding.family == Family::Contradiction),
            others,
            after,
        }
    }

    /// Writes; complains where that fails. `what` is the command that does, as it is told where it is taken back.
    pub fn commit(self, output: &mut Output, what: &str, changes: &[Change]) -> bool {
        self.commit_with(output, what, &[], changes)
    }

    /// The same with files beside them that are no ledger files. Nothing is written where what the change would do could
    /// not be shown.
    pub fn commit_with(
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
    pub fn refused(&self, output: &mut Output) -> bool {
        if self.wrong.is_empty() {
            return false;
        }
        output.print(&self.text(&self.wrong));
        true
    }

    /// What is doubtful about the record, and what it would contradict.
    pub fn foreseen(&self, output: &mut Output) {
        if !self.doubtful.is_empty() {
            output.print(&format!("{}\n", self.text(&self.doubtful)));
        }
        if !self.clashes.is_empty() {
            output.print(&format!("What it would contradict:\n\n{}\n", self.text(&self.clashes)));
        }
    }

    /// How many new findings there would be, in a sentence.
    pub fn counted(&self) -> String {
        let [agreements, links] = self.others;
        let clashes = words::counted(self.clashes.len(), "new contradiction", "new contradictions");
        let agreements = words::counted(agreements, "agreement", "agreements");
        let links = words::counted(links, "unverified link", "unverified links");
        format!("{clashes}, {agreements}, {links}.")
    }

    fn text(&self, findings: &[Finding]) -> String {
        let findings = findings.to_vec();
        let report = Report {
            ledger: &self.after.ledger,
            as_of: None,
            only: None,
            findings,
            counts: Counts::default(),
        };
        formats::findings(&report, style())
    }
}

/// The command that takes the last change back; `store` is the folder that was named, if any.
pub fn way_back(store: Option<&Path>) -> String {
    let store = store.map_or_else(String::new, |folder| format!(" --store {}", quoted(folder)));
    format!("To undo it: gainsay undo{store}\n")
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
    Output::complain(&format!("gainsay: {}\nhelp: {}", failure.message, failure.help));
}

/// Says why a file's text cannot be changed so.
pub fn refuse(path: &str, refused: &Refused) {
    Output::complain(&format!("gainsay: {path}: {}\nhelp: {}", refused.message, refused.help));
}

/// What makes a finding the same before and after.
fn key(ledger: &Ledger, finding: &Finding) -> String {
    let statements = finding.statements.iter().map(|id| ledger.statement(*id).id.as_str());
    let parties = finding.parties.iter().map(|id| ledger.party(*id).id.as_str());
    let on = finding.on(ledger).unwrap_or_default();
    [finding.rule.id, &on, &*finding.told()]
        .into_iter()
        .chain(statements)
        .chain(parties)
        .collect::<Vec<_>>()
        .join("\n")
}
