//! The timeline as pictures, each in a file of its own: who spoke when, and tolls as ladders.

use crate::layout::picture::stacked;
use crate::ledger::Ledger;
use crate::views::timeline::Timeline;
use crate::views::timeline::{lanes, toll};

/// Width of a picture in a file of its own.
const WIDTH: i32 = 760;

/// The picture of who spoke when.
#[must_use]
pub fn svg(ledger: &Ledger, timeline: &Timeline, title: &str) -> String {
    lanes::lanes(ledger, timeline, WIDTH, title).alone()
}

/// The tolls, one ladder below another.
#[must_use]
pub fn tolls(ledger: &Ledger, timeline: &Timeline) -> String {
    let drawn = |(at, one)| toll::ladder(ledger, one, WIDTH, at == 0);
    stacked(timeline.ladders.iter().enumerate().map(drawn).collect()).alone()
}
