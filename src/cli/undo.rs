//! `gainsay undo`: the last change that a command made to the store, taken back.

use clap::Args;
use serde::Serialize;

use super::output::Output;
use super::reading::Listed;
use super::store::StoreArgument;
use super::writing::{complain, queue};
use super::{SOUND, UNREAD};
use crate::entry::completing;
use crate::layout::{safe, said};
use crate::write::store::Undone;

/// Take back the last change that a command made to the store.
#[derive(Args)]
pub struct Undo {
    #[command(flatten)]
    store: StoreArgument,
    /// Say what would be taken back; write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

impl Undo {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = self.store.folder() else { return UNREAD };
        let undone = completing::writer(&folder, queue()).and_then(|mut writer| writer.undo(self.dry_run));
        match undone {
            Ok(Some(undone)) => {
                output.print(&match self.format {
                    Listed::Text => text(&undone, self.dry_run),
                    Listed::Json => json(&undone, self.dry_run),
                });
                SOUND
            }
            Ok(None) => {
                Output::complain(
                    "gainsay: no change of a command is on file that could be taken back\n\
                     help: changes made by hand, in an editor of your own, are not kept here",
                );
                UNREAD
            }
            Err(failure) => {
                complain(&failure);
                UNREAD
            }
        }
    }
}

/// What was taken back, or would be, for people.
fn text(undone: &Undone, dry_run: bool) -> String {
    let did = if dry_run { "Would take back" } else { "Took back" };
    let mut out = format!("{did} `gainsay {}`:\n", safe::line(&undone.what));
    for (path, gone) in &undone.files {
        let gone = if *gone { ", a new file, is gone" } else { " is as it was before" };
        out.push_str(&format!("  {}{gone}\n", safe::line(path)));
    }
    if dry_run {
        out.push_str("Nothing was written: this is a dry run.\n");
    }
    out
}

/// The same for programs.
fn json(undone: &Undone, dry_run: bool) -> String {
    #[derive(Serialize)]
    struct Document<'u> {
        version: u32,
        written: bool,
        command: &'u str,
        files: Vec<File<'u>>,
    }
    #[derive(Serialize)]
    struct File<'u> {
        file: &'u str,
        gone: bool,
    }
    let files = undone.files.iter().map(|(file, gone)| File { file, gone: *gone }).collect();
    said::write(&Document { version: 1, written: !dry_run, command: &undone.what, files })
}
