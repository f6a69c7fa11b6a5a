//! The right of reply, the links, the timeline and the tolls on the page, with their pictures.

use maud::{Markup, html};

use super::marks::Marks;
use crate::layout::credit::credit;
use crate::layout::markup::Text;
use crate::layout::picture::Picture;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::words;
use crate::views::document::Document;
use crate::views::graph::formats::{attribution, closing};
use crate::views::graph::network;
use crate::views::replies::formats::{asked, beside, open, questions, status};
use crate::views::replies::{Accusation, Word};
use crate::views::timeline::formats::{disputes, mark, rung, withdraws};
use crate::views::timeline::{Entry, Ladder};
use crate::views::timeline::{lanes, toll};

/// Width of a picture on a screen, and on that of a phone.
const WIDE: i32 = 760;
const NARROW: i32 = 328;
/// Largest number of characters of a quote that are shown in the timeline.
const MOST_QUOTE: usize = 260;

/// The accusations by accused party, with the questions to ask.
pub(super) fn replies(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    let ledger = document.report.ledger;
    html! {
        @for accused in &document.replies.accused {
            div class="accused" data-part="" {
                h3 { "Accused: " (Text(&ledger.party(accused.root).name)) }
                @for accusation in &accused.accusations { (self::accusation(ledger, marks, accused.root, accusation)) }
                @let questions = questions(&accused.accusations);
                @if !questions.is_empty() {
                    p { strong { "Ask " (Text(&ledger.party(accused.root).name)) ":" } }
                    ul { @for question in questions { li { (Text(question)) } } }
                }
            }
        }
    }
}

fn accusation(
    ledger: &Ledger,
    marks: &Marks<'_>,
    root: crate::ledger::model::id::PartyId,
    accusation: &Accusation,
) -> Markup {
    let spoken = || accusation.accusers.iter().chain(&accusation.answers);
    let roots: Vec<_> = spoken().map(|word| word.root).chain([root]).collect();
    let statements: Vec<_> = spoken().map(|word| word.statement).collect();
    let class = if accusation.answered { "answered" } else { "unanswered-accusation" };
    let mut rest: Vec<String> = open(accusation).into_iter().collect();
    if !accusation.answered || !accusation.requests.all().is_empty() {
        rest.extend(beside(accusation));
        rest.push(asked(accusation));
    }
    html! {
        div class="card" data-f=(marks.said(&[accusation.proposition], &roots, &statements)) {
            p {
                strong { (Text(words::capital(&accusation.reading))) } " "
                span class={ "tag " (class) } { (status(accusation)) }
            }
            ul class="said" {
                @for word in spoken() { (self::word(ledger, marks, word, word.hearsay)) }
                @for word in &accusation.hearsay { (self::word(ledger, marks, word, true)) }
            }
            @if !rest.is_empty() { p { (Text(rest.join(" "))) } }
        }
    }
}

fn word(ledger: &Ledger, marks: &Marks<'_>, word: &Word, hearsay: bool) -> Markup {
    html! {
        li {
            strong { (Text(words::capital(&ledger.party(word.root).name))) } " " (Text(&word.says))
            @if hearsay { ", by hearsay" } ": "
            a href=(marks.to_statement(word.statement)) {
                (Text(credit(ledger, word.statement, Some(word.root), MOST_QUOTE)))
            }
        }
    }
}

/// The links, drawn and in words.
pub(super) fn links(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    let (ledger, graph) = (document.report.ledger, &document.graph);
    html! {
        @if !graph.links.is_empty() {
            (scrolled(&network::network(ledger, graph, "Links between parties and events")))
            p { "The same in words:" }
            ul {
                @for link in &graph.links {
                    @let roots: Vec<_> = link.sides.values().flatten().chain(&link.read_as).copied().collect();
                    li data-f=(marks.said(&[link.proposition], &roots, &[])) {
                        span class={ "tag " (link.standing.word().replace(' ', "-")) } { (link.standing.word()) } " "
                        "Whether " (Text(&link.reading)) ": "
                        (Text(attribution(ledger, link).join("; "))) "."
                    }
                }
            }
        }
        @let rest = closing(graph);
        @if !rest.is_empty() { p { (rest) } }
    }
}

