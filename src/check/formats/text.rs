//! Text for a terminal: each finding with its sides, then settled findings, then the summary.

use std::collections::BTreeMap;

use super::settled::{reason, settled};
use super::sides::Sides;
use super::{notes, nothing, quotes, summary};
use std::borrow::Cow;

use crate::check::Report;
use crate::layout::excerpt::excerpt;
pub(crate) use crate::layout::paint::{Role, paint};
use crate::layout::wrap::{columns, tag, wrap};
use crate::layout::{Style, safe};
use crate::ledger::words::counted;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::text::lines::Lines;

/// Largest number of problems in the record that are shown one by one, unless all are asked for: nobody reads more, and a
/// file of something else may have one in each line.
const MOST_PROBLEMS: usize = 1000;

/// The report as text. It ends with a line break, and means the same without colour.
#[must_use]
pub fn text(report: &Report<'_>, style: Style) -> String {
    let mut blocks = blocks(report, style);
    blocks.push(closing(report, style).join("\n"));
    blocks.join("\n\n") + "\n"
}

/// The findings of a report only, without the lines at its end.
#[must_use]
pub fn findings(report: &Report<'_>, style: Style) -> String {
    blocks(report, style).join("\n\n") + "\n"
}

/// The findings, then settled findings, in blocks to be parted by empty lines.
fn blocks(report: &Report<'_>, style: Style) -> Vec<String> {
    let lines = Lines::new(&report.ledger.texts);
    let sides = Sides::new(report, &lines, style);
    let mut blocks: Vec<String> = Vec::new();
    let told: Vec<&Finding> = report.findings.iter().filter(|finding| finding.counts()).collect();
    let (records, rest): (Vec<&Finding>, Vec<&Finding>) =
        told.into_iter().partition(|finding| finding.family == Family::Record);
    let shown = if style.all { records.len() } else { records.len().min(MOST_PROBLEMS) };
    blocks.extend(records[..shown].iter().map(|finding| problem(finding, &lines, style)));
    if let more @ 1.. = records.len() - shown {
        let more = counted(more, "more problem", "more problems");
        let told = format!("{more} in the record: `gainsay check --all` shows each of them");
        blocks.push(wrap(&told, style.columns(), 0).join("\n"));
    }
    let cases = by_folder(rest, &lines);
    for (folder, findings) in &cases {
        if cases.len() > 1 {
            blocks.push(paint(style.color, Role::Name, &format!("── {} ──", safe::line(folder))));
        }
        blocks.extend(findings.iter().map(|finding| match finding.family {
            Family::Agreement => clash(finding, &sides, style),
            _ if finding.level == Level::Note && !style.all => note(finding, &sides, style),
            _ => clash(finding, &sides, style),
        }));
    }
    for (heading, findings) in settled(report) {
        if !findings.is_empty() {
            let mut rows = vec![paint(style.color, Role::Name, heading)];
            for finding in findings {
                rows.extend(indented(headline(finding, &in_question(finding), style, 2)));
                let why = safe::line(&reason(report.ledger, finding)).into_owned();
                rows.extend(wrap(&why, style.columns() - 4, 0).into_iter().map(|row| format!("    {row}")));
            }
            blocks.push(rows.join("\n"));
        }
    }
    blocks
}

/// Findings, each as a report prints it.
pub(crate) fn each(report: &Report<'_>, findings: &[&Finding], style: Style) -> Vec<String> {
    let lines = Lines::new(&report.ledger.texts);
    let sides = Sides::new(report, &lines, style);
    let block = |finding: &&Finding| match (finding.family, finding.level) {
        (Family::Record, _) => problem(finding, &lines, style),
        (Family::Contradiction | Family::UnverifiedLink, Level::Note) if !style.all => {
            note(finding, &sides, style)
        }
        _ => clash(finding, &sides, style),
    };
    findings.iter().map(block).collect()
}

/// Findings by the folder of their first place, so that several cases in one store are told apart.
fn by_folder<'f>(findings: Vec<&'f Finding>, lines: &Lines<'_>) -> BTreeMap<String, Vec<&'f Finding>> {
    let mut cases: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let (file, _) = finding.labels.first().map(|label| lines.file(label.span)).unwrap_or_default();
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        cases.entry(folder.to_owned()).or_default().push(finding);
    }
    cases
}

