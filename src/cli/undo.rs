//! `gainsay undo`: the last change that a command made to the store, taken back.

use clap::Args;

use super::output::Output;
use super::store::StoreArgument;
use super::writing::{complain, queue};
use super::{SOUND, UNREAD};
use crate::entry::completing;
use crate::layout::safe;

/// Take back the last change that a command made to the store.
#[derive(Args)]
pub struct Undo {
    #[command(flatten)]
    store: StoreArgument,
    /// Say what would be taken back; write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Undo {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = self.store.folder() else { return UNREAD };
        let undone = completing::writer(&folder, queue()).and_then(|mut writer| writer.undo(self.dry_run));
        match undone {
            Ok(Some(undone)) => {
                let did = if self.dry_run { "Would take back" } else { "Took back" };
                output.print(&format!("{did} `gainsay {}`:\n", safe::line(&undone.what)));
                for (path, gone) in &undone.files {
                    let gone = if *gone { ", a new file, is gone" } else { " is as it was before" };
                    output.print(&format!("  {}{gone}\n", safe::line(path)));
                }
                if self.dry_run {
                    output.print("Nothing was written: this is a dry run.\n");
                }
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
