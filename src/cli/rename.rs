//! `gainsay rename`: an id exchanged in its record and wherever it is referred to.

use std::path::PathBuf;

use clap::Args;

use super::output::Output;
use super::writing;
use super::{SOUND, UNREAD, UNSOUND, store};
use crate::entry::desk::{Change, Desk};
use crate::entry::renaming::renamed;
use crate::layout::safe;
use crate::ledger::model::proposition::is_name;
use crate::ledger::words::counted;
use crate::read::{self, ID_HELP, NAMED, singular};

/// Give a record another id, there and wherever it is referred to.
#[derive(Args)]
pub struct Rename {
    /// What it is: party, place, topic, event, source or statement
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: &'static str,
    /// Its id
    #[arg(value_name = "OLD")]
    old: String,
    /// The id that it is to have
    #[arg(value_name = "NEW")]
    new: String,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Say what would change; write nothing
    #[arg(long)]
    dry_run: bool,
}

fn kind(word: &str) -> Result<&'static str, String> {
    let found = NAMED.into_iter().find(|list| singular(list) == word || *list == word);
    found.ok_or_else(|| format!("it is one of {}", NAMED.map(singular).join(", ")))
}

impl Rename {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let Some(found) = self.found(&desk) else { return UNREAD };
        let changes: Vec<Change> = found.iter().map(|(change, _)| change.clone()).collect();
        let judged = desk.judge(&changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return UNSOUND;
        }
        let (word, old, new) = (singular(self.kind), &self.old, &self.new);
        if !self.dry_run && !desk.commit(output, &format!("rename {word} {old} {new}"), &changes) {
            return UNREAD;
        }
        let places = found.iter().map(|(_, places)| places).sum();
        let did = if self.dry_run { "Would rename" } else { "Renamed" };
        let (places, files) = (counted(places, "place", "places"), counted(found.len(), "file", "files"));
        output.print(&format!("{did} the {word} {old} to {new}: {places} in {files}.\n"));
        for ((path, _), places) in &found {
            output.print(&format!("  {}: {places}\n", safe::line(path)));
        }
        if self.dry_run {
            output.print("Nothing was written: this is a dry run.\n");
        } else {
            output.print(&writing::way_back(self.store.as_deref()));
        }
        SOUND
    }

    /// The new texts of the files, with the number of places in each; complains and gives none where it cannot be.
    fn found(&self, desk: &Desk) -> Option<Vec<(Change, usize)>> {
        let ledger = &desk.before.ledger;
        let word = singular(self.kind);
        let wrong = |message: String, help: &str| {
            Output::complain(&format!("gainsay: {message}\nhelp: {help}"));
            None
        };
        if !is_name(&self.new) || matches!(self.new.as_str(), "self" | "not") {
            return wrong(format!("`{}` is no id", self.new), ID_HELP);
        }
        let there = |id: &str| read::find(ledger, self.kind, id).is_some();
        if there(&self.old) && there(&self.new) {
            let message = format!("there is a {word} `{}` already", self.new);
            return wrong(
                message,
                &format!(
                    "choose another id; if the two are one, delete the record of `{}` in its file first (`gainsay show {}` \
                     says where it stands), then rename what still refers to it",
                    self.old, self.old
                ),
            );
        }
        let found = renamed(ledger, desk.writer.texts(), self.kind, &self.old, &self.new);
        let found = found.map_err(|failure| writing::complain(&failure)).ok()?;
        if !there(&self.old) && (found.is_empty() || !there(&self.new)) {
            let (message, help) = read::unknown(ledger, self.kind, &self.old);
            return wrong(message, &help);
        }
        Some(found)
    }
}
