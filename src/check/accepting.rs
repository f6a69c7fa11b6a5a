//! Which findings an editor has seen and accepted.

use crate::ledger::Ledger;
use crate::ledger::model::editorial::Accepted;
use crate::ledger::model::id::StatementId;
use crate::ledger::model::proposition::Proposition;
use crate::rules::Rule;
use crate::rules::finding::Finding;

/// Enters in a finding whether an editor has accepted it.
pub(super) fn settle(ledger: &Ledger, finding: &mut Finding) {
    finding.accepted = ledger.accepted.iter().any(|accepted| accepts(ledger, accepted, finding));
}

/// True when the rule and the proposition of a finding are those that an editor has accepted, where the record names them.
pub(super) fn may_accept(accepted: &Accepted, rule: &Rule, about: Option<Proposition>) -> bool {
    let named = accepted.rule.as_ref().map(|named| named == rule.id || named == rule.family.plural());
    let on = accepted.on.map(|on| Some(on) == about);
    (named.is_some() || on.is_some()) && named.unwrap_or(true) && on.unwrap_or(true)
}

/// True when an editor has accepted a finding, for which all that the record names must fit.
pub(crate) fn accepts(ledger: &Ledger, accepted: &Accepted, finding: &Finding) -> bool {
    let named = |id: &String| {
        finding.records.contains(id)
            || finding.statements.iter().any(|statement| ledger.statement(*statement).id == *id)
            || finding.parties.iter().any(|party| ledger.party(*party).id == *id)
    };
    // Statements that are later than the acceptance were not seen.
    let of_record = finding.records.iter().filter_map(|id| ledger.statements.find(id)).map(StatementId::from);
    let mut statements = finding.statements.iter().copied().chain(of_record);
    let seen = accepted
        .date
        .is_none_or(|date| !statements.any(|statement| ledger.statement(statement).date.later_than(&date)));
    may_accept(accepted, finding.rule, finding.about) && seen && accepted.between.iter().all(named)
}
