//! Two sides of a contradiction between roots: who takes part, whether anybody is certain, and what an editor's
//! reconciliation takes away.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::{FxHashMap, FxHashSet};

use super::needed;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::model::value::Value;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::rules::finding::Finding;
use crate::rules::{Rule, Sketch, compose};

/// A reconciliation: its index in the ledger, the only proposition for which it holds, if any, and the reason.
type Word = (usize, Option<Proposition>, String);

/// The pairs of statements that an editor holds to be no contradiction, each with the reconciliations that say so.
#[derive(Debug, Default)]
pub struct Reconciled {
    pairs: FxHashMap<(StatementId, StatementId), Vec<Word>>,
    statements: BTreeSet<StatementId>,
    /// For each reconciliation, whether it has taken a pair away.
    used: Vec<AtomicBool>,
}

impl Reconciled {
    /// Collects the reconciliations of a ledger.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let used = ledger.reconciliations.iter().map(|_| AtomicBool::new(false)).collect();
        let mut all = Self { used, ..Self::default() };
        for (at, record) in ledger.reconciliations.iter().enumerate() {
            let reason = record.reason.clone().unwrap_or_else(|| "no reason given".to_owned());
            for a in &record.between {
                for b in record.between.iter().filter(|b| *b != a) {
                    all.pairs.entry((*a, *b)).or_default().push((at, record.on, reason.clone()));
                }
                all.statements.insert(*a);
            }
        }
        all
    }

    /// The reason for which two statements are no contradiction on a proposition; none where no editor says so. The
    /// reconciliation that gives it is marked as used.
    #[must_use]
    pub fn reason(&self, on: Proposition, a: StatementId, b: StatementId) -> Option<&str> {
        let found = self.pairs.get(&(a, b))?;
        let (at, _, reason) = found.iter().find(|(_, only, _)| only.is_none_or(|only| only == on))?;
        self.used[*at].store(true, Ordering::Relaxed);
        Some(reason)
    }

    /// True when the reconciliation at an index has taken a pair away.
    #[must_use]
    pub fn has_used(&self, at: usize) -> bool {
        self.used.get(at).is_some_and(|used| used.load(Ordering::Relaxed))
    }
}

/// The holds of two sides that clash.
pub struct Clash<'r> {
    /// The holds that take part, those of one side first.
    pub holds: Vec<&'r Hold>,
    /// True when in some pair one side at least is certain.
    pub certain: bool,
    /// True when in some pair both sides are certain.
    pub both_certain: bool,
    /// The editor's reason, where every pair has been reconciled.
    pub reconciled: Option<String>,
}

impl<'r> Clash<'r> {
    /// The sketch of a finding on the clash; `words` makes the finding.
    pub fn sketch(
        self,
        rule: &'static Rule,
        reasoning: &Reasoning<'_>,
        on: Proposition,
        words: impl FnOnce(&Self) -> Finding + Send + 'r,
    ) -> Sketch<'r> {
        let (roots, reconciled) = (compose::roots(&self.holds), self.reconciled.clone());
        let level = compose::level_of_clash(rule, self.certain);
        let holds = self.holds.clone();
        Sketch::new(rule, roots, move || words(&self))
            .about(on)
            .resting_on(reasoning, &holds)
            .level(level)
            .reconciled(reconciled)
    }
}

/// The facts of a hold that decide with which others it clashes.
type Key = (PropositionId, PartyId, Option<Value>, Stance, bool, u32, Option<usize>);

/// The holds of a side that are met together: those on one proposition, or all.
type Heap = Option<PropositionId>;

/// The clash between two lists of holds, of which those of different roots are paired; none where no pair clashes.
pub fn between<'r>(
    reasoning: &Reasoning<'_>,
    reconciled: &Reconciled,
    on: Proposition,
    left: &[&'r Hold],
    right: &[&'r Hold],
    clashes: impl Fn(&Hold, &Hold) -> bool,
) -> Option<Clash<'r>> {
    paired(reasoning, reconciled, on, [left, right], |_| None, |_| std::iter::once(None), clashes)
}

/// The clash as in [`between`], where `meets` gives the propositions, sorted and each once, on which a hold on the left
/// can clash.
pub fn meeting<'r, Meets: Iterator<Item = PropositionId>>(
    reasoning: &Reasoning<'_>,
    reconciled: &Reconciled,
    on: Proposition,
    left: &[&'r Hold],
    right: &[&'r Hold],
    meets: impl Fn(&Hold) -> Meets,
    clashes: impl Fn(&Hold, &Hold) -> bool,
) -> Option<Clash<'r>> {
    let meets = |hold: &Hold| meets(hold).map(Some);
    paired(reasoning, reconciled, on, [left, right], |hold| Some(hold.proposition), meets, clashes)
}

