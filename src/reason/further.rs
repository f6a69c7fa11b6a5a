//! A root's further positions that a step needs: listed, or as the way up a tree that many steps share, so that fifty
//! thousand of them take little more room than one.

use std::borrow::Cow;
use std::sync::Arc;

use super::position::PositionId;

/// The shortest chains from one argument to others: each step with the one before it.
#[derive(Debug, Default)]
pub struct Tree(Vec<Reached>);

#[derive(Debug)]
struct Reached {
    /// The step before; the first leads to itself.
    before: u32,
    /// The position that ties the two.
    by: PositionId,
}

/// In place of a position: the tie is granted.
const GRANTED: PositionId = PositionId(u32::MAX);

impl Tree {
    /// Adds a step after another, by a position or, where it is granted, by none; its number.
    pub fn add(&mut self, before: u32, by: Option<PositionId>) -> u32 {
        self.0.push(Reached { before, by: by.unwrap_or(GRANTED) });
        u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX)
    }

    /// The positions of the chain to a step, the last first.
    fn back(&self, step: u32) -> impl Iterator<Item = PositionId> + '_ {
        let row = |step: u32| &self.0[step as usize];
        let before = move |step: &u32| Some(row(*step).before).filter(|before| before != step);
        std::iter::successors(Some(step), before).map(move |step| row(step).by).filter(|by| *by != GRANTED)
    }

    /// The positions of the chain to a step.
    #[must_use]
    pub fn path(&self, step: u32) -> Vec<PositionId> {
        let mut path: Vec<PositionId> = self.back(step).collect();
        path.reverse();
        path
    }
}

/// The root's other positions that a step needs.
#[derive(Clone, Debug)]
pub enum Further {
    /// In this order.
    Listed(Vec<PositionId>),
    /// Those of the chain to a step of a tree, sorted.
    Chain {
        /// The chains from where it starts.
        tree: Arc<Tree>,
        /// The step to which it leads.
        step: u32,
        /// How many positions that takes.
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
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Listed(ids) => ids.len(),
            Self::Chain { count, .. } => *count as usize,
        }
    }

    /// Whether the step needs none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them; of a chain, each is looked up.
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

    /// Whether a position is one of them.
    #[must_use]
    pub fn contains(&self, id: PositionId) -> bool {
        match self {
            Self::Listed(ids) => ids.contains(&id),
            Self::Chain { tree, step, .. } => tree.back(*step).any(|by| by == id),
        }
    }
}
