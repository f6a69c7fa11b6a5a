//! What was said, in words below the picture of who spoke when: day by day, as far as there is room.

use maud::{Markup, html};

use super::formats::{apart, fate, takes_back};
use super::{Entry, Timeline};
use crate::layout::picture::{LINE, i32_of, small, text};
use crate::ledger::Ledger;
use crate::ledger::words::{self, counted};

/// Largest number of statements that are told, the latest; earlier ones are counted.
const MOST: usize = 40;
/// Width of the days beside the words.
const DAYS: i32 = 156;

/// The words from a height on, and how tall they are.
pub fn told(ledger: &Ledger, timeline: &Timeline, top: i32, width: i32) -> (Markup, i32) {
    let left_out = timeline.entries.len().saturating_sub(MOST);
    let mut at = top;
    let mut drawn = Vec::new();
    if left_out > 0 {
        let words = small(
            &format!("Not told: {}.", counted(left_out, "earlier statement", "earlier statements")),
            width,
        );
        drawn.push(text(0, at, "s", &words));
        at += i32_of(words.len()) * LINE;
    }
    for day in timeline.entries[left_out..].chunk_by(|a, b| a.date.words() == b.date.words()) {
        let days = small(&words::capital(&day[0].date.words()), DAYS - 12);
        drawn.push(text(0, at, "s", &days));
        let below = at + i32_of(days.len()) * LINE;
        for entry in day {
            let said = small(&said(ledger, entry), width - DAYS);
            drawn.push(text(DAYS, at, "s", &said));
            at += i32_of(said.len()) * LINE;
        }
        at = at.max(below) + 4;
    }
    (html! { @for one in &drawn { (one) } }, at - top)
}

/// A statement in words: "Norland: says that Sudria ordered the strike; denies any part in it".
fn said(ledger: &Ledger, entry: &Entry) -> String {
    let apart = apart(ledger, entry).map_or(String::new(), |apart| format!(" ({apart})"));
    let says = entry.said.iter().map(|said| match fate(ledger, &said.state) {
        Some(fate) => format!("{} [{fate}]", said.says),
        None => said.says.clone(),
    });
    let says: Vec<String> = says.chain(takes_back(ledger, entry)).collect();
    format!("{}{apart} {}", words::capital(&ledger.party(entry.root).name), says.join("; "))
}
