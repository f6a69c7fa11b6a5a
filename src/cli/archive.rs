//! `gainsay archive`: a copy of what a source said, kept in the store with its hash and the day it was saved.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use clap::Args;

use super::output::Output;
use super::store::{self, date};
use super::writing::{self, Change, Desk};
use super::{SOUND, UNREAD, UNSOUND};
use crate::layout::safe;
use crate::ledger::model::date::Date;
use crate::ledger::model::source::Source;
use crate::read;
use crate::read::files::archives;
use crate::write::edit;
use crate::write::emit::Yaml;

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

/// The folder of copies, beside the records of their sources.
const FOLDER: &str = "archive";
/// What keeps the copies out of version control: few newsrooms may hand on the articles of others.
const IGNORED: &str = "# Copies of what others published: kept here, and out of version control.\n*\n";

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
        let name = format!("{}.{}", self.source, ending(&self.file));
        let place = format!("{}/{FOLDER}", record.rsplit_once('/').map_or("", |(folder, _)| folder));
        let (copy, ignored) = (format!("{place}/{name}"), format!("{place}/.gitignore"));
        let hash = archives::hash(&bytes);
        let (kept, ruled) = match (desk.writer.kept(&copy), desk.writer.kept(&ignored)) {
            (Ok(kept), Ok(ruled)) => (kept, ruled.is_some()),
            (Err(failure), _) | (_, Err(failure)) => return complain(&failure.message, &failure.help),
        };
        let same = kept.as_ref() == Some(&bytes);
        if kept.is_some() && !same && !self.replace {
            return complain(
                &format!("another copy of `{}` is kept as `{FOLDER}/{name}`", self.source),
                "put this one in its place with `--replace`, or enter the new version as a source of its own",
            );
        }
        let Some(change) = self.change(&desk, source, &record, &name, &hash, saved) else { return UNREAD };
        let changes = [change];
        let judged = desk.judge_records(&changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return UNSOUND;
        }
        let rule = (!ruled).then(|| (ignored, IGNORED.as_bytes().to_vec()));
        let beside: Vec<_> = rule.into_iter().chain((!same).then_some((copy, bytes))).collect();
        if !desk.commit_with(output, &format!("archive {}", self.source), &beside, &changes) {
            return UNREAD;
        }
        output.print(&format!(
            "Kept {} as {FOLDER}/{name} beside {}, and named it in the source {}.\n  sha256 {hash}\n\
             {FOLDER}/ is kept out of version control (by its .gitignore).\n\
             Compare the quotes with it: gainsay check\n",
            safe::line(&self.file.display().to_string()),
            safe::line(&record),
            self.source,
        ));
        output.print(&writing::way_back(self.store.as_deref()));
        SOUND
    }

    /// The file of the record with the copy named in it.
    fn change(
        &self,
        desk: &Desk,
        source: &Source,
        record: &str,
        name: &str,
        hash: &str,
        saved: Option<Date>,
    ) -> Option<Change> {
        let mut keys = vec![
            ("archive", Yaml::Text(format!("{FOLDER}/{name}"))),
            ("sha256", Yaml::Text(hash.to_owned())),
        ];
        let known = if source.retrieved.is_none() { saved } else { None };
        if let Some(retrieved) = self.retrieved.or(known) {
            keys.insert(0, ("retrieved", Yaml::Text(retrieved.to_string())));
        }
        match edit::set(desk.writer.text(record).unwrap_or_default(), "sources", &self.source, &keys) {
            Ok(text) => Some((record.to_owned(), text)),
            Err(refused) => {
                writing::refuse(record, &refused);
                None
            }
        }
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

/// The ending of the copy. One of a ledger file would make the copy a part of the ledger.
fn ending(file: &Path) -> String {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let known = ending.filter(|ending| ["html", "htm", "xhtml", "md", "pdf"].contains(&ending.as_str()));
    known.unwrap_or_else(|| "txt".to_owned())
}
