//! Positions: who holds what, in so many words; and what follows from each, step by step.

use super::further::Further;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::text::Span;

use crate::ledger::roots::Voice;

/// Place of a position among all positions of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PositionId(pub u32);

/// One stance of one root to one proposition, in so many words (or, for `accurate` and `authentic`, by speaking).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Who holds it.
    pub root: PartyId,
    /// In whose voice.
    pub voice: Voice,
    /// Who said it.
    pub speaker: PartyId,
    /// Where.
    pub statement: StatementId,
    /// When.
    pub date: Date,
    /// How the speaker stands to it.
    pub stance: Stance,
    /// The proposition, `self` resolved.
    pub proposition: PropositionId,
    /// The value given.
    pub value: Option<Value>,
    /// What a figure covers, by its place among all that figures cover; 0 where nothing is said.
    pub scope: u32,
    /// The day for which a figure holds, where another than that of the statement.
    pub as_of: Option<Date>,
    /// Where it is written.
    pub span: Span,
    /// The words reach us only through a party that is neither an outlet nor of the speaker's root.
    pub hearsay: bool,
    /// The root, or the speaker, says that the words are not its own: it denies that the statement is authentic.
    pub disputed: bool,
    /// Held by speaking at all, not written down: `accurate` by the speaker, `authentic` by the outlet.
    pub tacit: bool,
}

impl Position {
    /// The day for which what it says holds.
    #[must_use]
    pub fn day(&self) -> Date {
        self.as_of.unwrap_or(self.date)
    }

    /// What it says beside its proposition, where it is written long.
    #[must_use]
    pub fn long<'l>(&self, ledger: &'l Ledger) -> Option<&'l Long> {
        ledger.statement(self.statement).long_written(self.span)
    }
}

/// By what a step leads from one proposition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The vocabulary: the one predicate implies the other.
    Implies,
    /// The vocabulary: whoever holds it says that its event happened.
    Happening,
    /// The record: what a body did, its whole did.
    Whole,
    /// The root's own word: what a member did, the class did.
    Member,
    /// The root's own word: the two events are one.
    SameEvent,
    /// The root's own word: from a to b and from b to c, so from a to c.
    Transitive,
}

impl Reason {
    /// Whether it holds for every root, by definition, and not only on the root's own word.
    #[must_use]
    pub fn by_definition(self) -> bool {
        matches!(self, Self::Implies | Self::Happening | Self::Whole)
    }
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// By what.
    pub reason: Reason,
    /// The proposition it leads to.
    pub to: PropositionId,
    /// The root's other positions that it needs.
    pub with: Further,
}

/// That a root holds a proposition: in so many words where `way` is empty, else along those steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Hold {
    /// The position it starts from.
    pub base: PositionId,
    /// Who holds it.
    pub root: PartyId,
    /// What is held.
    pub proposition: PropositionId,
    /// Plus, minus or none, certain or hedged.
    pub stance: Stance,
    /// The value given.
    pub value: Option<Value>,
    /// What a figure covers: those that cover different things are never compared.
    pub scope: u32,
    /// How it follows from the base.
    pub way: Vec<Step>,
}

impl Hold {
    /// Plus, minus or none.
    #[must_use]
    pub fn sign(&self) -> Sign {
        self.stance.sign()
    }

    /// Held in so many words.
    #[must_use]
    pub fn stated(&self) -> bool {
        self.way.is_empty()
    }

    /// How many further positions of its root it rests on.
    #[must_use]
    pub fn needs(&self) -> usize {
        self.way.iter().map(|step| step.with.len()).sum()
    }

    /// Held in so many words or by definition, and not only on the root's own further word.
    #[must_use]
    pub fn by_definition(&self) -> bool {
        self.way.iter().all(|step| step.reason.by_definition())
    }
}
