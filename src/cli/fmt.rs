//! `gainsay fmt`: the files of a store in canonical layout, with every comment and without any change of meaning.

use clap::Args;

use super::output::Output;
use super::store::StoreArgument;
use super::writing::{self, Change, Desk};
use super::{SOUND, UNREAD, UNSOUND};
use crate::layout::safe;
use crate::ledger::words::counted;
use crate::write::edit;

/// Lay the files of a store out alike.
#[derive(Args)]
pub struct Fmt {
    #[command(flatten)]
    store: StoreArgument,
    /// Say which files are laid out otherwise, and end with 1 if any is; write nothing
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = self.store.folder() else { return UNREAD };
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let mut changes: Vec<Change> = Vec::new();
        let mut left = 0;
        for text in desk.writer.texts() {
            let old = text.content.as_deref().unwrap_or_default();
            match edit::layout(old) {
                Ok(new) if new == old => {}
                Ok(new) => changes.push((text.path.clone(), new)),
                Err(refused) => {
                    left += 1;
                    writing::refuse(&text.path, &refused);
                }
            }
        }
        let files = desk.writer.texts().len();
        if !self.check && !changes.is_empty() && !desk.commit(output, "fmt", &changes) {
            return UNREAD;
        }
        let did = if self.check { "would be laid out anew" } else { "laid out anew" };
        for (path, _) in &changes {
            output.print(&format!("{}: {did}\n", safe::line(path)));
        }
        let alike = counted(files - changes.len() - left, "file", "files");
        output.print(&format!(
            "{} {did}, {alike} as they should be\n",
            counted(changes.len(), "file", "files")
        ));
        if !self.check && !changes.is_empty() {
            output.print(&writing::way_back(self.store.named()));
        }
        match (left, self.check && !changes.is_empty()) {
            (1.., _) => UNREAD,
            (_, true) => UNSOUND,
            _ => SOUND,
        }
    }
}
