//! `gainsay search`: the records in which some words stand.

use std::path::PathBuf;

use clap::Args;

use super::found::Which;
use super::output::Output;
use super::{UNREAD, store};

/// Find the records in which words stand, in any of their texts.
#[derive(Args)]
pub struct Search {
    /// What to look for: every word of it must stand in the record; accents and capitals do not matter
    #[arg(value_name = "TEXT", required = true)]
    words: Vec<String>,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

impl Search {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = store::folder(self.store.as_deref()) else { return UNREAD };
        self.which.print(output, store, &self.words.join(" "))
    }
}
