//! Links between arguments that one root draws, and the search along them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::further::{Further, Tree};
use super::position::PositionId;
use crate::ledger::model::proposition::Argument;

/// Links between arguments that one root draws: for each argument its neighbours, with the position that ties them.
#[derive(Debug, Default)]
pub struct Links {
    /// The index of each argument in the two lists below.
    places: FxHashMap<Argument, u32>,
    arguments: Vec<Argument>,
    ways: Vec<Vec<(u32, Option<PositionId>)>>,
}

impl Links {
    /// Adds a link from one argument to another; `by` is none where the link is granted.
    pub fn add(&mut self, from: Argument, to: Argument, by: Option<PositionId>) {
        let (from, to) = (self.place(from), self.place(to));
        self.ways[from as usize].push((to, by));
    }

    fn place(&mut self, argument: Argument) -> u32 {
        *self.places.entry(argument).or_insert_with(|| {
            self.arguments.push(argument);
            self.ways.push(Vec::new());
            u32::try_from(self.arguments.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// For each linked argument, the smallest argument of those that are connected with it, by links that go both ways.
    #[must_use]
    pub fn classes(&self) -> FxHashMap<Argument, Argument> {
        let mut starts: Vec<(Argument, u32)> =
            self.starts().map(|start| (start, self.places[&start])).collect();
        starts.sort();
        let mut class = FxHashMap::default();
        for (first, start) in starts {
            if class.contains_key(&first) {
                continue;
            }
            let mut open = vec![start];
            class.insert(first, first);
            while let Some(at) = open.pop() {
                for (next, _) in &self.ways[at as usize] {
                    if class.insert(self.arguments[*next as usize], first).is_none() {
                        open.push(*next);
                    }
                }
            }
        }
        class
    }

    /// The arguments from which a link leads on.
    pub fn starts(&self) -> impl Iterator<Item = Argument> + '_ {
        self.arguments.iter().zip(&self.ways).filter(|(_, ways)| !ways.is_empty()).map(|(start, _)| *start)
    }

    /// The number of arguments from which a link leads on.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts().count()
    }

    /// True when there are no links.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.arguments.is_empty()
    }
}

/// A breadth-first search along the links from one argument, in the order in which links were added; it goes no further
/// than it is asked.
pub struct Search<'l> {
    links: &'l Links,
    /// For each argument, the step that reached it; `u32::MAX` where none has.
    reached: Vec<u32>,
    /// The arguments in the order in which they were reached, the start first.
    order: Vec<u32>,
    /// The number of positions along the chain to each of these.
    counts: Vec<u32>,
    tree: Tree,
    /// The index in `order` from which the search goes on.
    open: usize,
}

impl<'l> Search<'l> {
    /// A search that has no start yet.
    #[must_use]
    pub fn new(links: &'l Links) -> Self {
        let reached = vec![u32::MAX; links.arguments.len()];
        Self { links, reached, order: Vec::new(), counts: Vec::new(), tree: Tree::default(), open: 0 }
    }

    /// Starts anew at an argument; nothing is reached from one that has no links.
    pub fn start(&mut self, from: Argument) {
        self.clear();
        if let Some(from) = self.links.places.get(&from) {
            self.reach(*from, 0, None);
        }
    }

    fn clear(&mut self) {
        for at in self.order.drain(..) {
            self.reached[at as usize] = u32::MAX;
        }
        self.counts.clear();
        self.tree = Tree::default();
        self.open = 0;
    }

    fn reach(&mut self, at: u32, before: u32, by: Option<PositionId>) {
        self.reached[at as usize] = self.tree.add(before, by);
        self.order.push(at);
        self.counts.push(self.counts.get(before as usize).unwrap_or(&0) + u32::from(by.is_some()));
    }

    /// Reaches the neighbours of the next argument; false where there is no next one.
    fn go_on(&mut self) -> bool {
        let Some(at) = self.order.get(self.open) else { return false };
        let (links, before) = (self.links, self.reached[*at as usize]);
        self.open += 1;
        for (next, by) in &links.ways[*at as usize] {
            if self.reached[*next as usize] == u32::MAX {
                self.reach(*next, before, *by);
            }
        }
        true
    }

