//! The file of drafts: read with every fault named, and replaced as a whole after each answer.

use std::path::{Path, PathBuf};

use crate::cli::output::Output;
use crate::extract::draft::{Drafts, State};
use crate::layout::safe;
use crate::write::store::replace;

/// Drafts, and the file in which what became of them is kept.
pub struct Kept {
    /// The drafts.
    pub drafts: Drafts,
    path: PathBuf,
    /// What the file holds, as far as we know.
    text: String,
}

impl Kept {
    /// Reads a file of drafts; complains where it cannot be read, or has faults.
    pub fn open(path: &Path) -> Option<Self> {
        let shown = safe::line(&path.display().to_string()).into_owned();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: `{shown}` could not be read: {error}\n\
                     help: name a file of drafts, as `gainsay extract` writes it"
                ));
                return None;
            }
        };
        match Drafts::read(&text) {
            Ok(drafts) => Some(Self { drafts, path: path.to_owned(), text }),
            Err(faults) => {
                for fault in faults {
                    Output::complain(&format!(
                        "gainsay: {shown}:{}:{}: {}\nhelp: {}",
                        fault.line, fault.column, fault.message, fault.help
                    ));
                }
                None
            }
        }
    }

    /// How many drafts nobody has answered yet.
    pub fn left(&self) -> usize {
        self.drafts.drafts.iter().filter(|draft| draft.state == State::Proposed).count()
    }

    /// Writes the drafts back, whole or not at all; complains where that cannot be, also where somebody else has changed the
    /// file meanwhile.
    pub fn save(&mut self) -> Option<()> {
        let shown = safe::line(&self.path.display().to_string()).into_owned();
        if std::fs::read_to_string(&self.path).ok().as_ref() != Some(&self.text) {
            Output::complain(&format!(
                "gainsay: somebody else has changed `{shown}` meanwhile, so nothing is written to it\n\
                 help: begin again with the file as it is now: what is on file is not asked for twice"
            ));
            return None;
        }
        let text = self.drafts.write();
        if let Err(error) = replace(&self.path, text.as_bytes()) {
            Output::complain(&format!("gainsay: `{shown}` could not be written: {error}"));
            return None;
        }
        self.text = text;
        Some(())
    }
}
