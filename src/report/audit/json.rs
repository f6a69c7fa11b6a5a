//! The audit as JSON, version 1. Places in the draft are counted in Unicode scalar values, marks excluded.

use serde::Serialize;

use crate::audit::speakers::Speaker;
use crate::audit::{Audit, Quoted};
use crate::ledger::Ledger;
use crate::report::said::{ids, write};

#[derive(Serialize)]
struct Document<'r> {
    version: u8,
    draft: &'r str,
    quotes: Vec<Quote<'r>>,
}

#[derive(Serialize)]
struct Quote<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    verdict: &'static str,
    remarks: Vec<&'static str>,
    statements: Vec<&'r str>,
    speaker: Option<&'r str>,
    named: Option<&'r str>,
    difference: Option<Vec<Difference<'r>>>,
    stored: &'r [String],
}

#[derive(Serialize)]
struct Difference<'r> {
    draft: &'r str,
    stored: &'r str,
    touches: Vec<&'static str>,
}

/// The audit of the draft of that name and text as JSON.
#[must_use]
pub fn json(audit: &Audit<'_>, name: &str, text: &str) -> String {
    let places = Places::new(text);
    let quotes = audit.quotes.iter().map(|quoted| quote(audit.ledger, quoted, &places)).collect();
    write(&Document { version: 1, draft: name, quotes })
}

fn quote<'r>(ledger: &'r Ledger, quoted: &'r Quoted, places: &Places) -> Quote<'r> {
    let difference = |hunks: &'r Vec<crate::quotes::difference::Hunk>| {
        hunks
            .iter()
            .map(|hunk| Difference {
                draft: &hunk.draft,
                stored: &hunk.stored,
                touches: hunk.touches.iter().map(|touch| touch.word()).collect(),
            })
            .collect()
    };
    Quote {
        start: places.of(quoted.range.start),
        end: places.of(quoted.range.end),
        text: &quoted.text,
        verdict: quoted.verdict.word(),
        remarks: quoted.remarks.iter().map(|remark| remark.word()).collect(),
        statements: ids(ledger, &quoted.statements),
        speaker: quoted
            .speaker
            .as_ref()
            .and_then(Speaker::party)
            .map(|party| ledger.party(party).id.as_str()),
        named: quoted.speaker.as_ref().and_then(|speaker| match speaker {
            Speaker::Unknown(name) => Some(name.as_str()),
            Speaker::Party(_) => None,
        }),
        difference: (!quoted.difference.is_empty()).then(|| difference(&quoted.difference)),
        stored: &quoted.stored,
    }
}

/// Bytes of a text as Unicode scalar values.
pub struct Places {
    /// The first byte of every hundredth or so scalar value, with its number.
    known: Vec<(usize, usize)>,
    text: String,
}

impl Places {
    /// The places of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let known =
            text.char_indices().enumerate().step_by(256).map(|(number, (at, _))| (at, number)).collect();
        Self { known, text: text.to_owned() }
    }

    /// The number of the scalar value that begins at a byte.
    #[must_use]
    pub fn of(&self, byte: usize) -> usize {
        let before = self.known.partition_point(|(at, _)| *at <= byte);
        let (at, number) = before.checked_sub(1).map_or((0, 0), |last| self.known[last]);
        number + self.text[at..byte].chars().count()
    }
}
