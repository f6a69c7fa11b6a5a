//! `gainsay init`: a new store, with one worked example, empty, or about an event.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{SOUND, UNREAD, dates, store};
use crate::entry::completing;
use crate::entry::dates::given;
use crate::entry::draft::Draft;
use crate::entry::naming;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::read::fields;
use crate::read::schema::FILE as SCHEMA;
use crate::read::{DATE_HELP, Text};
use crate::write::edit;

/// What a new store holds besides the schema: how editors and git are to treat its files.
const FILES: [(&str, &str); 2] = [
    (".editorconfig", include_str!("init/editorconfig")),
    (".gitattributes", include_str!("init/gitattributes")),
];
/// The worked example.
const EXAMPLE: (&str, &str) = ("harbour.yaml", include_str!("init/harbour.yaml"));
/// The file of the event that a store is about.
const EVENTS: &str = "events.yaml";

/// Make a new store: with a worked example, empty, or about an event.
#[derive(Args)]
pub struct Init {
    /// The folder to make; refused where it exists and is not empty
    #[arg(value_name = "DIR", default_value = "claims")]
    folder: PathBuf,
    /// Without the worked example
    #[arg(long)]
    empty: bool,
    /// The name of the incident that the store is about, such as 'the quay fire', instead of the worked example
    #[arg(long, value_name = "NAME", conflicts_with = "empty")]
    event: Option<String>,
    /// When it was
    #[arg(long, value_name = "DATE", requires = "event")]
    date: Option<String>,
    /// The name of the place where it was
    #[arg(long, value_name = "NAME", requires = "event")]
    place: Option<String>,
}

impl Init {
    pub fn run(&self, output: &mut Output) -> u8 {
        let shown = safe::line(&self.folder.display().to_string()).into_owned();
        let first = match &self.event {
            Some(event) => match self.about(event) {
                Ok(records) => Some((EVENTS, records)),
                Err(message) => {
                    Output::complain(&format!("gainsay: {message}"));
                    return UNREAD;
                }
            },
            None => (!self.empty).then(|| (EXAMPLE.0, EXAMPLE.1.to_owned())),
        };
        match make(&self.folder, first.as_ref().map(|(name, text)| (*name, text.as_str()))) {
            Ok(true) => {
                output.print(&self.next(&shown));
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

    /// What was made, and what to do next; the store is named where it is not the one that is meant without a name.
    fn next(&self, shown: &str) -> String {
        let found = store::nearest().is_ok_and(|(nearest, _)| nearest == self.folder);
        let named = |flag: &str| if found { String::new() } else { format!(" {flag}{shown}") };
        let add = format!("    gainsay add{}\n", named("--store "));
        match &self.event {
            Some(event) => format!(
                "Made the store {shown} with one event, {}, in {EVENTS}.\nWhat was said about it comes next:\n\n{add}",
                safe::line(event.trim())
            ),
            None if self.empty => {
                format!("Made the store {shown}, with no records yet. To add some:\n\n{add}")
            }
            None => format!(
                "Made the store {shown} with one worked example, {}.\nLook at it, then run:\n\n    gainsay check{}\n    \
                 gainsay test{}\n",
                EXAMPLE.0,
                named(""),
                named("")
            ),
        }
    }

    /// The records of an event and its place, as a file of the store.
    ///
    /// # Errors
    /// The event has no name that an id could be made of, or its date is none.
    fn about(&self, event: &str) -> Result<String, String> {
        let draft = |list: &str, given: &[(&'static str, &str)]| {
            let mut draft = Draft::new(fields::list(list)?);
            for (key, value) in given.iter().filter(|(_, value)| !value.is_empty()) {
                draft.give(key, (*value).trim().to_owned());
            }
            naming::name(&Ledger::default(), &mut draft);
            Some(draft)
        };
        let date = match &self.date {
            Some(written) => {
                let date = given(written, dates::today())?;
                Date::parse(&date).map_err(|message| format!("{message}\nhelp: {DATE_HELP}"))?;
                date
            }
            None => String::new(),
        };
        let place = self.place.as_deref().and_then(|name| draft("places", &[("name", name)]));
        let id = place.as_ref().map_or("", |place| place.values("id").first().map_or("", String::as_str));
        let event = draft("events", &[("name", event), ("date", &date), ("place", id)]);
        let mut text = format!("# yaml-language-server: $schema={SCHEMA}\n# $schema: {SCHEMA}\n");
        for draft in event.iter().chain(&place) {
            let appended = edit::append(&text, draft.list.name, &draft.record()).map_err(|it| it.message)?;
            text = appended.text;
        }
        Ok(text)
    }
}

/// Makes the store `claims` about an event.
///
/// # Errors
/// Why it could not be made.
pub fn about(event: String, date: Option<String>) -> Result<PathBuf, String> {
    let init = Init { folder: PathBuf::from("claims"), empty: false, event: Some(event), date, place: None };
    let records = init.about(init.event.as_deref().unwrap_or_default())?;
    match make(&init.folder, Some((EVENTS, &records))) {
        Ok(true) => Ok(init.folder),
        Ok(false) => Err("the folder `claims` exists and is no store".to_owned()),
        Err(error) => Err(format!("the folder `claims` could not be made: {error}")),
    }
}

/// Makes the store; false where something is there already.
fn make(folder: &Path, first: Option<(&str, &str)>) -> io::Result<bool> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Ok(false);
    }
    for (name, content) in FILES.into_iter().chain(first) {
        fs::write(folder.join(name), content)?;
    }
    let texts = first.map(|(name, content)| Text { path: name.to_owned(), content: Ok(content.to_owned()) });
    fs::write(folder.join(SCHEMA), completing::made(texts.into_iter().collect()))?;
    Ok(true)
}
