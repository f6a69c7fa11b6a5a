//! Dates as people say them, made the dates that a ledger is written with.

use super::draft::Draft;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::read::date_help;
use crate::read::fields::spoken::{spoken, weekday};

/// A date that somebody gave, as a ledger writes it. What is no date stays as it is, for the reader to refuse.
///
/// # Errors
/// It may be several, each named.
pub fn given(text: &str, from: i32) -> Result<String, String> {
    match &spoken(text, from)[..] {
        [] => Ok(text.to_owned()),
        [only] => Ok(only.clone()),
        _ => Err(format!("`{text}` may be several days\nhelp: {}", date_help(text))),
    }
}

/// A date in words, with the day of the week where it is one day; empty where it is no date.
#[must_use]
pub fn words(date: &str) -> String {
    let date = Date::parse(date).ok();
    let day = date.and_then(|date| weekday(&date)).map_or_else(String::new, |day| format!("{day}, "));
    date.map_or_else(String::new, |date| format!("{day}{}", date.words()))
}

/// The day from which `yesterday` is counted: that on which the source of a statement was published, else today.
pub fn counted_from(ledger: &Ledger, draft: &Draft, today: impl FnOnce() -> i32) -> i32 {
    let source = draft.values("source").first().and_then(|id| ledger.sources.find(id));
    let published = source.and_then(|at| ledger.sources.at(at).published);
    published.map_or_else(today, |date: Date| date.last())
}

/// The day of the event that is spoken of, else of the last one on file; none where none has a date.
#[must_use]
pub fn last_day(ledger: &Ledger, about: Option<&str>) -> Option<i32> {
    let about = about.and_then(|id| ledger.events.find(id)).map(|at| ledger.events.at(at));
    let day = |date: Option<Date>| date.map(|date| date.last());
    day(about.and_then(|event| event.date))
        .or_else(|| ledger.events.iter().filter_map(|event| day(event.date)).max())
}

/// The day near which a day without a year is looked for: none where the source of a statement says the year.
#[must_use]
pub fn nearby(ledger: &Ledger, draft: &Draft, about: Option<&str>) -> Option<i32> {
    let source = draft.values("source").first().and_then(|id| ledger.sources.find(id));
    let published = source.and_then(|at| ledger.sources.at(at).published);
    if published.is_some() { None } else { last_day(ledger, about) }
}
