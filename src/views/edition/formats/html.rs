//! The edition as one page of HTML, to be published, printed or pasted: its own style, no script, nothing from elsewhere.

use maud::{DOCTYPE, Markup, html};

use super::{colon, heading, method, more, named, said, says, scope, source, title};
use crate::layout::markup::{Text, head, link};
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::views::edition::{Edition, Line, Matter};

/// The page's own style.
pub const STYLE: &str = include_str!("page.css");
/// The digest of [`STYLE`] for the policy: SHA-256, in base 64.
pub const STYLE_DIGEST: &str = "9Tv6IZHU+TMAIWVDwdSakdIIvUicqzlv2XX3RFPCRr8=";

/// The edition as a page.
#[must_use]
pub fn html(edition: &Edition<'_>) -> String {
    let ledger = edition.document.report.ledger;
    let title = title(edition);
    let policy =
        format!("default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; base-uri 'none'; form-action 'none'");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&format!("{title} – who said what"), &policy, STYLE))
            body {
                header {
                    h1 { (Text(&title)) }
                    @if let Some(lead) = &edition.lead { p class="lead" { (Text(lead)) } }
                    p class="scope" { (Text(scope(edition))) }
                }
                main {
                    @if !edition.parties.is_empty() {
                        section {
                            h2 { "Who is who" }
                            ul class="who" { @for kind in &edition.parties { li { (kind_of(ledger, kind)) } } }
                        }
                    }
                    @for (group, matters) in &edition.groups {
                        section {
                            h2 { (heading(*group)) }
                            table role="table" aria-label=(heading(*group)) {
                                @for matter in matters { (self::matter(ledger, matter)) }
                            }
                        }
                    }
                    @if !edition.sources.is_empty() {
                        section {
                            h2 { "Sources" }
                            ol { @for (at, id) in edition.sources.iter().enumerate() {
                                li id={ "source-" (at + 1) } {
                                    @let (name, days) = source(ledger, *id);
                                    @match &ledger.source(*id).url {
                                        Some(url) => { (link(url, &name)) }
                                        None => { (Text(name)) }
                                    }
                                    (Text(days))
                                }
                            } }
                        }
                    }
                    section {
                        h2 { "How to read this" }
                        p class="method" { (Text(method(edition))) }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn kind_of(ledger: &Ledger, kind: &crate::views::edition::parties::Kind) -> Markup {
    html! {
        (kind.word) ": "
        @for (at, (name, by)) in named(ledger, kind).enumerate() {
            @if at > 0 { ", " }
            strong { (Text(name)) } (Text(by))
        }
        "."
    }
}

/// A matter: its question, and a row for the word of each party. The roles keep the meaning of elements that a phone lays
/// out in lines.
fn matter(ledger: &Ledger, matter: &Matter) -> Markup {
    html! {
        tbody role="rowgroup" {
            tr role="row" class="question" {
                th role="rowheader" scope="rowgroup" colspan="2" { (Text(&matter.question)) }
            }
            @for line in &matter.lines {
                tr role="row" {
                    @if let Some(root) = line.root {
                        th role="rowheader" scope="row" { (Text(words::capital(&ledger.party(root).name))) " " }
                        td role="cell" { (self::line(line)) }
                    } @else {
                        td role="cell" colspan="2" { (self::line(line)) }
                    }
                }
            }
            @if !matter.remarks.is_empty() {
                tr role="row" class="remark" {
                    td role="cell" colspan="2" { (Text(matter.remarks.join(" "))) }
                }
            }
        }
    }
}

/// The word of a party, with its statements.
fn line(line: &Line) -> Markup {
    let says = says(line);
    html! {
        (Text(&says))
        @for (at, one) in line.said.iter().enumerate() {
            @let (words, credit, place) = said(one);
            @if at > 0 { "; " } @else if !says.is_empty() { (colon(line)) }
            (Text(words))
            span class="by" {
                "(" (Text(credit)) ")"
                @if let (Some(place), Some(at)) = (place, one.source) { " " a href={ "#source-" (at) } { (place) } }
            }
        }
        @if let Some(more) = more(line) { "; " (more) }
    }
}
