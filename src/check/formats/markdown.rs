//! Markdown, to be pasted into a ticket or a page: the summary, then a heading for each family, and a table for each
//! finding.

use super::settled::{reason, settled};
use super::sides::worded;
use super::summary;
use super::text::in_question;
use super::text::word;
use crate::check::Report;
use crate::check::formats::quotes;
use crate::layout::credit::credit;
use crate::layout::safe;
use crate::ledger::model::id::StatementId;
use crate::rules::finding::{Also, Family, Finding, Level, Side};
use crate::text::lines::Lines;

/// The report as a Markdown document.
#[must_use]
pub fn markdown(report: &Report<'_>) -> String {
    let lines = Lines::new(&report.ledger.texts);
    let mut blocks = Vec::new();
    if let Some(date) = report.as_of {
        blocks.push(format!("As of {}:", safe::markdown(&date.words())));
    }
    blocks.push(format!("**{}**", safe::markdown(&summary(report))));
    blocks.extend(quotes(&report.counts));
    for family in Family::ALL {
        let mut of_family =
            report.findings.iter().filter(|finding| finding.counts() && finding.family == family).peekable();
        if of_family.peek().is_none() {
            continue;
        }
        blocks.push(format!("## {}", heading(family)));
        if family == Family::Record {
            blocks.push(of_family.map(|finding| problem(finding, &lines)).collect::<Vec<_>>().join("\n"));
        } else {
            blocks.extend(of_family.map(|finding| clash(report, finding, &lines)));
        }
    }
    for (heading, findings) in settled(report) {
        if !findings.is_empty() {
            blocks.push(format!("## {heading}"));
            let item = |finding: &Finding| {
                let why = safe::markdown(&reason(report.ledger, finding));
                format!("- {} ({}): {why}", safe::markdown(&in_question(finding)), finding.rule.id)
            };
            blocks.push(findings.into_iter().map(item).collect::<Vec<_>>().join("\n"));
        }
    }
    blocks.join("\n\n") + "\n"
}

fn heading(family: Family) -> &'static str {
    match family {
        Family::Record => "Problems in the record",
        Family::Contradiction => "Contradictions",
        Family::UnverifiedLink => "Unverified links",
        Family::Agreement => "Agreements",
        Family::Draft => "The draft",
    }
}

/// A problem as an item of a list.
pub(crate) fn problem(finding: &Finding, lines: &Lines<'_>) -> String {
    let what = if finding.message.trim().is_empty() { &finding.reading } else { &finding.message };
    let places: Vec<String> = finding
        .labels
        .iter()
        .map(|label| {
            let place = format!("{}:{}", lines.place(label.span), lines.position(label.span).column);
            let text = if label.text.is_empty() { String::new() } else { format!(" ({})", label.text) };
            safe::markdown(&format!("{place}{text}"))
        })
        .collect();
    let mut item = format!("- **{}** ({}): {}", word(finding), finding.rule.id, safe::markdown(what));
    if !places.is_empty() {
        item = format!("{item}<br>{}", places.join("<br>"));
    }
    if let Some(help) = &finding.help {
        item = format!("{item}<br>Help: {}", safe::markdown(help));
    }
    item
}

pub(crate) fn clash(report: &Report<'_>, finding: &Finding, lines: &Lines<'_>) -> String {
    let mark = match (finding.level, finding.family) {
        (Level::Error, _) => ", error",
        (Level::Note, Family::Contradiction | Family::UnverifiedLink) => ", note",
        _ => "",
    };
    let mut blocks =
        vec![format!("### {} ({}{mark})", safe::markdown(&in_question(finding)), finding.rule.id)];
    let rows = rows(report, finding, lines);
    if !rows.is_empty() {
        let table = ["| Party | Stance | Statement | Where |", "| --- | --- | --- | --- |"];
        blocks.push(table.map(str::to_owned).into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
    }
    if !finding.message.trim().is_empty() {
        blocks.push(safe::markdown(&finding.told()));
    }
    if !finding.folding.also.is_empty() {
        blocks.push(
            finding
                .folding
                .also
                .iter()
                .map(|also| folded(report, also, lines))
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    if let Some(help) = &finding.help {
        blocks.push(format!("Help: {}", safe::markdown(help)));
    }
    blocks.join("\n\n")
}

/// Folded findings as an item of a list, with the statements that the table does not have.
fn folded(report: &Report<'_>, also: &Also, lines: &Lines<'_>) -> String {
    let said = |id: &StatementId| {
        let place = lines.place(report.ledger.statement(*id).span);
        format!(
            "<br>{}",
            safe::markdown(&format!("{} {place}", credit(report.ledger, *id, None, usize::MAX)))
        )
    };
    let statements: String = also.statements.iter().map(said).collect();
    format!("- Also: {}{statements}", safe::markdown(&also.text))
}

/// The rows of the table: one for each statement of each side; without sides, for each statement or place.
fn rows(report: &Report<'_>, finding: &Finding, lines: &Lines<'_>) -> Vec<String> {
    let ledger = report.ledger;
    let said = |id: StatementId, side: Option<&Side>| {
        (worded(ledger, id, side, usize::MAX), lines.place(ledger.statement(id).span))
    };
    let mut rows = Vec::new();
    for side in &finding.sides {
        let mut party = ledger.party(side.root).name.as_str();
        let plain = side.stance.key().replace('-', " ");
        let mut stance = if side.says.is_empty() { plain.as_str() } else { side.says.as_str() };
        if side.statements.is_empty() {
            rows.push(row([party, stance, "", ""]));
        }
        for id in &side.statements {
            let (line, place) = said(*id, Some(side));
            rows.push(row([party, stance, &line, &place]));
            (party, stance) = ("", "");
        }
    }
    if finding.sides.is_empty() {
        for id in &finding.statements {
            let (line, place) = said(*id, None);
            rows.push(row(["", "", &line, &place]));
        }
    }
    if rows.is_empty() {
        for label in &finding.labels {
            rows.push(row(["", "", &label.text, &lines.place(label.span)]));
        }
    }
    rows
}

fn row(cells: [&str; 4]) -> String {
    format!("| {} |", cells.map(safe::markdown).join(" | "))
}
