//! The archived text of a source, with every quotation on file marked in its place and linked to its statement.

use maud::{Markup, html};

use crate::layout::credit::who;
use crate::layout::markup::Text;
use crate::ledger::Ledger;
use crate::ledger::model::id::{SourceId, StatementId};
use crate::text::quotes::difference::Wording;
use crate::text::quotes::tokens::{Kind, Word, Words};

/// A stretch of the text that a statement quotes: bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    start: usize,
    end: usize,
    statement: StatementId,
}

/// The archived text of a source, where it is at hand.
pub(super) fn text(ledger: &Ledger, id: SourceId, query: &str) -> Markup {
    let Some(archive) = ledger.archives.get(&id) else {
        return html! { p { "No archived text of this source is at hand, so no quotation can be shown in its place." } };
    };
    let (stretches, lost) = stretches(ledger, id, &archive.text);
    let address = |statement: StatementId| format!("/statement/{}{query}", ledger.statement(statement).id);
    let mut at = 0;
    let paragraphs = archive.text.split_inclusive('\n').map(|paragraph| {
        let from = at;
        at += paragraph.len();
        (from, paragraph)
    });
    html! {
        section id="text" {
            h2 { "The text, with what is quoted from it" }
            div class="archived" {
                @for (from, paragraph) in paragraphs {
                    @if !paragraph.trim().is_empty() { p { (marked(ledger, &archive.text, from, from + paragraph.len(), &stretches, &address)) } }
                }
            }
            @if !lost.is_empty() {
                p { "Quoted from this source on file, and not found in its text word for word:" }
                ul { @for statement in lost { li { a href=(Text(address(statement))) { (Text(who(ledger, statement, None))) } } } }
            }
        }
    }
}

/// A part of the text with the marks in it. Of stretches that lie on one another the first is marked to its end.
fn marked(
    ledger: &Ledger,
    text: &str,
    from: usize,
    to: usize,
    stretches: &[Stretch],
    address: &dyn Fn(StatementId) -> String,
) -> Markup {
    let mut at = from;
    let mut pieces: Vec<(&str, Option<StatementId>)> = Vec::new();
    for stretch in stretches.iter().filter(|stretch| stretch.start < to && stretch.end > from) {
        let (start, end) = (stretch.start.max(at), stretch.end.min(to));
        if start < end {
            pieces.push((&text[at..start], None));
            pieces.push((&text[start..end], Some(stretch.statement)));
            at = end;
        }
    }
    pieces.push((&text[at..to], None));
    html! {
        @for (piece, statement) in pieces {
            @match statement {
                Some(id) => { a href=(Text(address(id))) title=(Text(who(ledger, id, None))) { mark { (Text(piece)) } } }
                None => { (Text(piece)) }
            }
        }
    }
}

/// The stretches of a text that statements read in it quote, in order, and the statements of which no quotation was found. A
/// quotation is found word for word; one with words left out, by each of its parts.
fn stretches(ledger: &Ledger, id: SourceId, text: &str) -> (Vec<Stretch>, Vec<StatementId>) {
    let mut words = Words::default();
    let whole = Wording::new(&mut words, std::iter::once(text));
    let spoken: Vec<Word> = whole.tokens.iter().map(|token| token.word).collect();
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    for (statement, record) in ledger.said().filter(|(_, record)| record.source == Some(id)) {
        let before = found.len();
        for quote in ledger.quotes(record) {
            let quoted = Wording::new(&mut words, std::iter::once(quote));
            for part in quoted.tokens.split(|token| token.kind != Kind::Word).filter(|part| !part.is_empty())
            {
                let part: Vec<Word> = part.iter().map(|token| token.word).collect();
                if let Some(at) = spoken.windows(part.len()).position(|window| window == part) {
                    let (start, end) = (whole.tokens[at].start, whole.tokens[at + part.len() - 1].end);
                    found.push(Stretch { start, end, statement });
                }
            }
        }
        if found.len() == before && !record.quote.is_empty() {
            lost.push(statement);
        }
    }
    found.sort();
    (found, lost)
}
