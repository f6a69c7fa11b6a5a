//! One root's own links between arguments: chains, classes of what it ties together.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashMap;

use super::position::PositionId;
use crate::model::proposition::Argument;

/// One root's own links between two arguments: from each, the neighbours with the position that says so.
#[derive(Debug, Default)]
pub struct Links(BTreeMap<Argument, Vec<(Argument, Option<PositionId>)>>);

impl Links {
    /// Ties one argument to another, by a position or, where it is granted, by none.
    pub fn add(&mut self, from: Argument, to: Argument, by: Option<PositionId>) {
        self.0.entry(from).or_default().push((to, by));
    }

    /// The positions of the shortest chain from one argument to another.
    #[must_use]
    pub fn path(&self, from: Argument, to: Argument) -> Option<Vec<PositionId>> {
        let mut came: BTreeMap<Argument, (Argument, Option<PositionId>)> = BTreeMap::new();
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for (next, by) in self.0.get(&at).into_iter().flatten() {
                if *next != from && !came.contains_key(next) {
                    came.insert(*next, (at, *by));
                    open.push_back(*next);
                }
            }
            if came.contains_key(&to) {
                break;
            }
        }
        let mut path = Vec::new();
        let mut at = to;
        while at != from {
            let (before, by) = came.get(&at)?;
            path.extend(*by);
            at = *before;
        }
        path.reverse();
        Some(path)
    }

    /// Each argument with the smallest argument that it is tied to.
    #[must_use]
    pub fn classes(&self) -> FxHashMap<Argument, Argument> {
        let mut class = FxHashMap::default();
        for start in self.0.keys() {
            if class.contains_key(start) {
                continue;
            }
            let mut open = vec![*start];
            class.insert(*start, *start);
            while let Some(at) = open.pop() {
                for (next, _) in self.0.get(&at).into_iter().flatten() {
                    if class.insert(*next, *start).is_none() {
                        open.push(*next);
                    }
                }
            }
        }
        class
    }

    /// All that can be reached along the links, nearest first, the start not among it.
    #[must_use]
    pub fn reached(&self, from: Argument) -> Vec<Argument> {
        let mut found: Vec<Argument> = Vec::new();
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for (next, _) in self.0.get(&at).into_iter().flatten() {
                if *next != from && !found.contains(next) {
                    found.push(*next);
                    open.push_back(*next);
                }
            }
        }
        found
    }

    /// The arguments that have a way on.
    pub fn starts(&self) -> impl Iterator<Item = Argument> + '_ {
        self.0.keys().copied()
    }

    /// How many arguments have a way on.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is tied to anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
