//! An extraction for a terminal: who says what, what it would mean in the ledger, and by which words.

use super::{By, Extraction, Proposal, Statement};
use crate::attribution::attributions::Kind;
use crate::attribution::frames;
use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::model::date::Date;
use crate::ledger::words::{counted, statement_name};

/// The extraction as text.
#[must_use]
pub fn text(extraction: &Extraction<'_>, style: Style) -> String {
    let mut blocks: Vec<String> =
        extraction.statements.iter().map(|statement| block(extraction, statement, style)).collect();
    let new: Vec<String> = extraction
        .newcomers
        .iter()
        .filter(|new| new.list == "parties")
        .map(|new| {
            let office = new.title.as_ref().map(|title| format!(", {title}"));
            let whole = new.part_of.as_ref().map(|whole| format!(", part of {whole}"));
            let kind = new.kind.map(|kind| format!(" ({kind})"));
            let parts = [Some(new.name.clone()), kind, office, whole];
            format!("  {}", safe::line(&parts.into_iter().flatten().collect::<String>()))
        })
        .collect();
    if !new.is_empty() {
        blocks.push(format!("{}\n{}", paint(style.color, Role::Name, "Not on file yet"), new.join("\n")));
    }
    blocks.push(summary(extraction));
    blocks.join("\n\n") + "\n"
}

fn block(extraction: &Extraction<'_>, statement: &Statement, style: Style) -> String {
    let width = style.columns();
    let place = format!("¶{}", statement.paragraph);
    let mut rows = wrap(&safe::line(&head(extraction, statement)), width, 2);
    tag(&mut rows, &place, &paint(style.color, Role::Faint, &place), width);
    let pieces: Vec<String> = statement
        .pieces
        .iter()
        .map(|piece| extraction.text[piece.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let words = pieces.join(" … ");
    let cue = statement.cue.as_ref().map(|cue| &extraction.text[cue.clone()]);
    let words = match statement.kind {
        Kind::Direct => format!("“{words}”"),
        _ => with_verb(cue, words),
    };
    rows.extend(wrap(&safe::line(&words), width - 4, 0).into_iter().map(|row| format!("    {row}")));
    if let Some(known) = statement.known {
        let known = format!("on file already: {}", statement_name(extraction.ledger, known));
        rows.extend(wrap(&safe::line(&known), width - 4, 2).into_iter().map(|row| format!("    {row}")));
        return rows.join("\n");
    }
    for proposal in &statement.proposals {
        let told = proposed(extraction, proposal);
        rows.extend(wrap(&safe::line(&told), width - 4, 6).into_iter().map(|row| format!("    {row}")));
    }
    rows.join("\n")
}

/// What is said without marks, behind its verb where that tells what was done: "denied involvement in the attack".
#[must_use]
pub fn with_verb(cue: Option<&str>, words: String) -> String {
    match cue {
        Some(cue) if frames::acts(cue) && !words.contains(cue) => format!("{cue} {words}"),
        _ => words,
    }
}

/// Who says it, when, and through whom.
fn head(extraction: &Extraction<'_>, statement: &Statement) -> String {
    let who = match &statement.speaker {
        None => "Nobody is named as the speaker".to_owned(),
        Some(speaker) => {
            let name = speaker.name.as_deref().unwrap_or(&extraction.text[speaker.words.clone()]);
            match (&speaker.anonymous, speaker.by) {
                (Some(described), By::Unknown) => format!("Unnamed: {described}"),
                (Some(described), _) => format!("{name}, unnamed: {described}"),
                (None, By::New(_)) => format!("{name} (not on file)"),
                (None, _) => name.to_owned(),
            }
        }
    };
    let words = |date: &String| Date::parse(date).map_or_else(|_| date.clone(), |date| date.words());
    let date = statement.date.as_ref().map(|date| format!(", {}", words(date)));
    let via = (!statement.via.is_empty()).then(|| format!(", via {}", statement.via.join(", ")));
    let citing = (!statement.citing.is_empty()).then(|| format!(", citing {}", statement.citing.join(", ")));
    let more: String = [date, via, citing].into_iter().flatten().collect();
    format!("{who}{more}")
}

fn proposed(extraction: &Extraction<'_>, proposal: &Proposal) -> String {
    let words = extraction.text[proposal.words.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let stance = proposal.stance.key();
    let by = format!("by “{words}”");
    match &proposal.propositions[..] {
        [one] if proposal.question => format!("? {stance} {one}, a topic that is not on file; {by}"),
        [one] => format!("{stance} {one}; {by}; sure: {}", proposal.sure.word()),
        several => format!("? {stance} which of {}; {by}", several.join(", ")),
    }
}

fn summary(extraction: &Extraction<'_>) -> String {
    let known = extraction.statements.iter().filter(|statement| statement.known.is_some()).count();
    let new = || extraction.statements.iter().filter(|statement| statement.known.is_none());
    let all: Vec<&Proposal> = new().flat_map(|statement| &statement.proposals).collect();
    let questions = all.iter().filter(|proposal| proposal.question).count();
    format!(
        "{}, {} of them on file; {} and {} in the others.",
        counted(extraction.statements.len(), "statement", "statements"),
        known,
        counted(all.len() - questions, "proposed position", "proposed positions"),
        counted(questions, "question", "questions")
    )
}
