//! The audit as comments for a word processor's document: one at each quotation or sentence that an editor is to look at.

use std::ops::Range;

use super::Audit;
use super::findings::{Noted, held};
use crate::layout::{credit, safe};
use crate::ledger::Ledger;
use crate::ledger::model::id::StatementId;
use crate::ledger::words::capital;
use crate::text::FileId;
use crate::write::word::Comment;

/// So many characters of a quote on file are shown.
const MOST: usize = 600;

/// The comments, in the order of the draft. `said` is what the audit says; the draft is this file of the ledger's texts.
#[must_use]
pub fn comments(audit: &Audit<'_>, said: &[Noted], draft: FileId) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    let listed: Vec<&Noted> = said.iter().filter(|noted| noted.listed()).collect();
    for at_one_place in listed.chunk_by(|one, other| one.range() == other.range()) {
        let first = &at_one_place[0];
        let mut paragraphs = beside(audit, first.range(), &first.finding.message);
        paragraphs.extend(at_one_place.iter().map(|noted| sentence(&noted.finding.reading)));
        let mut statements: Vec<StatementId> = Vec::new();
        for id in at_one_place.iter().flat_map(|noted| &noted.finding.statements) {
            if !statements.contains(id) {
                statements.push(*id);
            }
        }
        for id in statements {
            let statement = audit.ledger.statement(id);
            let credit = credit::credit(audit.ledger, id, None, MOST);
            let held = if statement.quote.is_empty() { held(audit.ledger, statement) } else { String::new() };
            let colon = if held.is_empty() { "" } else { ": " };
            paragraphs.push(format!("On file: {credit}{colon}{held}"));
            paragraphs.extend(source(audit.ledger, id).map(|source| format!("Source: {source}")));
        }
        for help in at_one_place.iter().filter_map(|noted| noted.finding.help.as_deref()) {
            paragraphs.push(format!("What to do: {}", sentence(help)));
        }
        comments.push(comment(first.range(), paragraphs));
    }
    for (range, told) in audit.unrecorded(draft) {
        let mut paragraphs = beside(audit, range.clone(), "");
        paragraphs.push(sentence(&told.message));
        paragraphs.push("What to do: Record the statement with its source, or check it by hand.".to_owned());
        comments.push(comment(range, paragraphs));
    }
    comments.sort_by_key(|comment| (comment.range.start, comment.range.end));
    comments
}

/// The place of words beside the text, whose comment is made where the text refers to them; empty for words of the text
/// itself.
fn beside(audit: &Audit<'_>, range: Range<usize>, words: &str) -> Vec<String> {
    match (audit.beside_at(range.start), words) {
        (None, _) => Vec::new(),
        (Some(one), "") => vec![format!("In {}:", one.place)],
        (Some(_), words) => vec![words.to_owned()],
    }
}

fn comment(range: Range<usize>, paragraphs: Vec<String>) -> Comment {
    let safe = |words: String| safe::line(&words).into_owned();
    Comment { range, paragraphs: paragraphs.into_iter().map(safe).collect() }
}

/// Words as a sentence.
fn sentence(words: &str) -> String {
    let end = if words.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{}{end}", capital(words))
}

/// The source of a statement: title, outlet, day, address.
fn source(ledger: &Ledger, id: StatementId) -> Option<String> {
    let source = ledger.source(ledger.statement(id).source?);
    let parts = [
        source.title.as_ref().map(|title| format!("“{title}”")),
        source.outlet.map(|outlet| ledger.party(outlet).name.clone()),
        source.published.map(|day| day.words()),
        source.url.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
