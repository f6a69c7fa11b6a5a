//! Records of every kind as a list: id, name, file and line. `gainsay list` prints all of them, `gainsay search` those with some words.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::output::Output;
use super::reading::Listed;
use super::{SOUND, UNREAD, reading};
use crate::layout::safe;
use crate::ledger::words::counted;
use crate::read::fields::{LISTS, List, SETTINGS};
use crate::read::files;
use crate::views::listing::{Row, json, listing};

/// Which records, and how they are printed.
#[derive(Args)]
pub struct Which {
    /// Only records of this kind: party, statement, …
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    kind: Option<String>,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Listed::Text)]
    format: Listed,
}

/// The words for the kinds of record.
fn kinds() -> PossibleValuesParser {
    let lists = LISTS.iter().filter(|list| list.name != SETTINGS);
    PossibleValuesParser::new(lists.map(List::word))
}

impl Which {
    /// Prints the records of a store in which all of these words stand, in letters of any kind; gives the exit status. `tell`
    /// says whether people are to be told which store it is.
    pub fn print(&self, output: &mut Output, (folder, tell): (PathBuf, bool), words: &str) -> u8 {
        let texts = match files::read(&folder) {
            Ok(texts) => texts,
            Err(error) => {
                Output::complain(&format!(
                    "gainsay: the store `{}` could not be read: {error}",
                    folder.display()
                ));
                return UNREAD;
            }
        };
        let read: Vec<_> = texts.iter().map(|text| (&*text.path, text.content.as_deref().ok())).collect();
        let found = listing(&read, self.kind.as_deref(), words);
        match self.format {
            Listed::Text => {
                output.print(&text(&found.records));
                if tell {
                    reading::named(output, &folder);
                }
            }
            Listed::Json => output.print(&json(&found.records)),
        }
        if found.lost > 0 {
            reading::partly();
            return UNREAD;
        }
        SOUND
    }
}

fn text(records: &[Row]) -> String {
    let mut out = String::new();
    for (at, row) in records.iter().enumerate() {
        if at == 0 || records[at - 1].list != row.list {
            out.push_str(&format!("{}{}:\n", if at == 0 { "" } else { "\n" }, LISTS[row.list].name));
        }
        let id = row.id.as_ref().map_or_else(String::new, |id| format!("{id}  "));
        out.push_str(&format!("  {}\n", safe::line(&format!("{id}{}  {}:{}", row.name, row.file, row.line))));
    }
    let sep = if records.is_empty() { "" } else { "\n" };
    format!("{out}{sep}{}\n", counted(records.len(), "record", "records"))
}
