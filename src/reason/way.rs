//! The way from a position to what follows from it: two numbers in the hold, and the steps in tables that all holds
//! share, so that no hold keeps a list of its own.

use super::Reasoning;
use super::definition::{Consequence, Definitions};
use super::further::Further;
use super::position::{Hold, PositionId, Reason, Step};
use crate::ledger::model::id::PropositionId;

/// The steps from a position to what is held; [`Ways`] has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Way {
    end: End,
    steps: u16,
    needs: u32,
}

/// The last steps of a way: one on the root's own further word, and behind it one by definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    own: u32,
    defined: u32,
}

/// In place of a row where there is no such step.
const NONE: u32 = u32::MAX;

impl Default for End {
    fn default() -> Self {
        Self { own: NONE, defined: NONE }
    }
}

impl Way {
    /// The number of steps.
    #[must_use]
    pub fn len(self) -> usize {
        usize::from(self.steps)
    }

    /// True when there are no steps: what is held is the position itself.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.steps == 0
    }

    /// True when no step rests on the root's own further word.
    #[must_use]
    pub fn by_definition(self) -> bool {
        self.end.own == NONE
    }

    /// The number of further positions of the root that its steps need.
    #[must_use]
    pub fn needs(self) -> usize {
        self.needs as usize
    }

    /// The same way and on to a consequence by definition of what it led to, which stands at a place in their table. It
    /// must not end with a step by definition.
    #[must_use]
    pub(super) fn on_to(self, place: u32, consequence: &Consequence) -> Self {
        debug_assert!(self.end.defined == NONE);
        let steps = self.steps.saturating_add(consequence.steps);
        Self { end: End { defined: place, ..self.end }, steps, ..self }
    }
}

/// The steps of all ways.
#[derive(Debug, Default)]
pub struct Ways {
    /// The steps by definition, with the consequences of each proposition.
    pub(super) definitions: Definitions,
    own: Vec<Own>,
}

/// A step on a root's own further word, and the way before it.
#[derive(Debug)]
struct Own {
    before: End,
    step: Step,
}

impl Ways {
    /// No ways yet.
    #[must_use]
    pub(super) fn new(definitions: Definitions) -> Self {
        Self { definitions, own: Vec::new() }
    }

    /// A way and one step more, on the root's own further word.
    pub(super) fn on(&mut self, way: Way, step: Step) -> Way {
        let needs = u32::try_from(step.with.len()).unwrap_or(u32::MAX);
        self.own.push(Own { before: way.end, step });
        let own = u32::try_from(self.own.len() - 1).unwrap_or(NONE - 1);
        Way {
            end: End { own, defined: NONE },
            steps: way.steps.saturating_add(1),
            needs: way.needs.saturating_add(needs),
        }
    }

    /// The steps on the root's own further word, the last first.
    fn own(&self, way: Way) -> impl Iterator<Item = &Own> {
        let row = |end: End| self.own.get(end.own as usize);
        std::iter::successors(row(way.end), move |own| row(own.before))
    }

    /// All steps, in order.
    #[must_use]
    pub fn steps(&self, way: Way) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::with_capacity(way.len());
        let defined = |end: End| {
            let last = self.definitions.at(end.defined);
            let way = last.into_iter().flat_map(|last| self.definitions.back(last));
            way.map(|one| Step { reason: one.reason, to: one.to, with: Further::default() })
        };
        steps.extend(defined(way.end));
        for own in self.own(way) {
            steps.push(own.step.clone());
            steps.extend(defined(own.before));
        }
        steps.reverse();
        steps
    }

    /// The propositions to which the steps lead.
    pub(super) fn through(&self, way: Way) -> impl Iterator<Item = PropositionId> {
        self.steps(way).into_iter().map(|step| step.to)
    }

    /// The further positions that the steps need, in their order; none where all are by definition.
    fn further(&self, way: Way) -> Vec<PositionId> {
        let mut own: Vec<&Own> = self.own(way).collect();
        own.reverse();
        own.iter().flat_map(|own| own.step.with.ids().into_owned()).collect()
    }
}

impl Reasoning<'_> {
    /// The steps from a position to a hold, in order; none where it is the position itself.
    #[must_use]
    pub fn way(&self, hold: &Hold) -> Vec<Step> {
        self.ways.steps(hold.way)
    }

    /// The further positions of its root on which a hold rests, in the order of its steps.
    #[must_use]
    pub fn further(&self, hold: &Hold) -> Vec<PositionId> {
        self.ways.further(hold.way)
    }

    /// True when a hold rests on a further position of its root.
    #[must_use]
    pub fn rests_on(&self, hold: &Hold, position: PositionId) -> bool {
        self.ways.own(hold.way).any(|own| own.step.with.contains(position))
    }

    /// True when a step to a hold is taken on the root's own further word for this reason.
    #[must_use]
    pub fn takes(&self, hold: &Hold, reason: Reason) -> bool {
        self.ways.own(hold.way).any(|own| own.step.reason == reason)
    }
}
