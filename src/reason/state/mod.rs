//! What became of a position, who answered an accusation, what was asked of a party: decided here and nowhere else.

pub mod accusation;
pub mod request;
pub mod spoken_of;

use std::collections::{BTreeMap, BTreeSet};

use super::Reasoning;
use super::position::{Position, PositionId};
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};

/// What became of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It stands.
    Stands,
    /// A later word of the same root took its place.
    Superseded {
        /// The statements that first did so, by date.
        by: Vec<StatementId>,
        /// One of them contradicts it.
        reversal: bool,
    },
    /// Its root withdrew the statement.
    Withdrawn {
        /// The statements that withdraw it, by date.
        by: Vec<StatementId>,
    },
    /// Said under a condition: listed, never compared.
    Conditional,
}

impl State {
    /// The statements that took its place or withdrew it; none where it stands.
    #[must_use]
    pub fn by(&self) -> &[StatementId] {
        match self {
            Self::Superseded { by, .. } | Self::Withdrawn { by } => by,
            Self::Stands | Self::Conditional => &[],
        }
    }

    /// Whether its root took it back: withdrew it, or later said what contradicts it.
    #[must_use]
    pub fn taken_back(&self) -> bool {
        matches!(self, Self::Withdrawn { .. } | Self::Superseded { reversal: true, .. })
    }
}

/// What became of the positions that do not stand.
#[derive(Debug, Default)]
pub struct States {
    /// For each superseded position, the positions that first took its place, by date.
    pub superseded: BTreeMap<PositionId, Vec<PositionId>>,
    /// The superseded positions that one of those contradicts.
    pub reversed: BTreeSet<PositionId>,
    /// For each withdrawn position, the statements that withdraw it, by date.
    pub withdrawn: BTreeMap<PositionId, Vec<StatementId>>,
}

impl States {
    /// Whether a position takes no further part.
    #[must_use]
    pub fn gone(&self, id: PositionId) -> bool {
        self.superseded.contains_key(&id) || self.withdrawn.contains_key(&id)
    }
}

impl Reasoning<'_> {
    /// What became of a position.
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

    /// What became of the positions that a root takes in a statement under a condition: withdrawn, or conditional.
    #[must_use]
    pub fn state_of_conditional(&self, statement: StatementId, root: PartyId) -> State {
        match self.withdrawn_by(statement, root) {
            [] => State::Conditional,
            by => State::Withdrawn { by: by.to_vec() },
        }
    }

    /// The positions that first took the place of one, one of each statement, by date; none where nothing did.
    pub fn successors(&self, id: PositionId) -> impl Iterator<Item = PositionId> + '_ {
        self.states.superseded.get(&id).into_iter().flatten().copied()
    }

    /// The statements by which a root withdrew one of its own, by date; hearsay and conditional words withdraw nothing.
    #[must_use]
    pub fn withdrawn_by(&self, statement: StatementId, root: PartyId) -> &[StatementId] {
        self.record.retractions.of(statement, root)
    }
}

/// Those of later positions that took a position's place first: none of the others comes between. One of each
/// statement, by date.
#[must_use]
pub fn first(ledger: &Ledger, positions: &[Position], later: &[PositionId]) -> Vec<PositionId> {
    let position = |id: &PositionId| &positions[id.0 as usize];
    let Some(last) = later.iter().map(|id| position(id).date.last()).min() else { return Vec::new() };
    // Nearly all of a long row of later words begin after the first of them has ended.
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
