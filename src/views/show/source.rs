//! The page of a source: its record, the statements read in it, and those that it bears out.

use super::desk::Desk;
use super::{findings, said};
use crate::ledger::model::id::{SourceId, StatementId};
use crate::views::page::{Page, Row, Section};

/// Meanings of the grades of reliability (Admiralty).
const RELIABILITY: [(char, &str); 6] = [
    ('A', "completely reliable"),
    ('B', "usually reliable"),
    ('C', "fairly reliable"),
    ('D', "not usually reliable"),
    ('E', "unreliable"),
    ('F', "cannot be judged"),
];

/// A source in a few words: outlet, title, date and id.
pub(super) fn name(desk: &Desk<'_>, id: SourceId) -> String {
    let source = desk.ledger.source(id);
    let outlet = source.outlet.map(|outlet| desk.ledger.party(outlet).name.clone());
    let mut parts: Vec<String> = outlet.into_iter().collect();
    parts.extend(source.title.as_ref().map(|title| format!("“{title}”")));
    parts.extend(source.published.map(|date| date.words()));
    if parts.is_empty() {
        return format!("`{}`", source.id);
    }
    format!("{} (`{}`)", parts.join(", "), source.id)
}

/// The page.
pub(super) fn page(desk: &Desk<'_>, id: SourceId) -> Page {
    let source = desk.ledger.source(id);
    let title = source.title.clone().unwrap_or_else(|| match source.outlet {
        Some(outlet) => format!("A source of {}", desk.ledger.party(outlet).name),
        None => "A source without a title".to_owned(),
    });
    let of = |wanted: &dyn Fn(StatementId) -> bool| -> Vec<StatementId> {
        desk.by_date(desk.statements().filter(|statement| wanted(*statement)).collect())
    };
    let read = of(&|at| desk.ledger.statement(at).source == Some(id));
    let bears = of(&|at| desk.ledger.statement(at).evidence.contains(&id));
    let mut statements = Section::new("statements", "Statements read in it");
    statements.rows = list(desk, &read);
    if statements.rows.is_empty() {
        statements.rows.push(Row::text(0, "none on file"));
    }
    let mut evidence = Section::new("evidence", "Statements that it bears out, by the record");
    evidence.rows = list(desk, &bears);
    let found = findings::section(desk, Some(source.span), |finding| {
        read.iter().chain(&bears).any(|statement| findings::rests_on(finding, *statement))
    });
    Page {
        kind: "source",
        id: source.id.clone(),
        title,
        sections: vec![record(desk, id), statements, evidence, found],
    }
}

fn record(desk: &Desk<'_>, id: SourceId) -> Section {
    let source = desk.ledger.source(id);
    let mut section = Section::new("record", "The record");
    let outlet = source.outlet.map(|outlet| desk.ledger.party(outlet).name.clone());
    let unknown = || "not on file".to_owned();
    let day = |date: Option<crate::ledger::model::date::Date>| date.map(|date| date.words());
    let grade = source.reliability.map(|grade| {
        let meaning =
            RELIABILITY.iter().find(|(letter, _)| *letter == grade).map_or("unknown", |(_, words)| words);
        format!("{grade}, {meaning}")
    });
    let always = [
        ("outlet", Some(outlet.unwrap_or_else(unknown))),
        ("address", Some(source.url.clone().unwrap_or_else(unknown))),
        ("published", Some(day(source.published).unwrap_or_else(unknown))),
        ("retrieved", Some(day(source.retrieved).unwrap_or_else(unknown))),
        ("archived text", Some(source.archive.clone().unwrap_or_else(unknown))),
    ];
    let sometimes = [
        ("SHA-256", source.sha256.clone()),
        ("language", source.language.clone()),
        ("translated from", source.translated_from.clone()),
        ("reliability", grade),
        ("corrected", day(source.corrected)),
        ("withdrawn", day(source.withdrawn)),
    ];
    for (label, text) in always.into_iter().chain(sometimes) {
        section.rows.extend(text.map(|text| Row::labelled(0, label, text)));
    }
    if let Some(row) = section.rows.first_mut() {
        row.at = Some(source.span);
    }
    section
}

/// Statements, each with its positions.
pub(super) fn list(desk: &Desk<'_>, statements: &[StatementId]) -> Vec<Row> {
    let mut rows = Vec::new();
    for statement in statements {
        rows.push(desk.credit(0, *statement, None));
        rows.extend(said::positions(desk, *statement, 1, false));
    }
    rows
}
