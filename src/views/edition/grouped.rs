//! The findings that are told, in their groups: those of one matter together.

use rustc_hash::FxHashMap;

use super::Group;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::Proposition;
use crate::rules::finding::{Finding, Tells};
use crate::views::document::{Document, Kind, kind_of};

/// The group of a finding; none where it is about the record, or told with another. That an editor has accepted it takes
/// it off the editor's list, not from what readers are told.
pub(super) fn group(finding: &Finding) -> Option<Group> {
    match kind_of(finding).filter(|_| finding.folding.into.is_none())? {
        _ if finding.reconciled.is_some() => Some(Group::Also),
        _ if finding.rule.tells == Tells::Accusation => Some(Group::Unanswered),
        Kind::Contradictions => Some(Group::Contradicted),
        Kind::Unverified => Some(Group::Unverified),
        Kind::Agreements => Some(Group::Agreed),
        Kind::Notes => Some(Group::Also),
    }
}

/// The findings of each group, those on one proposition together, in the group of the first. That something and its
/// opposite are both said is told with the one of the two of which something else is told.
pub(super) fn drafts<'d>(document: &'d Document<'_>) -> Vec<Vec<Vec<&'d Finding>>> {
    let mut places: FxHashMap<Proposition, (usize, usize)> = FxHashMap::default();
    let mut all: Vec<Vec<Vec<&Finding>>> = Group::ALL.map(|_| Vec::new()).into();
    for (at, wanted) in Group::ALL.into_iter().enumerate() {
        for finding in document.report.findings.iter().filter(|finding| group(finding) == Some(wanted)) {
            let opposite = || opposites(document.report.ledger, finding).find_map(|about| places.get(&about));
            let place = finding.about.and_then(|about| places.get(&about)).or_else(opposite).copied();
            if let Some((group, matter)) = place {
                all[group][matter].push(finding);
                places.extend(finding.about.map(|about| (about, (group, matter))));
            } else {
                places.extend(finding.about.map(|about| (about, (at, all[at].len()))));
                all[at].push(vec![finding]);
            }
        }
    }
    all
}

/// The opposites of the proposition that a finding on opposites is about; none for any other finding.
fn opposites<'l>(ledger: &'l Ledger, finding: &Finding) -> impl Iterator<Item = Proposition> + 'l {
    let about = finding.about.filter(|_| finding.rule.tells == Tells::Opposites);
    let all = ledger.vocabulary.iter();
    all.filter_map(move |(other, _)| {
        let about = about.filter(|about| ledger.vocabulary.opposites(about.predicate, other))?;
        Some(Proposition { predicate: other, ..about })
    })
}
