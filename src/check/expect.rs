//! Expectations: findings that a store must, or must not, have, compared with those that it has.

use super::Report;
use crate::ledger::model::editorial::Expectation;
use crate::ledger::words;
use crate::rules::finding::Finding;
use crate::text::Span;

/// The results of a store's expectations.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The number of expectations that were met.
    pub passed: usize,
    /// The expectations that were not met.
    pub failures: Vec<Failure>,
}

/// An expectation that was not met, or that could not be read.
#[derive(Debug)]
pub struct Failure {
    /// The place in the file where it is written.
    pub span: Span,
    /// The words for what was expected and what was found.
    pub message: String,
}

/// Compares the expectations of a report's store with its findings. An expectation that could not be read is a failure;
/// the findings about the record say why.
#[must_use]
pub fn outcome(report: &Report<'_>) -> Outcome {
    let ledger = report.ledger;
    let mut outcome = Outcome::default();
    for expectation in &ledger.expectations {
        let found = report.findings.iter().any(|finding| fits(expectation, finding));
        if found == expectation.finds {
            outcome.passed += 1;
        } else {
            outcome.failures.push(Failure { span: expectation.span, message: said(report, expectation) });
        }
    }
    for (span, message) in &ledger.unsound_expectations {
        outcome.failures.push(Failure { span: *span, message: message.clone() });
    }
    outcome
}

/// True when a finding is the one that an expectation describes.
fn fits(expectation: &Expectation, finding: &Finding) -> bool {
    let rule = expectation.rule == finding.rule.id || expectation.rule == finding.family.plural();
    let on = expectation.on.is_none_or(|on| Some(on) == finding.about);
    let between = expectation.between.iter().all(|party| finding.parties.contains(party));
    let only = !expectation.only || finding.parties.iter().all(|party| expectation.between.contains(party));
    rule && on && between && only && finding.reconciled.is_none()
}

fn said(report: &Report<'_>, expectation: &Expectation) -> String {
    let what = if expectation.finds { "was expected and not found" } else { "was found and not expected" };
    let mut text = format!("{} ", expectation.rule);
    if let Some(on) = &expectation.on {
        text.push_str(&format!("on {} ", words::canonical(report.ledger, on)));
    }
    if !expectation.between.is_empty() {
        let only = if expectation.only { "only " } else { "" };
        text.push_str(&format!("between {only}{} ", words::parties(report.ledger, &expectation.between)));
    }
    text.push_str(what);
    text
}
