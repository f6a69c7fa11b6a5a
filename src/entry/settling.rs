//! An editor's decision on one finding: it is accepted as it is, or its statements are reconciled; always for a reason.

use super::desk::Change;
use super::draft::Draft;
use super::outlook::{Foreseen, Outlook};
use super::placing::{self, Files};
use crate::check::identity::{Identity, name};
use crate::check::{Report, accepts};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::editorial::Accepted;
use crate::read::fields::{self, REASONS};
use crate::rules::finding::{Family, Finding};
use crate::text::{FileId, Span};
use crate::views::compare;
use crate::write::emit;
use crate::write::store::Failure;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision<'d> {
    /// The finding is seen and left as it is.
    Accept,
    /// What looks like a contradiction is none, for a reason that is one of the words of the ledger.
    Reconcile(&'d str),
}

/// Who decides, when and why.
#[derive(Clone, Copy, Debug)]
pub struct Editor<'e> {
    /// His or her name.
    pub by: &'e str,
    /// The day; none where it is not known.
    pub today: Option<Date>,
    /// The reason in words.
    pub note: &'e str,
}

/// A decision as it would be written.
pub struct Settled {
    /// The files that would change.
    pub changes: Vec<Change>,
    /// The record, as it would be written.
    pub yaml: String,
    /// The path of its file.
    pub path: String,
    /// What it would bring.
    pub foreseen: Foreseen,
    /// What the change is called where it is taken back.
    pub what: String,
}

/// The finding of a name, as a report has it; none where there is none, or it does not count any more.
#[must_use]
pub fn find<'r>(report: &'r Report<'_>, wanted: &str) -> Option<&'r Finding> {
    report.findings.iter().find(|finding| finding.counts() && name(report.ledger, finding) == wanted)
}

/// Whether the statements of a finding can be reconciled with one another.
#[must_use]
pub fn reconcilable(finding: &Finding) -> bool {
    finding.family == Family::Contradiction && finding.statements.len() > 1
}

/// Whether a finding can be accepted by itself: it names a proposition, or records.
#[must_use]
pub fn acceptable(finding: &Finding) -> bool {
    finding.about.is_some() || !finding.records.is_empty() || !finding.statements.is_empty()
}

/// A decision on the finding of a name, as it would be written; none where the finding is not there any more as it was seen.
///
/// # Errors
/// Something is missing, or the decision would not settle the finding.
pub fn settle(
    outlook: &Outlook,
    wanted: &str,
    decision: Decision<'_>,
    editor: Editor<'_>,
) -> Result<Option<Settled>, Failure> {
    let reasoned = outlook.case.reason();
    let report = reasoned.report();
    let ledger = report.ledger;
    let Some(finding) = find(&report, wanted) else { return Ok(None) };
    let draft = match decision {
        Decision::Accept => acceptance(&report, finding, editor)?,
        Decision::Reconcile(reason) => reconciliation(ledger, finding, reason, editor)?,
    };
    let yaml = emit::one(draft.list.name, draft.record());
    let files = Files { ledger, store: outlook.writer.name(), texts: outlook.writer.texts() };
    let (changes, placed) = placing::place(&files, None, vec![draft])?;
    let before = compare::taken(&reasoned.reasoning, &report, outlook.case.options());
    let foreseen = outlook.foresee(&before, &changes);
    let own = Identity::of(ledger, finding);
    let settled =
        |found: &&compare::Kept| found.identity == own && (found.accepted || found.reconciled.is_some());
    let times = |snapshot: &compare::Snapshot| snapshot.findings.iter().filter(settled).count();
    if foreseen.wrong().next().is_none() && times(&foreseen.after) <= times(&before) {
        return Err(match decision {
            Decision::Accept => {
                failure("It cannot be accepted by itself.", "Change the records that it names.")
            }
            Decision::Reconcile(_) => failure(
                "This finding does not go away where its statements are reconciled.",
                "Accept it, if it is to stay as it is.",
            ),
        });
    }
    let verb = if decision == Decision::Accept { "accept" } else { "reconcile" };
    let what = format!("{verb} {}", finding.rule.id);
    let path = placed.into_iter().next().map(|placed| placed.path).unwrap_or_default();
    Ok(Some(Settled { changes, yaml, path, foreseen, what }))
}