/// The clash of two sides: a hold on the left is paired with those on the right that lie `within` any heap that it `meets`.
fn paired<'r, Meets: Iterator<Item = Heap>>(
    reasoning: &Reasoning<'_>,
    reconciled: &Reconciled,
    on: Proposition,
    [left, right]: [&[&'r Hold]; 2],
    within: impl Fn(&Hold) -> Heap,
    meets: impl Fn(&Hold) -> Meets,
    clashes: impl Fn(&Hold, &Hold) -> bool,
) -> Option<Clash<'r>> {
    let key = |hold: &Hold| key(reasoning, hold);
    let (left, right) = (alike(left, key), alike(right, key));
    let statement = |hold: &Hold| reasoning.position(hold.base).statement;
    let touched = |holds: &[&Hold]| holds.iter().any(|hold| reconciled.statements.contains(&statement(hold)));
    let mut others: Vec<Group<'_, 'r>> = Group::of(&right, key, touched);
    let some_certain = others.iter().any(Group::certain);
    let mut by: FxHashMap<Heap, Vec<usize>> = FxHashMap::default();
    for (at, group) in others.iter().enumerate() {
        by.entry(within(group.holds[0])).or_default().push(at);
    }
    // Groups on the right that are not yet known to take part, by heap.
    let mut open = by.clone();
    let mut found = Paired::default();
    let why = |x: &Hold, y: &Hold| reconciled.reason(on, statement(x), statement(y));
    for mut a in Group::of(&left, key, touched) {
        let pair = |found: &mut Paired<'r>, a: &mut Group<'_, 'r>, b: &mut Group<'_, 'r>| {
            if a.holds[0].root != b.holds[0].root && clashes(a.holds[0], b.holds[0]) {
                found.take(a, b, why);
            }
        };
        // Groups that are not known to take part come first, so that each is met; then all, until no pair can change
        // the result.
        for id in meets(a.holds[0]) {
            if let Some(open) = open.get_mut(&id) {
                open.retain(|at| {
                    pair(&mut found, &mut a, &mut others[*at]);
                    !others[*at].in_whole || others[*at].touched
                });
            }
        }
        for at in meets(a.holds[0]).filter_map(|id| by.get(&id)).flatten() {
            if found.knows_all_of(&a, some_certain) {
                break;
            }
            pair(&mut found, &mut a, &mut others[*at]);
        }
    }
    found.clash(reasoning)
}

/// The result so far, while two sides are paired.
#[derive(Default)]
struct Paired<'r> {
    /// The holds that take part, a list for each side.
    parts: [Vec<&'r Hold>; 2],
    /// The holds that an editor has reconciled, a list for each side.
    dropped: [Vec<&'r Hold>; 2],
    reason: Option<String>,
    certain: bool,
    both_certain: bool,
}

impl<'r> Paired<'r> {
    /// Adds two groups that clash; `why` gives the reason for which an editor holds that two statements do not.
    fn take<'w>(
        &mut self,
        a: &mut Group<'_, 'r>,
        b: &mut Group<'_, 'r>,
        why: impl Fn(&Hold, &Hold) -> Option<&'w str>,
    ) {
        if a.touched && b.touched {
            let left = a.holds.iter().filter(|x| b.holds.iter().any(|y| why(x, y).is_none()));
            let left: Vec<&Hold> = left.copied().collect();
            let right = b.holds.iter().filter(|y| a.holds.iter().any(|x| why(x, y).is_none()));
            let right: Vec<&Hold> = right.copied().collect();
            if left.is_empty() {
                self.reason = why(a.holds[0], b.holds[0]).map(str::to_owned);
                self.dropped[0].extend(a.holds);
                self.dropped[1].extend(b.holds);
                return;
            }
            self.parts[0].extend(left);
            self.parts[1].extend(right);
        } else {
            a.join(&mut self.parts[0]);
            b.join(&mut self.parts[1]);
        }
        self.certain |= a.certain() || b.certain();
        self.both_certain |= a.certain() && b.certain();
    }

    /// True when pairing `a` with any remaining right-hand group cannot change the result: all holds of `a` are
    /// included, none is reconciled, and both certainty flags are final. Among very many groups that is soon so.
    fn knows_all_of(&self, a: &Group<'_, 'r>, some_certain: bool) -> bool {
        let certain = self.certain || !a.certain() && !some_certain;
        let both_certain = self.both_certain || !a.certain() || !some_certain;
        a.in_whole && !a.touched && certain && both_certain
    }

    /// The clash of all that was added; none where nothing was.
    fn clash(self, reasoning: &Reasoning<'_>) -> Option<Clash<'r>> {
        let all_reconciled = self.parts[0].is_empty();
        let [left, right] = if all_reconciled { self.dropped } else { self.parts };
        let mut holds = needed::needed(reasoning, &left, &right);
        holds.extend(needed::needed(reasoning, &right, &left));
        let mut seen = FxHashSet::default();
        holds.retain(|hold| seen.insert((hold.base, hold.proposition, hold.way.len())));
        (!holds.is_empty()).then_some(Clash {
            holds,
            certain: self.certain || all_reconciled,
            both_certain: self.both_certain,
            reconciled: self.reason.filter(|_| all_reconciled),
        })
    }
}

/// Holds with one key, which clash with the same others.
struct Group<'g, 'r> {
    holds: &'g [&'r Hold],
    /// True when an editor has reconciled any of their statements with another.
    touched: bool,
    /// True when all of them are known to take part.
    in_whole: bool,
}

impl<'g, 'r> Group<'g, 'r> {
    fn of(
        holds: &'g [&'r Hold],
        key: impl Fn(&Hold) -> Key,
        touched: impl Fn(&[&'r Hold]) -> bool,
    ) -> Vec<Self> {
        let groups = holds.chunk_by(|x, y| key(x) == key(y));
        groups.map(|holds| Self { holds, touched: touched(holds), in_whole: false }).collect()
    }

    fn certain(&self) -> bool {
        self.holds[0].stance.certain()
    }

    fn join(&mut self, parts: &mut Vec<&'r Hold>) {
        if !std::mem::replace(&mut self.in_whole, true) {
            parts.extend(self.holds);
        }
    }
}

/// The holds sorted by key, so that those with one key lie together.
fn alike<'r>(holds: &[&'r Hold], key: impl Fn(&Hold) -> Key) -> Vec<&'r Hold> {
    let mut holds = holds.to_vec();
    holds.sort_by_key(|hold| key(hold));
    holds
}

fn key(reasoning: &Reasoning<'_>, hold: &Hold) -> Key {
    let Hold { proposition, root, stance, scope, .. } = *hold;
    let value = hold.value(reasoning.ledger);
    (proposition, root, value, stance, hold.stated(), scope, reasoning.listed(hold))
}
