//! The document as text for a terminal or a mail: the first page in sentences, then each view as its command prints it.

use super::sentences::{found, points, scope};
use super::statement::beside;
use super::{cuts, ended, method, narrowed, parts, problems, source_words, title};
use crate::check::formats::settled::{reason, settled};
use crate::check::formats::text::{each, in_question};
use crate::layout::credit::credit;
use crate::layout::rows::{heading, paragraph};
use crate::layout::wrap::columns;
use crate::layout::{Style, safe};
use crate::text::lines::Lines;
use crate::views::document::{Document, Kind};
use crate::views::graph::formats::{attribution, closing};
use crate::views::replies;
use crate::views::table;
use crate::views::timeline;

/// Largest number of characters of a quote that are shown in the list of statements.
const MOST_QUOTE: usize = 400;

/// The document as text.
#[must_use]
pub fn text(document: &Document<'_>, style: Style) -> String {
    let report = &document.report;
    let ledger = report.ledger;
    let lines = Lines::new(&ledger.texts);
    let mut out = vec![ruled(style, &title(document))];
    let lead = [scope(document), found(document)].into_iter().chain(narrowed(document)).chain(cuts(document));
    out.extend(lead.map(|line| paragraph(style, 0, &line, 0).join("\n")));
    for point in points(document) {
        let mut rows = vec![heading(style, point.heading)];
        if point.findings.is_empty() {
            rows.extend(paragraph(style, 2, point.none, 0));
        }
        let items = point.findings.iter().map(|(_, sentence)| format!("– {sentence}"));
        rows.extend(items.flat_map(|item| paragraph(style, 2, &item, 2)));
        let more = point.more.iter().map(|more| format!("– {more}"));
        rows.extend(more.flat_map(|more| paragraph(style, 2, &more, 2)));
        out.push(rows.join("\n"));
    }
    let mut part = |name: &str, body: Vec<String>| {
        if !body.is_empty() {
            out.push(ruled(style, name));
            out.extend(body);
        }
    };
    part("Problems in the record", each(report, &problems(document), style));
    for (name, findings) in parts(document, &[Kind::Contradictions]) {
        part(name, each(report, &findings, style));
    }
    if !document.table.rows.is_empty() {
        part(
            "The contradiction table",
            vec![ended(&table::formats::text(report, &document.table, style.columns()))],
        );
    }
    for (name, findings) in parts(document, &[Kind::Unverified, Kind::Agreements, Kind::Notes]) {
        part(name, each(report, &findings, style));
    }
    for (name, findings) in settled(report) {
        let item = |finding| format!("– {}: {}", in_question(finding), reason(ledger, finding));
        let items: Vec<String> =
            findings.into_iter().flat_map(|one| paragraph(style, 2, &item(one), 2)).collect();
        part(name, if items.is_empty() { Vec::new() } else { vec![items.join("\n")] });
    }
    if !document.replies.accused.is_empty() {
        part("Right of reply", vec![ended(&replies::formats::text(ledger, &document.replies, None, style))]);
    }
    let ties = document.graph.links.iter().map(|link| {
        let who = attribution(ledger, link).join("; ");
        format!("– [{}] Whether {}: {who}", link.standing.word(), link.reading)
    });
    let ties = ties.chain([closing(&document.graph)].into_iter().filter(|words| !words.is_empty()));
    let ties: Vec<String> = ties.flat_map(|link| paragraph(style, 2, &link, 2)).collect();
    part("Links between parties and events", vec![ties.join("\n")]);
    part(
        "Timeline and tolls",
        vec![ended(&timeline::formats::text(ledger, &document.timeline, None, style))],
    );
    let statement = |id: &crate::ledger::model::id::StatementId| {
        let record = ledger.statement(*id);
        let source = record.source.map_or(String::new(), |source| format!(" [{}]", ledger.source(source).id));
        let said = credit(ledger, *id, None, MOST_QUOTE);
        let line = format!("{}: {said}{source}, {}", record.id, lines.place(record.span));
        let beside = beside(ledger, *id);
        let beside = beside.iter().flat_map(|line| paragraph(style, 4, &format!("– {line}"), 2));
        paragraph(style, 2, &line, 2).into_iter().chain(beside).collect::<Vec<_>>().join("\n")
    };
    part("Statements", vec![document.statements.iter().map(statement).collect::<Vec<_>>().join("\n")]);
    let source = |id: &crate::ledger::model::id::SourceId| {
        let url = ledger.source(*id).url.as_ref().map_or(String::new(), |url| format!(", {url}"));
        let name = &ledger.source(*id).id;
        paragraph(style, 2, &format!("[{name}] {}{url}", source_words(ledger, *id)), 2).join("\n")
    };
    if !document.sources.is_empty() {
        part("Sources", vec![document.sources.iter().map(source).collect::<Vec<_>>().join("\n")]);
    }
    part(
        "How to read this",
        method(document).iter().map(|line| paragraph(style, 0, line, 0).join("\n")).collect(),
    );
    out.join("\n\n") + "\n"
}

/// A heading with a line below it.
fn ruled(style: Style, name: &str) -> String {
    let wide = columns(&safe::line(name)).min(style.columns());
    format!("{}\n{}", heading(style, name), "═".repeat(wide))
}
