//! The timeline as pictures, each in a file of its own: who spoke when, and tolls as ladders.

use maud::html;

use super::drawn_rung as rung;
use crate::layout::picture::{LINE, Picture, i32_of, small, stacked, text};
use crate::ledger::Ledger;
use crate::ledger::words::{self, counted};
use crate::views::timeline::{Ladder, Timeline, lanes, told, toll};

/// Width of a picture in a file of its own.
const WIDTH: i32 = 760;
/// Height between the signs and their words.
const GAP: i32 = 16;

/// The picture of who spoke when, and what they said.
#[must_use]
pub fn svg(ledger: &Ledger, timeline: &Timeline, title: &str) -> String {
    let drawn = lanes::lanes(ledger, timeline, WIDTH, title);
    let (words, tall) = told::told(ledger, timeline, drawn.height + GAP, drawn.width);
    let body = html! { (drawn.body) (words) };
    Picture { body, height: drawn.height + GAP + tall, ..drawn }.alone()
}

/// The tolls, one ladder below another; those of one party and day in words, for there is nothing to compare.
#[must_use]
pub fn tolls(ledger: &Ledger, timeline: &Timeline) -> String {
    let (drawn, alone): (Vec<&Ladder>, Vec<&Ladder>) =
        timeline.ladders.iter().partition(|ladder| ladder.compares());
    let drawn = drawn.into_iter().enumerate();
    let mut pictures: Vec<Picture> =
        drawn.map(|(at, one)| toll::ladder(ledger, one, WIDTH, at == 0)).collect();
    if !alone.is_empty() {
        pictures.push(in_words(ledger, &alone));
    }
    stacked(pictures).alone()
}

/// Tolls of one party and day in words.
fn in_words(ledger: &Ledger, ladders: &[&Ladder]) -> Picture {
    let mut lines = Vec::new();
    for ladder in ladders {
        for (party, count) in
            ladder.parties.iter().flat_map(|party| party.rungs.iter().map(move |count| (party, count)))
        {
            let who = words::capital(&ledger.party(party.root).name);
            let count = rung(ledger, ladder.proposition.predicate, count) + ", " + &count.date.words();
            lines.extend(small(&format!("{}: {who}, {count}", words::capital(&ladder.reading)), WIDTH));
        }
    }
    Picture {
        width: WIDTH,
        height: i32_of(lines.len()) * LINE,
        title: "Counts of one party for one day, of which nothing is to be compared".to_owned(),
        about: format!("In words: {}.", counted(ladders.len(), "toll", "tolls")),
        body: html! { (text(0, 0, "s", &lines)) },
    }
}
