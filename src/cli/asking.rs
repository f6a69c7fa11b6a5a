//! What an editor is asked of an article that nobody has said anything of: who published it, when, and which event it is about.

use super::ask::{Dialogue, Left};
use super::dates;
use crate::entry::dates::{last_day, words};
use crate::entry::pick::{self, Found};
use crate::extract::Byline;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::party::PartyKind;

/// What is known of an article.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The id of its source.
    pub source: Option<String>,
    /// Who published it: an id, or a name.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The id of the event that it is about.
    pub about: Option<String>,
}

/// Asks what is not known yet. What the article says of itself is offered, and so is the one event on file.
pub fn ask(dialogue: &mut Dialogue, ledger: &Ledger, byline: &Byline, known: &mut Known) -> Result<(), Left> {
    let named = byline.outlet.as_deref().map_or_else(|| "nobody".to_owned(), |outlet| format!("“{outlet}”"));
    let typed = again(dialogue, &format!("Who published it? (Enter alone: {named}) "))?;
    known.outlet = match typed.as_str() {
        "" => byline.outlet.clone(),
        typed => Some(outlet(ledger, typed)),
    };
    if known.outlet.is_some() {
        known.title = known.title.take().or_else(|| byline.title.clone());
        known.url = known.url.take().or_else(|| byline.url.clone());
    }
    if known.published.is_none() {
        known.published = published(dialogue, byline, last_day(ledger, known.about.as_deref()))?;
    }
    if known.about.is_none() {
        known.about = event(dialogue, ledger)?;
    }
    Ok(())
}

/// The name and the day of an event for which a store is to be made, for an article of that day; none where none is wanted.
pub fn new_event(
    dialogue: &mut Dialogue,
    published: Option<Date>,
) -> Result<Option<(String, Option<String>)>, Left> {
    let name = again(
        dialogue,
        "There is no store here yet. To make one, name the event that the article is about, such as the quay fire \
         (Enter alone: none) ",
    )?;
    if name.is_empty() {
        return Ok(None);
    }
    loop {
        let day = again(dialogue, "When was it? (Enter alone: not known) ")?;
        if day.is_empty() {
            return Ok(Some((name, None)));
        }
        // What an article of known date tells was before it.
        let from = published.map_or_else(dates::today, |day| day.last());
        if let Some(day) = dates::typed(dialogue, &day, from, None)? {
            return Ok(Some((name, Some(day))));
        }
    }
}

/// A line; `<` at the first question goes nowhere.
fn again(dialogue: &mut Dialogue, question: &str) -> Result<String, Left> {
    loop {
        match dialogue.line(question) {
            Err(Left::Back) => {}
            answer => return answer,
        }
    }
}

fn published(dialogue: &mut Dialogue, byline: &Byline, event: Option<i32>) -> Result<Option<Date>, Left> {
    let offered = byline.published.map_or_else(|| "not known".to_owned(), |day| words(&day.to_string()));
    loop {
        let typed = again(dialogue, &format!("When was it published? (Enter alone: {offered}) "))?;
        if typed.is_empty() {
            return Ok(byline.published);
        }
        if let Some(day) = dates::typed(dialogue, &typed, dates::today(), event)?
            && let Ok(day) = Date::parse(&day)
        {
            return Ok(Some(day));
        }
    }
}

/// The event, by a part of its name; the only one on file without a word.
fn event(dialogue: &mut Dialogue, ledger: &Ledger) -> Result<Option<String>, Left> {
    let all = pick::candidates(ledger, &["events"]);
    match &all[..] {
        [] => return Ok(None),
        [only] => {
            Dialogue::tell(&format!("It is read as being about {}.", only.shown));
            return Ok(Some(only.id.clone()));
        }
        _ => {}
    }
    loop {
        let typed =
            again(dialogue, "Which event is it about? A part of its name is enough. (Enter alone: none) ")?;
        if typed.is_empty() {
            return Ok(None);
        }
        match pick::matching(all.clone(), &typed) {
            Found::One(only) => {
                Dialogue::tell(&format!("  = {}", only.shown));
                return Ok(Some(only.id));
            }
            Found::Maybe(some) if some.is_empty() => {
                Dialogue::tell(&format!("  No event on file is called so; there are {} of them.", all.len()));
            }
            Found::Maybe(some) => {
                let shown: Vec<&str> = some.iter().map(|it| it.shown.as_str()).collect();
                Dialogue::tell(&format!("  Several fit: {}", shown.join("; ")));
            }
        }
    }
}

/// An outlet on file by a part of its name, else what was typed.
fn outlet(ledger: &Ledger, typed: &str) -> String {
    let outlets = pick::candidates(ledger, &["parties"]).into_iter().filter(|it| {
        let at = ledger.parties.find(&it.id);
        at.is_some_and(|at| ledger.parties.at(at).kind == PartyKind::Outlet)
    });
    match pick::matching(outlets.collect(), typed) {
        Found::One(only) => {
            Dialogue::tell(&format!("  = {}", only.shown));
            only.id
        }
        Found::Maybe(_) => typed.to_owned(),
    }
}
