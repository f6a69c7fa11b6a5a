//! Positions as they were said, the holds that follow from them, and the steps from one to the other.

use super::further::Further;
use super::way::Way;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId, ValueId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::text::Span;

use crate::ledger::roots::Voice;

/// Index of a position among all positions of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PositionId(pub u32);

/// The stance of one root on one proposition, as a statement gives it or, for `accurate` and `authentic`, by speaking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// The root that holds it.
    pub root: PartyId,
    /// The voice (office or person) in which the root spoke.
    pub voice: Voice,
    /// The party that spoke.
    pub speaker: PartyId,
    /// The statement in which it was taken.
    pub statement: StatementId,
    /// The date of the statement.
    pub date: Date,
    /// The stance that the speaker takes.
    pub stance: Stance,
    /// The proposition, `self` resolved.
    pub proposition: PropositionId,
    /// The value given, if any.
    pub value: Option<ValueId>,
    /// The scope of a figure, as a number that stands for its text; 0 where none is given.
    pub scope: u32,
    /// The day for which a figure holds, where it is not that of the statement.
    pub as_of: Option<Date>,
    /// The place in the file where it is written.
    pub span: Span,
    /// True when the words reach us only through a party that is neither an outlet nor of the speaker's root.
    pub hearsay: bool,
    /// True when the root denies that the statement is authentic, so that the words are not its own.
    pub disputed: bool,
    /// True when it is taken by speaking at all: `accurate` by the speaker, `authentic` by the outlet.
    pub tacit: bool,
}

impl Position {
    /// The day for which its content holds: `as_of`, else the date of the statement.
    #[must_use]
    pub fn day(&self) -> Date {
        self.as_of.unwrap_or(self.date)
    }

    /// The value given, if any.
    #[must_use]
    pub fn value(&self, ledger: &Ledger) -> Option<Value> {
        self.value.map(|id| ledger.value(id))
    }

    /// The facts written beside its proposition; none where it is written short.
    #[must_use]
    pub fn long<'l>(&self, ledger: &'l Ledger) -> Option<&'l Long> {
        ledger.statement(self.statement).long_written(self.span)
    }
}

/// Why a step of a derivation is sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The vocabulary says that the one predicate implies the other.
    Implies,
    /// The vocabulary says that the event of such a predicate happened.
    Happening,
    /// The record says that the body is part of a whole, and what a body did, its whole did.
    Whole,
    /// The root itself says that the doer is a member of the class.
    Member,
    /// The root itself says that the two events are one.
    SameEvent,
    /// The root itself links a to b and b to c, and so a to c.
    Transitive,
}

/// A step of a derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Why the step is sound.
    pub reason: Reason,
    /// The proposition to which it leads.
    pub to: PropositionId,
    /// The further positions of the root that it needs.
    pub with: Further,
}

/// A root's hold on a proposition: a position where `way` is empty, else a consequence of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hold {
    /// The position from which it follows.
    pub base: PositionId,
    /// The root that holds it.
    pub root: PartyId,
    /// The proposition that is held.
    pub proposition: PropositionId,
    /// The stance, which is that of the position.
    pub stance: Stance,
    /// The value given, where there is one and the predicate takes one.
    pub value: Option<ValueId>,
    /// The scope of a figure, as in [`Position`]; figures of different scope are never compared.
    pub scope: u32,
    /// The steps from the position to the proposition.
    pub way: Way,
}

impl Hold {
    /// The value given, where there is one and the predicate takes one.
    #[must_use]
    pub fn value(&self, ledger: &Ledger) -> Option<Value> {
        self.value.map(|id| ledger.value(id))
    }

    /// The side that the stance takes.
    #[must_use]
    pub fn sign(&self) -> Sign {
        self.stance.sign()
    }

    /// True when it is a position itself, said in so many words, and no consequence.
    #[must_use]
    pub fn stated(&self) -> bool {
        self.way.is_empty()
    }

    /// The number of further positions of its root on which it rests.
    #[must_use]
    pub fn needs(&self) -> usize {
        self.way.needs()
    }

    /// True when it is a position, or follows from one by definition.
    #[must_use]
    pub fn by_definition(&self) -> bool {
        self.way.by_definition()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::model::statement::{Statement, Written};

    /// There are millions of each, and what few of them have stands elsewhere.
    #[test]
    fn rows_are_small() {
        let sizes = [size_of::<Hold>(), size_of::<Written>(), size_of::<Position>(), size_of::<Statement>()];
        assert_eq!(sizes, [40, 24, 96, 144]);
    }
}
