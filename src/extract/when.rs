//! When something was said: as its sentence says, else up to the day on which the article was published; never a guess.

use super::said::reading::Reading;
use super::said::units::{Kind, Unit};
use super::{Statement, Wanted};
use crate::attribution::cues;
use crate::ledger::model::date::{Date, civil, day_number};
use crate::text::quotes::lexicon;

/// Enters the dates of statements.
pub fn enter(reading: &Reading<'_>, wanted: Wanted, statements: &mut [Statement]) {
    for statement in statements {
        let units = &reading.units[statement.sentence];
        let outside = |unit: &Unit| !statement.says(&unit.range);
        let said = said(reading, units, wanted.published, outside);
        statement.date =
            said.map(|day| Date::day(day).to_string()).or_else(|| upto(reading, wanted, statement));
    }
}

/// The days up to that of the article. Nobody speaks of what happened at an event before it: then they begin with its day.
fn upto(reading: &Reading<'_>, wanted: Wanted, statement: &Statement) -> Option<String> {
    let published = wanted.published?;
    let last = Date::day(published.last());
    let event = wanted.about.and_then(|event| reading.ledger.event(event).date);
    let spoken = wanted.about.is_some_and(|event| {
        let id = &reading.ledger.event(event).id;
        let names = |text: &String| text.split(['(', ')', ',']).any(|part| part.trim() == id);
        statement.proposals.iter().any(|proposal| proposal.propositions.iter().any(names))
    });
    match event.filter(|date| spoken && date.first() <= last.last()) {
        Some(date) if date.first() == last.first() => Some(last.to_string()),
        Some(date) => Some(format!("{}/{last}", Date::day(date.first()))),
        None => Some(format!("../{last}")),
    }
}

/// The one day that a sentence names outside what is said in it; none where it names none, or several.
fn said(
    reading: &Reading<'_>,
    units: &[Unit],
    published: Option<Date>,
    outside: impl Fn(&Unit) -> bool,
) -> Option<i32> {
    let word = |at: usize| units.get(at).map_or("", |unit| reading.words.text(unit.word));
    let mut found: Option<i32> = None;
    for (at, unit) in units.iter().enumerate() {
        if !matches!(unit.kind, Kind::Word(_)) || !outside(unit) || unit.genitive {
            continue;
        }
        // "The attack on Monday" dates the attack, "on Monday" beside the verb what was said.
        let day = match word(at) {
            "today" => published.map(|date| date.last()),
            "yesterday" => published.map(|date| date.last() - 1),
            name => {
                if let (Some(weekday), Some(published)) = (cues::weekday(name), published) {
                    // The first of January 1970 was a Thursday.
                    let own = (published.last() + 3).rem_euclid(7);
                    Some(published.last() - (own - weekday).rem_euclid(7))
                } else {
                    lexicon::month(name).and_then(|month| written(&word, at, month, published))
                }
            }
        };
        let dates_event = at >= 2 && matches!(word(at - 1), "on" | "last") && noun(word(at - 2));
        if let Some(day) = day.filter(|_| !dates_event) {
            if found.is_some_and(|other| other != day) {
                return None;
            }
            found = Some(day);
        }
    }
    found
}

/// Nouns that a day behind them dates.
fn noun(word: &str) -> bool {
    matches!(
        word,
        "attack"
            | "attacks"
            | "strike"
            | "strikes"
            | "explosion"
            | "blast"
            | "bombing"
            | "shooting"
            | "incident"
            | "crash"
            | "fire"
            | "killed"
            | "raid"
            | "stabbing"
            | "assault"
            | "election"
            | "vote"
            | "collapse"
            | "died"
    )
}

/// `23 March 2031`, `March 23`: of a day without a year, the last one up to the article.
fn written<'w>(
    word: &impl Fn(usize) -> &'w str,
    at: usize,
    month: u32,
    published: Option<Date>,
) -> Option<i32> {
    let day = |text: &str| {
        let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
    };
    let year = |text: &str| text.parse::<i32>().ok().filter(|year| (1900..2200).contains(year));
    let before = at.checked_sub(1).and_then(|at| day(word(at)));
    let (number, next) = match before {
        Some(number) => (number, at + 1),
        None => (day(word(at + 1))?, at + 2),
    };
    let month = u8::try_from(month).ok()?;
    let sound = |year: i32| {
        let at = day_number(year, month, number);
        (civil(at) == (year, month, number)).then_some(at)
    };
    // A comma is no word: `March 23, 2031`.
    if let Some(year) = year(word(next)).or_else(|| year(word(next + 1)).filter(|_| word(next).is_empty())) {
        return sound(year);
    }
    let last = published?.last();
    let (this, _, _) = civil(last);
    sound(this).filter(|day| *day <= last).or_else(|| sound(this - 1))
}
