//! `gainsay schema`: the JSON Schema of ledger files, for editors.

use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{SOUND, UNREAD, store};
use crate::check::options::Options;
use crate::entry::completing;
use crate::read;
use crate::read::schema;
use crate::rules;

/// Print the JSON Schema with which an editor completes and checks ledger files.
#[derive(Args)]
#[command(
    after_help = "`gainsay init` puts that of the new store into it, with the lines that tell an editor of it. For a store that \
                        you have already:\n\n    gainsay schema --store claims > claims/gainsay.schema.json\n\nand at the top of \
                        each file:\n\n    # yaml-language-server: $schema=gainsay.schema.json\n\nThe commands that write to the \
                        store then keep that file up to date. Without `--store` it is the same for every store, and stays as it is."
)]
pub struct Schema {
    /// With the records of a store, offered where one is referred to [default: the nearest: `claims`, or one with a
    /// `gainsay.schema.json`]
    #[arg(long, value_name = "DIR", num_args = 0..=1, default_missing_value = "")]
    store: Option<PathBuf>,
}

impl Schema {
    pub fn run(&self, output: &mut Output) -> u8 {
        let text = match &self.store {
            None => plain(),
            Some(folder) => match store::open(named(folder), Options::default()) {
                Some(store) => completing::schema(store.case.ledger()),
                None => return UNREAD,
            },
        };
        output.print(&text);
        SOUND
    }
}

/// The folder that was named; none where the nearest store is meant.
fn named(folder: &Path) -> Option<&Path> {
    Some(folder).filter(|folder| !folder.as_os_str().is_empty())
}

/// The schema with the built-in vocabulary and no records.
fn plain() -> String {
    let names = rules::referable();
    format!("{:#}\n", schema::schema(&read::texts(Vec::new(), &names).ledger, &names))
}
