//! A toll as a picture: each party's counts by date on one scale, with its own revisions; disputes are told in words.

use maud::{Markup, html};

use super::formats::{disputes, drawn_rung as rung_words};
use super::{Ladder, Rung};
use crate::layout::picture::{LINE, Picture, fitted, i32_of, legend, line, shift, small, text};
use crate::ledger::Ledger;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::{Comparison, Value};
use crate::ledger::words::{self, counted};

/// Height of a count's bar.
const BAR: i32 = 18;
/// Width of the words beside the bars; a narrow picture has them above.
const WORDS: i32 = 300;
/// Width below which a picture is narrow.
const NARROW: i32 = 520;

/// The picture of a ladder, of a width; the first of several explains the signs.
#[must_use]
pub fn ladder(ledger: &Ledger, ladder: &Ladder, width: i32, first: bool) -> Picture {
    let words = if width < NARROW { 0 } else { WORDS };
    let scale = Scale::new(ladder, words, width);
    let (signs, legend_height) = if first { legend(0, width, &signs()) } else { (html! {}, 0) };
    let mut top = if first { legend_height + 8 } else { 0 };
    let head = scale.head(top);
    top += LINE + 6;
    let mut drawn = Vec::new();
    for party in &ladder.parties {
        let name = fitted(&words::capital(&ledger.party(party.root).name), width);
        drawn.push(text(0, top, "b", &name));
        top += i32_of(name.len()) * LINE + 2;
        for rung in &party.rungs {
            let said =
                format!("{}: {}", rung.date.words(), rung_words(ledger, ladder.proposition.predicate, rung));
            let lines = small(&said, if words > 0 { words - 16 } else { width });
            drawn.push(text(0, top, "s", &lines));
            let tall = i32_of(lines.len()) * LINE + 3;
            let (bar_top, tall) = if words > 0 { (top, tall.max(BAR)) } else { (top + tall, tall + BAR) };
            drawn.push(scale.rules(bar_top, if words > 0 { tall } else { BAR }));
            drawn.push(html! { g transform=(shift(0, bar_top + BAR / 2)) { (bar(&scale, rung)) } });
            top += tall;
        }
        top += 10;
    }
    let notes = disputes(ledger, ladder).map(|words| fitted(&words, width)).unwrap_or_default();
    let body = html! {
        (signs)
        (head)
        @for one in &drawn { (one) }
        (text(0, top, "", &notes))
    };
    let counts = ladder.parties.iter().map(|party| party.rungs.len()).sum();
    Picture {
        width,
        height: top + i32_of(notes.len()) * LINE,
        title: format!("Toll: {}", ladder.reading),
        about: format!(
            "A drawing of {} by {}, by date.",
            counted(counts, "count", "counts"),
            counted(ladder.parties.len(), "party", "parties")
        ),
        body,
    }
}

/// The scale from counts to pixels.
struct Scale {
    left: i32,
    right: i32,
    /// The count at the right end.
    most: u64,
    /// The number of parts into which it is ruled.
    parts: u64,
}

impl Scale {
    /// The scale of a ladder: from nought to a round number above its largest count.
    fn new(ladder: &Ladder, left: i32, width: i32) -> Self {
        let ends = ladder.parties.iter().flat_map(|party| &party.rungs).map(|rung| ends(rung.value));
        // The arrow of a count without an upper end needs room.
        let most = ends.map(|(low, high)| high.unwrap_or(low + low / 6 + 1)).max().unwrap_or(0).max(1);
        let mut step = 1;
        while step * 10 <= most {
            step *= 10;
        }
        let rounds = [(1, 5), (2, 4), (3, 3), (4, 4), (5, 5), (6, 3), (8, 4), (10, 5)];
        let (round, parts) =
            rounds.into_iter().find(|(factor, _)| factor * step >= most).unwrap_or((most / step, 1));
        let parts = if step == 1 { parts.min(round) } else { parts };
        Self { left: left + 6, right: width - 22, most: round * step, parts }
    }

    fn x(&self, count: u64) -> i32 {
        let width = u128::try_from(self.right - self.left).unwrap_or_default();
        let x = u128::from(count.min(self.most)) * width / u128::from(self.most);
        self.left + i32::try_from(x).unwrap_or_default()
    }

    fn ticks(&self) -> impl Iterator<Item = u64> {
        (0..=self.parts).map(|part| self.most / self.parts * part)
    }

    /// The counts along the scale.
    fn head(&self, top: i32) -> Markup {
        html! {
            @for count in self.ticks() { (text(self.x(count), top, "s m", &[words::grouped(count)])) }
        }
    }

    /// The lines behind a bar.
    fn rules(&self, top: i32, height: i32) -> Markup {
        html! {
            @for count in self.ticks() { (line("rule", (self.x(count), top), (self.x(count), top + height))) }
        }
    }
}

/// The least and the greatest count that a value allows; none for the greatest where it is open.
fn ends(value: Value) -> (u64, Option<u64>) {
    match value {
        Value::Count(Comparison::AtLeast | Comparison::More, low, _) => (low, None),
        _ => value.counts().map_or((0, Some(0)), |(low, high)| (low, Some(high))),
    }
}

/// A count on the scale: a dot for one number, a bar for several, an arrow where there is no upper end.
fn bar(scale: &Scale, rung: &Rung) -> Markup {
    let gone = !rung.state.by().is_empty();
    let (low, high) = ends(rung.value);
    let (from, to) = (scale.x(low), high.map_or(scale.right + 16, |high| scale.x(high)));
    let class = match rung.stance.sign() {
        Sign::Plus if rung.stance == Stance::Suggests => "plus hedged",
        Sign::Plus => "plus",
        Sign::Minus => "minus",
        Sign::None => "none",
    };
    let middle = i32::midpoint(from, to);
    html! {
        @if high == Some(low) {
            circle class=(class) cx=(from) cy="0" r="6" {}
        } @else if high.is_none() {
            path class=(class) d={ "M" (from) " -5H" (to - 7) "L" (to) " 0L" (to - 7) " 5H" (from) "z" } {}
        } @else {
            rect class=(class) x=(from) y="-5" width=((to - from).max(2)) height="10" rx="2" {}
        }
        @if rung.stance.sign() == Sign::Minus {
            path class="bar" d={ "M" (middle - 4) " 0h8" } {}
        }
        @if gone {
            path class="gone" d={ "M" (middle - 7) " -7l14 14M" (middle - 7) " 7l14 -14" } {}
        }
    }
}

/// The meanings of the signs.
fn signs() -> Vec<(Markup, i32, &'static str)> {
    let dot = |class: &str| html! { circle class=(class) cx="8" cy="8" r="6" {} };
    let bar = html! { rect class="plus" x="1" y="3" width="26" height="10" rx="2" {} };
    let open = html! { path class="plus" d="M1 3H20L27 8L20 13H1z" {} };
    let against = html! { circle class="minus" cx="8" cy="8" r="6" {} path class="bar" d="M4 8h8" {} };
    let gone = html! { path class="gone" d="M2 2l12 12M2 14l12 -12" {} };
    vec![
        (dot("plus"), 16, "one number"),
        (bar, 28, "from … to"),
        (open, 28, "at least"),
        (dot("plus hedged"), 16, "likely or possible"),
        (against, 16, "denied or doubted"),
        (gone, 16, "taken back or said otherwise since"),
    ]
}
