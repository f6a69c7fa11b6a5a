//! The state of positions, the answers to accusations and the requests to parties: decided here and nowhere else.

pub mod accusation;
pub mod request;
pub mod spoken_of;

use std::collections::{BTreeMap, BTreeSet};

use super::Reasoning;
use super::position::{Position, PositionId};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};

/// The state of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It stands.
    Stands,
    /// A later position of the same root took its place.
    Superseded {
        /// The statements that first took its place, by date.
        by: Vec<StatementId>,
        /// True when one of them contradicts it.
        reversal: bool,
    },
    /// Its root withdrew the statement.
    Withdrawn {
        /// The statements that withdraw it, by date.
        by: Vec<StatementId>,
    },
    /// It was said under a condition, so it is listed and never compared.
    Conditional,
}

impl State {
    /// The statements that took its place or withdrew it; empty where it stands or is conditional.
    #[must_use]
    pub fn by(&self) -> &[StatementId] {
        match self {
            Self::Superseded { by, .. } | Self::Withdrawn { by } => by,
            Self::Stands | Self::Conditional => &[],
        }
    }

    /// True when its root withdrew it, or later contradicted it.
    #[must_use]
    pub fn taken_back(&self) -> bool {
        matches!(self, Self::Withdrawn { .. } | Self::Superseded { reversal: true, .. })
    }
}

/// The positions that do not stand, and why.
#[derive(Debug, Default)]
pub struct States {
    /// For each superseded position, the positions that first took its place, by date.
    pub superseded: BTreeMap<PositionId, Vec<PositionId>>,
    /// The superseded positions that one of their successors contradicts.
    pub reversed: BTreeSet<PositionId>,
    /// For each withdrawn position, the statements that withdraw it, by date.
    pub withdrawn: BTreeMap<PositionId, Vec<StatementId>>,
}

impl States {
    /// True when a position is superseded or withdrawn.
    #[must_use]
    pub fn gone(&self, id: PositionId) -> bool {
        self.superseded.contains_key(&id) || self.withdrawn.contains_key(&id)
    }
}

impl Reasoning<'_> {
    /// The state of a position.
    #[must_use]
    pub fn state(&self, id: PositionId) -> State {
        if let Some(by) = self.states.withdrawn.get(&id) {
            return State::Withdrawn { by: by.clone() };
        }
        let by: Vec<StatementId> = self.successors(id).map(|later| self.position(later).statement).collect();
        if by.is_empty() {
            return State::Stands;
        }
        State::Superseded { by, reversal: self.states.reversed.contains(&id) }
    }

    /// The state of the positions that a root takes in a conditional statement: withdrawn, or conditional.
    #[must_use]
    pub fn state_of_conditional(&self, statement: StatementId, root: PartyId) -> State {
        match self.withdrawn_by(statement, root) {
            [] => State::Conditional,
            by => State::Withdrawn { by: by.to_vec() },
        }
    }

    /// The positions that first took the place of a position, one from each statement, by date; none where it stands.
    pub fn successors(&self, id: PositionId) -> impl Iterator<Item = PositionId> + '_ {
        self.states.superseded.get(&id).into_iter().flatten().copied()
    }

    /// The statements by which a root withdrew a statement of its own, by date; hearsay and conditional words withdraw
    /// nothing.
    #[must_use]
    pub fn withdrawn_by(&self, statement: StatementId, root: PartyId) -> &[StatementId] {
        self.record.retractions.of(statement, root)
    }
}

/// The last day on which a position can begin that is not later than another. Two days are allowed for zones, which may
/// turn neighbouring days round.
#[must_use]
pub fn until(position: &Position) -> i32 {
    position.date.last().saturating_add(2)
}

/// The positions of `later` that first took a position's place: those that are later than none of the others. One from
/// each statement, by date.
#[must_use]
pub fn first(ledger: &Ledger, positions: &[Position], later: &[PositionId]) -> Vec<PositionId> {
    let position = |id: &PositionId| &positions[id.0 as usize];
    let Some(last) = later.iter().map(|id| until(position(id))).min() else { return Vec::new() };
    // Most of a long list begin after the first has ended, so only the few others are compared with one another.
    let near: Vec<PositionId> =
        later.iter().filter(|id| position(id).date.first() <= last).copied().collect();
    let between =
        |id: &PositionId| near.iter().any(|other| position(id).date.later_than(&position(other).date));
    let mut first: Vec<PositionId> = near.iter().filter(|id| !between(id)).copied().collect();
    first.sort_by_cached_key(|id| {
        let position = position(id);
        (position.date.order(), ledger.statement(position.statement).id.clone(), *id)
    });
    first.dedup_by_key(|id| position(id).statement);
    first
}
