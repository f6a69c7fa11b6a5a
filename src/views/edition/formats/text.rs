//! The edition as text for a terminal or a mail.

use super::{heading, method, named, scope, source, title, told};
use crate::layout::Style;
use crate::layout::rows::{self, Rows, paragraph};
use crate::ledger::words;
use crate::views::edition::Edition;

/// The edition as text.
#[must_use]
pub fn text(edition: &Edition<'_>, style: Style) -> String {
    let ledger = edition.document.report.ledger;
    let whole = |text: &str| paragraph(style, 0, text, 0).join("\n");
    let mut out = vec![rows::heading(style, &title(edition))];
    out.extend(edition.lead.iter().map(|lead| whole(lead)));
    out.push(whole(&scope(edition)));
    let part = |name: &str, rows: Vec<String>| format!("{}\n{}", rows::heading(style, name), rows.join("\n"));
    let kinds = edition.parties.iter().flat_map(|kind| {
        let all: Vec<String> = named(ledger, kind).map(|(name, by)| format!("{name}{by}")).collect();
        paragraph(style, 2, &format!("{}: {}.", kind.word, all.join(", ")), 2)
    });
    out.extend(
        Some(kinds.collect::<Vec<_>>()).filter(|all| !all.is_empty()).map(|all| part("Who is who", all)),
    );
    let names = edition.groups.iter().flat_map(|(_, matters)| matters).flat_map(|matter| &matter.lines);
    let names: Vec<String> =
        names.filter_map(|line| line.root).map(|root| words::capital(&ledger.party(root).name)).collect();
    let beside = Rows::new(style, 4, names.iter().map(String::as_str));
    for (group, matters) in &edition.groups {
        let mut blocks = Vec::new();
        for matter in matters {
            let mut block = paragraph(style, 2, &matter.question, 2);
            for line in &matter.lines {
                let name = line.root.map_or(String::new(), |root| words::capital(&ledger.party(root).name));
                block.extend(beside.beside(&name, &beside.text(&told(line), 0)));
            }
            if !matter.remarks.is_empty() {
                block.extend(paragraph(style, 4, &matter.remarks.join(" "), 0));
            }
            blocks.push(block.join("\n"));
        }
        out.push(part(heading(*group), vec![blocks.join("\n\n")]));
    }
    let sources = edition.sources.iter().enumerate().flat_map(|(at, id)| {
        let (name, days) = source(ledger, *id);
        let url = ledger.source(*id).url.as_ref().filter(|url| **url != name);
        let url = url.map_or(String::new(), |url| format!(", {url}"));
        paragraph(style, 2, &format!("[{}] {name}{days}{url}", at + 1), 4)
    });
    out.extend(
        Some(sources.collect::<Vec<_>>()).filter(|all| !all.is_empty()).map(|all| part("Sources", all)),
    );
    out.push(part("How to read this", paragraph(style, 2, &method(edition), 0)));
    out.join("\n\n") + "\n"
}
