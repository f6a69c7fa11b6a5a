//! The timeline as a picture: a lane for each party, a column for each day, and in each cell a sign for what was said.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::formats::apart;
use super::{Entry, Said, Timeline};
use crate::layout::picture::days::Days;
use crate::layout::picture::{LINE, Picture, at_most, fitted, i32_of, legend, line, shift, small, text};
use crate::ledger::Ledger;
use crate::ledger::ids;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::stance::Sign;
use crate::ledger::words::{self, counted};
use crate::reason::state::State;

/// Width of the names beside lanes; a narrow picture has them above the lanes.
const NAMES: i32 = 156;
/// Width below which a picture is narrow.
const NARROW: i32 = 520;
/// Least and greatest distance between two columns.
const STEP: (i32, i32) = (34, 130);
/// Height of a row of signs.
const ROW: i32 = 20;
/// Height of the heading.
const HEAD: i32 = 3 * LINE + 6;
/// Largest number of lanes that are drawn; more are counted.
const MOST_LANES: usize = 40;
/// Largest number of events that have a lane of their own.
const MOST_EVENTS: usize = 5;
/// Largest number of positions that are told of one sign.
const MOST_TOLD: usize = 5;

/// The meaning of a sign.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Plus,
    Minus,
    None,
    Apart,
    Gone,
}

/// A sign: the number of positions for which it stands, the last column that their dates reach, and what was said.
#[derive(Default)]
struct Mark {
    count: usize,
    until: usize,
    told: Vec<String>,
}

/// A lane.
struct Lane {
    name: String,
    rows: BTreeMap<Sort, BTreeMap<usize, Mark>>,
}

/// The picture of a timeline's positions, of a width.
#[must_use]
pub fn lanes(ledger: &Ledger, timeline: &Timeline, width: i32, title: &str) -> Picture {
    let names = if width < NARROW { 0 } else { NAMES };
    let events = events(ledger, timeline);
    let event_dates = || events.iter().filter_map(|event| ledger.event(*event).date);
    let most = usize::try_from((width - names) / STEP.0).unwrap_or(1);
    let said = timeline.entries.iter().filter(|entry| !entry.said.is_empty());
    let dates: Vec<Date> = said.clone().map(|entry| entry.date).chain(event_dates()).collect();
    let days = Days::new(&dates, most);
    let mut by_root: BTreeMap<PartyId, Lane> = BTreeMap::new();
    let mut order: Vec<PartyId> = Vec::new();
    for entry in said {
        if !order.contains(&entry.root) {
            order.push(entry.root);
        }
        let name = words::capital(&ledger.party(entry.root).name);
        let lane = by_root.entry(entry.root).or_insert_with(|| Lane { name, rows: BTreeMap::new() });
        for said in &entry.said {
            place(ledger, &days, lane, entry, said);
        }
    }
    let hidden = order.len().saturating_sub(MOST_LANES);
    order.truncate(MOST_LANES);
    let step = ((width - names) / i32_of(days.len().max(1))).clamp(STEP.0, STEP.1);
    let frame = Frame { names, step, width: (names + step * i32_of(days.len())).max(width.min(names + 300)) };
    let (signs, legend_height) = legend(0, frame.width, &signs());
    let mut top = legend_height + 8 + HEAD;
    let mut drawn = vec![heading(&frame, &days, legend_height + 8)];
    for (at, event) in events.iter().enumerate() {
        let (lane, height) = event_lane(ledger, &frame, &days, *event, at % 2 == 1);
        drawn.push(html! { g transform=(shift(0, top)) { (lane) } });
        top += height;
    }
    for (at, root) in order.iter().enumerate() {
        let (lane, height) = party_lane(&frame, &by_root[root], (at + events.len()) % 2 == 1);
        drawn.push(html! { g transform=(shift(0, top)) { (lane) } });
        top += height;
    }
    let ruled = rules(&frame, &days, legend_height + 8 + HEAD, top);
    let notes = small(&notes(&days, hidden), frame.width);
    let body = html! {
        (signs)
        @for one in &drawn { (one) }
        (ruled)
        (text(0, top + 8, "s", &notes))
    };
    let positions = timeline.entries.iter().map(|entry| entry.said.len()).sum();
    Picture {
        width: frame.width,
        height: top + 8 + i32_of(notes.len()) * LINE,
        title: title.to_owned(),
        about: format!(
            "A drawing of who spoke when: {} of {}, each by date.",
            counted(positions, "position", "positions"),
            counted(order.len() + hidden, "party", "parties")
        ),
        body,
    }
}

