//! Time within one root: which positions supersede which, and where the root's own words clash.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::acts::{self, Act};
use super::position::{Hold, Position, PositionId};
use super::same_words::SameWords;
use super::sets::Sets;
use super::state;
pub use super::turn::{Change, Outcome, Turn};
use super::values;
use super::way::Way;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Propositions;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots::Voice;

/// The hold that is a position itself, without steps.
#[must_use]
pub fn stated(id: PositionId, position: &Position) -> Hold {
    Hold {
        base: id,
        root: position.root,
        proposition: position.proposition,
        stance: position.stance,
        value: position.value,
        scope: position.scope,
        way: Way::default(),
    }
}

/// True when a position was taken by an unnamed voice.
fn unnamed(position: &Position) -> bool {
    matches!(position.voice, Voice::Unnamed(_))
}

/// True when a hold gives a count.
fn counted(ledger: &Ledger, hold: &Hold) -> bool {
    hold.sign() == Sign::Plus && hold.value(ledger).is_some_and(|value| value.counts().is_some())
}

/// True when two counts are an earlier one and its revision upwards.
fn rises(ledger: &Ledger, earlier: &Hold, later: &Hold) -> bool {
    let value = |hold: &Hold| hold.value(ledger);
    counted(ledger, earlier)
        && counted(ledger, later)
        && value(earlier).zip(value(later)).is_some_and(|(earlier, later)| values::rises(earlier, later))
}

/// Collects, group by group, which holds of one root supersede which, and where its own words clash.
pub struct Timeline<'r> {
    /// The records.
    pub ledger: &'r Ledger,
    /// All propositions.
    pub propositions: &'r Propositions,
    /// All positions.
    pub positions: &'r [Position],
    /// The classes of statements that report the same words.
    pub same: &'r SameWords,
    /// The sets of values that voices list.
    pub(super) sets: &'r Sets,
    /// The party that stands for an unknown speaker.
    unknown: Option<PartyId>,
    /// Earlier holds, the later ones that take their place and, for a clash, where it is reported.
    edges: Vec<(Hold, Hold, Option<PropositionId>)>,
    /// For each superseded position, the last day on which one begins that may be among the first to take its place.
    until: FxHashMap<PositionId, i32>,
    /// Clashes in which both holds stand.
    pub(super) standing: Vec<(Turn, Hold, Hold, PropositionId)>,
}

impl<'r> Timeline<'r> {
    /// A timeline of no holds yet.
    #[must_use]
    pub(super) fn new(
        ledger: &'r Ledger,
        propositions: &'r Propositions,
        positions: &'r [Position],
        same: &'r SameWords,
        sets: &'r Sets,
    ) -> Self {
        Self {
            ledger,
            propositions,
            positions,
            same,
            sets,
            unknown: ledger.unknown(),
            edges: Vec::new(),
            until: FxHashMap::default(),
            standing: Vec::new(),
        }
    }

