//! `gainsay list`: every record of a store, with its name and place.

use clap::Args;

use super::UNREAD;
use super::found::Which;
use super::output::Output;
use super::store::StoreArgument;

/// List the records on file: kind, id, name, file and line.
#[derive(Args)]
pub struct List {
    #[command(flatten)]
    store: StoreArgument,
    #[command(flatten)]
    which: Which,
}

impl List {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(store) = self.store.folder() else { return UNREAD };
        self.which.print(output, store, "")
    }
}
