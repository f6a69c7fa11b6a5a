//! `gainsay show`: one party, event, place, topic, source, statement or proposition, and all that touches it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::output::{Destination, Output};
use super::store::{self, date};
use super::{UNREAD, reading};
use crate::check::Case;
use crate::check::options::Options;
use crate::layout::Style;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::rules::finding::Finding;
use crate::views::page;
use crate::views::show as pages;
use crate::views::show::{Subject, Unknown};
use crate::write::emit;

/// Print one party, event, place, topic, source, statement or proposition and all that touches it.
#[derive(Args)]
pub struct Show {
    /// An id of any kind, or a proposition in canonical text: 'involved-in(norland, harbour-strike)'
    #[arg(value_name = "ID")]
    id: String,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// The ledger as it stood on a date
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Date>,
    /// How to print: for reading, for pasting, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    destination: Destination,
}

/// How a page is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For pasting into a document
    Markdown,
    /// For programs: version 1
    Json,
    /// The record itself, as a ledger file holds it
    Yaml,
}

impl Show {
    pub fn run(&self, output: &mut Output) -> u8 {
        let Some(mut store) = store::open(self.store.as_deref(), Options::default()) else { return UNREAD };
        if !store.spares(self.destination.file()) {
            return UNREAD;
        }
        let found = pages::find(store.case.ledger(), &self.id)
            .and_then(|subjects| as_of(&mut store.case, self.as_of, subjects));
        let subjects = match found {
            Ok(subjects) => subjects,
            Err(unknown) => return refuse(&unknown),
        };
        let ledger = store.case.ledger();
        let reasoned = store.case.reason();
        let shown =
            |finding: &Finding| subjects.iter().any(|subject| pages::may_show(ledger, *subject, finding));
        let report = reasoned.report_hanging(&shown);
        let pages = pages::pages(&reasoned.reasoning, &report, &subjects);
        let style = Style { explain: true, ..self.destination.style() };
        let mut text = match self.format {
            Format::Text => page::text(&pages, &ledger.texts, style),
            Format::Markdown => page::markdown(&pages, &ledger.texts),
            Format::Json => page::json(&pages, &ledger.texts, self.as_of),
            Format::Yaml => match records(ledger, &subjects) {
                Ok(text) => text,
                Err(unknown) => return refuse(&unknown),
            },
        };
        if let (Some(date), Format::Text | Format::Markdown) = (self.as_of, self.format) {
            text = format!("As of {}:\n\n{text}", date.words());
        }
        output.write(text.as_bytes(), self.destination.file());
        reading::flaws(&store.case);
        store.case.status() as u8
    }
}

/// Says why nothing is printed, and what to do.
fn refuse(unknown: &Unknown) -> u8 {
    let help = if unknown.help.is_empty() { String::new() } else { format!("\nhelp: {}", unknown.help) };
    Output::complain(&format!("gainsay: {}{help}", unknown.message));
    UNREAD
}

/// Records as a ledger file holds them.
fn records(ledger: &Ledger, subjects: &[Subject]) -> Result<String, Unknown> {
    let unknown =
        |message: &str, help: &str| Err(Unknown { message: message.to_owned(), help: help.to_owned() });
    let mut text = String::new();
    for subject in subjects {
        text.push_str(&match *subject {
            Subject::Party(id) => emit::party(ledger, id),
            Subject::Event(id) => emit::event(ledger, id),
            Subject::Place(id) => emit::place(ledger, id),
            Subject::Topic(id) => emit::topic(ledger, id),
            Subject::Source(id) => emit::source(ledger, id),
            Subject::Statement(id) if !ledger.statement(id).on_record() => {
                return unknown(
                    "something in the record of that statement is wrong, so it was set aside and cannot be printed",
                    "`gainsay check` says what is wrong; correct it first",
                );
            }
            Subject::Statement(id) => emit::statement(ledger, id),
            Subject::Proposition(_) => {
                return unknown(
                    "a proposition is no record, and only records are printed as YAML",
                    "leave out `--format yaml`, or give the id of a statement that names it",
                );
            }
        });
    }
    Ok(text)
}

/// Takes a case back to a date; a statement of later does not exist yet.
fn as_of(case: &mut Case, date: Option<Date>, mut subjects: Vec<Subject>) -> Result<Vec<Subject>, Unknown> {
    let Some(date) = date else { return Ok(subjects) };
    let spoke = |ledger: &Ledger, subject: &Subject| match subject {
        Subject::Statement(id) => ledger.statement(*id).on_record(),
        _ => false,
    };
    let before: Vec<Subject> =
        subjects.iter().copied().filter(|subject| spoke(case.ledger(), subject)).collect();
    case.take_back(date);
    subjects.retain(|subject| !before.contains(subject) || spoke(case.ledger(), subject));
    if subjects.is_empty() {
        return Err(Unknown {
            message: format!("that statement was not on record yet on {}", date.words()),
            help: "leave out `--as-of`, or give a later date".to_owned(),
        });
    }
    Ok(subjects)
}
