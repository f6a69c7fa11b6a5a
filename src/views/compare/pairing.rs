//! Pairs of findings that are one finding in two ledgers. The pairs are the same whichever ledger comes first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Kept;
use crate::check::identity::{Identity, in_common};
use crate::rules::finding::Family;

/// Findings of two ledgers, paired.
pub(super) struct Pairing<'f> {
    /// Findings that both have.
    pub(super) pairs: Vec<(&'f Kept, &'f Kept)>,
    /// Findings that only the first has.
    pub(super) left: Vec<&'f Kept>,
    /// Findings that only the second has.
    pub(super) right: Vec<&'f Kept>,
}

/// Pairs findings: first those of one identity, then those of one subject whose roots are all among those of the other,
/// best with the same values: so a figure that was raised, or somebody who has joined, changes a finding.
pub(super) fn pair<'f>(before: &'f [Kept], after: &'f [Kept]) -> Pairing<'f> {
    let mut pairs = Vec::new();
    let (mut a, mut b) = (by_identity(before), by_identity(after));
    for (identity, ours) in &mut a {
        let Some(theirs) = b.get_mut(identity) else { continue };
        // Findings that are alike make pairs; the rest are paired in the order of their statements.
        ours.retain(|one| match theirs.iter().position(|other| one.alike(other)) {
            Some(at) => {
                pairs.push((*one, theirs.remove(at)));
                false
            }
            None => true,
        });
        let both = ours.len().min(theirs.len());
        pairs.extend(ours.drain(..both).zip(theirs.drain(..both)));
    }
    let left: Vec<&Kept> = a.into_values().flatten().collect();
    let right: Vec<&Kept> = b.into_values().flatten().collect();
    let (mut without_left, mut without_right) = (BTreeSet::new(), BTreeSet::new());
    for (_, at, to) in grown(&left, &right) {
        if !without_left.contains(&at) && !without_right.contains(&to) {
            without_left.insert(at);
            without_right.insert(to);
            pairs.push((left[at], right[to]));
        }
    }
    let rest = |all: Vec<&'f Kept>, without: &BTreeSet<usize>| {
        let kept = all.into_iter().enumerate().filter(|(at, _)| !without.contains(at));
        kept.map(|(_, found)| found).collect()
    };
    Pairing { pairs, left: rest(left, &without_left), right: rest(right, &without_right) }
}

fn by_identity(all: &[Kept]) -> BTreeMap<&Identity, Vec<&Kept>> {
    let mut by: BTreeMap<&Identity, Vec<&Kept>> = BTreeMap::new();
    for found in all {
        by.entry(&found.identity).or_default().push(found);
    }
    for found in by.values_mut() {
        found.sort_by_key(|found| (&found.statements, &found.message));
    }
    by
}

/// A key that is the same from both sides: fewer roots with the same values sort later, then fewer common roots, then
/// both identities in order.
type Key<'f> = (Reverse<usize>, Reverse<usize>, [&'f Identity; 2]);

/// Findings on one subject of which one has all the roots of the other, those that have most in common first.
fn grown<'f>(left: &[&'f Kept], right: &[&'f Kept]) -> Vec<(Key<'f>, usize, usize)> {
    let mut by_subject: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (to, found) in right.iter().enumerate() {
        by_subject.entry((found.identity.rule, &found.identity.about)).or_default().push(to);
    }
    let mut found = Vec::new();
    for (at, one) in left.iter().enumerate().filter(|(_, one)| one.family != Family::Record) {
        for to in by_subject.get(&(one.identity.rule, one.identity.about.as_str())).into_iter().flatten() {
            let (a, b) = (&one.identity, &right[*to].identity);
            if let Some(common) = in_common(a.roots.keys(), b.roots.keys()) {
                let same = a.roots.iter().filter(|(root, values)| b.roots.get(*root) == Some(values)).count();
                let mut both = [a, b];
                both.sort();
                found.push(((Reverse(same), Reverse(common), both), at, *to));
            }
        }
    }
    found.sort();
    found
}
