//! The audit as JSON, version 1. Places in the draft are counted in Unicode scalar values, marks excluded.

use serde::Serialize;

use super::claims::Attribution;
use super::findings::Noted;
use super::{Audit, Quoted};
use crate::attribution::speakers::{How, Speaker};
use crate::layout::said::{ids, write};
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::text::{FileId, SourceFile};

#[derive(Serialize)]
struct Document<'r> {
    version: u8,
    draft: &'r str,
    quotes: Vec<Quote<'r>>,
    attributions: Vec<Attributed<'r>>,
    coverage: Covered,
    /// Marks of quotation, and lines under a name, that were seen and not read as speech.
    unread: Unread,
    findings: Vec<DraftFinding<'r>>,
}

#[derive(Serialize)]
struct DraftFinding<'r> {
    rule: &'static str,
    level: &'static str,
    start: usize,
    end: usize,
    statements: Vec<&'r str>,
    message: &'r str,
    help: Option<&'r str>,
}

#[derive(Serialize)]
struct Attributed<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    verdict: &'static str,
    party: Option<&'r str>,
    statements: Vec<&'r str>,
    propositions: Vec<String>,
    message: &'r str,
}

#[derive(Serialize)]
struct Covered {
    sentences: usize,
    on_record: usize,
    otherwise: usize,
    no_record: usize,
}

#[derive(Serialize)]
struct Unread {
    marks: usize,
    lines: usize,
}

#[derive(Serialize)]
struct Quote<'r> {
    start: usize,
    end: usize,
    /// The note or comment in which it stands.
    r#in: Option<&'r str>,
    text: &'r str,
    verdict: &'static str,
    remarks: Vec<&'static str>,
    statements: Vec<&'r str>,
    speaker: Option<&'r str>,
    named: Option<&'r str>,
    /// The way in which the speaker was found.
    found: Option<&'static str>,
    difference: Option<Vec<Difference<'r>>>,
    stored: &'r [String],
}

#[derive(Serialize)]
struct Difference<'r> {
    draft: &'r str,
    stored: &'r str,
    touches: Vec<&'static str>,
}

/// The audit as JSON. `said` is what it says; the draft is this file of the ledger's texts.
#[must_use]
pub fn json(audit: &Audit<'_>, said: &[Noted], draft: FileId) -> String {
    let draft = audit.ledger.texts.file(draft);
    let places = Places::new(&draft.text);
    let quotes = audit.quotes.iter().map(|quoted| quote(audit, quoted, &places)).collect();
    let attributions =
        audit.attributions.iter().map(|attribution| attributed(audit.ledger, attribution, draft, &places));
    let coverage = Covered {
        sentences: audit.coverage.sentences,
        on_record: audit.coverage.on_record,
        otherwise: audit.coverage.otherwise,
        no_record: audit.coverage.sentences - audit.coverage.on_record - audit.coverage.otherwise,
    };
    let told = said.iter().filter(|noted| noted.told()).map(|noted| &noted.finding);
    let findings = told.map(|finding| DraftFinding {
        rule: finding.rule.id,
        level: finding.level.word(),
        start: places.of(finding.labels[0].span.start as usize),
        end: places.of(finding.labels[0].span.end as usize),
        statements: ids(audit.ledger, &finding.statements),
        message: &finding.reading,
        help: finding.help.as_deref(),
    });
    let findings = findings.collect();
    write(&Document {
        version: 1,
        draft: &draft.path,
        quotes,
        attributions: attributions.collect(),
        coverage,
        unread: Unread { marks: audit.unread, lines: audit.unlabelled },
        findings,
    })
}

fn attributed<'r>(
    ledger: &'r Ledger,
    attribution: &'r Attribution,
    draft: &'r SourceFile,
    places: &Places<'_>,
) -> Attributed<'r> {
    let range = attribution.range.clone();
    Attributed {
        start: places.of(range.start),
        end: places.of(range.end),
        text: &draft.text[range],
        verdict: attribution.standing.word(),
        party: attribution.party.map(|party| ledger.party(party).id.as_str()),
        statements: ids(ledger, &attribution.statements),
        propositions: attribution.proposition.iter().map(|one| words::canonical(ledger, one)).collect(),
        message: &attribution.message,
    }
}

fn quote<'r>(audit: &'r Audit<'_>, quoted: &'r Quoted, places: &Places<'_>) -> Quote<'r> {
    let ledger = audit.ledger;
    let difference = |hunks: &'r Vec<crate::text::quotes::difference::Hunk>| {
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
        r#in: audit.beside_at(quoted.range.start).map(|one| one.place.as_str()),
        text: &quoted.text,
        verdict: quoted.verdict.rule().id,
        remarks: quoted.remarks.iter().map(|remark| remark.rule().id).collect(),
        statements: ids(ledger, &quoted.statements),
        speaker: quoted
            .speaker
            .as_ref()
            .and_then(Speaker::party)
            .map(|party| ledger.party(party).id.as_str()),
        named: quoted.speaker.as_ref().and_then(Speaker::words),
        found: quoted.how.map(How::word),
        difference: (!quoted.difference.is_empty()).then(|| difference(&quoted.difference)),
        stored: &quoted.stored,
    }
}

/// Bytes of a text as Unicode scalar values.
struct Places<'t> {
    /// The first byte of every so many scalar values, with its number.
    known: Vec<(usize, usize)>,
    text: &'t str,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        let known =
            text.char_indices().enumerate().step_by(256).map(|(number, (at, _))| (at, number)).collect();
        Self { known, text }
    }

    /// The number of the scalar value that begins at a byte.
    fn of(&self, byte: usize) -> usize {
        let before = self.known.partition_point(|(at, _)| *at <= byte);
        let (at, number) = before.checked_sub(1).map_or((0, 0), |last| self.known[last]);
        number + self.text[at..byte].chars().count()
    }
}
