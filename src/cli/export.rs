//! `gainsay export`: every table of a store into a folder, for other programs; or columns for engines.

use std::path::PathBuf;

use clap::Args;

use super::output::Output;
use super::progress::Progress;
use super::store::StoreArgument;
use super::{UNREAD, reading};
use crate::check::options::Options;
use crate::export;
use crate::layout::safe;
use crate::ledger::words::counted;
use crate::write::folder::Folder;
use crate::write::store::Failure;

/// Write every table of the store for other programs: records, positions and findings as CSV and JSON Lines.
#[derive(Args)]
pub struct Export {
    /// The folder to write: a new or an empty one, or one that was exported before and not changed since
    #[arg(value_name = "DIR")]
    into: PathBuf,
    #[command(flatten)]
    store: StoreArgument,
    /// Write columns of numbers instead, from which SQL finds what gainsay finds: see docs/scale.md
    #[arg(long)]
    columns: bool,
}

impl Export {
    pub fn run(&self, output: &mut Output) -> u8 {
        let what = if self.columns { "columns" } else { "tables" };
        let mut folder = match Folder::begin(&self.into, what) {
            Ok(folder) => folder,
            Err(failure) => return refused(&failure),
        };
        let Some(store) = self.store.open(Options::default()) else { return UNREAD };
        let waiting = Progress::of("writing the tables");
        let reasoned = store.case.reason();
        let mut out = |name: &str, text: &str| folder.append(name, text.as_bytes());
        if self.columns {
            export::columns::write(&reasoned.reasoning, &mut out);
        } else {
            export::tables(&reasoned.reasoning, &reasoned.report(), &mut out);
        }
        let written = folder.take_place(&self.into);
        drop(waiting);
        match written {
            Ok(files) => {
                let files = counted(files, "file", "files");
                let shown = safe::line(&self.into.display().to_string()).into_owned();
                output.print(&format!("Wrote {files} to {shown}.\n"));
            }
            Err(failure) => return refused(&failure),
        }
        reading::ending(output, &store, reading::Format::Text)
    }
}

fn refused(failure: &Failure) -> u8 {
    Output::complain(&format!("gainsay: {}\nhelp: {}", failure.message, failure.help));
    UNREAD
}
