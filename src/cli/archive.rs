//! `gainsay archive`: a copy of what a source said, kept in the store with its hash and the day it was saved.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use clap::Args;

use super::output::Output;
use super::store::{self, date};
use super::writing;
use super::{SOUND, UNREAD, UNSOUND, input};
use crate::entry::copy::{self, Keeping};
use crate::entry::desk::Desk;
use crate::layout::safe;
use crate::ledger::model::date::Date;
use crate::read;
use crate::read::files::archives;
use crate::write::edit;

/// Keep a copy of what a source said, so that its quotes can be compared with it.
#[derive(Args)]
pub struct Archive {
    /// The id of the source
    #[arg(value_name = "SOURCE")]
    source: String,
    /// The file to keep: text, Markdown, HTML, or PDF where `pdftotext` is installed
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// When the text was read [default: what is on file, or the day on which FILE was saved]
    #[arg(long, value_name = "DATE", value_parser = date)]
    retrieved: Option<Date>,
    /// Put it in the place of another copy that is kept already
    #[arg(long)]
    replace: bool,
}

impl Archive {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let ledger = &desk.before.ledger;
        let Some(at) = ledger.sources.find(&self.source) else {
            let (message, help) = read::unknown(ledger, "sources", &self.source);
            return complain(&message, &help);
        };
        let source = ledger.sources.at(at);
        let record = ledger.texts.file(source.span.file).path.clone();
        let (bytes, saved) = match read(&self.file) {
            Ok(found) => found,
            Err(reason) => {
                let message = format!("`{}` cannot be kept: {reason}", self.file.display());
                return complain(&message, "save the page as text, Markdown or HTML, and name that file");
            }
        };
        let keeping = Keeping {
            source: &self.source,
            ending: copy::ending(&input::ending(&self.file)),
            bytes,
            replace: self.replace,
        };
        let kept = match keeping.prepare(&desk, &record) {
            Ok(kept) => kept,
            Err(failure) => {
                writing::complain(&failure);
                return UNREAD;
            }
        };
        let known = if source.retrieved.is_none() { saved } else { None };
        let keys = kept.keys(self.retrieved.or(known));
        let change =
            match edit::set(desk.writer.text(&record).unwrap_or_default(), "sources", &self.source, &keys) {
                Ok(text) => (record.clone(), text),
                Err(refused) => {
                    writing::refuse(&record, &refused);
                    return UNREAD;
                }
            };
        let changes = [change];
        let judged = desk.judge_records(&changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return UNSOUND;
        }
        if !desk.commit_with(output, &format!("archive {}", self.source), &kept.beside, &changes) {
            return UNREAD;
        }
        let (named, hash) = (&kept.named, &kept.hash);
        output.print(&format!(
            "Kept {} as {named} beside {}, and named it in the source {}.\n  sha256 {hash}\n\
             archive/ is kept out of version control (by its .gitignore).\n\
             Compare the quotes with it: gainsay check\n",
            safe::line(&self.file.display().to_string()),
            safe::line(&record),
            self.source,
        ));
        output.print(&writing::way_back(self.store.as_deref()));
        SOUND
    }
}

fn complain(message: &str, help: &str) -> u8 {
    Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
    UNREAD
}

/// The bytes of a file that can be read as text, and the day (UTC) on which it was saved.
fn read(file: &Path) -> Result<(Vec<u8>, Option<Date>), String> {
    archives::can_be_read(file)?;
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    let modified = fs::metadata(file).and_then(|data| data.modified()).ok();
    let seconds = modified.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_secs());
    let day = seconds.and_then(|seconds| i32::try_from(seconds / 86_400).ok());
    Ok((bytes, day.map(Date::day)))
}
