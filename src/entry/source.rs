//! The source of an article, and its outlet where that is new: its record, with a copy of the text.

use super::copy::Keeping;
use super::desk::{Change, Desk};
use super::draft::Draft;
use super::home::home;
use super::naming;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, SourceId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::{Ledger, ids};
use crate::read::{self, fields};
use crate::write::edit;
use crate::write::emit::{self, Record, Yaml};
use crate::write::store::Failure;

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
}

/// A source as it would be recorded.
pub struct Recorded {
    /// Its id.
    pub id: String,
    /// The name of the copy, from the record; none where the source is on file with a copy already, and nothing is to be written.
    pub copy: Option<String>,
    /// The files that would change.
    pub changes: Vec<Change>,
    /// The files beside them: the copy, and what keeps it out of version control.
    pub beside: Vec<(String, Vec<u8>)>,
    /// The records, as they would be written.
    pub shown: String,
}

/// The source of an article as it would be recorded; none where nothing was said of it.
///
/// # Errors
/// It is not on file, or something else stands where it would be written.
pub fn source(desk: &Desk, given: &Given<'_>) -> Result<Option<Recorded>, Failure> {
    if given.source.is_none() && given.outlet.is_none() {
        return Ok(None);
    }
    let ledger = &desk.before.ledger;
    let found = given.source.and_then(|id| ledger.sources.find(id)).map(SourceId::from);
    if let (None, None, None, Some(id)) = (found, given.outlet, given.published, given.source) {
        let (message, help) = read::unknown(ledger, "sources", id);
        let new = "or say who published it and when, with `--outlet` and `--published`, to record it";
        return Err(Failure { message, help: format!("{help}; {new}") });
    }
    let known = found.map(|source| ledger.source(source));
    if let Some(source) = known.filter(|_| found.is_some_and(|found| ledger.archives.contains_key(&found))) {
        let (id, shown) = (source.id.clone(), String::new());
        return Ok(Some(Recorded { id, copy: None, changes: Vec::new(), beside: Vec::new(), shown }));
    }
    let mut draft = drafted(ledger, given);
    if known.is_none() && given.source.is_none() {
        naming::name(ledger, &mut draft);
    }
    let id = match known {
        Some(source) => source.id.clone(),
        None => draft.values("id").first().cloned().unwrap_or_default(),
    };
    let place = known.map(|source| ledger.texts.file(source.span.file).path.clone());
    let place = place.unwrap_or_else(|| home(ledger, &desk.writer.name(), &draft));
    let keeping =
        Keeping { source: &id, ending: given.copy.1.clone(), bytes: given.copy.0.to_vec(), replace: false };
    let kept = keeping.prepare(desk, &place)?;
    let (changes, shown) = changed(desk, &place, found.is_some(), &id, &draft, kept.keys(None), given)?;
    Ok(Some(Recorded { id, copy: Some(kept.named), changes, beside: kept.beside, shown }))
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
        given.outlet.map(|outlet| party(ledger, outlet).unwrap_or_else(|| newcomer(ledger, outlet).0)),
    );
    give("title", given.title.map(str::to_owned));
    give("url", given.url.map(str::to_owned));
    give("published", given.published.map(|date| date.to_string()));
    draft
}

/// The id of the party on file of an id or a name; of an outlet also where its id is written as a name is: `Courier`.
fn party(ledger: &Ledger, text: &str) -> Option<String> {
    let at = ledger.parties.find(text).or_else(|| {
        let bears = |name: &String| name.eq_ignore_ascii_case(text);
        ledger.parties.iter().position(|party| bears(&party.name) || party.aliases.iter().any(bears))
    });
    let outlet = |at: &usize| ledger.party(PartyId::from(*at)).kind == PartyKind::Outlet;
    let at = at.or_else(|| ledger.parties.find(&ids::slug(text)).filter(outlet))?;
    Some(ledger.party(PartyId::from(at)).id.clone())
}

/// The record of an outlet that is not on file, with an id that no other party has.
fn newcomer(ledger: &Ledger, name: &str) -> (String, Draft) {
    let mut outlet = Draft::new(list("parties"));
    outlet.give("name", name.to_owned());
    outlet.give("kind", "outlet".to_owned());
    naming::name(ledger, &mut outlet);
    (outlet.values("id").first().cloned().unwrap_or_default(), outlet)
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
) -> Result<(Vec<Change>, String), Failure> {
    let ledger = &desk.before.ledger;
    let refuse = |path: &str, refused: edit::Refused| Failure {
        message: format!("{path}: {}", refused.message),
        help: refused.help,
    };
    if there {
        let text = edit::set(desk.writer.text(place).unwrap_or_default(), "sources", id, &keys);
        let text = text.map_err(|refused| refuse(place, refused))?;
        let shown = keys.into_iter().fold(Record::of(id), |record, (key, value)| record.with(key, value));
        return Ok((vec![(place.to_owned(), text)], emit::one("sources", shown)));
    }
    let mut shown = String::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut add = |path: String, list: &'static str, record: &Record| -> Result<(), Failure> {
        let at = changes.iter().position(|(changed, _)| *changed == path);
        let old = at.map(|at| changes[at].1.as_str()).or(desk.writer.text(&path)).unwrap_or_default();
        let text = edit::append(old, list, record).map_err(|refused| refuse(&path, refused))?.text;
        shown.push_str(&emit::one(list, record.clone()));
        match at {
            Some(at) => changes[at].1 = text,
            None => changes.push((path, text)),
        }
        Ok(())
    };
    if let Some(name) = given.outlet.filter(|outlet| party(ledger, outlet).is_none()) {
        let (_, outlet) = newcomer(ledger, name);
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
