//! `gainsay what-if`: what would be found, and what each root would be on record for, if something were so.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::Output;
use super::store::{self, date};
use super::{UNREAD, reading};
use crate::check::options::Options;
use crate::check::what_if::{self, Change, OnRecord};
use crate::layout::safe;
use crate::layout::said::ids;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::words;
use crate::read::propositions;
use crate::reason::position::PositionId;
use crate::rules::Context;
use crate::rules::finding::Finding;

/// Show what would follow if propositions were granted or ruled out.
#[derive(Args)]
pub struct WhatIf {
    /// What to grant; `not` before a proposition rules it out: 'same-event(a, b)' 'not backs(c, d)'
    #[arg(value_name = "PROPOSITION", required = true)]
    propositions: Vec<String>,
    /// The folder that holds the ledger [default: the nearest: `claims`, or one with a `gainsay.schema.json`]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// The ledger as it stood on a date
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Date>,
    /// How to print: for reading, or for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How the answer is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs: version 1
    Json,
}

/// What is granted, and what is ruled out.
type Asked = (Vec<Proposition>, Vec<Proposition>);

impl WhatIf {
    pub fn run(&self, output: &mut Output) -> u8 {
        let options = Options { as_of: self.as_of, ..Options::default() };
        let Some(store) = store::open(self.store.as_deref(), options) else { return UNREAD };
        let ledger = store.case.ledger();
        let Some((granted, ruled_out)) = self.asked(ledger) else { return UNREAD };
        let reasoning = &store.case.reason().reasoning;
        // What stands is no question any more: granting it changes nothing.
        let context = Context::new(reasoning);
        let (standing, open): (Vec<Proposition>, Vec<Proposition>) =
            granted.into_iter().partition(|proposition| {
                let link = ledger.vocabulary.get(proposition.predicate).link;
                let id = reasoning.propositions.find(proposition).filter(|_| link);
                id.is_some_and(|id| context.stakes.standing(reasoning, id).borne_out())
            });
        let all: Vec<PositionId> = (0..reasoning.positions.len())
            .map(|at| PositionId(u32::try_from(at).unwrap_or(u32::MAX)))
            .collect();
        let change = what_if::what_if(reasoning, &all, &open, &ruled_out);
        match self.format {
            Format::Text => output.print(&text(ledger, &open, &ruled_out, &standing, &change)),
            Format::Json => output.print(&json(ledger, &open, &ruled_out, &standing, &change)),
        }
        reading::flaws(&store.case);
        store.case.status() as u8
    }

    /// Looks up what is asked; complains of what is not on file.
    fn asked(&self, ledger: &Ledger) -> Option<Asked> {
        let (mut granted, mut ruled_out) = (Vec::new(), Vec::new());
        for asked in &self.propositions {
            let (list, text) = match asked.trim().strip_prefix("not ") {
                Some(text) => (&mut ruled_out, text),
                None => (&mut granted, asked.as_str()),
            };
            let mut phrases = ledger.phrases.clone();
            let wrong = match propositions::resolve(ledger, &mut phrases, text) {
                Ok((proposition, None)) if !proposition.arguments().contains(&Argument::SPEAKER) => {
                    list.push(proposition);
                    continue;
                }
                Ok((_, None)) => {
                    ("nobody in particular is `self` here".to_owned(), "name the party".to_owned())
                }
                Ok((_, Some(_))) => (
                    format!("`{text}` has a value, and only what has none can be a premise"),
                    "leave the value out, or grant a link".to_owned(),
                ),
                Err(refusal) => (refusal.message, refusal.help),
            };
            Output::complain(&format!("gainsay: {}\nhelp: {}", wrong.0, wrong.1));
            return None;
        }
        Some((granted, ruled_out))
    }
}

fn sentence(ledger: &Ledger, proposition: &Proposition) -> String {
    words::sentence(ledger, proposition, None, crate::ledger::model::stance::Sign::Plus)
}

