//! Hierarchies: places within places, kinds of topics, parts of parties. Each place of one is looked at once, however many
//! ways lead to it.

use std::hash::Hash;

use rustc_hash::FxHashSet;

use super::Ledger;
use super::model::id::{PartyId, PlaceId};

/// True when steps upwards lead from one place of a hierarchy to another, or both are one.
pub(crate) fn reaches<T: Copy + Eq + Hash, I: Iterator<Item = T>>(
    from: T,
    to: T,
    up: impl Fn(T) -> I,
) -> bool {
    from == to || any_above(from, &up, |at, _| at == to)
}

/// True when every way upwards from one place of a hierarchy leads through another, or both are one.
fn always_reaches<T: Copy + Eq + Hash, I: Iterator<Item = T>>(from: T, to: T, up: impl Fn(T) -> I) -> bool {
    let past = |at: T| up(at).filter(move |_| at != to);
    let beside = |at: T, top: bool| at != to && top;
    from == to || up(from).next().is_some() && !any_above(from, past, beside)
}

/// Number of steps with one way up that are taken without keeping a list; nearly all hierarchies are no deeper.
const STRAIGHT: usize = 16;

/// True when a test holds of any place above another; it is told whether nothing lies above that place.
fn any_above<T: Copy + Eq + Hash, I: Iterator<Item = T>>(
    from: T,
    up: impl Fn(T) -> I,
    test: impl Fn(T, bool) -> bool,
) -> bool {
    let mut at = from;
    for _ in 0..STRAIGHT {
        let mut ways = up(at);
        let Some(next) = ways.next() else { return false };
        if ways.next().is_some() {
            break;
        }
        if test(next, up(next).next().is_none()) {
            return true;
        }
        at = next;
    }
    let mut open: Vec<T> = up(at).collect();
    let mut seen = FxHashSet::default();
    while let Some(at) = open.pop() {
        let before = open.len();
        open.extend(up(at));
        let top = open.len() == before;
        if test(at, top) {
            return true;
        }
        if !top && !seen.insert(at) {
            open.truncate(before);
        }
    }
    false
}

impl Ledger {
    /// A party and all that it is part of at any time, each once; itself first.
    #[must_use]
    pub fn upwards(&self, party: PartyId) -> Vec<PartyId> {
        let mut all = vec![party];
        let mut next = 0;
        while let Some(at) = all.get(next).copied() {
            for membership in &self.party(at).part_of {
                if !all.contains(&membership.party) {
                    all.push(membership.party);
                }
            }
            next += 1;
        }
        all
    }

    /// True when one place is inside another: it is that place, or each place it is `within` is inside it.
    #[must_use]
    pub fn inside(&self, place: PlaceId, other: PlaceId) -> bool {
        always_reaches(place, other, |at| self.place(at).within.iter().copied())
    }

    /// True when one place touches another: it is that place, or some place it is `within` touches it.
    #[must_use]
    pub fn touches(&self, place: PlaceId, other: PlaceId) -> bool {
        reaches(place, other, |at| self.place(at).within.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two places above each of a hundred and twenty, and so 2 to the power of 59 ways to the top.
    fn up(at: u32) -> impl Iterator<Item = u32> {
        [at + 2 - at % 2, at + 3 - at % 2].into_iter().filter(|above| *above < 120)
    }

    #[test]
    fn more_ways_than_places_are_walked_once() {
        assert!(reaches(0, 119, up) && reaches(0, 118, up) && reaches(7, 7, up));
        assert!(!reaches(118, 0, up) && !reaches(0, 500, up));
        assert!(!always_reaches(0, 119, up) && !always_reaches(0, 118, up) && always_reaches(7, 7, up));
        // Over one narrow place every way leads.
        let narrow = |at: u32| up(at).map(|above| if above == 61 { 60 } else { above });
        assert!(always_reaches(0, 60, narrow) && !always_reaches(0, 62, narrow));
        assert!(!always_reaches(118, 5, up), "nothing lies above");
        // One way up, longer than is walked without a list; and a circle, which ends.
        let line = |at: u32| (at < 40).then_some(at + 1).into_iter();
        assert!(reaches(0, 40, line) && always_reaches(0, 40, line) && always_reaches(0, 7, line));
        assert!(!reaches(7, 0, line) && !always_reaches(7, 0, line));
        let circle = |at: u32| std::iter::once((at + 1) % 30);
        assert!(reaches(3, 2, circle) && !reaches(3, 99, circle));
    }
}
