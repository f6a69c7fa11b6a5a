//! Consequences by definition: the vocabulary's implications, that the event happened, the whole of a body.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::position::Reason;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PredicateId, PropositionId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::model::proposition::{Argument, ArgumentKind, MOST_ARGUMENTS, Proposition, Propositions};
use crate::ledger::roots;
use crate::ledger::vocabulary::Role;

/// A proposition that follows by definition from another.
#[derive(Clone, Copy, Debug)]
pub struct Consequence {
    /// The proposition that follows.
    pub to: PropositionId,
    /// Why the last step to it is sound.
    pub(super) reason: Reason,
    /// The number of steps that lead to it.
    pub(super) steps: u16,
    /// The place of the consequence before it on the way; [`FIRST`] where one step leads there.
    after: u32,
}

/// In place of the consequence before, where one step leads to it.
const FIRST: u32 = u32::MAX;

/// The stretch of the list of all consequences that belongs to one proposition.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    from: u32,
    to: u32,
}

impl Row {
    fn range(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// All consequences by definition, worked out once for each proposition and kept in one list.
#[derive(Debug, Default)]
pub struct Definitions {
    all: Vec<Consequence>,
    /// The stretches that are the same on every date, by proposition; none where not worked out yet.
    known: Vec<Option<Row>>,
    /// The stretches that depend on the date, by proposition and day.
    dated: FxHashMap<(PropositionId, i32), Row>,
    happened: Vec<PredicateId>,
}

impl Definitions {
    /// No consequences yet, for the predicates of a ledger.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        Self { happened: ledger.vocabulary.bearing(Role::Happened).collect(), ..Self::default() }
    }

    /// The consequences by definition of a proposition on a date, nearest first, without the proposition itself.
    pub fn of(
        &mut self,
        ledger: &Ledger,
        propositions: &mut Propositions,
        proposition: PropositionId,
        on: &Date,
    ) -> Row {
        if let Some(known) = self.known.get(proposition.index()).copied().flatten() {
            return known;
        }
        let dated = changes(ledger, propositions.get(proposition)).then(|| (proposition, on.first()));
        if let Some(known) = dated.and_then(|key| self.dated.get(&key)) {
            return *known;
        }
        let from = self.all.len();
        let mut step = Some((proposition, FIRST, 0_u16));
        let mut next = from;
        while let Some((at, after, before)) = step {
            direct(ledger, &self.happened, &propositions.get(at), on, |reason, to| {
                let to = propositions.intern(to);
                // A proposition that leads back to the start, or that another way reached before, adds nothing.
                if to != proposition && self.all[from..].iter().all(|known| known.to != to) {
                    let steps = before.saturating_add(1);
                    self.all.push(Consequence { to, reason, steps, after });
                }
            });
            let place = u32::try_from(next).unwrap_or(FIRST);
            step = self.all.get(next).map(|found| (found.to, place, found.steps));
            next += 1;
        }
        let count = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let row = Row { from: count(from), to: count(self.all.len()) };
        if let Some(key) = dated {
            self.dated.insert(key, row);
        } else {
            if self.known.len() <= proposition.index() {
                self.known.resize(propositions.len(), None);
            }
            self.known[proposition.index()] = Some(row);
        }
        row
    }

    /// The known propositions that follow by definition from a proposition on any of these dates, without itself. `row`
    /// holds its consequences as of the latest date on record, which are returned where they depend on no date.
    #[must_use]
    pub fn on_any(
        &self,
        ledger: &Ledger,
        propositions: &Propositions,
        proposition: PropositionId,
        row: Row,
        dates: impl Iterator<Item = Date>,
    ) -> Vec<PropositionId> {
        let start = propositions.get(proposition);
        if !changes(ledger, start) {
            return self.row(row).iter().map(|consequence| consequence.to).collect();
        }
        let mut dates: Vec<Date> = dates.collect();
        dates.sort_unstable_by_key(Date::order);
        dates.dedup();
        let mut found = Vec::new();
        for date in &dates {
            let mut all = vec![start];
            let mut next = 0;
            while let Some(at) = all.get(next).copied() {
                direct(ledger, &self.happened, &at, date, |_, to| {
                    if !all.contains(&to) {
                        all.push(to);
                    }
                });
                next += 1;
            }
            found.extend(all[1..].iter().filter_map(|to| propositions.find(to)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The consequences in a stretch.
    #[must_use]
    pub fn row(&self, row: Row) -> &[Consequence] {
        &self.all[row.range()]
    }

    /// The consequences in a stretch, each with its place in the list of all.
    pub(super) fn placed(&self, row: Row) -> impl Iterator<Item = (u32, &Consequence)> {
        (row.from..).zip(self.row(row))
    }

    /// The consequence at a place; none where there is none.
    pub(super) fn at(&self, place: u32) -> Option<&Consequence> {
        self.all.get(place as usize)
    }

    /// The steps that lead to a consequence, in order.
    #[must_use]
    pub fn steps(&self, consequence: &Consequence) -> Vec<(Reason, PropositionId)> {
        let mut steps: Vec<_> = self.back(consequence).map(|at| (at.reason, at.to)).collect();
        steps.reverse();
        steps
    }

    /// A consequence and those before it on the way, the last first.
    pub(super) fn back<'d>(&'d self, last: &'d Consequence) -> impl Iterator<Item = &'d Consequence> {
        std::iter::successors(Some(last), |at| self.at(at.after))
    }
}

/// Calls `add` with each proposition to which one step leads.
fn direct(
    ledger: &Ledger,
    happened: &[PredicateId],
    proposition: &Proposition,
    on: &Date,
    mut add: impl FnMut(Reason, Proposition),
) {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    for implied in &predicate.implies {
        add(Reason::Implies, Proposition { predicate: *implied, arguments: proposition.arguments });
    }
    if let Some(whole) = whole_of_body(ledger, proposition, on) {
        add(Reason::Whole, whole);
    }
    if let (true, Some(at)) = (predicate.happening, predicate.place_of(ArgumentKind::Event)) {
        let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
        arguments[0] = proposition.arguments[at];
        for happened in happened {
            add(Reason::Happening, Proposition { predicate: *happened, arguments });
        }
    }
}

/// The accused body of a proposition, with its place among the arguments; none where no body is accused.
fn accused_body(ledger: &Ledger, proposition: &Proposition) -> Option<(usize, PartyId)> {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let (at, party) = (predicate.accuses?, predicate.accused(proposition)?);
    (ledger.party(party).kind == PartyKind::Body).then_some((at, party))
}

/// True when the consequences depend on the date: the accused body, or a whole above it, has a dated membership.
#[must_use]
pub fn changes(ledger: &Ledger, proposition: Proposition) -> bool {
    accused_body(ledger, &proposition).is_some_and(|(_, body)| {
        let dated = |party: PartyId| {
            ledger.party(party).part_of.iter().any(|at| at.from.is_some() || at.until.is_some())
        };
        let mut at = Some(body);
        let mut steps = 0;
        while let Some(party) = at.filter(|_| steps < 64) {
            if dated(party) {
                return true;
            }
            at = ledger.party(party).part_of.first().map(|membership| membership.party);
            steps += 1;
        }
        false
    })
}

/// The same proposition about the whole of the accused body; none where no body is accused or it has no whole that day.
fn whole_of_body(ledger: &Ledger, proposition: &Proposition, on: &Date) -> Option<Proposition> {
    let (at, body) = accused_body(ledger, proposition)?;
    let whole = roots::whole(ledger, body, on)?;
    Some(proposition.with(at, whole.into()))
}
