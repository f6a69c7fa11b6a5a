//! JSON, version 1: a frozen shape of its own. Keys may be added; one that changes or goes makes version 2.

use serde::Serialize;

use super::lines::Lines;
use super::safe;
use crate::check::Report;
use crate::finding::{Finding, Side};
use crate::ledger::Ledger;

/// The report as a JSON document, ended by a line break.
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    let lines = Lines::new(&report.ledger.texts);
    let counts = &report.counts;
    write(&Document {
        version: 1,
        as_of: report.as_of.map(|date| date.to_string()),
        counts: Counts {
            files: counts.files,
            statements: counts.statements,
            propositions: counts.propositions,
            agreements: counts.agreements,
            contradictions: counts.contradictions,
            unverified_links: counts.unverified_links,
            reconciled: counts.reconciled,
            problems: counts.problems,
            quotes_checked: counts.quotes_checked,
            quotes_unchecked: counts.quotes_unchecked,
        },
        findings: report.findings.iter().map(|finding| entry(report.ledger, finding, &lines)).collect(),
    })
}

#[derive(Serialize)]
struct Document<'r> {
    version: u8,
    as_of: Option<String>,
    counts: Counts,
    findings: Vec<Entry<'r>>,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    statements: usize,
    propositions: usize,
    agreements: usize,
    contradictions: usize,
    unverified_links: usize,
    reconciled: usize,
    problems: usize,
    quotes_checked: usize,
    quotes_unchecked: usize,
}

#[derive(Serialize)]
struct Entry<'r> {
    rule: &'static str,
    family: &'static str,
    level: &'static str,
    proposition: Option<&'r str>,
    reading: &'r str,
    parties: Vec<&'r str>,
    statements: Vec<&'r str>,
    sides: Vec<Stand<'r>>,
    message: &'r str,
    help: Option<&'r str>,
    reconciled: Option<&'r str>,
    accepted: bool,
    labels: Vec<Place<'r>>,
    /// The findings that granting a link would bring or take away: see `hanging`.
    hangs_on: Vec<JsonHanging<'r>>,
}

#[derive(Serialize)]
struct Stand<'r> {
    root: &'r str,
    sign: &'static str,
    stance: &'static str,
    values: &'r [String],
    statements: Vec<&'r str>,
    derived: bool,
    /// What the root does by it, after CAMEO; left out where nobody is accused.
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<JsonAct>,
}

/// An act and its code.
#[derive(Serialize)]
struct JsonAct {
    name: &'static str,
    cameo: Option<&'static str>,
}

#[derive(Serialize)]
struct Place<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    text: &'r str,
}

fn entry<'r>(ledger: &'r Ledger, finding: &'r Finding, lines: &Lines<'r>) -> Entry<'r> {
    let place = |label: &'r crate::finding::Label| {
        let position = lines.position(label.span);
        Place {
            file: lines.file(label.span).0,
            line: position.line,
            column: position.column,
            text: &label.text,
        }
    };
    Entry {
        rule: finding.rule,
        family: finding.family.singular(),
        level: finding.level.word(),
        proposition: finding.proposition.as_deref(),
        reading: &finding.reading,
        parties: sorted(finding.parties.iter().map(|party| ledger.party(*party).id.as_str())),
        statements: sorted(finding.statements.iter().map(|id| ledger.statement(*id).id.as_str())),
        sides: finding.sides.iter().map(|side| stand(ledger, side)).collect(),
        message: &finding.message,
        help: finding.help.as_deref(),
        reconciled: finding.reconciled.as_deref(),
        accepted: finding.accepted,
        labels: finding.labels.iter().map(place).collect(),
        hangs_on: finding.hangs_on.iter().map(JsonHanging::of).collect(),
    }
}

fn stand<'r>(ledger: &'r Ledger, side: &'r Side) -> Stand<'r> {
    Stand {
        root: &ledger.party(side.root).id,
        sign: side.sign.key(),
        stance: side.stance.key(),
        values: &side.values,
        statements: sorted(side.statements.iter().map(|id| ledger.statement(*id).id.as_str())),
        derived: side.derived,
        act: side.act.map(|act| JsonAct { name: act.name(), cameo: act.cameo() }),
    }
}

/// Ids in order, each once.
fn sorted<'r>(ids: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn write(document: &Document<'_>) -> String {
    let document = serde_json::to_string_pretty(document).expect("texts, numbers and lists always serialise");
    safe::json(&document).into_owned() + "\n"
}

/// A finding that would appear or disappear.
#[derive(Serialize)]
struct JsonHanging<'r> {
    change: &'static str,
    rule: &'static str,
    proposition: Option<&'r str>,
}

impl<'r> JsonHanging<'r> {
    fn of(hanging: &'r crate::finding::Hanging) -> Self {
        Self {
            change: if hanging.appears { "appears" } else { "disappears" },
            rule: hanging.rule,
            proposition: hanging.proposition.as_deref(),
        }
    }
}
