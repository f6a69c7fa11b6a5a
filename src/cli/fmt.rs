//! `gainsay fmt`: the files of a store in canonical layout, with every comment and without any change of meaning.

use clap::Args;

use super::output::Output;
use super::store::StoreArgument;
use super::writing;
use super::{SOUND, UNREAD, UNSOUND};
use crate::entry::desk::{Change, Desk};
use crate::layout::safe;
use crate::ledger::words::counted;
use crate::read::Text;
use crate::write::{edit, store};

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
        if self.check {
            // Who only looks waits for nobody.
            let texts = match store::texts(&folder) {
                Ok(texts) => texts,
                Err(failure) => {
                    writing::complain(&failure);
                    return UNREAD;
                }
            };
            let laid = Laid::out(&texts);
            laid.tell(output, "would be laid out anew");
            return laid.status(UNSOUND);
        }
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let laid = Laid::out(desk.writer.texts());
        let any = !laid.changes.is_empty();
        if any && !desk.commit(output, "fmt", &laid.changes) {
            return UNREAD;
        }
        laid.tell(output, "laid out anew");
        if any {
            output.print(&writing::way_back(self.store.named()));
        }
        laid.status(SOUND)
    }
}

/// The files of a store as they should be.
struct Laid {
    changes: Vec<Change>,
    /// How many are as they should be.
    alike: usize,
    /// How many cannot be laid out.
    left: usize,
}

impl Laid {
    /// Lays every file out; complains of those that cannot be.
    fn out(texts: &[Text]) -> Self {
        let mut laid = Self { changes: Vec::new(), alike: 0, left: 0 };
        for text in texts {
            let old = text.content.as_deref().unwrap_or_default();
            match edit::layout(old) {
                Ok(new) if new == old => laid.alike += 1,
                Ok(new) => laid.changes.push((text.path.clone(), new)),
                Err(refused) => {
                    laid.left += 1;
                    writing::refuse(&text.path, &refused);
                }
            }
        }
        laid
    }

    fn tell(&self, output: &mut Output, did: &str) {
        for (path, _) in &self.changes {
            output.print(&format!("{}: {did}\n", safe::line(path)));
        }
        let changed = counted(self.changes.len(), "file", "files");
        let alike = counted(self.alike, "file", "files");
        output.print(&format!("{changed} {did}, {alike} as they should be\n"));
    }

    /// The exit status; `changed` where some are not as they should be.
    fn status(&self, changed: u8) -> u8 {
        match (self.left, self.changes.is_empty()) {
            (1.., _) => UNREAD,
            (0, true) => SOUND,
            (0, false) => changed,
        }
    }
}
