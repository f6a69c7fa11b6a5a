//! An extraction for programs.

use serde_json::{Value, json};

use super::{By, Extraction, Proposal, Statement};
use crate::text::points::Points;

/// Version 1 of the public JSON of `extract`. Places are counted in Unicode code points of the article's text.
#[must_use]
pub fn json(extraction: &Extraction<'_>) -> String {
    let points = Points::new(extraction.text);
    let statements: Vec<Value> =
        extraction.statements.iter().map(|statement| one(extraction, &points, statement)).collect();
    let newcomers: Vec<Value> = extraction
        .newcomers
        .iter()
        .map(|new| {
            json!({
                "list": new.list,
                "id": new.id,
                "name": new.name,
                "kind": new.kind,
                "title": new.title,
                "part_of": new.part_of,
                "words": points.pair(&new.words),
            })
        })
        .collect();
    let ledger = extraction.ledger;
    let document = json!({
        "version": 1,
        "source": extraction.wanted.source.map(|source| &ledger.source(source).id),
        "about": extraction.wanted.about.map(|event| &ledger.event(event).id),
        "statements": statements,
        "new": newcomers,
    });
    format!("{document:#}\n")
}

fn one(extraction: &Extraction<'_>, points: &Points<'_>, statement: &Statement) -> Value {
    let text = extraction.text;
    let start = statement.pieces.first().map_or(0, |piece| piece.start);
    let end = statement.pieces.last().map_or(0, |piece| piece.end);
    let speaker = statement.speaker.as_ref().map(|speaker| {
        let id = match speaker.by {
            By::Party(party) => Some(extraction.ledger.party(party).id.as_str()),
            By::New(at) => Some(extraction.newcomers[at].id.as_str()),
            By::Unknown => None,
        };
        json!({
            "text": &text[speaker.words.clone()],
            "name": speaker.name,
            "id": id,
            "new": matches!(speaker.by, By::New(_)),
            "anonymous": speaker.anonymous,
        })
    });
    let all = |question: bool| -> Vec<Value> {
        let wanted = statement.proposals.iter().filter(|proposal| proposal.question == question);
        wanted.map(|proposal| proposed(points, proposal)).collect()
    };
    let mut value = json!({
        "start": points.of(start),
        "end": points.of(end),
        "speaker": speaker,
        "cue": statement.cue.as_ref().map(|cue| &text[cue.clone()]),
        "how": statement.speaker.as_ref().map(|speaker| speaker.how.word()),
        "kind": statement.kind.word(),
        "date": statement.date,
        "paragraph": statement.paragraph,
        "via": statement.via,
        "citing": statement.citing,
        "known": statement.known.map(|id| &extraction.ledger.statement(id).id),
        "propositions": all(false),
        "questions": all(true),
    });
    if statement.pieces.len() > 1 {
        let pieces: Vec<_> = statement.pieces.iter().map(|piece| points.pair(piece)).collect();
        value["pieces"] = json!(pieces);
    }
    value
}

fn proposed(points: &Points<'_>, proposal: &Proposal) -> Value {
    let mut value = json!({
        "stance": proposal.stance.key(),
        "words": points.pair(&proposal.words),
        "sure": proposal.sure.word(),
    });
    match &proposal.propositions[..] {
        [one] => value["proposition"] = json!(one),
        several => value["one_of"] = json!(several),
    }
    value
}
