//! Numbers of a document, counted before anything is cut.

use std::collections::BTreeSet;

use super::{Kind, kind};
use crate::check::Report;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, SourceId, StatementId};
use crate::rules::finding::{Finding, Tells};
use crate::views::timeline::Timeline;

/// Numbers of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Statements.
    pub statements: usize,
    /// Roots that speak in them.
    pub parties: usize,
    /// Sources in which they were read.
    pub sources: usize,
    /// The dates of the earliest and the latest statement; none where there are none.
    pub dates: Option<(Date, Date)>,
    /// Contradictions that count.
    pub contradicted: usize,
    /// Unverified links and the like that count, without unanswered accusations.
    pub unverified: usize,
    /// Unverified links that are notes: nobody denies them, and nothing hangs on them.
    pub lesser: usize,
    /// Accusations without an answer, of whatever weight.
    pub unanswered: usize,
    /// Agreements and shared positions.
    pub agreed: usize,
}

/// True when a finding is an unanswered accusation that nobody has dealt with.
#[must_use]
pub fn unanswered(finding: &Finding) -> bool {
    finding.rule.tells == Tells::Accusation && kind(finding).is_some()
}

impl Numbers {
    pub(super) fn of(report: &Report<'_>, timeline: &Timeline) -> Self {
        let ledger = report.ledger;
        let count = |fits: &dyn Fn(&Finding) -> bool| report.findings.iter().filter(|one| fits(one)).count();
        let of = |wanted| count(&|finding| kind(finding) == Some(wanted) && !unanswered(finding));
        let statements: BTreeSet<StatementId> =
            timeline.entries.iter().map(|entry| entry.statement).collect();
        let parties: BTreeSet<PartyId> = timeline.entries.iter().map(|entry| entry.root).collect();
        let sources: BTreeSet<SourceId> =
            statements.iter().filter_map(|id| ledger.statement(*id).source).collect();
        let dates = || timeline.entries.iter().map(|entry| entry.date);
        Self {
            statements: statements.len(),
            parties: parties.len(),
            sources: sources.len(),
            dates: dates().min_by_key(Date::order).zip(dates().max_by_key(Date::order)),
            contradicted: of(Kind::Contradictions),
            unverified: of(Kind::Unverified),
            lesser: count(&|finding| kind(finding) == Some(Kind::Notes) && finding.rule.tells == Tells::Link),
            unanswered: count(&unanswered),
            agreed: of(Kind::Agreements),
        }
    }
}
