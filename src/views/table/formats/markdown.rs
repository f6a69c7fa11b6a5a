//! The table as Markdown, to be pasted into a page: a heading for each event, a table for each question.

use super::{EMPTY, Format, closing, heading, outcome, remark, voice};
use crate::check::Report;
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::views::table::Table;
use crate::views::table::blocks::{Line, Section, blocks};

/// See [`markdown`].
pub const FORMAT: Format = Format {
    name: "markdown",
    help: "For pasting into a document",
    file: None,
    wide: None,
    print: |report, table, _| Ok(markdown(report, table).into_bytes()),
};

/// The table as a Markdown document.
#[must_use]
pub fn markdown(report: &Report<'_>, table: &Table) -> String {
    let ledger = report.ledger;
    let mut parts = Vec::new();
    for block in blocks(ledger, table) {
        parts.push(format!("### {}", safe::markdown(&heading(ledger, block.event))));
        for section in &block.sections {
            let names = section.columns.iter().map(|root| safe::markdown(&ledger.party(*root).name));
            let header = [safe::markdown(section.question)].into_iter().chain(names);
            let mut rows = vec![row(header.chain(["Status".to_owned()]))];
            rows.push(row(std::iter::repeat_n("---".to_owned(), section.columns.len() + 2)));
            rows.extend(section.lines.iter().map(|line| row(cells(ledger, section, line).into_iter())));
            parts.push(rows.join("\n"));
        }
    }
    if table.rows.is_empty() {
        parts.push(EMPTY.to_owned());
    } else {
        parts.push(safe::markdown(&closing(report, table)));
    }
    parts.join("\n\n") + "\n"
}

fn cells(ledger: &Ledger, section: &Section<'_>, line: &Line<'_>) -> Vec<String> {
    let mut first = safe::markdown(&words::capital(&line.reading));
    if let Some(remark) = remark(ledger, line, &section.columns) {
        first = format!("{first}<br>{}", safe::markdown(&remark));
    }
    let parties = section.columns.iter().map(|root| {
        let shown = voice(ledger, line, *root).into_iter().map(|words| {
            format!("**{}**<br>{}", safe::markdown(&words.stance), safe::markdown(&words.credit))
        });
        shown.collect::<Vec<_>>().join("<br>")
    });
    [first]
        .into_iter()
        .chain(parties)
        .chain([outcome(line.status, line.cells.iter().copied()).to_owned()])
        .collect()
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}
