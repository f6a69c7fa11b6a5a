//! The timeline for a terminal: a heading for each date, below it who said what, and the ladders at the end.

use super::{disputes, mark, rung, summary, withdraws};
use crate::layout::Style;
use crate::layout::credit::undated;
use crate::layout::rows::{Rows, heading, paragraph};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::words;
use crate::text::lines::Lines;
use crate::views::timeline::{Entry, Ladder, Timeline};

/// Largest number of characters of a quote that are shown.
const MOST_QUOTE: usize = 160;

/// The timeline as text.
#[must_use]
pub fn text(ledger: &Ledger, timeline: &Timeline, as_of: Option<Date>, style: Style) -> String {
    let lines = Lines::new(&ledger.texts);
    let name = |entry: &Entry| ledger.party(entry.root).name.as_str();
    let ladder_roots = timeline.ladders.iter().flat_map(|ladder| &ladder.parties);
    let names = timeline.entries.iter().map(name);
    let rows =
        Rows::new(style, 2, names.chain(ladder_roots.map(|party| ledger.party(party.root).name.as_str())));
    let mut blocks = Vec::new();
    for day in timeline.entries.chunk_by(|a, b| a.date.words() == b.date.words()) {
        let mut out = vec![heading(style, &words::capital(&day[0].date.words()))];
        for party in day.chunk_by(|a, b| a.root == b.root) {
            let body: Vec<String> =
                party.iter().flat_map(|entry| said(ledger, &lines, &rows, entry)).collect();
            out.extend(rows.beside(name(&party[0]), &body));
        }
        blocks.push(out.join("\n"));
    }
    blocks.extend(timeline.ladders.iter().map(|one| ladder(ledger, &lines, &rows, one, style)));
    let as_of = as_of.map(|date| format!("As of {}:", date.words()));
    let closing = as_of.into_iter().chain([summary(timeline)]);
    blocks.push(closing.flat_map(|line| paragraph(style, 0, &line, 0)).collect::<Vec<_>>().join("\n"));
    blocks.join("\n\n") + "\n"
}

/// A statement: each of its positions, then who said it in which words, with its place.
fn said(ledger: &Ledger, lines: &Lines<'_>, rows: &Rows, entry: &Entry) -> Vec<String> {
    let mut body = Vec::new();
    for said in &entry.said {
        let mark = mark(ledger, &said.state).map_or(String::new(), |mark| format!(" [{mark}]"));
        body.extend(rows.text(&format!("{}{mark}", said.says), 2));
    }
    if let Some(withdraws) = withdraws(ledger, entry) {
        body.extend(rows.text(&withdraws, 2));
    }
    let line = credited(ledger, entry);
    let place = lines.place(ledger.statement(entry.statement).span);
    if line.is_empty() && !body.is_empty() {
        // Where there are no words and no speaker to name, the place stands after the last position.
        rows.margin(&mut body, &place);
    } else {
        body.extend(rows.placed(&format!("– {line}"), &place));
    }
    body
}

/// The speaker, the words and the source; the date stands above.
fn credited(ledger: &Ledger, entry: &Entry) -> String {
    let line = undated(ledger, entry.statement, Some(entry.root), MOST_QUOTE);
    if entry.hearsay { format!("{line} [hearsay]") } else { line }
}

fn ladder(ledger: &Ledger, lines: &Lines<'_>, rows: &Rows, ladder: &Ladder, style: Style) -> String {
    let mut out = vec![heading(style, &format!("Toll: {}", ladder.reading))];
    for party in &ladder.parties {
        let mut body = Vec::new();
        for one in &party.rungs {
            let place = lines.place(ledger.statement(one.statement).span);
            body.extend(rows.placed(
                &format!("{}: {}", one.date.words(), rung(ledger, ladder.proposition.predicate, one)),
                &place,
            ));
        }
        out.extend(rows.beside(&ledger.party(party.root).name, &body));
    }
    if let Some(disputes) = disputes(ledger, ladder) {
        out.extend(paragraph(style, 2, &disputes, 2));
    }
    out.join("\n")
}
