//! `gainsay edit`: one record in the editor of whoever asks, checked before it takes the old one's place.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use super::ask::Dialogue;
use super::output::Output;
use super::writing;
use super::{SOUND, UNREAD, UNSOUND, store};
use crate::entry::desk::Desk;
use crate::entry::editing::{self, Changed, Place};
use crate::layout::safe;
use crate::read::singular;

/// Change one record in your editor ($VISUAL, $EDITOR or else nano), checked before it is written.
#[derive(Args)]
pub struct Edit {
    /// The id of the record
    #[arg(value_name = "ID")]
    id: String,
    /// What it is, where several records have this id: party, place, …
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Begin with a draft that was refused before
    #[arg(long, value_name = "FILE")]
    draft: Option<PathBuf>,
    /// Ask nothing, also on a terminal
    #[arg(long)]
    no_input: bool,
}

/// What came of one look into the editor.
enum Came {
    Written,
    Unchanged,
    Refused,
    Failed,
}

impl Edit {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some((folder, _)) = store::folder(self.store.as_deref()) else { return UNREAD };
        let Some(desk) = Desk::open(&folder) else { return UNREAD };
        let Some(place) = self.place(&desk) else { return UNREAD };
        // Nobody is kept waiting while somebody writes.
        drop(desk);
        let draft = match self.begin(&place) {
            Ok(draft) => draft,
            Err(error) => {
                Output::complain(&format!("gainsay: there is no place for a draft: {error}"));
                return UNREAD;
            }
        };
        loop {
            let (came, status) = match self.once(output, &folder, &place, &draft) {
                came @ (Came::Written | Came::Unchanged) => {
                    // A draft that was kept before belongs to whoever kept it.
                    if self.draft.is_none() {
                        let _ = fs::remove_file(&draft);
                    }
                    (came, SOUND)
                }
                came @ Came::Refused => (came, UNSOUND),
                came @ Came::Failed => (came, UNREAD),
            };
            let dialogue = if self.no_input { None } else { Dialogue::open() };
            if let (Came::Refused, Some(mut dialogue)) = (&came, dialogue)
                && dialogue.yes("\nBack to the editor?", true).unwrap_or(false)
            {
                continue;
            }
            if status != SOUND {
                let shown = draft.display();
                Output::complain(&format!(
                    "The draft is kept: {shown}\nhelp: go on with it by `gainsay edit {} --draft {shown}`",
                    self.id
                ));
            }
            return status;
        }
    }

    /// Opens the editor, and writes what came of it where it is sound.
    fn once(&self, output: &mut Output, folder: &Path, place: &Place, draft: &Path) -> Came {
        let Some(editor) = editor() else {
            Output::complain(&format!(
                "gainsay: no editor is named, and `nano` is not there; nothing was written\n\
                 help: name one that you know, as in `EDITOR=gedit gainsay edit {}`, or change {} in any editor",
                self.id,
                safe::line(&place.path)
            ));
            return Came::Failed;
        };
        let (Ok(()), Ok(text)) = (open(&editor, draft), drafted(draft)) else {
            Output::complain(
                "gainsay: the editor failed, or what it left cannot be read; nothing was written",
            );
            return Came::Failed;
        };
        let heading = format!("{}:", place.list);
        let mut lines = text.lines().skip_while(|line| line.trim_end() != heading).skip(1).peekable();
        if lines.peek().is_none() {
            Output::complain(&format!("gainsay: the line `{heading}` is gone, or nothing stands below it"));
            return Came::Refused;
        }
        let written: String = lines.flat_map(|line| [line, "\n"]).collect();
        let Some(desk) = Desk::open(folder) else { return Came::Failed };
        let changes = match editing::changed(&desk, place, &self.id, &written) {
            Ok(Changed::To(change)) => [change],
            Ok(Changed::Not) => {
                output.print("Nothing was changed.\n");
                return Came::Unchanged;
            }
            Ok(Changed::Meanwhile(_)) => {
                Output::complain(
                    "gainsay: somebody else has changed this record meanwhile; nothing was written",
                );
                return Came::Failed;
            }
            Err(failure) => {
                writing::complain(&failure);
                return Came::Refused;
            }
        };
        let judged = desk.judge(&changes);
        if judged.refused(output) {
            output.print("\nNothing was written.\n");
            return Came::Refused;
        }
        judged.foreseen(output);
        if !desk.commit(output, &format!("edit {}", self.id), &changes) {
            return Came::Failed;
        }
        let word = singular(&place.list).to_owned();
        output.print(&format!("Wrote the {word} {} to {}.\n", self.id, safe::line(&place.path)));
        output.print(&writing::way_back(self.store.as_deref()));
        Came::Written
    }

    /// A file with the record, for the editor to open.
    fn begin(&self, place: &Place) -> io::Result<PathBuf> {
        if let Some(draft) = &self.draft {
            return fs::canonicalize(draft);
        }
        let mut builder = tempfile::Builder::new();
        let prefix = format!("gainsay-{}-", self.id);
        let file = builder.prefix(&prefix).suffix(".yaml").tempfile()?;
        let text = format!(
            "# Change this record, save it, and leave the editor. It is checked before anything is written.\n\
             # It stands in {}; these two lines are not part of it.\n{}:\n{}",
            place.path, place.list, place.lines
        );
        fs::write(file.path(), text)?;
        file.into_temp_path().keep().map_err(|error| error.error)
    }

    /// Where the record stands; complains where there is none, or more than one.
    fn place(&self, desk: &Desk) -> Option<Place> {
        editing::find(desk.writer.texts(), self.kind.as_deref(), &self.id)
            .map_err(|failure| writing::complain(&failure))
            .ok()
    }
}

/// The text of a draft. What is no plain file any more, a device or a pipe, might never end.
fn drafted(draft: &Path) -> io::Result<String> {
    if !fs::metadata(draft)?.is_file() {
        return Err(io::Error::other("it is no plain file"));
    }
    fs::read_to_string(draft)
}

/// The editor of whoever asks: a command that may have arguments of its own; nano, which says on its screen how to leave
/// it, where none is named. None where that is not there either.
fn editor() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let usual = || {
        if cfg!(windows) {
            return Some("notepad".to_owned());
        }
        let paths = std::env::var_os("PATH")?;
        let there = std::env::split_paths(&paths).any(|folder| folder.join("nano").is_file());
        there.then(|| "nano".to_owned())
    };
    set("VISUAL").or_else(|| set("EDITOR")).or_else(usual)
}

/// Opens a file in an editor, as other programs do.
fn open(editor: &str, file: &Path) -> io::Result<()> {
    let status = if cfg!(windows) {
        Command::new("cmd").arg("/C").arg(editor).arg(file).status()?
    } else {
        Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg(editor).arg(file).status()?
    };
    if status.success() { Ok(()) } else { Err(io::Error::other("the editor ended with an error")) }
}
