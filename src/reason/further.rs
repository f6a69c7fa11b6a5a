//! The further positions of a root that a step needs: a list, or a path in a tree that many steps share, so that fifty
//! thousand paths take little more room than one.

use std::borrow::Cow;
use std::sync::Arc;

use super::position::PositionId;

/// The shortest chains from one argument to others, in which each step points to the step before it.
#[derive(Debug, Default)]
pub struct Tree(Vec<Reached>);

#[derive(Debug)]
struct Reached {
    /// The step before; the first step points to itself.
    before: u32,
    /// The position that ties this step to the step before.
    by: PositionId,
}

/// Placeholder for the position of a tie that is granted.
const GRANTED: PositionId = PositionId(u32::MAX);

impl Tree {
    /// Adds a step after another and returns its number; `by` is none where the tie is granted.
    pub fn add(&mut self, before: u32, by: Option<PositionId>) -> u32 {
        self.0.push(Reached { before, by: by.unwrap_or(GRANTED) });
        u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX)
    }

    /// The positions along the chain to a step, the last first, without granted ties.
    fn back(&self, step: u32) -> impl Iterator<Item = PositionId> + '_ {
        let row = |step: u32| &self.0[step as usize];
        let before = move |step: &u32| Some(row(*step).before).filter(|before| before != step);
        std::iter::successors(Some(step), before).map(move |step| row(step).by).filter(|by| *by != GRANTED)
    }

    /// The positions along the chain to a step, the first first, without granted ties.
    #[must_use]
    pub fn path(&self, step: u32) -> Vec<PositionId> {
        let mut path: Vec<PositionId> = self.back(step).collect();
        path.reverse();
        path
    }
}

/// The further positions of a root that a step needs.
#[derive(Clone, Debug)]
pub enum Further {
    /// A list.
    Listed(Vec<PositionId>),
    /// The positions along the chain to a step of a tree.
    Chain {
        /// The chains from one argument.
        tree: Arc<Tree>,
        /// The step at which the chain ends.
        step: u32,
        /// The number of positions along the chain.
        count: u32,
    },
}

impl Default for Further {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl PartialEq for Further {
    fn eq(&self, other: &Self) -> bool {
        self.ids() == other.ids()
    }
}

impl Eq for Further {}

impl Further {
    /// The number of positions.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Listed(ids) => ids.len(),
            Self::Chain { count, .. } => *count as usize,
        }
    }

    /// True when the step needs none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All positions: a list as it is, those of a chain looked up and sorted.
    #[must_use]
    pub fn ids(&self) -> Cow<'_, [PositionId]> {
        match self {
            Self::Listed(ids) => Cow::Borrowed(ids),
            Self::Chain { tree, step, .. } => {
                let mut ids: Vec<PositionId> = tree.back(*step).collect();
                ids.sort_unstable();
                Cow::Owned(ids)
            }
        }
    }

    /// True when a position is among them.
    #[must_use]
    pub fn contains(&self, id: PositionId) -> bool {
        match self {
            Self::Listed(ids) => ids.contains(&id),
            Self::Chain { tree, step, .. } => tree.back(*step).any(|by| by == id),
        }
    }
}
