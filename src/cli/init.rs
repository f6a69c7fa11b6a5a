//! `gainsay init`: a new store with one worked example, ready to run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{SOUND, UNREAD, schema};
use crate::layout::safe;

/// What a new store holds besides the schema: a worked example, and how editors and git are to treat its files.
const FILES: [(&str, &str); 3] = [
    ("harbour.yaml", include_str!("init/harbour.yaml")),
    (".editorconfig", include_str!("init/editorconfig")),
    (".gitattributes", include_str!("init/gitattributes")),
];
/// The schema that the first lines of a ledger file name to editors.
const SCHEMA: &str = "gainsay.schema.json";

/// Make a new store with one worked example.
#[derive(Args)]
pub struct Init {
    /// The folder to make; refused where it exists and is not empty
    #[arg(value_name = "DIR", default_value = "claims")]
    folder: PathBuf,
}

impl Init {
    pub fn run(&self, output: &mut Output) -> u8 {
        let shown = safe::line(&self.folder.display().to_string()).into_owned();
        match make(&self.folder) {
            Ok(true) => {
                let store =
                    if self.folder == Path::new("claims") { String::new() } else { format!(" {shown}") };
                output.print(&format!(
                    "Made the store {shown} with one worked example, harbour.yaml.\n\
                     Look at it, then run:\n\n    gainsay check{store}\n    gainsay test{store}\n"
                ));
                SOUND
            }
            Ok(false) => {
                Output::complain(&format!(
                    "gainsay: `{shown}` exists and is not empty\nhelp: name a new folder: `gainsay init DIR`"
                ));
                UNREAD
            }
            Err(error) => {
                Output::complain(&format!("gainsay: `{shown}` could not be made: {error}"));
                UNREAD
            }
        }
    }
}

/// Makes the store; false where something is there already.
fn make(folder: &Path) -> io::Result<bool> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Ok(false);
    }
    for (name, content) in FILES {
        fs::write(folder.join(name), content)?;
    }
    fs::write(folder.join(SCHEMA), schema::text())?;
    Ok(true)
}
