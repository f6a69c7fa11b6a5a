//! The table as an HTML fragment, to be pasted into a page or a document: whole tables whose style travels with them.

use maud::{Markup, html};

use super::legend::legend;
use super::{EMPTY, Format, Words, outcome, remark, roots, title, voice};
use crate::check::Report;
use crate::layout::markup::{Text, link};
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::views::table::Table;
use crate::views::table::blocks::{Block, Line, Section, blocks};

/// Largest number of parties of a question that have a column each; with more, each has a row. No table has more than three
/// columns, since it must be read on a phone, and in a document from one edge of its page to the other.
const MOST_COLUMNS: usize = 2;

const TABLE: &str = "border-collapse:collapse;width:100%;margin:0 0 1.5em;text-align:left;line-height:1.35;\
                     overflow-wrap:break-word";
const CAPTION: &str = "caption-side:top;text-align:left;font-weight:bold;padding:0 0 .4em";
const HEAD: &str = "border:1px solid #8c8c8c;padding:.35em .6em;vertical-align:bottom;font-weight:bold;\
                    background:#eeeeee;color:#111111";
const ROW: &str = "border:1px solid #8c8c8c;padding:.35em .6em;vertical-align:top;font-weight:normal";
const CELL: &str = "border:1px solid #8c8c8c;padding:.35em .6em;vertical-align:top";
const ENTRY: &str = "margin:0 0 .4em";
const SMALL: &str = "font-size:.88em;overflow-wrap:anywhere";

/// See [`html`].
pub const FORMAT: Format = Format {
    name: "html",
    help: "For pasting into a page: a fragment whose style travels with it",
    file: None,
    wide: None,
    print: |report, table, _| Ok(html(report, table).into_bytes()),
};

/// The table as a fragment of HTML.
#[must_use]
pub fn html(report: &Report<'_>, table: &Table) -> String {
    let ledger = report.ledger;
    let mut parts = Vec::new();
    for block in blocks(ledger, table) {
        for section in &block.sections {
            let wide = section.columns.len() <= MOST_COLUMNS;
            parts.push(if wide { columns(ledger, &block, section) } else { rows(ledger, &block, section) });
        }
    }
    if table.rows.is_empty() {
        parts.push(html! { p { (EMPTY) } });
    } else {
        parts.push(html! { p { (Text(super::closing(report, table))) } });
        let terms = legend(ledger, table);
        parts.push(html! {
            p style=(SMALL) {
                @for (term, meaning) in terms { strong { (term) } ": " (meaning) ". " }
            }
        });
    }
    let parts: Vec<String> = parts.into_iter().map(Markup::into_string).collect();
    format!("<div lang=\"en\">\n{}\n</div>\n", parts.join("\n"))
}

/// The table of a question with a column for each party.
fn columns(ledger: &Ledger, block: &Block<'_>, section: &Section<'_>) -> Markup {
    html! {
        table style=(TABLE) {
            caption style=(CAPTION) { (Text(title(ledger, block, section))) }
            thead {
                tr {
                    th scope="col" style=(HEAD) { "What is said" }
                    @for root in &section.columns {
                        th scope="col" style=(HEAD) { (Text(words::capital(&ledger.party(*root).name))) }
                    }
                }
            }
            tbody {
                @for line in &section.lines {
                    tr {
                        th scope="row" style=(ROW) { (proposition(ledger, line, section)) }
                        @for root in &section.columns {
                            td style=(CELL) {
                                @for words in voice(ledger, line, *root) {
                                    div style=(ENTRY) { (position(&words)) br; (credit(&words)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The table of a question with a row for each party, beside the proposition.
fn rows(ledger: &Ledger, block: &Block<'_>, section: &Section<'_>) -> Markup {
    html! {
        table style=(TABLE) {
            caption style=(CAPTION) { (Text(title(ledger, block, section))) }
            thead {
                tr {
                    @for heading in ["What is said", "Party", "Position"] {
                        th scope="col" style=(HEAD) { (heading) }
                    }
                }
            }
            @for line in &section.lines {
                @let voices = voices(ledger, line, section);
                tbody {
                    @for (at, (party, words)) in voices.iter().enumerate() {
                        tr {
                            @if at == 0 {
                                th scope="rowgroup" rowspan=(voices.len()) style=(ROW) { (proposition(ledger, line, section)) }
                            }
                            td style=(CELL) { (Text(words::capital(party))) }
                            td style=(CELL) { (position(words)) br; (credit(words)) }
                        }
                    }
                }
            }
        }
    }
}

/// Every position of a line with its party.
fn voices<'l>(ledger: &'l Ledger, line: &Line<'_>, section: &Section<'_>) -> Vec<(&'l str, Words)> {
    let of_party =
        |root| voice(ledger, line, root).into_iter().map(move |words| (&*ledger.party(root).name, words));
    roots(line, &section.columns).into_iter().flat_map(of_party).collect()
}

/// What is said, and its status below it.
fn proposition(ledger: &Ledger, line: &Line<'_>, section: &Section<'_>) -> Markup {
    let status = outcome(line.status, line.cells.iter().copied());
    html! {
        (Text(words::capital(&line.reading)))
        @if !status.is_empty() { br; span style=(SMALL) { (status) } }
        @if let Some(remark) = remark(ledger, line, &section.columns) {
            br; span style=(SMALL) { (Text(remark)) }
        }
    }
}

fn position(words: &Words) -> Markup {
    html! { strong { (Text(&words.stance)) } }
}

fn credit(words: &Words) -> Markup {
    html! {
        span style=(SMALL) {
            @match &words.url {
                Some(url) => { (link(url, &words.credit)) }
                None => { (Text(&words.credit)) }
            }
        }
    }
}