/// The measures of a picture.
struct Frame {
    names: i32,
    step: i32,
    width: i32,
}

impl Frame {
    /// The middle of a column.
    fn x(&self, column: usize) -> i32 {
        self.names + i32_of(column) * self.step + self.step / 2
    }
}

/// The dated events of which most positions speak, the earliest first.
fn events(ledger: &Ledger, timeline: &Timeline) -> Vec<EventId> {
    let mut spoken: BTreeMap<EventId, usize> = BTreeMap::new();
    for said in timeline.entries.iter().flat_map(|entry| &entry.said) {
        for event in ids::events(ledger, &said.proposition) {
            *spoken.entry(event).or_default() += 1;
        }
    }
    let date = |event: EventId| ledger.event(event).date;
    let short = |date: Date| i64::from(date.last()) - i64::from(date.first()) <= 31;
    let mut events: Vec<EventId> =
        spoken.keys().copied().filter(|event| date(*event).is_some_and(short)).collect();
    events.sort_by_key(|event| (std::cmp::Reverse(spoken[event]), &ledger.event(*event).id));
    events.truncate(MOST_EVENTS);
    events.sort_by_key(|event| (date(*event).map(|date| date.order()), &ledger.event(*event).id));
    events
}

/// Adds a position to the sign that stands for it.
fn place(ledger: &Ledger, days: &Days, lane: &mut Lane, entry: &Entry, said: &Said) {
    let apart = apart(ledger, entry);
    let sort = match (&said.state, said.stance.sign()) {
        (State::Superseded { .. } | State::Withdrawn { .. }, _) => Sort::Gone,
        _ if apart.is_some() => Sort::Apart,
        (_, Sign::Plus) => Sort::Plus,
        (_, Sign::Minus) => Sort::Minus,
        (_, Sign::None) => Sort::None,
    };
    let (from, until) = days.of(&entry.date);
    let mark = lane.rows.entry(sort).or_default().entry(from).or_default();
    mark.count += 1;
    mark.until = mark.until.max(until);
    if mark.told.len() < MOST_TOLD {
        let apart = apart.map_or(String::new(), |apart| format!(" ({apart})"));
        mark.told.push(format!("{}: {}{apart}", entry.date.words(), said.says));
    } else if mark.told.len() == MOST_TOLD {
        mark.told.push("…".to_owned());
    }
}

/// The words above the columns.
fn heading(frame: &Frame, days: &Days, y: i32) -> Markup {
    html! {
        @for column in 0..days.len() {
            @for (at, words) in days.heading(column).into_iter().rev().enumerate() {
                @if !words.is_empty() {
                    (text(frame.x(column), y + i32_of(at) * LINE, "s m", &[words]))
                }
            }
        }
    }
}

/// Dotted lines where days are left out between two columns.
fn rules(frame: &Frame, days: &Days, top: i32, bottom: i32) -> Markup {
    html! {
        @for column in (0..days.len()).filter(|column| days.gap_before(*column)) {
            (line("gap", (frame.x(column) - frame.step / 2, top), (frame.x(column) - frame.step / 2, bottom)))
        }
    }
}

/// The ground of a lane with its name, the top of its signs, and its height.
fn named(frame: &Frame, name: &str, class: &str, rows: usize, banded: bool) -> (Markup, i32, i32) {
    let beside = frame.names > 0;
    let lines = at_most(fitted(name, if beside { frame.names - 12 } else { frame.width }), 3);
    let words = i32_of(lines.len()) * LINE;
    let signs = i32_of(rows.max(1)) * ROW;
    let height = if beside { words.max(signs) + 8 } else { words + signs + 10 };
    let top = if beside { 4 } else { words + 4 };
    let ground = html! {
        @if banded { rect class="band" x="0" y="0" width=(frame.width) height=(height) {} }
        (text(4, 3, class, &lines))
    };
    (ground, top, height)
}

