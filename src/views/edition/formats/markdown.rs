//! The edition as Markdown, to be pasted into a document.

use super::{heading, method, named, scope, source, title, told};
use crate::layout::safe;
use crate::ledger::words;
use crate::views::edition::{Edition, Line, Matter};

/// The edition as Markdown.
#[must_use]
pub fn markdown(edition: &Edition<'_>) -> String {
    let ledger = edition.document.report.ledger;
    let mut out = vec![format!("# {}", safe::markdown(&title(edition)))];
    out.extend(edition.lead.iter().map(|lead| safe::markdown(lead)));
    out.push(safe::markdown(&scope(edition)));
    let kinds: Vec<String> = edition
        .parties
        .iter()
        .map(|kind| {
            let all: Vec<String> = named(ledger, kind).map(|(name, by)| format!("{name}{by}")).collect();
            item(&format!("{}: {}.", kind.word, all.join(", ")))
        })
        .collect();
    if !kinds.is_empty() {
        out.extend(["## Who is who".to_owned(), kinds.join("\n")]);
    }
    for (group, matters) in &edition.groups {
        out.push(format!("## {}", heading(*group)));
        out.extend(matters.iter().flat_map(|matter| self::matter(edition, matter)));
    }
    if !edition.sources.is_empty() {
        let sources = edition.sources.iter().enumerate().map(|(at, id)| {
            let (name, days) = source(ledger, *id);
            let url = ledger.source(*id).url.as_ref().filter(|url| **url != name);
            let url = url.map_or(String::new(), |url| format!(", {url}"));
            format!("{}. {}", at + 1, safe::markdown(&format!("{name}{days}{url}")))
        });
        out.extend(["## Sources".to_owned(), sources.collect::<Vec<_>>().join("\n")]);
    }
    out.extend(["## How to read this".to_owned(), safe::markdown(&method(edition))]);
    out.join("\n\n") + "\n"
}

fn matter(edition: &Edition<'_>, matter: &Matter) -> Vec<String> {
    let ledger = edition.document.report.ledger;
    let mut out = vec![format!("### {}", safe::markdown(&matter.question))];
    let line = |line: &Line| match line.root {
        Some(root) => {
            let name = words::capital(&ledger.party(root).name);
            format!("- **{}** {}", safe::markdown(&name), safe::markdown(&told(line)))
        }
        None => item(&told(line)),
    };
    let lines: Vec<String> = matter.lines.iter().map(line).collect();
    out.extend(Some(lines.join("\n")).filter(|lines| !lines.is_empty()));
    out.extend(Some(safe::markdown(&matter.remarks.join(" "))).filter(|remarks| !remarks.is_empty()));
    out
}

fn item(text: &str) -> String {
    format!("- {}", safe::markdown(text))
}
