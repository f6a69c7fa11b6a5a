//! What the commands that print and decide nothing share: formats, and the last word on what could not be read.

use clap::ValueEnum;

use super::output::Output;
use super::store::Store;
use super::{SOUND, UNREAD, UNSOUND};
use crate::check::options::Setting;
use crate::layout::{self, Style};
use crate::ledger::words;
use crate::read::Loaded;
use crate::rules;
use crate::rules::finding::Level;

/// How a report is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// For programs: version 1
    Json,
}

/// The terminal's style.
pub fn style() -> Style {
    Style { width: Output::width(), color: Output::color(), ..Style::default() }
}

/// Says where the store is, what could not be read and whether the record is sound; gives the exit status.
pub fn ending(output: &mut Output, store: &Store, format: Format) -> u8 {
    if let (Some(found), Format::Text) = (&store.found_at, format) {
        output.print(&format!("The store is {}.\n", layout::safe::line(&found.display().to_string())));
    }
    let unread = unread(&store.loaded);
    let wrong = store.loaded.problems.iter().filter(|problem| is_error(&store.loaded, problem.rule)).count();
    if wrong > 0 {
        let errors = words::counted(wrong, "error", "errors");
        Output::complain(&format!(
            "gainsay: the record has {errors}, so something may be missing here\nhelp: see `gainsay check`"
        ));
    }
    match (unread, wrong) {
        (true, _) => UNREAD,
        (_, 1..) => UNSOUND,
        _ => SOUND,
    }
}

/// Whether nothing, or not everything, could be read; complains where there was nothing.
pub fn unread(loaded: &Loaded) -> bool {
    super::check::unread(loaded);
    loaded.unread > 0 || loaded.records == 0
}

/// Whether a problem of this rule is an error, as the store's settings have it.
fn is_error(loaded: &Loaded, rule: &str) -> bool {
    let Some(rule) = rules::find(rule) else { return true };
    let fits = |name: &str| name == rule.id || name == rule.family.plural();
    let set = loaded.ledger.settings.levels.iter().rev().find(|(name, _)| fits(name));
    match set.and_then(|(_, word)| Setting::from_word(word)) {
        Some(Setting::At(level)) => level == Level::Error,
        Some(Setting::Allow) => false,
        None => rule.level == Level::Error,
    }
}
