//! The edition for readers as a page of HTML, Markdown and text; here, the words that these share.

mod html;
mod markdown;
mod text;

pub use html::{STYLE, STYLE_DIGEST, html};
pub use markdown::markdown;
pub use text::text;

use super::parties::Kind;
use super::{Edition, Group, Line, Said, Words};
use crate::ledger::Ledger;
use crate::ledger::model::id::SourceId;
use crate::ledger::words::{self, counted};
use crate::views::document::formats as document;

/// The title: its editor's, or the subject.
fn title(edition: &Edition<'_>) -> String {
    let subject = || match edition.document.about.as_slice() {
        [] => "All that is on record".to_owned(),
        _ => document::title(&edition.document),
    };
    edition.title.clone().unwrap_or_else(subject)
}

/// What it covers: "As of 7 May 2031. 12 statements by 5 parties, from 3 sources, said from 2 May 2031 to 7 May 2031."
fn scope(edition: &Edition<'_>) -> String {
    let as_of = edition.document.report.as_of.map(|date| format!("As of {}.", date.words()));
    let cut = (!edition.document.cuts.is_empty()).then(|| {
        let of = |cut: &super::document::Cut| format!("{} of {} {}", cut.shown, cut.of, cut.what);
        let shown: Vec<String> = edition.document.cuts.iter().map(of).collect();
        format!("Not all of it is told here, but {}.", words::list(&shown))
    });
    let part = edition
        .since
        .map(|since| format!("A part only: what was said since {}, and what that bears on.", since.words()));
    let unread =
        (edition.document.numbers.sources == 0).then(|| "No source is given for any of it.".to_owned());
    let all =
        as_of.into_iter().chain(part).chain([document::scope(&edition.document)]).chain(unread).chain(cut);
    all.collect::<Vec<_>>().join(" ")
}

/// The heading of a group.
fn heading(group: Group) -> &'static str {
    match group {
        Group::Contradicted => "Contradicted",
        Group::Unanswered => "Not answered",
        Group::Unverified => "Not verified",
        Group::Agreed => "Agreed",
        Group::Also => "Also on record",
    }
}

/// The parties of a kind, each with those who spoke for it.
fn named<'k>(ledger: &'k Ledger, kind: &'k Kind) -> impl Iterator<Item = (&'k str, String)> {
    kind.parties.iter().map(|(party, speakers)| {
        let by = if speakers.is_empty() { String::new() } else { format!(" ({})", speakers.join("; ")) };
        (ledger.party(*party).name.as_str(), by)
    })
}

/// The word of a line, to be read after the name of its party.
fn says(line: &Line) -> String {
    match (line.root, line.says.is_empty()) {
        (None, false) => format!("Also: {}", line.says),
        _ => line.says.clone(),
    }
}

/// The statements of a line in words: each with its words, its credit and the place of its source in the list.
fn said(said: &Said) -> (String, &str, Option<String>) {
    let words = match &said.words {
        Words::None | Words::Above => String::new(),
        Words::Here(words) => format!("{words} "),
    };
    (words, &said.credit, said.source.map(|at| format!("[{at}]")))
}

/// A line in words after the name of its party: "denies it: “…” Ann Envoy, 5 May 2031, The Wire [2]".
fn told(line: &Line) -> String {
    let all: Vec<String> = line
        .said
        .iter()
        .map(|one| {
            let (words, credit, source) = said(one);
            let source = source.map_or(String::new(), |place| format!(" {place}"));
            format!("{words}({credit}){source}")
        })
        .chain(more(line))
        .collect();
    let all = all.join("; ");
    match says(line) {
        says if says.is_empty() => all,
        says if all.is_empty() => says,
        says => format!("{says}{}{all}", colon(line)),
    }
}

/// What stands between the word of a line and its statements.
fn colon(line: &Line) -> &'static str {
    if matches!(line.said.first().map(|said| &said.words), Some(Words::Here(_))) { ": " } else { " " }
}

/// The count of the statements of a line that are not quoted; none where all are.
fn more(line: &Line) -> Option<String> {
    (line.more > 0).then(|| format!("and {}", counted(line.more, "more statement", "more statements")))
}

/// A source: its name, and the day on which it was published and what became of it since.
fn source(ledger: &Ledger, id: SourceId) -> (String, String) {
    let source = ledger.source(id);
    let name = match (source.outlet.is_some() || source.title.is_some(), &source.url) {
        (true, _) => words::capital(&words::source(ledger, id)),
        (false, Some(url)) => url.clone(),
        (false, None) => "A source that is not named on record".to_owned(),
    };
    let days = [("", source.published), (" corrected", source.corrected), (" withdrawn", source.withdrawn)];
    let mut since = String::new();
    for (what, day) in days {
        since += &day.map_or(String::new(), |day| format!(",{what} {}", day.words()));
    }
    let from = source.translated_from.as_ref();
    since += &from.map_or(String::new(), |from| format!(", translated from {from}"));
    (name, since)
}

/// How to read it: what its headings mean, of those that it has.
fn method(edition: &Edition<'_>) -> String {
    let has = |group| edition.groups.iter().any(|(known, _)| *known == group);
    let origins = edition.document.report.ledger.settings.verify_origins;
    let parties =
        if origins == 1 { "a party".to_owned() } else { format!("{} parties", words::number(origins)) };
    let said = [
        (
            true,
            "Set side by side here is who said what, when, in which words, and where it was read. It is not said who is \
             right, and what is not on record is not here."
                .to_owned(),
        ),
        (quoted_above(edition), "Words that were quoted once are not quoted again.".to_owned()),
        (
            has(Group::Contradicted),
            "Contradicted are words that cannot both be so, of two parties or of one. Whoever “may be read as saying so” \
             has not said it."
                .to_owned(),
        ),
        (
            has(Group::Unanswered),
            "What is not answered on record may have been answered elsewhere.".to_owned(),
        ),
        (
            has(Group::Unverified) || has(Group::Unanswered),
            format!(
                "Not verified does not mean untrue: no document bears it out, nor {parties} without an interest in it, \
                 each from knowledge of its own."
            ),
        ),
        (has(Group::Agreed), "That parties agree does not make it so.".to_owned()),
    ];
    said.into_iter().filter_map(|(told, words)| told.then_some(words)).collect::<Vec<_>>().join(" ")
}

/// True when the words of a statement stand above where it is told again.
fn quoted_above(edition: &Edition<'_>) -> bool {
    let matters = edition.groups.iter().flat_map(|(_, matters)| matters);
    let said = matters.flat_map(|matter| &matter.lines).flat_map(|line| &line.said);
    said.into_iter().any(|said| matches!(said.words, Words::Above))
}