/// The word for a finding in its headline: the level of an error and a note, the family of a warning.
pub(crate) fn word(finding: &Finding) -> Cow<'static, str> {
    match (finding.family, finding.level) {
        (_, Level::Error) | (Family::Record, _) => finding.level.word().into(),
        (Family::Agreement, _) => "agreement".into(),
        (_, Level::Note) => "note".into(),
        (Family::Draft, Level::Warning) => "warning".into(),
        (Family::Contradiction, Level::Warning) => "contradiction".into(),
        (Family::UnverifiedLink, Level::Warning) => finding.rule.id.replace('-', " ").into(),
    }
}

/// The subject of a finding, worded so that nobody takes it for a claim of ours.
pub(crate) fn in_question(finding: &Finding) -> String {
    let open = matches!(finding.family, Family::Contradiction | Family::UnverifiedLink);
    let reading = if open { &finding.question } else { &finding.reading };
    if finding.rule.tells == Tells::Reading { format!("on a reading, {reading}") } else { reading.clone() }
}

fn problem(finding: &Finding, lines: &Lines<'_>, style: Style) -> String {
    let what = if finding.message.trim().is_empty() { &finding.reading } else { &finding.message };
    let mut rows = headline(finding, what, style, 0);
    rows.extend(excerpt(finding, lines, style));
    rows.join("\n")
}

/// A note in a line or two, since there may be many.
fn note(finding: &Finding, sides: &Sides<'_>, style: Style) -> String {
    let mut rows = headline(finding, &in_question(finding), style, 0);
    rows.extend(sides.in_short(finding));
    rows.extend(indented(sides.also(finding)));
    rows.join("\n")
}

fn clash(finding: &Finding, sides: &Sides<'_>, style: Style) -> String {
    let mut rows = headline(finding, &in_question(finding), style, 0);
    rows.extend(sides.of(finding));
    let width = style.columns() - 2;
    let mut rest = wrap(&safe::line(&finding.told()), width, 0);
    rest.extend(sides.also(finding));
    // A note has no help and no pointer to the manual, since there may be many.
    let urgent = finding.level != Level::Note;
    if let Some(help) = finding.help.as_ref().filter(|_| urgent) {
        rest.extend(wrap(&format!("help: {}", safe::line(help)), width, 6));
    }
    if urgent && finding.family != Family::Agreement {
        explain(&mut rest, finding.rule.id, style);
    }
    rows.extend(indented(rest));
    rows.join("\n")
}

/// The headline: the word for a finding, its subject, and the rule at the right margin.
fn headline(finding: &Finding, what: &str, style: Style, indent: usize) -> Vec<String> {
    let word = format!("{}:", word(finding));
    let width = style.columns() - indent;
    let mut rows = wrap(&format!("{word} {}", safe::line(what)), width, 2);
    let rule = format!("[{}]", finding.rule.id);
    tag(&mut rows, &rule, &paint(style.color, Role::Faint, &rule), width);
    if let Some(rest) = rows[0].strip_prefix(&word) {
        rows[0] = paint(style.color, Role::of(finding), &word) + rest;
    }
    rows
}

/// Adds where to read more, after the last line where it fits.
fn explain(rows: &mut Vec<String>, rule: &str, style: Style) {
    let words = format!("Explain: gainsay explain {rule}");
    let shown = paint(style.color, Role::Faint, &words);
    match rows.last_mut() {
        Some(last) if columns(last) + 2 + columns(&words) <= style.columns() - 2 => {
            last.push_str("  ");
            last.push_str(&shown);
        }
        _ => rows.push(shown),
    }
}

fn closing(report: &Report<'_>, style: Style) -> Vec<String> {
    let as_of = report.as_of.map(|date| format!("As of {}:", date.words()));
    let all = as_of.into_iter().chain(report.only.clone()).chain([summary(report)]);
    let all = all.chain(nothing(report)).chain(notes(report)).chain(quotes(&report.counts));
    all.flat_map(|line| wrap(&safe::line(&line), style.columns(), 0)).collect()
}

fn indented(rows: Vec<String>) -> impl Iterator<Item = String> {
    rows.into_iter().map(|row| format!("  {row}"))
}
