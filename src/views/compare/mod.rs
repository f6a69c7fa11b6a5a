//! The changes between two ledgers: findings that are new, settled or changed, and roots that turned round. They are
//! found by finding and not by line: a record that only moved changes nothing.

pub mod formats;
mod pairing;
mod snapshot;

pub use snapshot::{Kept, Snapshot, Stand, snapshot, taken};

use pairing::Pairing;

/// The changes from one ledger to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    /// Findings of the second that are not in the first.
    pub new: Vec<Kept>,
    /// Findings of the first that are not in the second.
    pub settled: Vec<Kept>,
    /// Roots that hold the opposite of what they held.
    pub reversed: Vec<Reversed>,
    /// Findings of both that differ: before, after.
    pub changed: Vec<(Kept, Kept)>,
    /// The number of statements of each.
    pub statements: (usize, usize),
}

/// A root that stood on one side of a proposition and now stands on the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Reversed {
    /// The root: id and name.
    pub root: (String, String),
    /// The proposition, in canonical text.
    pub proposition: String,
    /// Its stand in the first ledger.
    pub before: Stand,
    /// Its stand in the second.
    pub after: Stand,
}

impl Diff {
    /// True when nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.settled.is_empty() && self.reversed.is_empty() && self.changed.is_empty()
    }
}

/// The changes from one ledger to another.
#[must_use]
pub fn compare(before: &Snapshot, after: &Snapshot) -> Diff {
    let Pairing { pairs, left, right } = pairing::pair(&before.findings, &after.findings);
    let mut changed: Vec<(Kept, Kept)> =
        pairs.into_iter().filter(|(a, b)| differ(a, b)).map(|(a, b)| (a.clone(), b.clone())).collect();
    changed.sort_by(|a, b| order(&a.0).cmp(&order(&b.0)));
    let all = |found: Vec<&Kept>| {
        let mut found: Vec<Kept> = found.into_iter().filter(|found| !found.folded).cloned().collect();
        found.sort_by(|a, b| order(a).cmp(&order(b)));
        found
    };
    Diff {
        new: all(right),
        settled: all(left),
        reversed: reversed(before, after),
        changed,
        statements: (before.statements, after.statements),
    }
}

/// True when there is a change to tell of a finding of both. A finding that is folded in both is told with another.
fn differ(before: &Kept, after: &Kept) -> bool {
    !(before.alike(after) || before.folded && after.folded)
}

/// A key that sorts findings as reports do: by family, then by level, then by subject.
fn order(found: &Kept) -> impl Ord + '_ {
    (found.family, found.level, &found.identity, &found.statements, &found.message)
}

/// The roots that stood on one side of a proposition and now stand on the other.
fn reversed(before: &Snapshot, after: &Snapshot) -> Vec<Reversed> {
    let mut found = Vec::new();
    for (key, earlier) in &before.standing {
        let Some(later) = after.standing.get(key) else { continue };
        if earlier.sign != later.sign && (earlier.stated || later.stated) {
            found.push(Reversed {
                root: (key.1.clone(), earlier.name.clone()),
                proposition: key.0.clone(),
                before: earlier.clone(),
                after: later.clone(),
            });
        }
    }
    found
}