    /// The step that reaches an argument; none where no chain leads there.
    pub fn find(&mut self, to: Argument) -> Option<u32> {
        let to = *self.links.places.get(&to)? as usize;
        while self.reached[to] == u32::MAX && self.go_on() {}
        Some(self.reached[to]).filter(|step| *step != u32::MAX)
    }

    /// The positions along the shortest chain from the start to an argument; none where no chain leads there.
    pub fn path(&mut self, to: Argument) -> Option<Vec<PositionId>> {
        self.find(to).map(|step| self.tree.path(step))
    }

    /// All arguments that chains from the start reach, nearest first, without the start.
    pub fn all(&mut self) -> impl Iterator<Item = Argument> + '_ {
        while self.go_on() {}
        self.order.iter().skip(1).map(|at| self.links.arguments[*at as usize])
    }

    /// The positions needed to reach each of these arguments; none where no chain leads there. The chains take the tree
    /// of the search along, so it must be started anew after this.
    pub fn chains(&mut self, to: &[Argument]) -> Vec<Option<Further>> {
        let steps: Vec<Option<u32>> = to.iter().map(|to| self.find(*to)).collect();
        let tree = Arc::new(std::mem::take(&mut self.tree));
        let chain = |step: u32| {
            let count = self.counts[step as usize];
            Further::Chain { tree: Arc::clone(&tree), step, count }
        };
        let chains = steps.into_iter().map(|step| step.map(chain)).collect();
        self.clear();
        chains
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, VecDeque};

    use super::*;
    use crate::ledger::model::id::PartyId;

    fn argument(number: u32) -> Argument {
        PartyId::from(number as usize).into()
    }

    fn number(argument: Argument) -> u32 {
        u32::try_from(argument.place().unwrap()).unwrap()
    }

    /// A link from one argument to another, with its position; none where it is granted.
    type Row = (u32, u32, Option<PositionId>);

    /// Random links, some in rings, some both ways, some granted.
    fn drawn(seed: u32) -> Vec<Row> {
        let mut state = seed;
        let mut below = |most: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % most
        };
        let mut rows = Vec::new();
        for at in 0..30 {
            let (from, to) = (below(20), below(20));
            let by = (below(5) > 0).then_some(PositionId(at));
            rows.push((from, to, by));
            if below(2) == 0 {
                rows.push((to, from, by));
            }
        }
        rows
    }

    /// The positions along the shortest chain, by a plain search that keeps no tree.
    fn plain(rows: &[Row], from: u32, to: u32) -> Option<Vec<PositionId>> {
        let mut paths: BTreeMap<u32, Vec<PositionId>> = BTreeMap::from([(from, Vec::new())]);
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for (_, next, by) in rows.iter().filter(|(start, ..)| *start == at) {
                if !paths.contains_key(next) {
                    let path = paths[&at].iter().copied().chain(*by).collect();
                    paths.insert(*next, path);
                    open.push_back(*next);
                }
            }
        }
        paths.remove(&to)
    }

    #[test]
    fn chains_are_those_of_a_plain_search() {
        for seed in 0..40 {
            let rows = drawn(seed);
            let mut links = Links::default();
            for (from, to, by) in &rows {
                links.add(argument(*from), argument(*to), *by);
            }
            let named: Vec<Argument> = links.arguments.clone();
            let mut search = Search::new(&links);
            for from in &named {
                let expected: Vec<_> =
                    named.iter().map(|to| plain(&rows, number(*from), number(*to))).collect();
                search.start(*from);
                let paths: Vec<_> = named.iter().map(|to| search.path(*to)).collect();
                assert_eq!(paths, expected, "seed {seed}, from {from:?}");
                search.start(*from);
                for (chain, path) in search.chains(&named).into_iter().zip(expected) {
                    assert_eq!(chain.is_some(), path.is_some(), "seed {seed}, from {from:?}");
                    let Some((chain, mut path)) = chain.zip(path) else { continue };
                    path.sort();
                    assert_eq!(chain.len(), path.len(), "seed {seed}, from {from:?}");
                    assert!(path.iter().all(|id| chain.contains(*id)));
                    assert_eq!(*chain.ids(), path, "seed {seed}, from {from:?}");
                }
            }
        }
    }
}
