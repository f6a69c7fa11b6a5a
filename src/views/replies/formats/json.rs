//! The right of reply as JSON, version 1.

use serde::Serialize;

use crate::layout::said::{self, Place, Said, place, said};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::words;
use crate::text::lines::Lines;
use crate::views::replies::{Accusation, Replies, Word};

#[derive(Serialize)]
struct Document<'r> {
    version: u8,
    as_of: Option<String>,
    of_descriptions: usize,
    parties: Vec<Accused<'r>>,
}

#[derive(Serialize)]
struct Accused<'r> {
    root: &'r str,
    name: &'r str,
    accusations: Vec<Charge<'r>>,
    questions: Vec<&'r str>,
}

#[derive(Serialize)]
struct Charge<'r> {
    proposition: String,
    reading: &'r str,
    status: &'static str,
    answered: bool,
    accusers: Vec<Spoken<'r>>,
    answers: Vec<Spoken<'r>>,
    hearsay: Vec<Spoken<'r>>,
    beside: &'r [String],
    requests: Vec<Request<'r>>,
    within: Option<&'r str>,
    question: Option<&'r str>,
}

#[derive(Serialize)]
struct Spoken<'r> {
    root: &'r str,
    stance: &'static str,
    says: &'r str,
    hearsay: bool,
    #[serde(flatten)]
    said: Said<'r>,
}

#[derive(Serialize)]
struct Request<'r> {
    date: Option<String>,
    outcome: Option<&'r str>,
    place: Place<'r>,
}

/// The right of reply as a JSON document.
#[must_use]
pub fn json(ledger: &Ledger, replies: &Replies, as_of: Option<Date>) -> String {
    let lines = Lines::new(&ledger.texts);
    let parties = replies.accused.iter().map(|accused| Accused {
        root: &ledger.party(accused.root).id,
        name: &ledger.party(accused.root).name,
        accusations: accused.accusations.iter().map(|one| charge(ledger, &lines, one)).collect(),
        questions: super::questions(&accused.accusations),
    });
    said::write(&Document {
        version: 1,
        as_of: as_of.map(|date| date.to_string()),
        of_descriptions: replies.of_descriptions,
        parties: parties.collect(),
    })
}

fn charge<'r>(ledger: &'r Ledger, lines: &Lines<'r>, one: &'r Accusation) -> Charge<'r> {
    let spoken = |words: &'r [Word]| -> Vec<Spoken<'r>> {
        let spoken = |word: &'r Word| Spoken {
            root: &ledger.party(word.root).id,
            stance: word.stance.key(),
            says: &word.says,
            hearsay: word.hearsay,
            said: said(ledger, lines, word.statement),
        };
        words.iter().map(spoken).collect()
    };
    Charge {
        proposition: words::canonical(ledger, &one.proposition),
        reading: &one.reading,
        status: super::status(one),
        answered: one.answered,
        accusers: spoken(&one.accusers),
        answers: spoken(&one.answers),
        hearsay: spoken(&one.hearsay),
        beside: &one.beside,
        requests: one
            .requests
            .all()
            .iter()
            .map(|request| Request {
                date: request.date.map(|date| date.to_string()),
                outcome: request.outcome.as_deref(),
                place: place(lines, request.span),
            })
            .collect(),
        within: one.within.as_deref(),
        question: one.question.as_deref(),
    }
}