fn party_lane(frame: &Frame, lane: &Lane, banded: bool) -> (Markup, i32) {
    let (ground, top, height) = named(frame, &lane.name, "b", lane.rows.len(), banded);
    let drawn = html! {
        (ground)
        @for (row, (sort, marks)) in lane.rows.iter().enumerate() {
            @for (column, mark) in marks {
                (signed(frame, *sort, *column, mark, top + i32_of(row) * ROW + ROW / 2))
            }
        }
    };
    (drawn, height)
}

fn event_lane(ledger: &Ledger, frame: &Frame, days: &Days, event: EventId, banded: bool) -> (Markup, i32) {
    let record = ledger.event(event);
    let (ground, top, height) = named(frame, &words::capital(&record.name), "", 1, banded);
    let at = record.date.map(|date| days.of(&date));
    let drawn = html! {
        (ground)
        @if let Some((from, _)) = at {
            g transform=(shift(frame.x(from), top + ROW / 2)) { path class="happened" d="M0 -7l7 7l-7 7l-7 -7z" {} }
        }
    };
    (drawn, height)
}

/// A sign in its cell, the number for which it stands, and a line as far as the dates reach.
fn signed(frame: &Frame, sort: Sort, column: usize, mark: &Mark, y: i32) -> Markup {
    let number = if mark.count > 1 { mark.count.to_string() } else { String::new() };
    // A sign with a number is moved left, so that both fit.
    let x = frame.x(column) - if number.is_empty() { 0 } else { 7 };
    html! {
        g {
            title { (crate::layout::picture::Text(mark.told.join("\n"))) }
            @if mark.until > column {
                (line("span", (x - 6, y + 9), (frame.x(mark.until) + frame.step / 2 - 3, y + 9)))
            }
            g transform=(shift(x, y)) { (sign(sort)) }
            @if !number.is_empty() { (text(x + 9, y - 9, "s", &[number])) }
        }
    }
}

fn sign(sort: Sort) -> Markup {
    match sort {
        Sort::Plus => html! { circle class="plus" r="6" {} },
        Sort::Minus => html! { circle class="minus" r="6" {} path class="bar" d="M-4 0h8" {} },
        Sort::None => html! { circle class="none" r="6" {} },
        Sort::Apart => html! { circle class="plus hedged" r="6" {} },
        Sort::Gone => html! { path class="gone" d="M-5 -5l10 10M-5 5l10 -10" {} },
    }
}

/// The meanings of the signs.
fn signs() -> Vec<(Markup, i32, &'static str)> {
    let of = |sort| html! { g transform=(shift(8, 8)) { (sign(sort)) } };
    let event = html! { g transform=(shift(8, 8)) { path class="happened" d="M0 -7l7 7l-7 7l-7 -7z" {} } };
    vec![
        (of(Sort::Plus), 16, "says so"),
        (of(Sort::Minus), 16, "denies or doubts"),
        (of(Sort::None), 16, "not known, or no comment"),
        (of(Sort::Apart), 16, "by hearsay, or on a condition"),
        (of(Sort::Gone), 16, "taken back or said otherwise since"),
        (event, 16, "when it happened, by the record"),
    ]
}

/// The remarks that a reader needs.
fn notes(days: &Days, hidden: usize) -> String {
    let (unit, units) = days.unit();
    let mut notes =
        format!("A column is a {unit} on which somebody spoke; a number says how many positions.");
    if (0..days.len()).any(|column| days.gap_before(column)) {
        notes.push_str(&format!(" At a dotted line {units} are left out."));
    }
    notes.push_str(" A line below a sign: the day lies somewhere along it.");
    if hidden > 0 {
        notes.push_str(&format!(
            " Not drawn: {} who spoke later.",
            counted(hidden, "more party", "more parties")
        ));
    }
    notes
}
