//! The source of an article, recorded with a copy of its text before anything is proposed from it: shown, and after a yes.

use std::path::Path;

use super::add::draft::Draft;
use super::add::home::home;
use super::add::naming;
use super::ask::Dialogue;
use super::keeping::Keeping;
use super::output::Output;
use super::writing::{self, Change, Desk};
use super::{UNREAD, UNSOUND};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, SourceId};
use crate::read::{self, fields};
use crate::write::edit;
use crate::write::emit::{self, Record, Yaml};

/// What was said of the source.
pub struct Given<'g> {
    /// Its id.
    pub source: Option<&'g str>,
    /// Who published it: an id, or a name.
    pub outlet: Option<&'g str>,
    /// When.
    pub published: Option<Date>,
    /// Its title.
    pub title: Option<&'g str>,
    /// Its address.
    pub url: Option<&'g str>,
    /// What it holds, and the ending under which that is kept.
    pub copy: (&'g [u8], String),
    /// Whether nobody is to be asked.
    pub yes: bool,
}

/// The id of the source of an article, on file with its copy; none where nothing was said of it. Whatever is not on file is
/// shown, and written after a yes.
///
/// # Errors
/// The exit status, where nothing can be written, or is not wanted; why is said.
pub fn source(output: &mut Output, folder: &Path, given: &Given<'_>) -> Result<Option<String>, u8> {
    if given.source.is_none() && given.outlet.is_none() {
        return Ok(None);
    }
    let Some(desk) = Desk::open(folder) else { return Err(UNREAD) };
    let ledger = &desk.before.ledger;
    let found = given.source.and_then(|id| ledger.sources.find(id)).map(SourceId::from);
    if let (None, None, None, Some(id)) = (found, given.outlet, given.published, given.source) {
        let (message, help) = read::unknown(ledger, "sources", id);
        let new = "or say who published it and when, with `--outlet` and `--published`, to record it";
        Output::complain(&format!("gainsay: {message}\nhelp: {help}; {new}"));
        return Err(UNREAD);
    }
    if let Some(source) = found.filter(|source| ledger.archives.contains_key(source)) {
        return Ok(Some(ledger.source(source).id.clone()));
    }
    let mut draft = drafted(ledger, given);
    let id = if let Some(source) = found {
        ledger.source(source).id.clone()
    } else {
        if given.source.is_none() {
            naming::name(ledger, &mut draft);
        }
        draft.values("id").first().cloned().unwrap_or_default()
    };
    let place = found.map(|source| ledger.texts.file(ledger.source(source).span.file).path.clone());
    let place = place.unwrap_or_else(|| home(ledger, &desk.writer.name(), &draft));
    let keeping =
        Keeping { source: &id, ending: given.copy.1.clone(), bytes: given.copy.0.to_vec(), replace: false };
    let Some(kept) = keeping.prepare(&desk, &place) else { return Err(UNREAD) };
    let keys = kept.keys(None);
    let (changes, shown) = changed(&desk, &place, found.is_some(), &id, &draft, keys, given)?;
    let judged = desk.judge_records(&changes);
    if judged.refused(output) {
        Output::complain("\nNothing was written.");
        return Err(UNSOUND);
    }
    let named = safe::line(&kept.named).into_owned();
    Dialogue::tell(&format!("First the source is recorded, with a copy of the text as {named}:\n\n{shown}"));
    if !given.yes {
        let Some(mut dialogue) = Dialogue::open() else {
            Output::complain(
                "gainsay: the source of the article is not recorded yet, and nobody is there to say yes\n\
                 help: say it with `--yes`; the quotes are compared with the copy that is kept then",
            );
            return Err(UNREAD);
        };
        if !dialogue.yes("Write it?", true).unwrap_or(false) {
            Output::complain("Nothing was written.");
            return Err(UNREAD);
        }
    }
    if !desk.commit_with(output, &format!("extract {id}"), &kept.beside, &changes) {
        return Err(UNREAD);
    }
    Ok(Some(id))
}

/// The record of a source that is not on file yet.
fn drafted(ledger: &Ledger, given: &Given<'_>) -> Draft {
    let mut draft = Draft::new(list("sources"));
    let mut give = |key, value: Option<String>| {
        if let Some(value) = value {
            draft.give(key, value);
        }
    };
    give("id", given.source.map(str::to_owned));
    give(
        "outlet",
        given.outlet.map(|outlet| party(ledger, outlet).unwrap_or_else(|| crate::ledger::ids::slug(outlet))),
    );
    give("title", given.title.map(str::to_owned));
    give("url", given.url.map(str::to_owned));
    give("published", given.published.map(|date| date.to_string()));
    draft
}

/// The id of the party on file of an id or a name.
fn party(ledger: &Ledger, text: &str) -> Option<String> {
    let at = ledger.parties.find(text).or_else(|| {
        let bears = |name: &String| name.eq_ignore_ascii_case(text);
        ledger.parties.iter().position(|party| bears(&party.name) || party.aliases.iter().any(bears))
    })?;
    Some(ledger.party(PartyId::from(at)).id.clone())
}

/// The files with the record of the source, and of an outlet that is not on file; and the records, to be shown.
fn changed(
    desk: &Desk,
    place: &str,
    there: bool,
    id: &str,
    draft: &Draft,
    keys: Vec<(&'static str, Yaml)>,
    given: &Given<'_>,
) -> Result<(Vec<Change>, String), u8> {
    let ledger = &desk.before.ledger;
    let refuse = |path: &str, refused: &edit::Refused| {
        writing::refuse(path, refused);
        UNREAD
    };
    if there {
        let text = edit::set(desk.writer.text(place).unwrap_or_default(), "sources", id, &keys);
        let text = text.map_err(|refused| refuse(place, &refused))?;
        let shown = keys.into_iter().fold(Record::of(id), |record, (key, value)| record.with(key, value));
        return Ok((vec![(place.to_owned(), text)], emit::one("sources", shown)));
    }
    let mut shown = String::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut add = |path: String, list: &'static str, record: &Record| -> Result<(), u8> {
        let at = changes.iter().position(|(changed, _)| *changed == path);
        let old = at.map(|at| changes[at].1.as_str()).or(desk.writer.text(&path)).unwrap_or_default();
        let text = edit::append(old, list, record).map_err(|refused| refuse(&path, &refused))?.text;
        shown.push_str(&emit::one(list, record.clone()));
        match at {
            Some(at) => changes[at].1 = text,
            None => changes.push((path, text)),
        }
        Ok(())
    };
    if let Some(name) = given.outlet.filter(|outlet| party(ledger, outlet).is_none()) {
        let mut outlet = Draft::new(list("parties"));
        outlet.give("id", crate::ledger::ids::slug(name));
        outlet.give("name", name.to_owned());
        outlet.give("kind", "outlet".to_owned());
        add(home(ledger, &desk.writer.name(), &outlet), "parties", &outlet.record())?;
    }
    let record = keys.into_iter().fold(draft.record(), |record, (key, value)| record.with(key, value));
    add(place.to_owned(), "sources", &record)?;
    Ok((changes, shown))
}

/// A list of the table of fields.
fn list(name: &str) -> &'static fields::List {
    fields::list(name).unwrap_or(&fields::LISTS[0])
}
