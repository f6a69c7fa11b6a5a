//! The timeline as Markdown: one table of positions, then a table for each toll.

use super::{disputes, mark, rung, summary, withdraws};
use crate::layout::credit::credit;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::text::lines::Lines;
use crate::views::timeline::{Ladder, Timeline};

/// The timeline as a Markdown document.
#[must_use]
pub fn markdown(ledger: &Ledger, timeline: &Timeline, as_of: Option<Date>) -> String {
    let lines = Lines::new(&ledger.texts);
    let mut blocks = Vec::new();
    if let Some(date) = as_of {
        blocks.push(format!("As of {}:", safe::markdown(&date.words())));
    }
    blocks.push(format!("**{}**", safe::markdown(&summary(timeline))));
    let mut table = vec![
        "| Date | Party | Position | Statement | Where |".to_owned(),
        "| --- | --- | --- | --- | --- |".to_owned(),
    ];
    for entry in &timeline.entries {
        let said = entry.said.iter().map(|said| {
            let mark = mark(ledger, &said.state).map_or(String::new(), |mark| format!(" ({mark})"));
            format!("{}{mark}", said.says)
        });
        let said: Vec<String> = said.chain(withdraws(ledger, entry)).collect();
        let hearsay = if entry.hearsay { " (hearsay)" } else { "" };
        table.push(row(&[
            entry.date.words(),
            ledger.party(entry.root).name.clone(),
            said.join("\n"),
            format!("{}{hearsay}", credit(ledger, entry.statement, Some(entry.root), usize::MAX)),
            lines.place(ledger.statement(entry.statement).span),
        ]));
    }
    if !timeline.entries.is_empty() {
        blocks.push(table.join("\n"));
    }
    blocks.extend(timeline.ladders.iter().flat_map(|one| ladder(ledger, &lines, one)));
    blocks.join("\n\n") + "\n"
}

fn ladder(ledger: &Ledger, lines: &Lines<'_>, ladder: &Ladder) -> Vec<String> {
    let mut table =
        vec!["| Party | Date | Count | Where |".to_owned(), "| --- | --- | --- | --- |".to_owned()];
    for party in &ladder.parties {
        for one in &party.rungs {
            table.push(row(&[
                ledger.party(party.root).name.clone(),
                one.date.words(),
                rung(ledger, ladder.proposition.predicate, one),
                lines.place(ledger.statement(one.statement).span),
            ]));
        }
    }
    let mut blocks = vec![format!("### Toll: {}", safe::markdown(&ladder.reading)), table.join("\n")];
    blocks.extend(disputes(ledger, ladder).map(|disputes| safe::markdown(&disputes)));
    blocks
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| safe::markdown(cell)).collect();
    format!("| {} |", cells.join(" | "))
}
