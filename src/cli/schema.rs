//! `gainsay schema`: the JSON Schema of ledger files, for editors.

use clap::Args;

use super::SOUND;
use super::output::Output;
use crate::read;
use crate::rules;

/// The name of its file in a store, which the first lines of a ledger file name to editors; it marks a folder as a store.
pub const FILE: &str = "gainsay.schema.json";

/// Print the JSON Schema with which an editor completes and checks ledger files.
#[derive(Args)]
#[command(
    after_help = "`gainsay init` puts it into a new store, with the lines that tell an editor of it. For a store that \
                        you have already:\n\n    gainsay schema > claims/gainsay.schema.json\n\nand at the top of each \
                        file:\n\n    # yaml-language-server: $schema=gainsay.schema.json"
)]
pub struct Schema {}

impl Schema {
    #[allow(clippy::unused_self, reason = "every command runs alike")]
    pub fn run(self, output: &mut Output) -> u8 {
        output.print(&text());
        SOUND
    }
}

/// The schema with the built-in vocabulary, as it is written to a file.
pub fn text() -> String {
    let names = rules::referable();
    let built_in = read::texts(Vec::new(), &names).ledger.vocabulary;
    format!("{:#}\n", crate::read::schema::schema(&built_in, &names))
}