    pub(super) fn position(&self, hold: &Hold) -> &'r Position {
        &self.positions[hold.base.0 as usize]
    }

    /// Takes in the holds of one root on one proposition.
    pub fn group(&mut self, holds: &[&Hold]) {
        let mut holds = holds.to_vec();
        holds.sort_by_key(|hold| (self.position(hold).date.order(), hold.base));
        // A position that is superseded has no effect on one that begins long after, so it is compared no further: daily
        // counts of years would else be compared all with all. A week is allowed for clocks, which may put neighbouring
        // days in another order than their dates.
        let mut open: Vec<&Hold> = Vec::new();
        for b in holds {
            let from = self.position(b).date.first();
            open.retain(|a| self.until.get(&a.base).is_none_or(|until| from <= until.saturating_add(7)));
            for a in &open {
                if a.base != b.base && (a.stated() || b.stated()) {
                    self.pair(a, b);
                }
            }
            open.push(b);
        }
    }

    /// Takes in the holds of one root on a proposition and on its opposite: two pluses clash, which is reported at
    /// `at`.
    pub fn opposites(&mut self, one: &[Hold], other: &[Hold], at: PropositionId) {
        let plus = |hold: &&Hold| hold.sign() == Sign::Plus && hold.stated();
        for a in one.iter().filter(plus) {
            for b in other.iter().filter(plus) {
                let order = |hold: &Hold| (self.position(hold).date.order(), hold.base);
                let (a, b) = if order(a) <= order(b) { (a, b) } else { (b, a) };
                self.settle(a, b, true, at);
            }
        }
    }

    /// True when two holds of one root have no effect on one another: the root disputes one of them, or is the unknown
    /// speaker, who may be several.
    pub(super) fn not_its_own(&self, a: &Hold, b: &Hold) -> bool {
        self.position(a).disputed || self.position(b).disputed || Some(a.root) == self.unknown
    }

    /// True when two positions come from two reports of the same words.
    pub(super) fn one_wording(&self, one: &Position, other: &Position) -> bool {
        one.statement != other.statement && self.same.first(one.statement) == self.same.first(other.statement)
    }

    /// Notes a clash in which both holds stand.
    pub(super) fn both_stand(&mut self, a: &Hold, b: &Hold, at: PropositionId) {
        let one_voice = self.position(a).voice == self.position(b).voice;
        let turn = if one_voice { Turn::SelfContradiction } else { Turn::SplitPosition };
        self.standing.push((turn, *a, *b, at));
    }

    /// Settles two holds of one root on one proposition.
    fn pair(&mut self, a: &Hold, b: &Hold) {
        self.settle(a, b, self.sets.clash(self.ledger, a, b), self.reported_at(a, b));
    }

    /// Notes the effect of two holds of one root on one another: none, the later takes the place of the earlier, or
    /// both stand and clash. `a` sorts before `b`; of clashing days and clocks, the clock says which is later.
    fn settle(&mut self, a: &Hold, b: &Hold, clashes: bool, at: PropositionId) {
        let swapped = self.position(a).date.later_than(&self.position(b).date);
        let (a, b) = if swapped { (b, a) } else { (a, b) };
        let (earlier, later) = (self.position(a), self.position(b));
        if self.not_its_own(a, b) || a.scope != b.scope {
            return;
        }
        if self.one_wording(earlier, later) {
            if clashes {
                self.standing.push((Turn::DisputedWording, *a, *b, at));
            }
            return;
        }
        // A count given later may hold for an earlier day, and a higher count for a later day clashes with nothing.
        let days = [earlier, later].map(Position::day);
        let backwards = counted(self.ledger, a) && counted(self.ledger, b) && days[0].later_than(&days[1]);
        let is_later = later.date.later_than(&earlier.date) && !backwards;
        if !is_later
            && (backwards && rises(self.ledger, b, a)
                || days[1].later_than(&days[0]) && rises(self.ledger, a, b))
        {
            return;
        }
        let one_voice = earlier.voice == later.voice;
        if is_later && !later.hearsay && self.takes_place(a, b, one_voice, clashes) {
            // A named voice that corrects an unnamed one has not changed its own word, unless it admits what was
            // denied.
            let own = !unnamed(earlier) || self.admits(a, b);
            let reversal = clashes && own && !rises(self.ledger, a, b) && !earlier.hearsay;
            let until = self.until.entry(a.base).or_insert(i32::MAX);
            *until = state::until(later).min(*until);
            if later.date.first() <= *until {
                self.edges.push((*a, *b, reversal.then_some(at)));
            }
        } else if clashes && !(earlier.hearsay || later.hearsay || one_voice && is_later) {
            self.both_stand(a, b, at);
        }
    }

    /// The proposition at which a clash is reported: that which the plus side states, since it bears the claim.
    fn reported_at(&self, a: &Hold, b: &Hold) -> PropositionId {
        let plus = if a.sign() == Sign::Plus { a } else { b };
        if a.sign() == b.sign() { plus.proposition } else { self.position(plus).proposition }
    }

    /// True when the later `b` is a named voice that says with certainty of its own root what the root denied.
    fn admits(&self, a: &Hold, b: &Hold) -> bool {
        let (denied, admitted) = (a.sign() == Sign::Minus, b.sign() == Sign::Plus && b.stance.certain());
        denied && admitted && !unnamed(self.position(b)) && self.claims(b)
    }

    /// True when a hold follows from a claim, in which the root accuses itself in so many words.
    fn claims(&self, hold: &Hold) -> bool {
        let position = self.position(hold);
        let proposition = self.propositions.get(position.proposition);
        let act = acts::act(self.ledger, &proposition, position.root, position.stance, &position.date);
        act == Some(Act::Claim)
    }

    /// True when the later `b` takes the place of the earlier `a`.
    fn takes_place(&self, a: &Hold, b: &Hold, one_voice: bool, clashes: bool) -> bool {
        if b.stance == Stance::Declines {
            return false;
        }
        let [from, to] = [a, b].map(|hold| unnamed(self.position(hold)));
        if !from
            && counted(self.ledger, a)
            && counted(self.ledger, b)
            && (!to || rises(self.ledger, a, b))
            && a.value != b.value
        {
            return true;
        }
        if clashes && self.admits(a, b) {
            return true;
        }
        if !one_voice && (!from || to) {
            return false;
        }
        if clashes {
            return true;
        }
        if !b.stated() {
            return false;
        }
        if a.stated() {
            return a.stance != b.stance || a.value != b.value;
        }
        b.stance == Stance::LeavesOpen || a.sign() == b.sign() && a.stance.certain() && !b.stance.certain()
    }

    /// The superseded positions and the clashes to report.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        let mut outcome = Outcome::default();
        let mut after: BTreeMap<PositionId, Vec<PositionId>> = BTreeMap::new();
        for (a, b, _) in &self.edges {
            after.entry(a.base).or_default().push(b.base);
        }
        for later in after.values_mut() {
            *later = state::first(self.ledger, self.positions, later);
        }
        let mut changes: BTreeMap<(Turn, PropositionId, PartyId), Change> = BTreeMap::new();
        let mut report = |turn, a: &Hold, b: &Hold, proposition| {
            let change = changes.entry((turn, proposition, a.root)).or_insert_with(|| Change {
                turn,
                root: a.root,
                proposition,
                pairs: Vec::new(),
            });
            change.pairs.push((*a, Some(*b)));
        };
        for (a, b, proposition) in &self.edges {
            let Some(proposition) = proposition else { continue };
            let statement = self.position(b).statement;
            let first = |id: &PositionId| self.positions[id.0 as usize].statement == statement;
            if after[&a.base].iter().any(first) {
                outcome.states.reversed.insert(a.base);
                report(Turn::Reversal, a, b, *proposition);
            }
        }
        outcome.states.superseded = after;
        for (turn, a, b, proposition) in &self.standing {
            if !outcome.states.gone(a.base) && !outcome.states.gone(b.base) {
                report(*turn, a, b, *proposition);
            }
        }
        outcome.changes.extend(changes.into_values());
        outcome
    }
}