/// The positions, drawn and by date.
pub(super) fn timeline(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    let (ledger, timeline) = (document.report.ledger, &document.timeline);
    html! {
        @if timeline.entries.iter().any(|entry| !entry.said.is_empty()) {
            (twice(|width| lanes::lanes(ledger, timeline, width, "Who spoke when")))
        }
        @for day in timeline.entries.chunk_by(|a, b| a.date.words() == b.date.words()) {
            div data-part="" {
                h3 { (Text(words::capital(&day[0].date.words()))) }
                ul { @for entry in day { (self::entry(ledger, marks, entry)) } }
            }
        }
    }
}

fn entry(ledger: &Ledger, marks: &Marks<'_>, entry: &Entry) -> Markup {
    let of: Vec<Proposition> = entry.said.iter().map(|said| said.proposition).collect();
    html! {
        li data-f=(marks.said(&of, &[entry.root], &[entry.statement])) {
            strong { (Text(words::capital(&ledger.party(entry.root).name))) }
            @if entry.hearsay { " (by hearsay)" }
            @for (at, said) in entry.said.iter().enumerate() {
                @if at > 0 { ";" } " " (Text(&said.says))
                @if let Some(mark) = mark(ledger, &said.state) { " [" (Text(mark)) "]" }
            }
            @if let Some(withdraws) = withdraws(ledger, entry) { " " (Text(withdraws)) }
            ". "
            a href=(marks.to_statement(entry.statement)) {
                (Text(credit(ledger, entry.statement, Some(entry.root), MOST_QUOTE)))
            }
        }
    }
}

/// The tolls, each drawn and in words.
pub(super) fn tolls(document: &Document<'_>, marks: &Marks<'_>) -> Markup {
    let ledger = document.report.ledger;
    // The first that is drawn explains the signs.
    let first = document.timeline.ladders.iter().position(Ladder::compares);
    html! {
        @for (at, one) in document.timeline.ladders.iter().enumerate() {
            div class="toll" data-f=(toll_marks(marks, one)) {
                h3 { (Text(words::capital(&one.reading))) }
                @if one.compares() { (twice(|width| toll::ladder(ledger, one, width, Some(at) == first))) }
                ul {
                    @for party in &one.parties {
                        li {
                            strong { (Text(words::capital(&ledger.party(party.root).name))) } ": "
                            @for (at, count) in party.rungs.iter().enumerate() {
                                @if at > 0 { "; " }
                                a href=(marks.to_statement(count.statement)) { (Text(count.date.words())) }
                                ": " (Text(rung(ledger, one.proposition.predicate, count)))
                            }
                        }
                    }
                }
                @if let Some(disputes) = disputes(ledger, one) { p { (Text(disputes)) } }
            }
        }
    }
}

fn toll_marks(marks: &Marks<'_>, ladder: &Ladder) -> String {
    let roots: Vec<_> = ladder.parties.iter().map(|party| party.root).collect();
    let rungs = ladder.parties.iter().flat_map(|party| &party.rungs);
    marks.said(&[ladder.proposition], &roots, &rungs.map(|rung| rung.statement).collect::<Vec<_>>())
}

/// A picture laid out for a screen and for that of a phone; the page shows the one that fits.
fn twice(draw: impl Fn(i32) -> Picture) -> Markup {
    html! { (draw(WIDE).within("wide")) (draw(NARROW).within("narrow")) }
}

/// A picture that may be wider than a page, and can be moved sideways, with the keyboard too.
fn scrolled(picture: &Picture) -> Markup {
    html! {
        div class="scroll" role="region" tabindex="0" aria-label=(Text(&picture.title)) { (picture.within("whole")) }
    }
}