/// The acceptance of one finding, and of no other that there is: by its proposition and roots or the records that it names, and
/// where that is not enough by its statements.
fn acceptance(report: &Report<'_>, finding: &Finding, editor: Editor<'_>) -> Result<Draft, Failure> {
    let ledger = report.ledger;
    if editor.note.is_empty() {
        return Err(failure("Say why it is left as it is.", "Whoever meets it next asks for the reason."));
    }
    let statements: Vec<String> =
        finding.statements.iter().map(|id| ledger.statement(*id).id.clone()).collect();
    let mut named = if finding.records.is_empty() {
        finding.parties.iter().map(|id| ledger.party(*id).id.clone()).collect()
    } else {
        finding.records.clone()
    };
    named.sort();
    let record = |between: &[String], date| Accepted {
        rule: Some(finding.rule.id.to_owned()),
        on: finding.about,
        between: between.to_vec(),
        by: None,
        date,
        note: None,
        span: Span { file: FileId(0), start: 0, end: 0 },
    };
    let alone = |between: &Vec<String>| {
        let accepted = record(between, None);
        let others =
            report.findings.iter().filter(|other| other.counts() && accepts(ledger, &accepted, other));
        (finding.about.is_some() || !between.is_empty()) && others.count() == 1
    };
    let Some(between) = [named, statements].into_iter().find(alone) else {
        return Err(failure(
            "It cannot be accepted by itself: nothing that it names tells it from others of its kind.",
            "Change the record that it is about.",
        ));
    };
    // Whoever accepts it has seen a statement that is dated later than today as well: without a day it is accepted too.
    let date = editor.today.filter(|day| accepts(ledger, &record(&between, Some(*day)), finding));
    let mut draft = begun("accepted", editor, date)?;
    draft.give("rule", finding.rule.id.to_owned());
    if let Some(on) = finding.on(ledger) {
        draft.give("on", on);
    }
    for id in between {
        draft.give("between", id);
    }
    Ok(draft)
}

/// The reconciliation of the statements of a finding, on its proposition.
fn reconciliation(
    ledger: &Ledger,
    finding: &Finding,
    reason: &str,
    editor: Editor<'_>,
) -> Result<Draft, Failure> {
    if !REASONS.contains(&reason) {
        return Err(failure("Say why it is no contradiction.", "Choose one of the reasons."));
    }
    if !reconcilable(finding) {
        return Err(failure("Only a contradiction between statements is reconciled.", "Accept it instead."));
    }
    let mut draft = begun("reconciliations", editor, editor.today)?;
    let mut between: Vec<&String> = finding.statements.iter().map(|id| &ledger.statement(*id).id).collect();
    between.sort();
    for id in between {
        draft.give("between", id.clone());
    }
    if let Some(on) = finding.on(ledger) {
        draft.give("on", on);
    }
    draft.give("reason", reason.to_owned());
    Ok(draft)
}

/// The draft of a decision, with who decided, when, and the remark.
fn begun(list: &str, editor: Editor<'_>, date: Option<Date>) -> Result<Draft, Failure> {
    if editor.by.is_empty() {
        return Err(failure("Say who decides.", "A name or initials will do."));
    }
    let list = fields::list(list).unwrap_or(&fields::LISTS[0]);
    let mut draft = Draft::new(list);
    draft.give("by", editor.by.to_owned());
    if let Some(date) = date {
        draft.give("date", date.to_string());
    }
    if !editor.note.is_empty() {
        draft.give("note", editor.note.to_owned());
    }
    Ok(draft)
}

fn failure(message: &str, help: &str) -> Failure {
    Failure { message: message.to_owned(), help: help.to_owned() }
}