fn text(
    ledger: &Ledger,
    granted: &[Proposition],
    ruled_out: &[Proposition],
    standing: &[Proposition],
    change: &Change,
) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(&safe::line(text));
        out.push('\n');
    };
    for proposition in standing {
        line(&format!(
            "This stands already, so granting it changes nothing: {}.",
            sentence(ledger, proposition)
        ));
    }
    for proposition in granted {
        line(&format!("If it were so that {}:", sentence(ledger, proposition)));
    }
    for proposition in ruled_out {
        line(&format!("If it were ruled out that {}:", sentence(ledger, proposition)));
    }
    line("");
    if change.is_empty() {
        line("No finding would come or go, and nobody would be on record for anything more.");
        return out;
    }
    for (heading, reading) in [("Would be on record", false), ("Could be read as saying", true)] {
        let rows: Vec<&OnRecord> = change.on_record.iter().filter(|row| row.reading == reading).collect();
        if !rows.is_empty() {
            line(&format!("{heading}:"));
        }
        for row in rows {
            line(&format!(
                "  {}: {}  (from {})",
                ledger.party(row.root).name,
                row.words,
                ids(ledger, &row.statements).join(", ")
            ));
        }
    }
    let [appear, disappear] = [("Would appear", "It would say"), ("Would disappear", "It says")];
    for ((heading, says), findings) in [(appear, &change.appear), (disappear, &change.disappear)] {
        if !findings.is_empty() {
            line(&format!("{heading}:"));
        }
        for finding in findings {
            line(&format!("  a finding [{}] on “{}”", finding.rule.id, finding.reading));
            line(&format!("    {says}: “{}”", finding.told()));
        }
    }
    if !change.missing.is_empty() {
        line("Would still be missing, since nobody has said it:");
    }
    for (proposition, sentence) in &change.missing {
        line(&format!("  {sentence}: {proposition}"));
    }
    line("");
    line("Nobody has said any of this: it is what would follow, and says nothing on whether it is so.");
    out
}

#[derive(Serialize)]
struct Answer<'a> {
    version: u8,
    granted: Vec<String>,
    ruled_out: Vec<String>,
    verified: Vec<String>,
    on_record: Vec<Row<'a>>,
    appear: Vec<JsonFinding<'a>>,
    disappear: Vec<JsonFinding<'a>>,
    missing: Vec<&'a str>,
}

#[derive(Serialize)]
struct Row<'a> {
    root: &'a str,
    proposition: String,
    stance: &'static str,
    reading: bool,
    statements: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    rule: &'static str,
    proposition: Option<String>,
    parties: Vec<&'a str>,
    message: Cow<'a, str>,
}

fn json(
    ledger: &Ledger,
    granted: &[Proposition],
    ruled_out: &[Proposition],
    standing: &[Proposition],
    change: &Change,
) -> String {
    let names = |all: &[Proposition]| all.iter().map(|one| words::canonical(ledger, one)).collect();
    let answer = Answer {
        version: 1,
        granted: names(granted),
        ruled_out: names(ruled_out),
        verified: names(standing),
        on_record: change
            .on_record
            .iter()
            .map(|row| Row {
                root: &ledger.party(row.root).id,
                proposition: words::canonical(ledger, &row.proposition),
                stance: row.stance.key(),
                reading: row.reading,
                statements: ids(ledger, &row.statements),
            })
            .collect(),
        appear: found(ledger, &change.appear),
        disappear: found(ledger, &change.disappear),
        missing: change.missing.iter().map(|(proposition, _)| proposition.as_str()).collect(),
    };
    let document = serde_json::to_string_pretty(&answer).unwrap_or_default();
    safe::json(&document).into_owned() + "\n"
}

fn found<'a>(ledger: &'a Ledger, findings: &'a [Finding]) -> Vec<JsonFinding<'a>> {
    let of = |finding: &'a Finding| JsonFinding {
        rule: finding.rule.id,
        proposition: finding.on(ledger),
        parties: finding.parties.iter().map(|party| ledger.party(*party).id.as_str()).collect(),
        message: finding.told(),
    };
    findings.iter().map(of).collect()
}
