//! JSON, version 1: a frozen shape of its own. Keys may be added; a key that changes or goes makes version 2.

mod standing;

use std::borrow::Cow;

use rayon::prelude::*;
use serde::Serialize;

use self::standing::JsonStandingBy;
use crate::check::{self, Report};
use crate::layout::safe;
use crate::ledger::Ledger;
use crate::ledger::words;
use crate::rules::finding::{Finding, Side};
use crate::text::lines::Lines;

/// The report as a JSON document, ended by a line break.
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    let mut document = String::new();
    write(report, |part| document.push_str(part));
    document
}

/// Calls `out` with the document part by part, so that a document of many findings is never in memory as a whole.
pub fn write(report: &Report<'_>, mut out: impl FnMut(&str)) {
    const AT_ONCE: usize = 1024;
    let lines = Lines::new(&report.ledger.texts);
    let head = pretty(&Head {
        version: 1,
        as_of: report.as_of.map(|date| date.to_string()),
        counts: Counts::of(&report.counts),
    });
    out(head.strip_suffix("\n}").unwrap_or(&head));
    out(",\n  \"findings\": [");
    for (at, findings) in report.findings.chunks(AT_ONCE).enumerate() {
        let part = |finding: &Finding| pretty(&entry(report.ledger, finding, &lines)).replace('\n', "\n    ");
        let parts: Vec<String> = findings.par_iter().map(part).collect();
        out(if at > 0 { ",\n    " } else { "\n    " });
        out(&parts.join(",\n    "));
    }
    out(if report.findings.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
}

/// The keys of a finding in the document, for the document of another command.
#[must_use]
pub fn told<'r>(ledger: &'r Ledger, finding: &'r Finding, lines: &Lines<'r>) -> impl Serialize + use<'r> {
    entry(ledger, finding, lines)
}

/// The keys of a finding in the document, as a JSON object.
#[must_use]
pub fn object<'r>(ledger: &'r Ledger, finding: &'r Finding, lines: &Lines<'r>) -> serde_json::Value {
    serde_json::to_value(entry(ledger, finding, lines)).unwrap_or_default()
}

#[derive(Serialize)]
struct Head {
    version: u8,
    as_of: Option<String>,
    counts: Counts,
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

impl Counts {
    fn of(counts: &check::Counts) -> Self {
        Self {
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
        }
    }
}

#[derive(Serialize)]
struct Entry<'r> {
    rule: &'static str,
    family: &'static str,
    level: &'static str,
    proposition: Option<String>,
    reading: &'r str,
    parties: Vec<&'r str>,
    statements: Vec<&'r str>,
    /// The records to which a finding about the record refers; left out where there are none.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    records: &'r [String],
    sides: Vec<Stand<'r>>,
    message: Cow<'r, str>,
    help: Option<&'r str>,
    reconciled: Option<&'r str>,
    accepted: bool,
    /// The finding into which it is folded, and in which it is told; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    folded_into: Option<JsonFolded>,
    /// How the link stands; left out where the finding is about no link.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    /// The parties and evidence by which it stands so; left out where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing_by: Option<JsonStandingBy<'r>>,
    labels: Vec<Place<'r>>,
    /// The findings that granting a link would bring or take away: see `hanging`.
    hangs_on: Vec<JsonHanging>,
}

#[derive(Serialize)]
struct Stand<'r> {
    root: &'r str,
    sign: &'static str,
    stance: &'static str,
    values: Vec<String>,
    /// The scope of the figures; left out where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'r str>,
    /// The day for which the figures hold; left out where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of_value: Option<String>,
    statements: Vec<&'r str>,
    derived: bool,
    /// The act, after CAMEO; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<JsonAct>,
}

/// The finding into which another is folded.
#[derive(Serialize)]
struct JsonFolded {
    rule: &'static str,
    proposition: Option<String>,
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
    let place = |label: &'r crate::rules::finding::Label| {
        let position = lines.position(label.span);
        Place {
            file: lines.file(label.span).0,
            line: position.line,
            column: position.column,
            text: &label.text,
        }
    };
    Entry {
        rule: finding.rule.id,
        family: finding.family.singular(),
        level: finding.level.word(),
        proposition: finding.on(ledger),
        reading: &finding.reading,
        parties: sorted(finding.parties.iter().map(|party| ledger.party(*party).id.as_str())),
        statements: sorted(finding.statements.iter().map(|id| ledger.statement(*id).id.as_str())),
        records: &finding.records,
        sides: finding.sides.iter().map(|side| stand(ledger, side)).collect(),
        message: finding.told(),
        help: finding.help.as_deref(),
        reconciled: finding.reconciled.as_deref(),
        accepted: finding.accepted,
        folded_into: finding.folding.into.as_ref().map(|into| JsonFolded {
            rule: into.rule.id,
            proposition: into.about.map(|about| words::canonical(ledger, &about)),
        }),
        standing: finding.standing.as_deref().map(|standing| standing.grade.word()),
        standing_by: finding.standing.as_deref().and_then(|standing| JsonStandingBy::of(ledger, standing)),
        labels: finding.labels.iter().map(place).collect(),
        hangs_on: finding.hangs_on.iter().map(|hanging| JsonHanging::of(ledger, hanging)).collect(),
    }
}

fn stand<'r>(ledger: &'r Ledger, side: &'r Side) -> Stand<'r> {
    Stand {
        root: &ledger.party(side.root).id,
        sign: side.sign.key(),
        stance: side.stance.key(),
        values: side.values.iter().map(|value| words::value_text(ledger, *value)).collect(),
        scope: side.scope.as_deref(),
        as_of_value: side.as_of_value.map(|day| day.to_string()),
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

/// A part of the document as text. Its line breaks are between its parts, never in a person's text, where they are
/// escaped.
fn pretty(part: &impl Serialize) -> String {
    let part = serde_json::to_string_pretty(part).expect("texts, numbers and lists always serialise");
    match safe::json(&part) {
        Cow::Borrowed(_) => part,
        Cow::Owned(safe) => safe,
    }
}
/// A finding that would appear or disappear.
#[derive(Serialize)]
struct JsonHanging {
    change: &'static str,
    rule: &'static str,
    proposition: Option<String>,
}

impl JsonHanging {
    fn of(ledger: &Ledger, hanging: &crate::rules::finding::Hanging) -> Self {
        Self {
            change: if hanging.appears { "appears" } else { "disappears" },
            rule: hanging.rule.id,
            proposition: hanging.about.map(|about| words::canonical(ledger, &about)),
        }
    }
}
