//! The document as Markdown: the first page in sentences, then each view as its command prints it, its headings one
//! deeper.

use super::sentences::{found, points, scope};
use super::statement::beside;
use super::{cuts, ended, method, narrowed, parts, problems, source_words, title};
use crate::check::formats::markdown::{clash, problem};
use crate::check::formats::settled::{reason, settled};
use crate::check::formats::text::in_question;
use crate::layout::credit::credit;
use crate::layout::safe;
use crate::text::lines::Lines;
use crate::views::document::{Document, Kind};
use crate::views::graph::formats::{attribution, closing};
use crate::views::replies;
use crate::views::table;
use crate::views::timeline;

/// The document as Markdown.
#[must_use]
pub fn markdown(document: &Document<'_>) -> String {
    let report = &document.report;
    let ledger = report.ledger;
    let lines = Lines::new(&ledger.texts);
    let mut out = vec![format!("# {}", safe::markdown(&title(document)))];
    let lead = [scope(document), found(document)].into_iter().chain(narrowed(document)).chain(cuts(document));
    out.extend(lead.map(|line| safe::markdown(&line)));
    for point in points(document) {
        out.push(format!("**{}**", point.heading));
        let mut items: Vec<String> = point.findings.iter().map(|(_, sentence)| item(sentence)).collect();
        if items.is_empty() {
            items.push(item(point.none));
        }
        items.extend(point.more.as_deref().map(item));
        out.push(items.join("\n"));
    }
    let mut part = |name: &str, body: Vec<String>| {
        if body.iter().any(|block| !block.is_empty()) {
            out.push(format!("## {name}"));
            out.extend(body);
        }
    };
    let wrong: Vec<String> = problems(document).into_iter().map(|finding| problem(finding, &lines)).collect();
    part("Problems in the record", vec![wrong.join("\n")]);
    for (name, findings) in parts(document, &[Kind::Contradictions]) {
        part(name, findings.into_iter().map(|finding| clash(report, finding, &lines)).collect());
    }
    if !document.table.rows.is_empty() {
        part("The contradiction table", vec![ended(&table::formats::markdown(report, &document.table))]);
    }
    for (name, findings) in parts(document, &[Kind::Unverified, Kind::Agreements, Kind::Notes]) {
        part(name, findings.into_iter().map(|finding| clash(report, finding, &lines)).collect());
    }
    for (name, findings) in settled(report) {
        let told = |finding| item(&format!("{}: {}", in_question(finding), reason(ledger, finding)));
        part(name, vec![findings.into_iter().map(told).collect::<Vec<_>>().join("\n")]);
    }
    if !document.replies.accused.is_empty() {
        part("Right of reply", vec![deeper(&replies::formats::markdown(ledger, &document.replies, None))]);
    }
    let ties = document.graph.links.iter().map(|link| {
        let who = attribution(ledger, link).join("; ");
        item(&format!("Whether {} ({}): {who}", link.reading, link.standing.word()))
    });
    let words = safe::markdown(&closing(&document.graph));
    part("Links between parties and events", vec![ties.collect::<Vec<_>>().join("\n"), words]);
    part("Timeline and tolls", vec![ended(&timeline::formats::markdown(ledger, &document.timeline, None))]);
    let statement = |id: &crate::ledger::model::id::StatementId| {
        let record = ledger.statement(*id);
        let source = record.source.map_or(String::new(), |source| format!(" [{}]", ledger.source(source).id));
        let said = credit(ledger, *id, None, usize::MAX);
        let line = item(&format!("{}: {said}{source}, {}", record.id, lines.place(record.span)));
        let beside = beside(ledger, *id);
        let beside = beside.iter().map(|line| format!("  {}", item(line)));
        std::iter::once(line).chain(beside).collect::<Vec<_>>().join("\n")
    };
    part("Statements", vec![document.statements.iter().map(statement).collect::<Vec<_>>().join("\n")]);
    let source = |id: &crate::ledger::model::id::SourceId| {
        let url = ledger.source(*id).url.as_ref().map_or(String::new(), |url| format!(", {url}"));
        item(&format!("[{}] {}{url}", ledger.source(*id).id, source_words(ledger, *id)))
    };
    part("Sources", vec![document.sources.iter().map(source).collect::<Vec<_>>().join("\n")]);
    part("How to read this", method(document).iter().map(|line| safe::markdown(line)).collect());
    out.retain(|block| !block.is_empty());
    out.join("\n\n") + "\n"
}

/// An item of a list.
fn item(words: &str) -> String {
    format!("- {}", safe::markdown(words))
}

/// A document with its headings one deeper. A line that begins with `#` is ours, since a person's text is escaped.
fn deeper(text: &str) -> String {
    let deeper = |line: &str| if line.starts_with('#') { format!("#{line}") } else { line.to_owned() };
    text.trim_end().lines().map(deeper).collect::<Vec<_>>().join("\n")
}
