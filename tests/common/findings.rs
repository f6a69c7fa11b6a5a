//! Small ledgers and findings, built by hand.
#![allow(dead_code, clippy::unwrap_used)] // each test file uses its part

use std::collections::BTreeMap;

use gainsay::check::{Counts, Report};
use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::entity::Entity;
use gainsay::ledger::model::event::Event;
use gainsay::ledger::model::id::{PartyId, SourceId, StatementId};
use gainsay::ledger::model::party::{Party, PartyKind};
use gainsay::ledger::model::seldom::Rarer;
use gainsay::ledger::model::source::Source;
use gainsay::ledger::model::stance::Stance;
use gainsay::ledger::model::statement::{Quote, Statement};
use gainsay::read::propositions;
use gainsay::rules;
use gainsay::rules::finding::{Family, Finding, Folding, Label, Level, Side};
use gainsay::text::{FileId, Span};

/// A text of forty lines of twenty bytes, so that a span's line is easy to see.
pub fn file(ledger: &mut Ledger, path: &str) -> FileId {
    ledger.texts.add(path.to_owned(), "a line of some text\n".repeat(40))
}

/// The word at the beginning of a line of such a text.
pub fn at(file: FileId, line: u32) -> Span {
    Span { file, start: (line - 1) * 20, end: (line - 1) * 20 + 6 }
}

pub fn party(ledger: &mut Ledger, id: &str, name: &str) -> PartyId {
    let party = Party {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: PartyKind::State,
        aliases: Vec::new(),
        title: None,
        part_of: Vec::new(),
        span: at(FileId(0), 1),
    };
    PartyId::from(ledger.parties.add(party))
}

pub fn source(ledger: &mut Ledger, id: &str, outlet: PartyId) -> SourceId {
    let source = Source {
        id: id.to_owned(),
        outlet: Some(outlet),
        title: None,
        url: None,
        published: None,
        retrieved: None,
        archive: None,
        sha256: None,
        language: None,
        translated_from: None,
        reliability: None,
        corrected: None,
        withdrawn: None,
        note: None,
        span: at(FileId(0), 1),
    };
    SourceId::from(ledger.sources.add(source))
}

pub fn statement(ledger: &mut Ledger, id: &str, by: PartyId, quote: &str, line: u32) -> StatementId {
    let span = at(FileId(0), line);
    let statement = Statement {
        by: [by].into(),
        date: Date::parse("2024-01-28").unwrap(),
        source: Some(SourceId::from(0)),
        quote: (!quote.is_empty()).then(|| Quote::new(quote, span, &ledger.texts)).into_iter().collect(),
        seldom: Rarer { note: Some("never shown".to_owned()), ..Rarer::default() }.into(),
        ..Statement::named(id, span)
    };
    StatementId::from(ledger.statements.add(statement))
}

pub fn side(root: PartyId, stance: Stance, says: &str, statements: &[StatementId]) -> Side {
    Side {
        act: None,
        root,
        sign: stance.sign(),
        stance,
        values: Vec::new(),
        scope: None,
        as_of_value: None,
        statements: statements.to_vec(),
        own_words: BTreeMap::new(),
        derived: false,
        says: says.to_owned(),
        say: String::new(),
        read: false,
        way: Vec::new(),
    }
}

pub fn finding(rule: &str, family: Family, level: Level, reading: &str, message: &str) -> Finding {
    Finding {
        hangs_on: Vec::new(),
        hanging: Vec::new(),
        beyond: None,
        rule: rules::find(rule).expect(rule),
        family,
        level,
        about: None,
        reading: reading.to_owned(),
        question: format!("whether {reading}"),
        parties: Vec::new(),
        statements: Vec::new(),
        records: Vec::new(),
        sides: Vec::new(),
        message: message.to_owned(),
        help: None,
        reconciled: None,
        accepted: false,
        folding: Folding::default(),
        standing: None,
        labels: Vec::new(),
    }
}

pub fn problem(rule: &str, message: &str, span: Span, text: &str) -> Finding {
    let labels = vec![Label { span, text: text.to_owned() }];
    Finding { labels, ..finding(rule, Family::Record, Level::Error, "", message) }
}

pub fn report(ledger: &Ledger, findings: Vec<Finding>) -> Report<'_> {
    Report { ledger, as_of: None, only: None, findings, counts: Counts::default() }
}

/// Harbour: a state accuses, a group denies; a wire reports. A contradiction with both sides.
pub fn harbour(ledger: &mut Ledger) -> Finding {
    file(ledger, "claims/harbour.yaml");
    let wire = party(ledger, "wire", "The Wire");
    source(ledger, "wire-1", wire);
    let north = party(ledger, "north", "Northland");
    let league = party(ledger, "league", "League of the Free Coast and Its Islands");
    let envoy = party(ledger, "envoy", "Ann Envoy");
    let says = statement(ledger, "north-says", envoy, "we have no doubt that the League did this", 12);
    let more = statement(ledger, "north-again", wire, "", 20);
    ledger.statements.at_mut(more.index()).by = [north].into();
    ledger.statements.at_mut(more.index()).anonymous = Some("senior official".to_owned());
    let denies = statement(ledger, "league-denies", league, "It was not us", 31);
    ledger.vocabulary = gainsay::read::texts(Vec::new(), &[]).ledger.vocabulary;
    ledger.events.add(Event::named("harbour-strike", at(FileId(0), 1)));
    Finding {
        about: propositions::resolve_name(ledger, "carried-out(league, harbour-strike)"),
        parties: vec![north, league],
        statements: vec![says, more, denies],
        sides: vec![
            side(north, Stance::Asserts, "asserts it: carried out the Harbour strike", &[says, more]),
            side(league, Stance::Denies, "denies it: denies any involvement", &[denies]),
        ],
        help: Some("ask both for what they rest it on".to_owned()),
        labels: vec![Label { span: at(FileId(0), 12), text: "asserts it".to_owned() }],
        ..finding(
            "direct-contradiction",
            Family::Contradiction,
            Level::Warning,
            "the League of the Free Coast carried out the Harbour strike",
            "Northland says it is so, the League says it is not. Both say so with certainty.",
        )
    }
}

/// The text without its colour.
pub fn plain(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once('m').map_or(part, |(_, rest)| rest))
}

/// The columns of the widest line.
pub fn widest(text: &str) -> usize {
    text.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0)
}
